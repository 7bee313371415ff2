#include "import/stream/header_assembly.hpp"

#include "import/text/flow.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

using Tokens = std::vector<StreamToken>;

constexpr std::size_t longest_piece = 8;
constexpr std::size_t most_lines_before = 3;
constexpr std::size_t most_lines_behind = 6;

Role role_of(const std::u32string& text) {
  return look_up_listed_header(to_utf8(text)).role;
}

/// Columns of indicators, and no label above them.
bool heads_column(const std::u32string& text) {
  const Role role = role_of(text);
  return holds_levels(role) || holds_targets(role) || role == Role::comparator ||
         role == Role::measurement_unit || role == Role::weight || role == Role::remark;
}

struct Word {
  std::u32string text;
  std::vector<std::size_t> tokens;
};

class Assembly {
 public:
  explicit Assembly(const Tokens& form) : form_(form) {
    for (std::size_t i = 0; i < form.size(); ++i) {
      if (i == 0 || form[i].starts_line) {
        lines_.push_back(i);
      }
    }
    lines_.push_back(form.size());
  }

  std::optional<AssembledHeader> run() {
    const auto level = std::find_if(form_.begin(), form_.end(), [](const StreamToken& token) {
      const Role role = role_of(token.text);
      return role == Role::level2 || role == Role::level3;
    });
    const auto at = static_cast<std::size_t>(level - form_.begin());
    std::size_t line = 0;
    while (line + 1 < lines_.size() && lines_[line + 1] <= at) {
      ++line;
    }
    if (level == form_.end()) {
      return std::nullopt;
    }
    for (std::size_t before = std::min(most_lines_before, line) + 1; before-- > 0;) {
      if (take(line - before, line)) {
        return header();
      }
    }
    return std::nullopt;
  }

 private:
  /// Puts the words together that begin in line `first` or later; whether the lines up to `last`
  /// say nothing else.
  bool take(std::size_t first, std::size_t last) {
    words_.clear();
    for (std::size_t line = first; line + 1 < lines_.size() && line <= last + most_lines_behind;
         ++line) {
      const std::vector<Word> known = words_;
      bool all = true;
      for (std::size_t i = lines_[line]; i < lines_[line + 1]; ++i) {
        all = all && take_piece(i);
      }
      if (!all) {
        words_ = known;  // a row
        if (line <= last) {
          return false;
        }
        break;
      }
    }
    return std::all_of(words_.begin(), words_.end(),
                       [](const Word& word) { return heads_column(word.text); });
  }

  bool take_piece(std::size_t i) {
    const std::u32string& text = form_[i].text;
    const bool letters =
        text.size() <= longest_piece && std::all_of(text.begin(), text.end(), is_cjk);
    if (!letters || is_level1_category(to_utf8(text)) || is_level2_category(to_utf8(text))) {
      return false;
    }
    for (Word& word : words_) {
      if (!heads_column(word.text) && heads_column(word.text + text)) {
        word.text += text;
        word.tokens.push_back(i);
        return true;
      }
    }
    words_.push_back({text, {i}});
    return heads_column(text) || may_go_on(i);
  }

  /// Whether a token of a later line makes a known word of token `i`.
  [[nodiscard]] bool may_go_on(std::size_t i) const {
    constexpr std::size_t farthest = 24;
    for (std::size_t k = i + 1; k < form_.size() && k < i + farthest; ++k) {
      if (form_[k].text.size() <= longest_piece && heads_column(form_[i].text + form_[k].text)) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] std::optional<AssembledHeader> header() {
    std::stable_sort(words_.begin(), words_.end(), [](const Word& a, const Word& b) {
      return place_of(role_of(a.text)) < place_of(role_of(b.text));
    });
    AssembledHeader out;
    for (const Word& word : words_) {
      const std::size_t begin = out.tokens.size();
      for (const std::size_t i : word.tokens) {
        out.tokens.push_back(form_[i]);
      }
      out.header.cells.emplace_back(begin, out.tokens.size());
      out.header.roles.push_back(role_of(word.text));
    }
    out.header.end = out.tokens.size();
    const auto& roles = out.header.roles;
    const bool named = std::count(roles.begin(), roles.end(), Role::level3) == 1;
    return named && std::any_of(roles.begin(), roles.end(), holds_targets)
               ? std::optional(std::move(out))
               : std::nullopt;
  }

  static int place_of(Role role) {
    return role == Role::level1 ? 0 : role == Role::level2 ? 1 : role == Role::level3 ? 2 : 3;
  }

  const Tokens& form_;
  std::vector<std::size_t> lines_;  ///< where they begin, and the end
  std::vector<Word> words_;
};

}  // namespace

std::optional<AssembledHeader> assemble_header(const Tokens& form) {
  return Assembly(form).run();
}

}  // namespace budgetdiff::import
