#include "import/stream/spread_words.hpp"

#include "import/stream/form_parts.hpp"
#include "import/stream/header_assembly.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

using Tokens = std::vector<StreamToken>;

bool is_alone(const Tokens& tokens, std::size_t i) {
  return tokens[i].starts_line && (i + 1 == tokens.size() || tokens[i + 1].starts_line);
}

bool is_points(const std::u32string& text) {
  return (text.front() == U'（' || text.front() == U'(') && text.size() > 2 &&
         text.find_first_not_of(U"（）()0123456789分") == text.npos;
}

bool is_level1(Role role) {
  return role == Role::level1;
}
bool is_level2(Role role) {
  return role == Role::level2;
}
bool is_level3(Role role) {
  return role == Role::level3;
}
bool is_comparator(Role role) {
  return role == Role::comparator;
}
bool is_target(Role role) {
  return holds_targets(role);
}
bool is_unit(Role role) {
  return role == Role::measurement_unit;
}
bool is_weight(Role role) {
  return role == Role::weight;
}

class Words {
 public:
  Words(const std::vector<Line>& lines, const std::vector<Tokens>& forms)
      : lines_(lines), forms_(forms) {}

  /// The header of most of the forms' pages, with words that stand apart from it in all forms; else
  /// one whose words are put together from pieces.
  std::optional<SpreadWords> run() {
    auto whole = search(false);
    return whole ? std::move(whole) : search(true);
  }

 private:
  std::optional<SpreadWords> search(bool pieces) {
    words_.reset();
    std::map<std::u32string, std::size_t> times;
    std::size_t most = 0;
    for (const Tokens& form : forms_) {
      Tokens tokens = form;
      std::optional<StreamHeader> header;
      if (!pieces) {
        header = take_header(tokens);
      } else if (auto assembled = assemble_header(form)) {
        header = std::move(assembled->header);
        tokens = std::move(assembled->tokens);
      }
      if (!header) {
        header = StreamHeader{};  // its words stand apart from each other
      }
      SpreadWords words;
      append(words.tokens, tokens, header->begin, header->end);
      for (auto& [begin, end] : header->cells) {
        begin -= header->begin;
        end -= header->begin;
      }
      header->end -= header->begin;
      header->begin = 0;
      words.header = *std::move(header);
      drop_sides(words.header, words.tokens);
      take_other_words(words);
      put_years_last(words);
      std::u32string text;
      for (const auto& [begin, end] : words.header.cells) {
        text += joined(words.tokens, begin, end);
      }
      const std::size_t here = ++times[text];
      const bool better = here > most || (here == most && words_ &&
                                          words_->header.cells.size() < words.header.cells.size());
      auto columns = better ? stream_columns(lines_, words.tokens, words.header) : std::nullopt;
      if (columns) {
        most = here;
        words.columns = *std::move(columns);
        words_ = std::move(words);
      }
    }
    if (!words_) {
      return std::nullopt;
    }
    std::size_t names = 0;
    std::size_t targets = 0;
    for (const Role role : words_->columns.kinds) {
      words_->roles.push_back(role);
      names += role == Role::level3 ? 1U : 0U;
      targets += holds_targets(role) ? 1U : 0U;
    }
    return names == 1 && targets > 0 ? std::move(words_) : std::nullopt;
  }

  /// 绩效指标 at the side of the table is no column's; a category, and what stands behind it, is a
  /// row's.
  static void drop_sides(StreamHeader& header, const Tokens& tokens) {
    const auto drop = [&](std::size_t from, std::size_t to) {
      const auto begin = static_cast<std::ptrdiff_t>(from);
      const auto end = static_cast<std::ptrdiff_t>(to);
      header.cells.erase(header.cells.begin() + begin, header.cells.begin() + end);
      header.roles.erase(header.roles.begin() + begin, header.roles.begin() + end);
    };
    for (std::size_t i = header.cells.size(); i-- > 0;) {
      const auto [begin, end] = header.cells[i];
      const std::u32string text = joined(tokens, begin, end);
      const std::string word = to_utf8(text);
      if (is_level1_category(word) || is_level2_category(word)) {
        drop(i, header.cells.size());
      } else if (text.ends_with(U"绩效指标") || text == U"指标" ||
                 look_up_listed_header(word).role == Role::indicators) {
        drop(i, i + 1);
      }
    }
  }

  /// Words of columns that stand by themselves in all forms.
  void take_other_words(SpreadWords& words) const {
    std::set<std::u32string> known;
    for (const auto& [begin, end] : words.header.cells) {
      known.insert(joined(words.tokens, begin, end));
      known.insert(words.tokens[begin].text);
    }
    const Tokens& tokens = forms_.front();
    // In the order that headers have.
    for (const auto is :
         {is_level1, is_level2, is_level3, is_comparator, is_target, is_unit, is_weight}) {
      for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Role role = look_up_header(to_utf8(tokens[i].text)).role;
        // 绩效指标 stands at the side.
        const bool side = is(Role::level3) && tokens[i].text.find(U"绩效") != std::u32string::npos;
        const bool has = holds_levels(role) &&
                         std::find(words.header.roles.begin(), words.header.roles.end(), role) !=
                             words.header.roles.end();
        if (!is(role) || side || has || !is_alone(tokens, i) || !in_all_forms(tokens[i].text) ||
            !known.insert(tokens[i].text).second) {
          continue;
        }
        words.tokens.push_back(tokens[i]);
        // Above years (指标值 | 前年 | 上年) it comes just before them.
        const std::size_t at = holds_targets(role) ? years_of(words) : words.header.cells.size();
        const std::size_t end = words.header.end++;
        words.header.cells.insert(words.header.cells.begin() + static_cast<std::ptrdiff_t>(at),
                                  {end, end + 1});
        words.header.roles.insert(words.header.roles.begin() + static_cast<std::ptrdiff_t>(at),
                                  role);
      }
    }
    drop_points(words);
  }

  /// Where the years begin that end a header, two of them or more; or its end.
  static std::size_t years_of(const SpreadWords& words) {
    constexpr std::size_t longest = 8;
    const auto& cells = words.header.cells;
    std::size_t years = cells.size();
    while (years > 0) {
      const std::u32string text =
          joined(words.tokens, cells[years - 1].first, cells[years - 1].second);
      if (text.size() > longest || text.find(U'年') == text.npos) {
        break;
      }
      --years;
    }
    return cells.size() - years > 1 ? years : cells.size();
  }

  /// （90） below 分值权重 is no piece of another word.
  static void drop_points(SpreadWords& words) {
    for (std::size_t i = 0; i < words.header.cells.size(); ++i) {
      auto& [begin, end] = words.header.cells[i];
      if (end - begin > 1 && words.header.roles[i] != Role::weight &&
          is_points(words.tokens[end - 1].text)) {
        --end;
      }
    }
  }

  [[nodiscard]] bool in_all_forms(const std::u32string& text) const {
    return std::all_of(forms_.begin(), forms_.end(), [&](const Tokens& form) {
      return std::any_of(form.begin(), form.end(),
                         [&](const StreamToken& token) { return token.text == text; });
    });
  }

  /// 指标值 | … | 前年 | 上年: the word above the years comes just before them.
  static void put_years_last(SpreadWords& words) {
    auto& cells = words.header.cells;
    auto& roles = words.header.roles;
    const std::size_t years = years_of(words);
    const auto group = std::find_if(roles.begin(), roles.end(), holds_targets);
    const auto at = group - roles.begin();
    if (years == cells.size() || static_cast<std::size_t>(at) + 1 >= years) {
      return;
    }
    const auto last = static_cast<std::ptrdiff_t>(years);
    std::rotate(cells.begin() + at, cells.begin() + at + 1, cells.begin() + last);
    std::rotate(roles.begin() + at, roles.begin() + at + 1, roles.begin() + last);
  }

  const std::vector<Line>& lines_;
  const std::vector<Tokens>& forms_;
  std::optional<SpreadWords> words_;
};

}  // namespace

std::vector<bool> SpreadWords::in(const std::vector<Line>& lines, const Tokens& form) const {
  constexpr std::size_t nearest = 6;
  std::vector<bool> taken(form.size(), false);
  for (const auto& [begin, end] : header.cells) {
    int page = -1;  // a page has each word once
    for (std::size_t i = 0; i < form.size(); ++i) {
      if (taken[i] || form[i].text != tokens[begin].text || lines[form[i].line].page == page) {
        continue;
      }
      std::vector<std::size_t> pieces{i};
      for (std::size_t next = i + 1, k = begin + 1; k < end; ++k) {
        while (next < form.size() && next < i + nearest &&
               (taken[next] || form[next].text != tokens[k].text)) {
          ++next;
        }
        if (next == form.size() || next == i + nearest) {
          break;
        }
        pieces.push_back(next++);
      }
      if (pieces.size() == end - begin) {
        page = lines[form[i].line].page;
        for (const std::size_t piece : pieces) {
          taken[piece] = true;
        }
      }
    }
  }
  // （90） stands below a word.
  for (std::size_t i = 0; i < form.size(); ++i) {
    taken[i] = taken[i] || (is_alone(form, i) && is_points(form[i].text));
  }
  return taken;
}

std::optional<SpreadWords> spread_words(const std::vector<Line>& lines,
                                        const std::vector<Tokens>& forms) {
  return Words(lines, forms).run();
}

}  // namespace budgetdiff::import
