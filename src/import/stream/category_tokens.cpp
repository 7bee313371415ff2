#include "import/stream/category_tokens.hpp"

#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <utility>

namespace budgetdiff::import {
namespace {

/// What a broken category's next piece is at most away, in lines.
constexpr std::size_t nearest_lines = 4;
constexpr std::size_t side_lines = 16;
constexpr std::size_t longest_category = 12;

bool is_category(const std::u32string& text) {
  const std::string word = to_utf8(text);
  return text.ends_with(U"指标") && (is_level1_category(word) || is_level2_category(word));
}

bool is_known_side(const std::u32string& text) {
  return look_up_listed_header(to_utf8(text)).role == Role::indicators;
}

bool heads_side(const std::u32string& text) {
  return is_known_side(text) || text.ends_with(U"绩效指标");
}

/// Takes the words of one kind out, whole or in pieces that begin lines.
class Taker {
 public:
  explicit Taker(const std::vector<StreamToken>& tokens)
      : tokens_(tokens), taken_(tokens.size(), false) {}

  FormRowTokens run() {
    take_sides_before_categories();
    std::vector<std::vector<std::size_t>> found;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (taken_[at] || !may_begin(at)) {
        continue;
      }
      if (auto pieces = word_from(at, is_category, nearest_lines); !pieces.empty()) {
        take(pieces);
        found.push_back(std::move(pieces));
      }
    }
    // The words at the side are what is left alone in its line.
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      if (!taken_[at] && tokens_[at].starts_line && alone(at)) {
        take(side_from(at));
      }
    }
    FormRowTokens out;
    std::vector<std::size_t> before(tokens_.size() + 1, 0);
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      before[i + 1] = before[i] + (taken_[i] ? 0 : 1);
      if (!taken_[i]) {
        out.kept.push_back(tokens_[i]);
        // What stood behind a category begins the line now.
        out.kept.back().apart = i > 0 && taken_[i - 1];
        out.kept.back().starts_line = tokens_[i].starts_line || out.kept.back().apart;
      }
    }
    for (const auto& pieces : found) {
      FormCategory category;
      for (const std::size_t i : pieces) {
        category.tokens.push_back(tokens_[i]);
        category.text += tokens_[i].text;
      }
      const std::string word = to_utf8(category.text);
      category.level1 = is_level1_category(word);
      category.level2 = is_level2_category(word);
      category.before = before[pieces[(pieces.size() - 1) / 2]];
      const std::size_t next = pieces.front() + 1;
      category.leads_line = next < tokens_.size() && !tokens_[next].starts_line;
      out.categories.push_back(std::move(category));
    }
    return out;
  }

 private:
  /// 绩效指 产出指标: what begins a line before a category is at the side of all, and so is its
  /// rest.
  void take_sides_before_categories() {
    for (std::size_t at = 0; at + 1 < tokens_.size(); ++at) {
      if (tokens_[at].starts_line && !tokens_[at + 1].starts_line &&
          tokens_[at].text.find(U'绩') != std::u32string::npos &&
          is_category(tokens_[at + 1].text)) {
        take(word_from(at, heads_side, side_lines));
      }
    }
  }

  /// Categories begin a line, or follow one that does.
  [[nodiscard]] bool may_begin(std::size_t at) const {
    return tokens_[at].starts_line || (at > 0 && taken_[at - 1]);
  }

  [[nodiscard]] bool alone(std::size_t at) const {
    return at + 1 == tokens_.size() || tokens_[at + 1].starts_line;
  }

  void take(const std::vector<std::size_t>& pieces) {
    for (const std::size_t i : pieces) {
      taken_[i] = true;
    }
  }

  /// The tokens of a word at the side. A whole one is no end of a longer one that nobody knows:
  /// 公里 | 绩效指标 are a unit and that word.
  [[nodiscard]] std::vector<std::size_t> side_from(std::size_t at) const {
    std::vector<std::size_t> out = word_from(at, heads_side, side_lines);
    std::u32string text;
    for (const std::size_t i : out) {
      text += tokens_[i].text;
    }
    const bool whole = out.size() > 1 && heads_side(tokens_[out.back()].text);
    return whole && !is_known_side(text) ? std::vector<std::size_t>{} : out;
  }

  /// The tokens of a word from `at` on: itself, or with the first pieces that end it on one of
  /// the next lines.
  template <typename Is>
  [[nodiscard]] std::vector<std::size_t> word_from(std::size_t at, Is is,
                                                   std::size_t most_lines) const {
    if (is(tokens_[at].text)) {
      return {at};
    }
    std::vector<std::size_t> pieces{at};
    std::u32string text = tokens_[at].text;
    if (text.size() >= longest_category || !std::all_of(text.begin(), text.end(), is_cjk) ||
        text.front() == U'（') {
      return {};
    }
    std::size_t lines = 0;
    for (std::size_t next = at + 1; next < tokens_.size() && lines <= most_lines; ++next) {
      lines += tokens_[next].starts_line ? 1U : 0U;
      if (taken_[next] || !tokens_[next].starts_line) {
        continue;
      }
      const std::u32string more = text + tokens_[next].text;
      if (more.size() > longest_category) {
        continue;
      }
      if (is(more)) {
        pieces.push_back(next);
        return pieces;
      }
      // 社会效 / 益指 / 标
      if (lines == 1 && !is(tokens_[next].text) && is_piece_of_level2(to_utf8(more)) &&
          pieces.size() == 1) {
        text = more;
        pieces.push_back(next);
        lines = 0;
      }
    }
    return {};
  }

  const std::vector<StreamToken>& tokens_;
  std::vector<bool> taken_;
};

}  // namespace

FormRowTokens take_categories(const std::vector<StreamToken>& tokens) {
  return Taker(tokens).run();
}

bool categories_come_again(const std::vector<FormCategory>& categories) {
  std::vector<std::u32string> first;
  std::vector<std::u32string> second;
  for (const FormCategory& one : categories) {
    if (one.level1 == one.level2) {
      continue;  // 成本指标 is of either level
    }
    std::vector<std::u32string>& seen = one.level1 ? first : second;
    const auto known = std::find(seen.begin(), seen.end(), one.text);
    if (known == seen.end()) {
      seen.push_back(one.text);
    } else if (known + 1 != seen.end()) {
      return true;
    }
  }
  return false;
}

}  // namespace budgetdiff::import
