#include "import/sheet/number_format.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace budgetdiff::import {
namespace {

using Kind = FormatPart::Kind;

constexpr int most_decimals = 8;
/// Excel's own bound is 255.
constexpr std::size_t longest_code = 1000;

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

/// Bytes of the letter that begins with `c` in UTF-8.
std::size_t letter_length(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if (byte < 0xC0) {
    return 1;
  }
  return byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

class SectionReader {
 public:
  explicit SectionReader(std::string_view code) : code_(code) {}

  FormatSection take() {
    while (at_ < code_.size()) {
      step();
    }
    tell_minutes();
    scale();
    return std::move(out_);
  }

 private:
  void literal(std::string_view text) {
    if (!out_.parts.empty() && out_.parts.back().kind == Kind::literal) {
      out_.parts.back().text += text;
    } else {
      out_.parts.push_back({Kind::literal, std::string(text), 0});
    }
  }

  void letter() {
    const std::size_t length = std::min(letter_length(code_[at_]), code_.size() - at_);
    literal(code_.substr(at_, length));
    at_ += length;
  }

  /// A letter behind `\`, `!`, `_` or `*`; only of the first two is it shown.
  void escaped(bool shown) {
    ++at_;
    if (at_ >= code_.size()) {
      return;
    }
    if (shown) {
      letter();
    } else {
      at_ += letter_length(code_[at_]);
    }
  }

  void quoted() {
    const std::size_t end = code_.find('"', at_ + 1);
    literal(code_.substr(at_ + 1, end == code_.npos ? code_.npos : end - at_ - 1));
    at_ = end == code_.npos ? code_.size() : end + 1;
  }

  /// `word` in any case, here.
  bool take_word(std::string_view word) {
    const std::string_view here = code_.substr(at_, word.size());
    const bool same = here.size() == word.size() &&
                      std::equal(here.begin(), here.end(), word.begin(),
                                 [](char a, char b) { return lower(a) == lower(b); });
    at_ += same ? word.size() : 0;
    return same;
  }

  void digits() {
    if (out_.parts.empty() || out_.parts.back().kind != Kind::number) {
      out_.parts.push_back({Kind::number, {}, 0});
    }
  }

  void step() {
    const char c = code_[at_];
    switch (c) {
      case '"':
        return quoted();
      case '\\':
      case '!':
        return escaped(true);
      case '_':
      case '*':
        return escaped(false);
      case '[':
        return bracket();
      case '0':
      case '#':
      case '?':
        digits();
        ++out_.parts.back().length;
        out_.decimals += after_point_ && c == '0' ? 1 : 0;
        commas_ = 0;
        ++at_;
        return;
      case '.':
        ++at_;
        if (dated()) {
          literal(".");
        } else {
          digits();
          after_point_ = true;
        }
        return;
      case ',':
        ++at_;
        if (dated()) {
          literal(",");
        } else if (out_.has(Kind::number)) {
          ++commas_;
        }
        return;
      case '%':
        out_.shift += 2;
        return letter();
      case '@':
        out_.parts.push_back({Kind::text, {}, 1});
        ++at_;
        return;
      case '/':
        // 1/2: no decimal number shows that.
        out_.understood = out_.understood && (dated() || !out_.has(Kind::number));
        return letter();
      default:
        return word();
    }
  }

  [[nodiscard]] bool dated() const { return out_.date; }

  void word() {
    if (take_word("General") || take_word("G/通用格式")) {
      digits();
      return;
    }
    if (out_.has(Kind::number) && (take_word("E+") || take_word("E-"))) {
      // 1.5E+03 is the number 1500: all of its digits are given anyway.
      at_ = std::min(code_.find_first_not_of("0#?", at_), code_.size());
      return;
    }
    for (const std::string_view half : {"AM/PM", "A/P", "上午/下午"}) {
      if (take_word(half)) {
        return dated_part(Kind::half_day, half.size());
      }
    }
    const char c = lower(code_[at_]);
    std::size_t length = 1;
    while (at_ + length < code_.size() && lower(code_[at_ + length]) == c) {
      ++length;
    }
    constexpr auto letters = std::to_array<std::pair<char, Kind>>({{'y', Kind::year},
                                                                   {'e', Kind::year},
                                                                   {'m', Kind::month},
                                                                   {'d', Kind::day},
                                                                   {'h', Kind::hour},
                                                                   {'s', Kind::second},
                                                                   {'a', Kind::chinese_weekday}});
    const auto* const found = std::find_if(letters.begin(), letters.end(),
                                           [&](const auto& one) { return one.first == c; });
    if (found == letters.end()) {
      out_.understood = out_.understood && !(c >= 'a' && c <= 'z');
      return letter();
    }
    at_ += length;
    dated_part(found->second == Kind::day && length > 2 ? Kind::weekday : found->second,
               c == 'e' ? 4 : length);
  }

  void dated_part(Kind kind, std::size_t length) {
    out_.date = true;
    out_.parts.push_back({kind, {}, length});
  }

  void bracket() {
    const std::size_t end = std::min(code_.find(']', at_), code_.size());
    const std::string_view inside = code_.substr(at_ + 1, end - at_ - 1);
    at_ = std::min(end + 1, code_.size());
    if (inside.empty()) {
      return;
    }
    const char first = lower(inside.front());
    const bool same =
        std::all_of(inside.begin(), inside.end(), [&](char c) { return lower(c) == first; });
    if (first == '<' || first == '>' || first == '=') {
      out_.condition = inside;
    } else if (first == '$') {
      currency(inside.substr(1));
    } else if (same && first == 'h') {
      dated_part(Kind::all_hours, inside.size());
    } else if (same && first == 'm') {
      dated_part(Kind::all_minutes, inside.size());
    } else if (same && first == 's') {
      dated_part(Kind::all_seconds, inside.size());
    } else if (inside == "DBNum1") {
      out_.numerals = FormatSection::Numerals::chinese;
    } else if (inside == "DBNum2") {
      out_.numerals = FormatSection::Numerals::formal;
    } else if (inside.starts_with("DBNum") || inside.starts_with("NatNum")) {
      out_.understood = false;
    }  // else a colour
  }

  /// `$¥-804`: what a currency is written as, and a locale.
  void currency(std::string_view inside) {
    const std::size_t dash = inside.find('-');
    literal(inside.substr(0, dash));
    if (dash == inside.npos) {
      return;
    }
    const std::string_view locale = inside.substr(dash + 1);
    unsigned int id = 0;
    const auto read = std::from_chars(locale.data(), locale.data() + locale.size(), id, 16);
    if (read.ec != std::errc() || read.ptr != locale.data() + locale.size()) {
      out_.chinese = locale.starts_with("zh");
    } else if (id == 0xF800) {
      system_date_ = true;
    } else if (id == 0xF400) {
      system_time_ = true;
    } else {
      out_.chinese = (id & 0x3FFU) == 0x04;
      // Digits of other scripts, other calendars.
      out_.understood = out_.understood && (id >> 16U) <= 1;
    }
  }

  /// m behind hours or before seconds is minutes. Codes that mean what the reader's
  /// system has set are what a Chinese one shows.
  void tell_minutes() {
    if (system_date_ || system_time_) {
      out_ = SectionReader(system_date_ ? "yyyy\"年\"m\"月\"d\"日\"" : "h:mm:ss").take();
      return;
    }
    FormatPart* before = nullptr;
    for (FormatPart& part : out_.parts) {
      if (part.kind == Kind::literal) {
        continue;
      }
      if (before != nullptr && part.kind == Kind::month && part.length <= 2 &&
          (before->kind == Kind::hour || before->kind == Kind::all_hours)) {
        part.kind = Kind::minute;
      } else if (before != nullptr && part.kind == Kind::second && before->kind == Kind::month &&
                 before->length <= 2) {
        before->kind = Kind::minute;
      }
      before = &part;
    }
    out_.understood = out_.understood && !(out_.date && out_.has(Kind::number));
  }

  /// Commas behind the digits leave out thousands. `0!.0,` writes its own point, to
  /// show 123456 as 12.3 (万).
  void scale() {
    out_.decimals = std::min(out_.decimals, most_decimals);
    out_.shift -= static_cast<int>(3 * std::min<std::size_t>(commas_, 4));
    std::vector<FormatPart>& parts = out_.parts;
    const auto is_number = [](const FormatPart& part) { return part.kind == Kind::number; };
    const auto first = std::find_if(parts.begin(), parts.end(), is_number);
    if (first == parts.end() || std::count_if(first, parts.end(), is_number) == 1) {
      return;
    }
    if (std::count_if(first, parts.end(), is_number) == 2 && first + 1 != parts.end() &&
        (first + 1)->text == "." && is_number(*(first + 2)) && !after_point_) {
      const auto behind = static_cast<int>((first + 2)->length);
      out_.shift -= behind;
      out_.decimals = std::min(behind, most_decimals);
      parts.erase(first + 1, first + 3);
      return;
    }
    out_.understood = false;  // 000-0000: parts of one number apart
  }

  std::string_view code_;
  std::size_t at_ = 0;
  std::size_t commas_ = 0;  ///< since the last digit
  bool after_point_ = false;
  bool system_date_ = false;
  bool system_time_ = false;
  FormatSection out_;
};

/// `code` cut at the semicolons that are no text.
std::vector<std::string_view> sections_of(std::string_view code) {
  std::vector<std::string_view> out;
  std::size_t begin = 0;
  char closing = 0;
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = code[i];
    if (closing != 0) {
      closing = c == closing ? '\0' : closing;
    } else if (c == '"') {
      closing = '"';
    } else if (c == '[') {
      closing = ']';
    } else if (c == '\\' || c == '!' || c == '_' || c == '*') {
      ++i;
    } else if (c == ';') {
      out.push_back(code.substr(begin, i - begin));
      begin = i + 1;
    }
  }
  out.push_back(code.substr(std::min(begin, code.size())));
  return out;
}

}  // namespace

bool FormatSection::has(FormatPart::Kind kind) const {
  return std::any_of(parts.begin(), parts.end(),
                     [&](const FormatPart& part) { return part.kind == kind; });
}

NumberFormat number_format(std::string_view code) {
  NumberFormat out;
  out.code = code.substr(0, longest_code);
  for (const std::string_view part : sections_of(out.code)) {
    FormatSection section = SectionReader(part).take();
    if (section.has(Kind::text)) {
      out.text.clear();
      out.text.push_back(std::move(section));
    } else if (out.sections.size() < 3) {
      out.sections.push_back(std::move(section));
    }
  }
  return out;
}

}  // namespace budgetdiff::import
