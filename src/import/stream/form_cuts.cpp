#include "import/stream/form_cuts.hpp"

#include "import/page/word_kinds.hpp"
#include "import/stream/form_parts.hpp"
#include "import/stream/stream_label.hpp"
#include "import/stream/value_text.hpp"
#include "import/text/page_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <string>

namespace budgetdiff::import {
namespace {

using Tokens = std::vector<StreamToken>;

/// How often a word stands alone in its line in a document.
using WordTimes = std::map<std::u32string, std::size_t>;

bool is_alone(const Tokens& tokens, std::size_t i) {
  return tokens[i].starts_line && (i + 1 == tokens.size() || tokens[i + 1].starts_line);
}

WordTimes word_times(const Tokens& tokens) {
  WordTimes out;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (is_alone(tokens, i)) {
      ++out[tokens[i].text];
    }
  }
  return out;
}

std::size_t line_end(const Tokens& tokens, std::size_t at) {
  ++at;
  while (at < tokens.size() && !tokens[at].starts_line) {
    ++at;
  }
  return at;
}

bool heads_form(const std::vector<Line>& lines, const Tokens& page, std::size_t i) {
  return page[i].starts_line && is_title(lines[page[i].line]);
}

/// The columns of labels at the left of a page's forms, where these come first.
class LeftColumns {
 public:
  LeftColumns(const std::vector<Line>& lines, const Tokens& page, const WordTimes& times)
      : lines_(lines), page_(page), times_(times) {}

  /// The page with each of the columns below its form's title; as it is where there are not as
  /// many forms without such a column as columns.
  Tokens put_below_titles() {
    if (!find_runs()) {
      return page_;
    }
    std::vector<std::size_t> titles;
    for (std::size_t i = end_; i < page_.size(); ++i) {
      if (heads_form(lines_, page_, i)) {
        titles.push_back(i);
      }
    }
    bool titled = false;  // the first form
    for (std::size_t i = 0; i < runs_.front(); ++i) {
      titled = titled || heads_form(lines_, page_, i);
    }
    std::vector<bool> lacks;
    for (std::size_t k = 0; k < titles.size(); ++k) {
      const std::size_t end = k + 1 < titles.size() ? titles[k + 1] : page_.size();
      lacks.push_back(std::none_of(page_.begin() + static_cast<std::ptrdiff_t>(titles[k]),
                                   page_.begin() + static_cast<std::ptrdiff_t>(end),
                                   [&](const StreamToken& one) { return one.text == first_; }));
    }
    const auto wanted = static_cast<std::size_t>(std::count(lacks.begin(), lacks.end(), true));
    // A form alone on its page may have its left column above its title.
    const bool alone = runs_.size() == 1 && titles.size() == 1 && runs_.front() == 0;
    if (alone || wanted == 0 || wanted + (titled ? 1U : 0U) != runs_.size()) {
      return page_;
    }
    Tokens out;
    std::size_t run = 0;
    append(out, page_, 0, runs_.front());
    if (titled) {
      append_run(out, run++);
    }
    append(out, page_, end_, titles.front());
    for (std::size_t k = 0; k < titles.size(); ++k) {
      const std::size_t end = k + 1 < titles.size() ? titles[k + 1] : page_.size();
      const std::size_t below = line_end(page_, titles[k]);
      append(out, page_, titles[k], below);
      if (lacks[k]) {
        append_run(out, run++);
      }
      append(out, page_, below, end);
    }
    return out;
  }

 private:
  /// Where the columns begin, each with the same label as the first, and where the last ends.
  bool find_runs() {
    std::size_t at = 0;
    while (at < page_.size() && !(is_alone(page_, at) && is_label(at))) {
      ++at;
    }
    if (at == page_.size()) {
      return false;
    }
    first_ = page_[at].text;
    // What stands above a form's first label stands above all others'.
    const bool above = at > 0 && is_alone(page_, at - 1) && times_.at(page_[at - 1].text) > 1;
    for (end_ = at; end_ < page_.size() && may_stand_at_left(end_); ++end_) {
      if (page_[end_].text == first_) {
        const bool same = above && page_[end_ - 1].text == page_[at - 1].text;
        runs_.push_back(same ? end_ - 1 : end_);
      }
    }
    // Else the rest of the last one is something else.
    return end_ == page_.size() || lines_[page_[end_].line].blank_before;
  }

  [[nodiscard]] bool is_label(std::size_t i) const {
    return label_at(page_, i, i + 1).role != Role::none;
  }

  [[nodiscard]] bool may_stand_at_left(std::size_t i) const {
    const std::u32string& text = page_[i].text;
    const std::string word = to_utf8(text);
    constexpr std::size_t longest_piece = 4;
    const bool piece =
        text.size() <= longest_piece && std::all_of(text.begin(), text.end(), is_cjk);
    return is_alone(page_, i) && !heads_form(lines_, page_, i) && !is_amount(text) &&
           (is_label(i) || is_level1_category(word) || piece ||
            (times_.at(text) > 1 && !is_level2_category(word) && !kind_of(text).number));
  }

  void append_run(Tokens& out, std::size_t run) const {
    append(out, page_, runs_[run], run + 1 < runs_.size() ? runs_[run + 1] : end_);
  }

  const std::vector<Line>& lines_;
  const Tokens& page_;
  const WordTimes& times_;
  std::u32string first_;           ///< the label that begins each
  std::vector<std::size_t> runs_;  ///< where they begin
  std::size_t end_ = 0;
};

/// The page with columns of a form before the title of the next one, where that stands before
/// them: between a title and what says whose form it is, or its first labels, stands nothing that
/// is below the words of a table of indicators.
Tokens with_last_columns(const std::vector<Line>& lines, const Tokens& page) {
  const auto heads_target = [&](std::size_t i) {
    return is_alone(page, i) && holds_targets(look_up_listed_header(to_utf8(page[i].text)).role);
  };
  const auto any = [](std::size_t begin, std::size_t end, const auto& is) {
    for (std::size_t i = begin; i < end; ++i) {
      if (is(i)) {
        return true;
      }
    }
    return false;
  };
  Tokens out;
  std::size_t written = 0;
  std::size_t form = 0;  // where the one before begins
  for (std::size_t title = 0; title < page.size(); ++title) {
    if (!heads_form(lines, page, title)) {
      continue;
    }
    const std::size_t below = line_end(page, title);
    std::size_t name = below;
    while (name < page.size() && !is_name_label(page, name) && !heads_form(lines, page, name)) {
      ++name;
    }
    if (title == 0 || name == page.size() || !is_name_label(page, name)) {
      form = title;
      continue;
    }
    // The form's own begins with the lines just above its name, up to a blank one, and those that
    // head all forms.
    std::size_t own = name;
    while (own > below && !(page[own].starts_line && lines[page[own].line].blank_before)) {
      --own;
    }
    while (own > below && is_form_heading(lines[page[own - 1].line])) {
      --own;
    }
    const auto is_target = [&](std::size_t i) {
      const WordKind kind = kind_of(page[i].text);
      return kind.target || kind.compares || kind.percent;
    };
    const auto is_label = [&](std::size_t i) {
      const Role role = look_up_listed_header(to_utf8(page[i].text)).role;
      return role != Role::none && role != Role::remark;
    };
    // A form whose left column comes before its title has its values behind it.
    const bool named = any(form, title, [&](std::size_t i) { return is_name_label(page, i); });
    const bool goes_on = form == 0 && !named;
    const bool columns = named && any(below, own, heads_target) && !any(form, title, heads_target);
    const bool rest =
        (named || goes_on) && any(below, own, is_target) && !any(below, own, is_label);
    if (own > below && (columns || rest)) {
      append(out, page, written, title);
      append(out, page, below, own);
      append(out, page, title, below);
      written = own;
    }
    form = title;
  }
  append(out, page, written, page.size());
  return out;
}

/// Where the forms of a page begin; the first with the page.
std::vector<std::size_t> form_begins(const std::vector<Line>& lines, const Tokens& page) {
  std::vector<std::size_t> out{0};
  bool named = false;
  std::size_t title = 0;
  for (std::size_t i = 0; i < page.size(); ++i) {
    title = page[i].starts_line && is_title(lines[page[i].line]) ? i : title;
    if (is_name_label(page, i)) {
      // What stands above a page's first title goes on with the form before.
      if (named || title > 0) {
        // Other labels of the left column may stand before it.
        std::size_t begin = i;
        while (begin > out.back() + 1 && page[begin - 1].starts_line &&
               label_at(page, begin - 1, begin).role != Role::none) {
          --begin;
        }
        begin = title > out.back() ? title : begin;
        // 表13, above a page's first title
        const bool section = std::all_of(
            page.begin(), page.begin() + static_cast<std::ptrdiff_t>(begin),
            [&](const StreamToken& token) { return is_form_heading(lines[token.line]); });
        if (!section) {
          out.push_back(begin);
        }
      }
      named = true;
    }
  }
  return out;
}

}  // namespace

std::vector<Tokens> parts_of_pages(const std::vector<Line>& lines, const Tokens& tokens) {
  std::vector<Tokens> out;
  const WordTimes times = word_times(tokens);
  for (std::size_t at = 0; at < tokens.size();) {
    std::size_t end = at + 1;
    while (end < tokens.size() && lines[tokens[end].line].page == lines[tokens[at].line].page) {
      ++end;
    }
    Tokens page;
    append(page, tokens, at, end);
    at = end;
    page = with_last_columns(lines, page);
    page = LeftColumns(lines, page, times).put_below_titles();
    const std::vector<std::size_t> begins = form_begins(lines, page);
    for (std::size_t k = 0; k < begins.size(); ++k) {
      append(out.emplace_back(), page, begins[k],
             k + 1 < begins.size() ? begins[k + 1] : page.size());
    }
  }
  return out;
}

}  // namespace budgetdiff::import
