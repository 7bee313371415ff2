#include "import/stream/label_pieces.hpp"

#include "import/stream/stream_label.hpp"
#include "import/stream/value_text.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <string>

namespace budgetdiff::import {
namespace {

class Pieces {
 public:
  explicit Pieces(std::vector<StreamToken>& tokens) : tokens_(tokens) {}

  void run() {
    join_stacked_labels();
    join_broken_labels();
  }

 private:
  [[nodiscard]] std::size_t line_end(std::size_t at) const {
    std::size_t end = at + 1;
    while (end < tokens_.size() && !tokens_[end].starts_line) {
      ++end;
    }
    return end;
  }

  /// Whether a token begins its line and is short enough to be a piece of a label.
  [[nodiscard]] bool is_piece(std::size_t i, std::size_t longest) const {
    const StreamToken& token = tokens_[i];
    return token.starts_line && token.text.size() <= longest &&
           std::all_of(token.text.begin(), token.text.end(), is_cjk);
  }

  [[nodiscard]] bool ends_line(std::size_t i) const {
    return i + 1 == tokens_.size() || tokens_[i + 1].starts_line;
  }

  /// 年度 / 总体 / 目标 in a narrow column, a piece a line, beside the first lines of the goal.
  void join_stacked_labels() {
    constexpr std::size_t nearest = 4;
    constexpr std::size_t longest_piece = 3;
    const auto next_piece = [&](std::size_t at) {
      std::size_t lines = 0;
      for (std::size_t i = at + 1; i < tokens_.size() && lines < nearest; ++i) {
        lines += tokens_[i].starts_line ? 1U : 0U;
        if (is_piece(i, longest_piece)) {
          return i;
        }
      }
      return tokens_.size();
    };
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      const std::size_t second = is_piece(at, longest_piece) ? next_piece(at) : tokens_.size();
      const std::size_t third = second < tokens_.size() ? next_piece(second) : second;
      if (third >= tokens_.size()) {
        continue;
      }
      const std::u32string word = tokens_[at].text + tokens_[second].text + tokens_[third].text;
      if (!is_goal(look_up_listed_header(to_utf8(word)).role)) {
        continue;
      }
      tokens_[at].text = word;
      for (const std::size_t piece : {third, second}) {
        if (piece + 1 < tokens_.size()) {
          tokens_[piece + 1].starts_line = true;
        }
        tokens_.erase(tokens_.begin() + static_cast<std::ptrdiff_t>(piece));
      }
    }
  }

  /// 年度总 按照上级… / 体目标 合，…: pieces of a label that both have a line of prose behind.
  [[nodiscard]] bool beside_prose(std::size_t at, std::size_t next) const {
    const auto heads_prose = [&](std::size_t i) {
      constexpr std::size_t longest_piece = 4;
      return is_piece(i, longest_piece) && !ends_line(i);
    };
    return heads_prose(at) && heads_prose(next) &&
           is_prose(joined(tokens_, at + 1, line_end(at)) +
                    joined(tokens_, next + 1, line_end(next)));
  }

  /// A label beside several lines may have its pieces between them: 项目绩效目 … 标. Of goals that
  /// have labels of their own it says nothing.
  void join_broken_labels() {
    constexpr std::size_t nearest = 4;
    constexpr std::size_t longest_piece = 8;
    std::size_t goals = 0;
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      goals += is_goal(label_at(tokens_, at, tokens_.size()).role) ? 1U : 0U;
    }
    for (std::size_t at = 0; at < tokens_.size(); ++at) {
      const auto alone = [&](std::size_t i) { return is_piece(i, longest_piece) && ends_line(i); };
      // Its first piece may have the value's first line behind it.
      if (!is_piece(at, longest_piece) ||
          label_at(tokens_, at, tokens_.size()).role != Role::none) {
        continue;
      }
      std::size_t seen = 0;
      for (std::size_t next = at + 1; next < tokens_.size() && seen < nearest; ++next) {
        seen += tokens_[next].starts_line ? 1U : 0U;
        if (!(alone(next) || beside_prose(at, next)) ||
            label_at(tokens_, next, tokens_.size()).role != Role::none) {
          continue;
        }
        const std::u32string word = tokens_[at].text + tokens_[next].text;
        if (const Role role = look_up_header(to_utf8(word)).role; role != Role::none) {
          tokens_[at].text = is_goal(role) && goals > 1 ? U"绩效指标" : word;
          if (next + 1 < tokens_.size()) {
            tokens_[next + 1].starts_line = true;
          }
          tokens_.erase(tokens_.begin() + static_cast<std::ptrdiff_t>(next));
          break;
        }
      }
    }
  }

  std::vector<StreamToken>& tokens_;
};

}  // namespace

void join_label_pieces(std::vector<StreamToken>& tokens) {
  Pieces(tokens).run();
}

}  // namespace budgetdiff::import
