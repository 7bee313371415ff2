// All of ICU that the program uses is wrapped here, but for its dictionary
// (han_words.cpp), which is why this file is long.
#include <budgetdiff/text/big5.hpp>
#include <budgetdiff/text/unicode.hpp>

#include "text/han_words.hpp"

#include <unicode/brkiter.h>
#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>
#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <limits>
#include <memory>
#include <optional>
#include <stdexcept>

namespace budgetdiff {
namespace {

void check(UErrorCode status, const char* what) {
  if (U_FAILURE(status)) {
    throw std::runtime_error(std::string(what) + ": " + u_errorName(status));
  }
}

/// Code points that are NFC on their own and combine with nothing before them
/// (all have NFC_Quick_Check=Yes and combining class 0 in Unicode 15). Only
/// the ranges that Chinese budgets are made of; everything else asks ICU.
bool surely_nfc(char32_t c) {
  return c < 0x300 || (c >= 0x2010 && c <= 0x2027) || (c >= 0x2200 && c <= 0x22FF) ||
         (c >= 0x2460 && c <= 0x24FF) || (c >= 0x3000 && c <= 0x3029) ||
         (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xFF01 && c <= 0xFF5E);
}

/// The first byte from `at` on that is no ASCII, or the end.
std::size_t end_of_ascii(std::string_view text, std::size_t at) {
  for (; at + 8 <= text.size(); at += 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, text.data() + at, sizeof eight);
    if (const std::uint64_t other = eight & 0x8080808080808080U; other != 0) {
      if constexpr (std::endian::native == std::endian::little) {
        return at + static_cast<std::size_t>(std::countr_zero(other)) / 8;
      }
      break;
    }
  }
  while (at < text.size() && static_cast<unsigned char>(text[at]) < 0x80) {
    ++at;
  }
  return at;
}

char32_t next(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  // Most of the text is Han, which with these leads is valid with any continuation.
  if (at + 2 < text.size() && byte(at) >= 0xE1 && byte(at) <= 0xEC && continues(at + 1) &&
      continues(at + 2)) {
    const auto c = static_cast<char32_t>((byte(at) & 0x0FU) << 12U | (byte(at + 1) & 0x3FU) << 6U |
                                         (byte(at + 2) & 0x3FU));
    at += 3;
    return c;
  }
  UChar32 c = 0;
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  auto i = static_cast<int32_t>(at);
  const auto length = static_cast<int32_t>(text.size());
  U8_NEXT_OR_FFFD(bytes, i, length, c);
  at = static_cast<std::size_t>(i);
  return static_cast<char32_t>(c);
}

std::string normalize(const icu::Normalizer2& form, std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(text.size()));
  form.normalizeUTF8(0, icu::StringPiece(text.data(), static_cast<int32_t>(text.size())), sink,
                     nullptr, status);
  check(status, "normalization");
  return out;
}

const icu::Normalizer2& nfkc_casefold() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFKCCasefoldInstance(status);
  check(status, "NFKC_Casefold");
  return *form;
}

bool is_invisible_or_blank(char32_t c) {
  if (c > 0x20 && c < 0x7F) {
    return false;
  }
  const auto u = static_cast<UChar32>(c);
  return u_isUWhiteSpace(u) || u_hasBinaryProperty(u, UCHAR_DEFAULT_IGNORABLE_CODE_POINT) ||
         u_charType(u) == U_CONTROL_CHAR;
}

/// Punctuation that says nothing in a name. '%' and '‰' are punctuation to
/// Unicode and meaning to a budget.
bool is_name_punctuation(char32_t c) {
  return u_ispunct(static_cast<UChar32>(c)) && c != U'%' && c != U'‰';
}

/// What NFKC_Casefold makes of the code points that Chinese budgets are made
/// of, without asking ICU: ASCII, Han, and the full-width forms of ASCII.
/// Nothing where the code point is none of these.
std::optional<char32_t> simple_fold(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) {
    c -= 0xFEE0;
  }
  if (c >= U'A' && c <= U'Z') {
    return c - U'A' + U'a';
  }
  if (c == 0x3000) {
    return U' ';
  }
  const bool same = c < 0x80 || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3001 && c <= 0x3003) ||
                    (c >= 0x3008 && c <= 0x3011) || (c >= 0x2264 && c <= 0x2267) || c == 0x2014 ||
                    c == 0x201C || c == 0x201D;
  return same ? std::optional(c) : std::nullopt;
}

char32_t next(std::u32string_view text, std::size_t& at) {
  return text[at++];
}

void append(std::string& out, char32_t c) {
  append_utf8(out, c);
}
void append(std::u32string& out, char32_t c) {
  out += c;
}

std::string utf8_of(std::string_view text) {
  return std::string(text);
}
std::string utf8_of(std::u32string_view text) {
  return to_utf8(text);
}

/// `Out` and `In` are UTF-8 or code points.
template <class Out, class In, class Drop>
Out fold(In text, Drop drop) {
  Out out;
  out.reserve(text.size());
  const auto keep = [&](char32_t c) {
    const bool han = c >= 0x4E00 && c <= 0x9FFF;
    if (han || !drop(c)) {
      append(out, c);
    }
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto simple = simple_fold(next(text, at));
    if (!simple) {
      out.clear();
      const std::string whole = normalize(nfkc_casefold(), utf8_of(text));
      for (std::size_t i = 0; i < whole.size();) {
        keep(next(std::string_view(whole), i));
      }
      return out;
    }
    keep(*simple);
  }
  return out;
}

bool says_nothing_in_a_name(char32_t c) {
  return is_invisible_or_blank(c) || is_name_punctuation(c);
}

}  // namespace

std::size_t find_invalid_utf8(std::string_view text) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  std::size_t at = 0;
  while (at < text.size()) {
    at = end_of_ascii(text, at);
    // Most of the rest is Han, and with these leads every continuation is valid.
    while (at + 2 < text.size() && bytes[at] >= 0xE1 && bytes[at] <= 0xEC &&
           (bytes[at + 1] & 0xC0U) == 0x80U && (bytes[at + 2] & 0xC0U) == 0x80U) {
      at += 3;
    }
    if (at == text.size() || bytes[at] < 0x80) {
      continue;
    }
    // In windows, since ICU counts bytes in 32 bits.
    auto i = int32_t{0};
    const auto length = static_cast<int32_t>(std::min<std::size_t>(text.size() - at, 4));
    UChar32 c = 0;
    U8_NEXT(bytes + at, i, length, c);
    if (c < 0) {
      return at;
    }
    at += static_cast<std::size_t>(i);
  }
  return std::string_view::npos;
}

bool is_surely_nfc(std::string_view text) {
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  for (std::size_t at = 0; at < text.size();) {
    at = end_of_ascii(text, at);
    // Nearly all of the rest is three bytes long, and most of it Han: E5 to E9
    // are Han alone.
    for (; at + 2 < text.size() && bytes[at] >= 0xE0 && bytes[at] < 0xF0; at += 3) {
      if ((bytes[at] < 0xE5 || bytes[at] > 0xE9) &&
          !surely_nfc((bytes[at] & 0x0FU) << 12U | (bytes[at + 1] & 0x3FU) << 6U |
                      (bytes[at + 2] & 0x3FU))) {
        return false;
      }
    }
    if (at < text.size() && bytes[at] >= 0x80 && !surely_nfc(next(text, at))) {
      return false;
    }
  }
  return true;
}

namespace {

/// `bytes` of an encoding that ICU knows by `name` as UTF-8.
std::optional<std::string> converted(std::string_view bytes, const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(name, &status),
                                                                     &ucnv_close);
  if (U_FAILURE(status) || bytes.size() > std::numeric_limits<std::int32_t>::max() / 2) {
    return std::nullopt;
  }
  ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::u16string wide(bytes.size() + 1, u'\0');
  const std::int32_t length =
      ucnv_toUChars(converter.get(), wide.data(), static_cast<std::int32_t>(wide.size()),
                    bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  if (U_FAILURE(status)) {
    return std::nullopt;
  }
  std::string out;
  icu::UnicodeString(wide.data(), length).toUTF8String(out);
  return out;
}

}  // namespace

std::optional<std::string> from_encoding(std::string_view bytes, Encoding encoding) {
  return converted(bytes, encoding == Encoding::utf16 ? "UTF-16" : "gb18030");
}

std::optional<std::string> from_big5(std::string_view bytes) {
  return converted(bytes, "windows-950");
}

bool looks_like_big5(std::string_view bytes) {
  constexpr std::size_t least = 8;
  constexpr std::size_t one_in = 8;
  std::size_t letters = 0;
  std::size_t low = 0;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    if (byte(at) < 0x80) {
      continue;
    }
    if (++at == bytes.size() || byte(at) < 0x40 || (byte(at) >= 0x7F && byte(at) <= 0xA0)) {
      return false;
    }
    ++letters;
    low += byte(at) < 0x7F ? 1U : 0U;
  }
  return letters >= least && low * one_in >= letters;
}

std::string to_nfc(std::string_view text) {
  if (is_surely_nfc(text)) {
    return std::string(text);
  }
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* form = icu::Normalizer2::getNFCInstance(status);
  check(status, "NFC");
  return normalize(*form, text);
}

std::string fold_name(std::string_view text) {
  return fold<std::string>(text, says_nothing_in_a_name);
}

std::u32string fold_name_wide(std::string_view text) {
  return fold<std::u32string>(text, says_nothing_in_a_name);
}

std::u32string fold_name_wide(std::u32string_view text) {
  return fold<std::u32string>(text, says_nothing_in_a_name);
}

std::string fold_width(std::string_view text) {
  return fold<std::string>(text, is_invisible_or_blank);
}

std::u32string fold_width_wide(std::string_view text) {
  return fold<std::u32string>(text, is_invisible_or_blank);
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    if (c < 0x300) {
      width += c >= 0x20 && c != 0x7F ? 1 : 0;
      continue;
    }
    const auto u = static_cast<UChar32>(c);
    const auto type = u_charType(u);
    if (type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_FORMAT_CHAR) {
      continue;
    }
    const int32_t east_asian = u_getIntPropertyValue(u, UCHAR_EAST_ASIAN_WIDTH);
    width += east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH ? 2 : 1;
  }
  return width;
}

namespace {

/// The words of `text` by ICU's breaker, each with where it ends in `text`.
template <class Add>
void break_words(std::string_view text, Add add) {
  UErrorCode status = U_ZERO_ERROR;
  // One for each thread: making one takes longer than using it.
  thread_local const std::unique_ptr<icu::BreakIterator> breaker(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  check(status, "word breaker");
  UText* source = utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status);
  check(status, "word breaker");
  breaker->setText(source, status);
  int32_t start = breaker->first();
  for (int32_t end = breaker->next(); end != icu::BreakIterator::DONE; end = breaker->next()) {
    add(text.substr(static_cast<std::size_t>(start), static_cast<std::size_t>(end - start)));
    start = end;
  }
  utext_close(source);
  check(status, "word breaker");
}

/// The run of Han or of other characters that begins at `at`.
std::string_view run_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  const bool han = is_common_han(next(text, end));
  for (std::size_t after = end; after < text.size(); end = after) {
    if (is_common_han(next(text, after)) != han) {
      break;
    }
  }
  return text.substr(at, end - at);
}

/// The words of `text`; false where only ICU's breaker can tell.
bool split_chinese(std::string_view text, std::vector<std::string>& out) {
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next(text, at);
    if (!is_common_han(c) && !stands_apart_from_han(c)) {
      return false;
    }
  }
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view run = run_at(text, at);
    at += run.size();
    const std::u32string wide = to_code_points(run);
    if (is_common_han(wide[0])) {
      const auto ends = word_ends_in_han(wide);
      if (!ends) {
        return false;
      }
      std::size_t start = 0;
      for (const std::size_t end : *ends) {
        out.emplace_back(run.substr(start * 3, (end - start) * 3));  // three bytes each
        start = end;
      }
    } else if (wide.size() == 1) {
      out.emplace_back(run);
    } else {
      break_words(run, [&](std::string_view word) { out.emplace_back(word); });
    }
  }
  return true;
}

}  // namespace

std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> out;
  if (!split_chinese(text, out)) {
    out = words_by_icu(text);
  }
  return out;
}

std::vector<std::string> words_by_icu(std::string_view text) {
  std::vector<std::string> out;
  if (!text.empty()) {
    break_words(text, [&](std::string_view word) { out.emplace_back(word); });
  }
  return out;
}

std::u32string to_code_points(std::string_view text) {
  std::u32string out;
  out.reserve(text.size() / 2);
  for (std::size_t at = 0; at < text.size();) {
    out += next(text, at);
  }
  return out;
}

void append_utf8(std::string& out, char32_t code_point) {
  uint8_t buffer[U8_MAX_LENGTH];
  int32_t length = 0;
  if (code_point >= 0x800 && code_point < 0xD800) {
    const char three[] = {static_cast<char>(0xE0U | code_point >> 12U),
                          static_cast<char>(0x80U | (code_point >> 6U & 0x3FU)),
                          static_cast<char>(0x80U | (code_point & 0x3FU))};
    out.append(three, 3);
    return;
  }
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) {
    code_point = 0xFFFD;
  }
  U8_APPEND_UNSAFE(buffer, length, static_cast<uint32_t>(code_point));
  out.append(reinterpret_cast<const char*>(buffer), static_cast<std::size_t>(length));
}

std::string to_utf8(std::u32string_view code_points) {
  std::string out;
  out.reserve(code_points.size() * 3);
  for (const char32_t c : code_points) {
    append_utf8(out, c);
  }
  return out;
}

bool is_cjk(char32_t c) {
  return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7AF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFE4F) ||
         (c >= 0xFF00 && c <= 0xFFEF) || (c >= 0x20000 && c <= 0x3FFFF) ||
         // Quotation marks and dashes that Chinese sets full width.
         c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D || c == 0x2014 || c == 0x2026;
}

std::string printable(std::string_view text, bool keep_newlines) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t start = at;
    const char32_t c = next(text, at);
    const bool newline = c == '\n' && keep_newlines;
    const bool invalid = c == 0xFFFD && text.substr(start, at - start) != "\xEF\xBF\xBD";
    if (invalid) {
      for (std::size_t i = start; i < at; ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        out += "\\x";
        out += digits[byte >> 4];
        out += digits[byte & 15];
      }
    } else if (!newline && (c < 0x20 || (c >= 0x7F && c < 0xA0))) {
      out += "\\x";
      out += digits[(c >> 4) & 15];
      out += digits[c & 15];
    } else if ((c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
               (c >= 0x2060 && c <= 0x2069) || c == 0x2028 || c == 0x2029 || c == 0xFEFF ||
               c == 0xAD || c == 0x61C || c == 0x180E || (c >= 0xFFF9 && c <= 0xFFFB)) {
      out += "\\u";
      for (int shift = 12; shift >= 0; shift -= 4) {
        out += digits[(c >> shift) & 15];
      }
    } else {
      out.append(text, start, at - start);
    }
  }
  return out;
}

}  // namespace budgetdiff
