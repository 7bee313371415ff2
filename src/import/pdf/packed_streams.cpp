#include "import/pdf/packed_streams.hpp"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <stdexcept>
#include <string>

namespace budgetdiff::import {
namespace {

/// Deflate makes no more than this of a byte.
constexpr std::size_t most_of_a_byte = 1032;
/// Bytes before `stream` that may hold its dictionary.
constexpr std::size_t dictionary_reach = 4096;
/// Streams of objects of encrypted documents cannot be measured here: real ones
/// have some ten kilobytes.
constexpr std::size_t largest_hidden = 256U << 10U;

bool begins_deflate(std::string_view data) {
  if (data.size() < 2) {
    return false;
  }
  const auto first = static_cast<unsigned char>(data[0]);
  const auto second = static_cast<unsigned char>(data[1]);
  return (first & 0x0fU) == 8 && first < 0x80U && (first * 256U + second) % 31U == 0;
}

/// One inflater, used for stream after stream.
class Inflater {
 public:
  Inflater() {
    if (inflateInit(&state_) != Z_OK) {
      throw std::runtime_error("zlib");
    }
  }
  ~Inflater() { inflateEnd(&state_); }
  Inflater(const Inflater&) = delete;
  Inflater& operator=(const Inflater&) = delete;
  Inflater(Inflater&&) = delete;
  Inflater& operator=(Inflater&&) = delete;

  /// How many bytes `data` unpacks to, counted up to a little above `most`; what
  /// they begin with is put into `head`.
  std::size_t size_of(std::string_view data, std::size_t most, std::string& head) {
    inflateReset(&state_);
    head.clear();
    std::size_t total = 0;
    std::size_t at = 0;
    while (total <= most) {
      if (state_.avail_in == 0 || at == 0) {
        const std::size_t piece = std::min<std::size_t>(data.size() - at, 1U << 20U);
        if (piece == 0) {
          break;
        }
        // zlib does not write to what it reads.
        state_.next_in =
            const_cast<Bytef*>(reinterpret_cast<const Bytef*>(data.data() + at));  // NOLINT
        state_.avail_in = static_cast<uInt>(piece);
        at += piece;
      }
      const std::size_t room = head.empty() ? 16 : out_.size();
      state_.next_out = out_.data();
      state_.avail_out = static_cast<uInt>(room);
      const int result = inflate(&state_, Z_NO_FLUSH);
      const std::size_t made = room - state_.avail_out;
      if (head.empty()) {
        head.assign(reinterpret_cast<const char*>(out_.data()), made);
      }
      total += made;
      if (result != Z_OK && !(result == Z_BUF_ERROR && state_.avail_in == 0 && at < data.size())) {
        break;
      }
    }
    state_.avail_in = 0;
    return total;
  }

 private:
  z_stream state_{};
  std::array<Bytef, 1U << 16U> out_{};
};

bool has(std::string_view text, std::string_view word) {
  return text.find(word) != std::string_view::npos;
}

/// The dictionary before a stream, as far as it is near.
std::string_view dictionary_before(std::string_view bytes, std::size_t at) {
  const std::string_view before =
      bytes.substr(at - std::min(at, dictionary_reach), std::min(at, dictionary_reach));
  const std::size_t object = before.rfind(" obj");
  return object == std::string_view::npos ? before : before.substr(object);
}

/// Packed in more ways than once by deflate.
bool packed_otherwise(std::string_view dictionary) {
  for (const std::string_view filter : {"ASCII85Decode", "/A85", "ASCIIHexDecode", "/AHx",
                                        "LZWDecode", "/LZW", "RunLengthDecode", "/RL"}) {
    if (has(dictionary, filter)) {
      return true;
    }
  }
  const std::size_t first = dictionary.find("FlateDecode");
  return first != std::string_view::npos && has(dictionary.substr(first + 1), "FlateDecode");
}

}  // namespace

std::optional<std::size_t> overpacked_stream(std::string_view bytes, const UnpackLimits& limits) {
  constexpr std::string_view mark = "stream";
  const bool encrypted = has(bytes, "/Encrypt");
  Inflater inflater;
  std::string head;
  std::size_t total = 0;
  for (std::size_t at = bytes.find(mark); at != std::string_view::npos;
       at = bytes.find(mark, at + mark.size())) {
    std::size_t begin = at + mark.size();
    if (begin < bytes.size() && bytes[begin] == '\r') {
      ++begin;
    }
    if (begin < bytes.size() && bytes[begin] == '\n') {
      ++begin;
    }
    if (begin == at + mark.size() || (at >= 3 && bytes.substr(at - 3, 3) == "end")) {
      continue;
    }
    const std::string_view rest = bytes.substr(begin);
    const std::string_view data = rest.substr(0, rest.find("endstream"));
    const std::string_view dictionary = dictionary_before(bytes, at);
    const bool objects = has(dictionary, "/ObjStm") || has(dictionary, "/XRef");
    if (objects && (packed_otherwise(dictionary) ||
                    (encrypted && has(dictionary, "/ObjStm") && data.size() > largest_hidden))) {
      return begin;
    }
    if (!begins_deflate(data)) {
      continue;
    }
    const std::size_t most = has(dictionary, "/Image") ? limits.picture : limits.stream;
    const bool may_be_large = data.size() > most / most_of_a_byte;
    const std::size_t size = inflater.size_of(data, may_be_large ? most : 0, head);
    if (size > most && may_be_large) {
      return begin;
    }
    // Packed twice, a few bytes may become anything; nobody needs that. A filter
    // that is named elsewhere may be two.
    if (begins_deflate(head) && (!has(dictionary, "FlateDecode") || packed_otherwise(dictionary))) {
      return begin;
    }
    total += may_be_large ? size : 0;
    if (total > limits.document) {
      return begin;
    }
  }
  return std::nullopt;
}

}  // namespace budgetdiff::import
