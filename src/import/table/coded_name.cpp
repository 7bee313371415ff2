#include "import/table/coded_name.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace budgetdiff::import {
namespace {

bool is_ascii_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_code_letter(char c) {
  return is_ascii_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/// At least so many letters and digits, most of them digits, and no date.
bool is_code(std::string_view text, std::size_t least) {
  const auto digits =
      static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_ascii_digit));
  return text.size() >= least && digits * 2 >= text.size() &&
         std::all_of(text.begin(), text.end(), is_code_letter);
}

/// So many letters, and no mark behind them, are a code. Shorter ones may be anything.
constexpr std::size_t alone = 15;

/// The letters of code that a text begins with.
std::size_t code_end(std::string_view text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_code_letter);
  return static_cast<std::size_t>(end - text.begin());
}

/// Where the name begins that stands behind a code of `end` letters and no mark.
std::size_t name_behind(std::string_view text, std::size_t end, std::size_t length) {
  constexpr std::size_t year = 4;
  if (length >= alone && length < end) {
    return length;
  }
  const bool dated =
      text.substr(end).starts_with("年") && end >= alone + year &&
      (text.substr(end - year).starts_with("19") || text.substr(end - year).starts_with("20"));
  return dated ? end - year : end;
}

}  // namespace

CodedName coded_name(std::string_view text, std::size_t length) {
  constexpr std::size_t before_mark = 10;
  constexpr std::size_t in_brackets = 12;  // （20240101） is a day
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"[", "]"},
                                    {"【", "】"},
                                    {"（", "）"},
                                    {"(", ")"}}) {
    const std::size_t end = text.find(close);
    if (text.starts_with(open) && end != text.npos && end + close.size() < text.size()) {
      const std::string_view code = text.substr(open.size(), end - open.size());
      if (is_code(code, in_brackets)) {
        return {std::string(code), std::string(text.substr(end + close.size()))};
      }
    }
    const std::size_t begin = text.rfind(open);
    if (text.ends_with(close) && begin != text.npos && begin > 0) {
      const std::string_view code =
          text.substr(begin + open.size(), text.size() - begin - open.size() - close.size());
      if (is_code(code, in_brackets)) {
        return {std::string(code), std::string(text.substr(0, begin))};
      }
    }
  }
  const std::size_t end = code_end(text);
  const std::string_view code = text.substr(0, end);
  const std::string_view rest = text.substr(end);
  for (const std::string_view mark : {"-", "－", "—", "_", "："}) {
    if (is_code(code, before_mark) && rest.starts_with(mark) && rest.size() > mark.size()) {
      return {std::string(code), std::string(rest.substr(mark.size()))};
    }
  }
  // Between a code and a name that begins with a letter a blank is gone by now, as line ends are.
  const auto begins_letter = [](std::string_view name) {
    return !name.empty() && static_cast<unsigned char>(name.front()) > 0x7F;
  };
  if (is_code(code, alone) && begins_letter(rest)) {
    const std::size_t begin = name_behind(text, end, length);
    return {std::string(text.substr(0, begin)), std::string(text.substr(begin))};
  }
  if (is_code(code, alone) && rest.starts_with(" ")) {
    const std::string_view name = rest.substr(1);
    if (begins_letter(name.substr(code_end(name)))) {
      return {std::string(code), std::string(name)};
    }
  }
  return {{}, std::string(text)};
}

std::size_t code_length(const std::vector<std::string>& names) {
  std::map<std::size_t, std::size_t> counts;
  std::size_t all = 0;
  for (const std::string& name : names) {
    const std::size_t end = code_end(name);
    const std::size_t length = coded_name(name).code.size();
    if (length >= alone && end < name.size() && static_cast<unsigned char>(name[end]) > 0x7F) {
      ++counts[length];
      ++all;
    }
  }
  if (counts.empty()) {
    return 0;
  }
  const auto [length, count] = *counts.begin();
  return count > 1 && count * 4 >= all * 3 ? length : 0;
}

bool is_rounded_code(std::string_view code) {
  constexpr std::size_t kept = 15;
  const bool digits = std::all_of(code.begin(), code.end(), is_ascii_digit);
  if (digits) {
    return code.size() > kept + 2 && code.find_first_not_of('0', kept) == code.npos;
  }
  const std::size_t power = code.find_first_of("Ee");
  return power != code.npos && power > 0 && power + 2 < code.size() && code[power + 1] == '+' &&
         code.find_first_not_of("0123456789.") == power &&
         code.find_first_not_of("0123456789", power + 2) == code.npos;
}

}  // namespace budgetdiff::import
