#include "import/stream/repeated_lines.hpp"

#include "import/text/page_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Whether a word of a line is the label of a project's name, which may have others before it:
/// 预算单位 某县水利局 项目名称 河道清淤.
bool labels_name(const std::u32string& line) {
  constexpr std::size_t shortest = 4;
  constexpr std::size_t longest = 8;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find(U' ', at), line.size());
    const std::size_t letters = end - at;
    if (letters >= shortest && letters <= longest &&
        look_up_header(to_utf8(line.substr(at, letters))).role == Role::project_name) {
      return true;
    }
    at = end + 1;
  }
  return false;
}

}  // namespace

RepeatedLines::RepeatedLines(const std::vector<Line>& lines) {
  constexpr std::size_t longest = 24;
  for (const Line& line : lines) {
    std::u32string text = without_space(line.text);
    forms_ += text.starts_with(U"项目名称") || labels_name(line.text) ? 1U : 0U;
    const std::size_t blank = line.text.find(U' ');
    if (blank != line.text.npos && blank <= longest) {
      const std::u32string word = line.text.substr(0, blank);
      ++firsts_[word];
      ++begins_[word];
    }
    if (text.size() <= longest) {
      ++begins_[text];
      ++counts_[std::move(text)];
    }
  }
}

bool RepeatedLines::is_usual(const std::map<std::u32string, std::size_t>& counts,
                             const std::u32string& text) const {
  const auto found = counts.find(text);
  return found != counts.end() && found->second > 1 && found->second * 2 >= forms_;
}

bool RepeatedLines::has(const std::u32string& text) const {
  return is_usual(counts_, text);
}

bool RepeatedLines::begin(const std::u32string& word) const {
  return is_usual(begins_, word);
}

bool RepeatedLines::begin_with(const std::u32string& word) const {
  return is_usual(firsts_, word);
}

}  // namespace budgetdiff::import
