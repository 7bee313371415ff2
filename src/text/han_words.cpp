#include "text/han_words.hpp"

#include <unicode/ucharstrie.h>
#include <unicode/udata.h>
#include <algorithm>
#include <cstdint>
#include <limits>
#include <memory>

namespace budgetdiff {
namespace {

/// What ICU's breaker takes for a character that begins no word of the
/// dictionary (maxSnlp in ICU's dictbe.cpp), and the longest word it looks for.
constexpr std::uint32_t unknown_cost = 255;
constexpr std::size_t longest_word = 20;

struct DataCloser {
  void operator()(UDataMemory* data) const { udata_close(data); }
};

/// ICU's Chinese and Japanese dictionary; `trie` is null where it is missing or
/// of a format that this does not know.
///
/// The file is "brkitr/cjdict.dict": eight 32-bit numbers, of which the first
/// says where the trie begins and the fifth of which kind it is, then the trie
/// (ICU's dictionarydata.h). A word's value is its cost, the rarer the higher.
struct Dictionary {
  std::unique_ptr<UDataMemory, DataCloser> data;
  const char16_t* trie = nullptr;  ///< within `data`
};

Dictionary open_dictionary() {
  const auto accept = [](void* /*context*/, const char* /*type*/, const char* /*name*/,
                         const UDataInfo* info) -> UBool {
    constexpr std::uint8_t format[] = {'D', 'i', 'c', 't'};
    const bool known = std::equal(std::begin(format), std::end(format), info->dataFormat) &&
                       info->formatVersion[0] == 1 && info->isBigEndian == U_IS_BIG_ENDIAN;
    return known ? 1 : 0;
  };
  UErrorCode status = U_ZERO_ERROR;
  Dictionary out;
  out.data.reset(
      udata_openChoice(U_ICUDATA_NAME "-brkitr", "dict", "cjdict", accept, nullptr, &status));
  if (U_FAILURE(status)) {
    return out;
  }
  const auto* indexes = static_cast<const std::int32_t*>(udata_getMemory(out.data.get()));
  constexpr std::int32_t kind_mask = 7;
  constexpr std::int32_t of_utf16 = 1;
  if ((indexes[4] & kind_mask) == of_utf16 && indexes[5] == 0) {
    out.trie =
        reinterpret_cast<const char16_t*>(reinterpret_cast<const char*>(indexes) + indexes[0]);
  }
  return out;
}

struct Best {
  std::uint32_t cost = std::numeric_limits<std::uint32_t>::max();
  std::size_t from = 0;  ///< where the last word begins
};

}  // namespace

bool stands_apart_from_han(char32_t c) {
  return (c < 0x300 && c != 0xAD) || (c >= 0x2010 && c <= 0x2027) || (c >= 0x2030 && c <= 0x205E) ||
         (c >= 0x2100 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x3003) ||
         (c >= 0x3008 && c <= 0x3020) || (c >= 0xFF01 && c <= 0xFF5E) || c == 0xFFE5;
}

std::optional<std::vector<std::size_t>> word_ends_in_han(std::u32string_view run) {
  static const Dictionary dictionary = open_dictionary();
  if (dictionary.trie == nullptr) {
    return std::nullopt;
  }
  // The cheapest way to put the run together from words, as ICU's breaker
  // finds it: of two ways at one cost the one found first.
  std::vector<Best> best(run.size() + 1);
  best[0].cost = 0;
  for (std::size_t start = 0; start < run.size(); ++start) {
    const auto reach = [&](std::size_t length, std::uint32_t cost) {
      Best& end = best[start + length];
      if (best[start].cost + cost < end.cost) {
        end = {best[start].cost + cost, start};
      }
    };
    icu::UCharsTrie words(dictionary.trie);
    bool stands_alone = false;
    UStringTrieResult found = words.first(static_cast<std::int32_t>(run[start]));
    for (std::size_t length = 1; found != USTRINGTRIE_NO_MATCH; ++length) {
      if (USTRINGTRIE_HAS_VALUE(found)) {
        stands_alone = stands_alone || length == 1;
        reach(length, static_cast<std::uint32_t>(words.getValue()));
      }
      if (length == longest_word || start + length == run.size() || !USTRINGTRIE_HAS_NEXT(found)) {
        break;
      }
      found = words.next(static_cast<std::int32_t>(run[start + length]));
    }
    if (!stands_alone) {
      reach(1, unknown_cost);
    }
  }
  std::vector<std::size_t> ends;
  for (std::size_t end = run.size(); end > 0; end = best[end].from) {
    ends.push_back(end);
  }
  std::reverse(ends.begin(), ends.end());
  return ends;
}

}  // namespace budgetdiff
