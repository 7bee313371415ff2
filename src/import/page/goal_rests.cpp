#include "import/page/goal_rests.hpp"

#include "import/text/flow.hpp"
#include "import/text/source_lines.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace budgetdiff::import {
namespace {

/// A rest is shorter.
constexpr std::size_t longest_rest = 12;
/// Lines may be wider than most by so much, in halves of a letter.
constexpr int slack = 1;
/// A mark alone may hang over the end of its line.
constexpr int half_mark = 1;
constexpr std::size_t fewest_lines = 4;
/// One in so many.
constexpr std::size_t too_long = 5;

/// Whether no line begins with a letter.
bool begins_no_line(char32_t c) {
  return std::u32string_view(U"，；：、）》”").find(c) != std::u32string_view::npos;
}

class Rests {
 public:
  explicit Rests(std::vector<PdfLine>& lines) : lines_(lines) {
    std::vector<int> widths;
    for (const PdfLine& line : lines_) {
      widths.push_back(width(line.line.text));
    }
    // Most lines are full, and a few too long.
    const auto full =
        widths.begin() + static_cast<std::ptrdiff_t>(widths.size() - 1 - widths.size() / too_long);
    std::nth_element(widths.begin(), full, widths.end());
    width_ = *full;
  }

  void run() {
    for (std::size_t i = 1; i < lines_.size(); ++i) {
      if (takes_line(i) || is_rest_of_norm(i)) {
        lines_[i - 2].line.text += lines_[i].line.text;
        lines_.erase(lines_.begin() + static_cast<std::ptrdiff_t>(i--));
      } else if (const std::size_t cut = rest_in(i); cut > 0) {
        std::u32string& text = lines_[i].line.text;
        lines_[i - 1].line.text += text.substr(cut);
        text.resize(cut);
      }
    }
  }

 private:
  static int width(const std::u32string& text) { return width_of(without_space(text)); }

  /// Whether a line breaks off behind a mark, with room for a rest that begins with one.
  [[nodiscard]] bool has_room(std::size_t line, const std::u32string& rest) const {
    const std::u32string& text = lines_[line].line.text;
    return begins_no_line(text.back()) && !closes_sentence(text) &&
           width(text) + (rest.size() == 1 ? half_mark : width(rest)) <= width_ + slack;
  }

  /// Whether a line is the rest of the last but one, as the one right above has no room for it.
  [[nodiscard]] bool takes_line(std::size_t i) const {
    const std::u32string& text = lines_[i].line.text;
    return i >= 2 && text.size() <= longest_rest && begins_no_line(text.front()) &&
           lines_[i].line.place.line <= lines_[i - 2].line.place.line + 2 &&
           !has_room(i - 1, text) && has_room(i - 2, text);
  }

  /// Whether a line is the number of a norm whose letters end the last but one, and stands beyond
  /// these: print breaks a line where the font changes.
  [[nodiscard]] bool is_rest_of_norm(std::size_t i) const {
    if (i < 2) {
      return false;
    }
    const PdfLine& line = lines_[i];
    const PdfLine& begin = lines_[i - 2];
    const char32_t last = begin.line.text.back();
    return line.line.text.size() <= longest_rest && is_digit(line.line.text.front()) &&
           ((last >= U'A' && last <= U'Z') || (last >= U'a' && last <= U'z')) &&
           line.box.left >= begin.box.right - line.size &&
           line.box.left > lines_[i - 1].box.left + line.size &&
           line.line.place.line <= begin.line.place.line + 2;
  }

  /// Whether a mark at `cut` closes what is open in the same line: it is no rest then.
  static bool closes_own(const std::u32string& text, std::size_t cut) {
    constexpr std::u32string_view close = U"）》”";
    constexpr std::u32string_view open = U"（《“";
    const std::size_t kind = close.find(text[cut]);
    return kind != close.npos && text.substr(0, cut).rfind(open[kind]) != text.npos;
  }

  /// Where the rest of the line above begins in a line that is too long; 0 where there is none. A
  /// mark alone is none: print draws some of two side by side narrow.
  [[nodiscard]] std::size_t rest_in(std::size_t i) const {
    const std::u32string& text = lines_[i].line.text;
    if (width(text) <= width_ + slack ||
        lines_[i].line.place.line != lines_[i - 1].line.place.line + 1) {
      return 0;
    }
    for (std::size_t cut = text.size() - 1; cut-- > 1;) {
      if (begins_no_line(text[cut]) && !closes_own(text, cut) &&
          text.size() - cut <= longest_rest && width(text.substr(0, cut)) <= width_ + slack &&
          has_room(i - 1, text.substr(cut))) {
        return cut;
      }
    }
    return 0;
  }

  std::vector<PdfLine>& lines_;
  int width_ = 0;  ///< of the column, in halves of a letter
};

}  // namespace

void put_back_rests(std::vector<PdfLine>& lines) {
  if (lines.size() >= fewest_lines) {
    Rests(lines).run();
  }
}

}  // namespace budgetdiff::import
