#include "import/stream/stream_form.hpp"

#include "import/text/amount_run.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr std::size_t longest_label = 24;
/// A label is broken into so many pieces at most.
constexpr std::size_t most_pieces = 5;

struct Pair {
  std::size_t label = 0;  ///< tokens [label, value)
  std::size_t value = 0;  ///< tokens [value, end)
  std::size_t end = 0;
  Role role = Role::none;

  [[nodiscard]] bool has_value() const { return value < end; }
};

struct Label {
  std::size_t end = 0;
  Role role = Role::none;
};

/// The longest label that begins with token `at`.
Label label_at(const std::vector<StreamToken>& tokens, std::size_t at, std::size_t end) {
  Label out{at, Role::none};
  std::u32string text;
  for (std::size_t k = at; k < end && k < at + most_pieces; ++k) {
    text += tokens[k].text;
    if (text.size() > longest_label || (k > at && (!may_join(tokens[k - 1], tokens[k]) ||
                                                   read_published_amount(tokens[k].text)))) {
      break;
    }
    if (const Role role = look_up_header(to_utf8(text)).role; role != Role::none) {
      out = {k + 1, role};
    }
  }
  return out;
}

bool is_goal(Role role) {
  return role == Role::goal || role == Role::annual_goal;
}

/// 中期目标 and 年度目标 first, their texts behind both: parted at the end of a sentence.
void part_goals(std::vector<Pair>& pairs, const std::vector<StreamToken>& tokens) {
  for (std::size_t i = 0; i + 1 < pairs.size(); ++i) {
    Pair& first = pairs[i];
    Pair& second = pairs[i + 1];
    if (!is_goal(first.role) || !is_goal(second.role) || first.has_value()) {
      continue;
    }
    for (std::size_t at = second.value + 1; at < second.end; ++at) {
      if (tokens[at - 1].text.back() == U'。') {
        first.value = second.value;
        first.end = at;
        second.value = at;
        break;
      }
    }
  }
}

std::vector<Pair> pairs_of(const std::vector<StreamToken>& tokens, std::size_t begin,
                           std::size_t end) {
  std::vector<Pair> out;
  for (std::size_t at = begin; at < end;) {
    const Label label = label_at(tokens, at, end);
    if (label.role == Role::none) {
      if (!out.empty()) {
        out.back().end = at + 1;
      }
      ++at;
      continue;
    }
    out.push_back({at, label.end, label.end, label.role});
    at = label.end;
  }
  return out;
}

}  // namespace

std::size_t form_start(const std::vector<StreamToken>& tokens, std::size_t from, std::size_t end) {
  for (std::size_t at = from; at < end; ++at) {
    if (tokens[at].text.find_first_of(U"项专政") != 0) {
      continue;
    }
    const Label label = label_at(tokens, at, end);
    if (label.role == Role::project_name && label.end < end &&
        joined(tokens, at, label.end).size() >= 4 &&
        label_at(tokens, label.end, end).role == Role::none) {
      // Other labels may stand before it on its line: 项目编码 … 项目名称 ….
      std::size_t first = at;
      while (first > from && tokens[first - 1].line == tokens[at].line) {
        --first;
      }
      return label_at(tokens, first, end).role != Role::none ? first : at;
    }
  }
  return end;
}

Grid stream_form(const std::vector<Line>& lines, const std::vector<StreamToken>& tokens,
                 std::size_t begin, std::size_t end) {
  std::vector<Pair> pairs = pairs_of(tokens, begin, end);
  part_goals(pairs, tokens);
  std::stable_partition(pairs.begin(), pairs.end(), [](const Pair& pair) {
    return pair.role == Role::project_name && pair.has_value();
  });
  Grid grid(std::max<std::size_t>(1, pairs.size()), 2);
  for (std::size_t row = 0; row < pairs.size(); ++row) {
    const Pair& pair = pairs[row];
    // Where goals were parted, the second's value does not follow its label.
    const std::size_t label_end = label_at(tokens, pair.label, end).end;
    grid.add(cell_of(lines, tokens, pair.label, label_end, row, 0));
    if (pair.has_value()) {
      grid.add(cell_of(lines, tokens, pair.value, pair.end, row, 1));
    }
  }
  if (!pairs.empty()) {
    grid.place = grid.cells().front().place;
  }
  return grid;
}

}  // namespace budgetdiff::import
