#include "import/spread/found_words.hpp"

#include "import/stream/value_text.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

using Tokens = std::vector<StreamToken>;

constexpr std::size_t longest_word = 16;
constexpr std::size_t longest_piece = 8;

bool is_word_letter(char32_t c) {
  return is_cjk(c) || U'（' == c || U'）' == c || c == U'(' || c == U')';
}

bool is_word(const std::u32string& text) {
  return text.size() <= longest_word && std::any_of(text.begin(), text.end(), is_cjk) &&
         std::all_of(text.begin(), text.end(), is_word_letter);
}

bool opens(char32_t c) {
  return c == U'（' || c == U'(';
}
bool closes(char32_t c) {
  return c == U'）' || c == U')';
}

bool is_balanced(const std::u32string& text) {
  return std::count_if(text.begin(), text.end(), opens) ==
         std::count_if(text.begin(), text.end(), closes);
}

Term meaning_of(const std::u32string& text) {
  const std::string word = to_utf8(text);
  if (!is_balanced(text) || is_level1_category(word) || is_level2_category(word)) {
    return {};
  }
  return look_up_listed_header(word);
}

bool heads_column(Role role) {
  switch (role) {
    case Role::none:
    case Role::year:
    case Role::stage:
    case Role::money_unit:
    case Role::person:
      return false;
    default:
      return true;
  }
}

class Words {
 public:
  Words(const std::vector<Line>& lines, const Tokens& page)
      : lines_(lines), page_(page), used_(page.size(), false) {}

  std::vector<FoundWord> run() {
    take_whole();
    if (found_.empty()) {
      return {};
    }
    take_broken();
    take_short();
    take_rests();
    take_begins();
    take_groups();
    take_unknown();
    return std::move(found_);
  }

 private:
  [[nodiscard]] std::size_t line_of(std::size_t i) const { return page_[i].line; }

  [[nodiscard]] bool same_line(std::size_t a, std::size_t b) const {
    return page_[a].line == page_[b].line;
  }

  /// Whether a token may be a word of a header, or a piece of one.
  [[nodiscard]] bool may_be_word(std::size_t i) const {
    const std::string text = to_utf8(page_[i].text);
    return is_word(page_[i].text) && !is_level1_category(text) && !is_level2_category(text);
  }

  /// Whether a token stands where a header's may: in its line nothing but such words.
  [[nodiscard]] bool in_line_of_words(std::size_t i) const {
    std::size_t first = i;
    while (first > 0 && same_line(first - 1, i)) {
      --first;
    }
    for (std::size_t k = first; k < page_.size() && same_line(k, i); ++k) {
      if (!may_be_word(k)) {
        return false;
      }
    }
    return true;
  }

  /// Words that a list's rows hardly have.
  [[nodiscard]] static bool is_usual(const Term& term) {
    return term.role != Role::remark && (term.role != Role::money || term.column == total_column());
  }

  /// Whether a token begins what stands between blank lines, or stands beside another word.
  [[nodiscard]] bool stands_apart(std::size_t i) const {
    return begins_flow(lines_, page_, i) || (i > 0 && same_line(i - 1, i)) ||
           (i + 1 < page_.size() && same_line(i + 1, i));
  }

  /// 合计 and an amount: a row.
  [[nodiscard]] bool is_sum_row(std::size_t i) const {
    return is_sum_label(to_utf8(page_[i].text)) && i + 1 < page_.size() &&
           is_amount(page_[i + 1].text);
  }

  [[nodiscard]] bool has(const Term& term) const {
    return std::any_of(found_.begin(), found_.end(), [&](const FoundWord& one) {
      return one.word.role == term.role && one.word.money == term.column;
    });
  }

  /// Roles that a list may have several columns of.
  static bool may_repeat(Role role) {
    return role == Role::remark || role == Role::money || role == Role::indicators ||
           role == Role::level3 || holds_targets(role);
  }

  void add(const Term& term, std::u32string text, std::vector<std::size_t> tokens) {
    FoundWord one;
    one.word.role = term.role;
    one.word.money = term.column;
    one.word.text = std::move(text);
    one.word.line = line_of(tokens.front());
    for (const std::size_t i : tokens) {
      used_[i] = true;
      one.word.pieces.push_back(page_[i].text);
    }
    one.tokens = std::move(tokens);
    found_.push_back(std::move(one));
  }

  void take_whole() {
    for (std::size_t i = 0; i < page_.size(); ++i) {
      take_word(i, 2);
    }
    const bool levels = std::any_of(found_.begin(), found_.end(), [](const FoundWord& one) {
      return holds_levels(one.word.role);
    });
    if (!levels) {
      found_.clear();
    }
  }

  /// Short words that no piece of another one is.
  void take_short() {
    for (std::size_t i = 0; i < page_.size(); ++i) {
      if (!used_[i] && among_words(i)) {
        take_word(i, 1);
      }
    }
  }

  /// Words of more than so many letters; those of the first columns are no pieces of others.
  void take_word(std::size_t i, std::size_t longer) {
    const std::u32string& text = page_[i].text;
    const Term term = is_word(text) ? meaning_of(text) : Term{};
    const bool whole = term.role == Role::sequence || term.role == Role::weight;
    if (text.size() <= longer && !(whole && text.size() > 1)) {
      return;
    }
    const bool same = std::any_of(found_.begin(), found_.end(),
                                  [&](const FoundWord& one) { return one.word.text == text; });
    // 单位 and 绩效 begin or end other words: 绩效 | 指标 | 值.
    const bool piece = is_bare_level(text) || text == U"单位" || text == U"绩效";
    if (!heads_column(term.role) || term.role == Role::indicators || same || piece ||
        !in_line_of_words(i) || (has(term) && !may_repeat(term.role)) || is_sum_row(i) ||
        (!is_usual(term) && !stands_apart(i))) {
      return;
    }
    add(term, text, {i});
  }

  /// 一级, of 一级指标.
  static bool is_bare_level(const std::u32string& text) {
    return text.size() == 2 && text[1] == U'级';
  }

  /// Whether a token stands among words of the header.
  [[nodiscard]] bool among_words(std::size_t i) const {
    constexpr std::size_t near = 3;
    const std::size_t first = i > near ? i - near : 0;
    for (std::size_t k = first; k < page_.size() && k <= i + near; ++k) {
      if (used_[k]) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] Role role_of(const std::vector<std::size_t>& tokens) const {
    std::u32string text;
    for (const std::size_t k : tokens) {
      text += page_[k].text;
    }
    return meaning_of(text).role;
  }

  /// Words that print breaks over lines, those of levels first, and those whose pieces stand
  /// nearest to each other.
  void take_broken() {
    while (true) {
      std::vector<std::size_t> nearest;
      for (std::size_t i = 0; i < page_.size(); ++i) {
        if (used_[i] || page_[i].text.size() > longest_piece || !may_be_piece(i) ||
            opens(page_[i].text.front()) || ends_target(page_[i].text) || is_sum_row(i) ||
            !among_words(i)) {
          continue;
        }
        std::vector<std::size_t> tokens{i};
        std::vector<std::size_t> best;
        search(tokens, page_[i].text, best);
        const auto is_better = [&] {
          const bool level = holds_levels(role_of(best));
          const bool known = !nearest.empty() && holds_levels(role_of(nearest));
          return nearest.empty() || (level && !known) ||
                 (level == known && best.back() - best.front() < nearest.back() - nearest.front());
        };
        if (!best.empty() && is_better()) {
          nearest = std::move(best);
        }
      }
      if (nearest.empty()) {
        return;
      }
      std::u32string text;
      for (const std::size_t k : nearest) {
        text += page_[k].text;
      }
      const Term term = meaning_of(text);
      add(term, std::move(text), std::move(nearest));
    }
  }

  /// 值 ends the word of a column of targets, and begins none: 绩效指标 | 值, 绩效度量 | 单位.
  static bool ends_target(const std::u32string& piece) { return piece == U"值"; }

  [[nodiscard]] bool may_be_piece(std::size_t i) const {
    const std::u32string& text = page_[i].text;
    return std::all_of(text.begin(), text.end(), is_word_letter);
  }

  void search(std::vector<std::size_t>& tokens, const std::u32string& text,
              std::vector<std::size_t>& best) const {
    constexpr std::size_t most_pieces = 4;
    if (tokens.size() > 1) {
      const Term term = meaning_of(text);
      if (heads_column(term.role) && (!has(term) || may_repeat(term.role)) &&
          term.role != Role::indicators && !is_bare_level(text) &&
          (best.empty() || tokens.back() < best.back())) {
        best = tokens;
      }
    }
    if (tokens.size() == most_pieces) {
      return;
    }
    const std::size_t last = tokens.back();
    for (std::size_t k = last + 1; k < page_.size() && k <= last + farthest_piece; ++k) {
      if (used_[k] || page_[k].text.size() > longest_piece || !may_be_piece(k) ||
          line_of(k) == line_of(last) || is_sum_row(k)) {
        continue;
      }
      if (!best.empty() && k >= best.back()) {
        return;
      }
      tokens.push_back(k);
      search(tokens, text + page_[k].text, best);
      tokens.pop_back();
    }
  }

  /// The rest of a word that is known without it as well: 财政专户 | 拨款.
  void take_rests() {
    constexpr std::size_t near = 8;
    std::stable_sort(found_.begin(), found_.end(), [](const FoundWord& a, const FoundWord& b) {
      return a.word.text.size() < b.word.text.size();
    });
    for (FoundWord& one : found_) {
      for (std::size_t k = one.tokens.back() + 1; k < page_.size() && k <= one.tokens.back() + near;
           ++k) {
        const Term term = used_[k] || !may_be_piece(k) || is_sum_row(k) ||
                                  line_of(k) == line_of(one.tokens.back())
                              ? Term{}
                              : meaning_of(one.word.text + page_[k].text);
        const bool unit = opens(page_[k].text.front());
        if (heads_column(term.role) && term.role == one.word.role &&
            term.column == one.word.money && among_words(k) &&
            (!unit || term.role == Role::money)) {
          one.word.text += page_[k].text;
          one.word.pieces.push_back(page_[k].text);
          one.tokens.push_back(k);
          used_[k] = true;
        }
      }
    }
  }

  /// The begin of a word that is known without it as well: 绩效 | 指标 | 值.
  void take_begins() {
    constexpr std::size_t near = 8;
    for (FoundWord& one : found_) {
      const std::size_t first = one.tokens.front();
      for (std::size_t k = first - std::min(first, near); k < first; ++k) {
        const bool begins = !used_[k] && page_[k].text == U"绩效" && line_of(k) < line_of(first);
        const Term term = begins ? meaning_of(page_[k].text + one.word.text) : Term{};
        if (heads_column(term.role) && term.role == one.word.role) {
          one.word.text = page_[k].text + one.word.text;
          one.word.pieces.insert(one.word.pieces.begin(), page_[k].text);
          one.tokens.insert(one.tokens.begin(), k);
          one.word.line = line_of(k);
          used_[k] = true;
          break;
        }
      }
    }
  }

  /// 绩效指标 above other words.
  void take_groups() {
    for (std::size_t i = 0; i < page_.size(); ++i) {
      if (!used_[i] && page_[i].text.size() > 2 && is_word(page_[i].text) &&
          meaning_of(page_[i].text).role == Role::indicators &&
          (begins_flow(lines_, page_, i) || among_words(i))) {
        add({Role::indicators, {}}, page_[i].text, {i});
      }
    }
  }

  /// Words that nobody knows, between such that are known.
  void take_unknown() {
    for (std::size_t i = 0; i < page_.size(); ++i) {
      const bool beside = (i > 0 && used_[i - 1] && line_of(i - 1) == line_of(i)) ||
                          (i + 1 < page_.size() && used_[i + 1] && line_of(i + 1) == line_of(i));
      const std::string text = to_utf8(page_[i].text);
      if (!used_[i] && beside && is_word(page_[i].text) && page_[i].text.size() > 2 &&
          !is_level1_category(text) && !is_level2_category(text) && !in_data(i)) {
        add({Role::none, {}}, page_[i].text, {i});
      }
    }
  }

  /// Whether the line of a token holds what is no word.
  [[nodiscard]] bool in_data(std::size_t i) const {
    std::size_t words = 0;
    std::size_t others = 0;
    for (std::size_t k = 0; k < page_.size(); ++k) {
      if (line_of(k) == line_of(i)) {
        (used_[k] ? words : others) += 1;
      }
    }
    return others >= words;
  }

  const std::vector<Line>& lines_;
  const Tokens& page_;
  std::vector<bool> used_;
  std::vector<FoundWord> found_;
};

}  // namespace

std::vector<FoundWord> found_words(const std::vector<Line>& lines, const Tokens& page) {
  return Words(lines, page).run();
}

bool begins_flow(const std::vector<Line>& lines, const Tokens& page, std::size_t i) {
  const Line& line = lines[page[i].line];
  return i == 0 || (page[i].starts_line &&
                    (line.blank_before || line.starts_page || page[i - 1].line + 1 < page[i].line));
}

std::string_view total_column() {
  static const std::string_view total = look_up_listed_header("合计").column;
  return total;
}

}  // namespace budgetdiff::import
