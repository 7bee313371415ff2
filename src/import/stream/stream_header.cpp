#include "import/stream/stream_header.hpp"

#include "import/page/header_readings.hpp"
#include "import/text/amount_run.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <limits>

namespace budgetdiff::import {
namespace {

/// A header has no more tokens, a word of it no more pieces and letters.
constexpr std::size_t longest_header = 80;
constexpr std::size_t most_pieces = 6;
constexpr std::size_t longest_cell = 40;
constexpr std::size_t longest_unknown = 12;
constexpr double cell_cost = 2;
constexpr double unknown_cell = 6;
constexpr double unknown_letter = 1;

/// Whether a header may begin with these words.
bool may_begin(const std::u32string& text) {
  return text.find_first_of(U"一二三级指标项目单位名称序号预算编码") != text.npos;
}

/// Whether a word stands at the side of all indicators: 绩效指标.
bool ends_side(const std::u32string& word) {
  return word.ends_with(U"绩效指标") || word.ends_with(U"绩效目标指标");
}

/// Whether a word says whose year a column's targets are: 前年, 上年, 预计当年实现. 年度, 年初 and
/// 年末 do not.
bool says_year(const std::u32string& text) {
  constexpr std::size_t longest = 8;
  const std::size_t year = text.find(U'年');
  return text.size() <= longest && year != text.npos && year > 0 &&
         (year + 1 == text.size() ||
          std::u32string_view(U"度初末").find(text[year + 1]) == std::u32string_view::npos);
}

std::optional<StreamHeader> header_from(const std::vector<StreamToken>& tokens, std::size_t from,
                                        HeaderReadings& readings) {
  const std::size_t n = std::min(longest_header, tokens.size() - from);
  struct Best {
    double score = -std::numeric_limits<double>::infinity();
    std::size_t before = 0;
    bool known = false;
  };
  std::vector<Best> best(n + 1);
  best[0].score = 0;
  for (std::size_t begin = 0; begin < n; ++begin) {
    std::u32string text;
    for (std::size_t end = begin + 1; end <= n && end - begin <= most_pieces; ++end) {
      const StreamToken& token = tokens[from + end - 1];
      const bool number = read_published_amount(token.text).has_value();
      text += token.text;
      // 单位：万元 stands above a header, numbers of columns below it.
      if (text.size() > longest_cell || number || token.text.find(U'：') != token.text.npos ||
          (end > begin + 1 && !may_join(tokens[from + end - 2], token))) {
        break;
      }
      // 上年 / 预计当年实现: two columns, each of its own year.
      if (end > begin + 1 && says_year(token.text) && says_year(tokens[from + begin].text)) {
        break;
      }
      const double weight = readings.weight_of(text);
      if (weight == 0 && (end - begin > 2 || text.size() > longest_unknown ||
                          text.find_first_of(U"0123456789≥≤＞＜><=≧≦%。，；") != text.npos)) {
        continue;
      }
      const double score =
          best[begin].score +
          (weight > 0 ? weight - cell_cost
                      : -unknown_cell - unknown_letter * static_cast<double>(text.size()));
      if (score > best[end].score) {
        best[end] = {score, begin, weight > 0};
      }
    }
  }
  std::size_t end = 0;
  for (std::size_t i = 1; i <= n; ++i) {
    if (best[i].known && best[i].score > best[end].score) {
      end = i;
    }
  }
  // What a header's last line says besides, known or not.
  std::vector<std::size_t> unknown;
  for (std::size_t i = from + end; end > 0 && i < tokens.size() && !tokens[i].starts_line; ++i) {
    const std::u32string& text = tokens[i].text;
    if (text.size() > longest_unknown || read_published_amount(text) ||
        text.find_first_of(U"0123456789≥≤＞＜><=≧≦%。，；：") != text.npos) {
      unknown.clear();
      break;
    }
    unknown.push_back(i);
  }
  StreamHeader out{from, from + end, {}, {}};
  for (std::size_t at = end; at > 0; at = best[at].before) {
    const std::size_t begin = best[at].before;
    out.cells.emplace_back(from + begin, from + at);
    out.roles.push_back(
        look_up_listed_header(to_utf8(joined(tokens, from + begin, from + at))).role);
  }
  std::reverse(out.cells.begin(), out.cells.end());
  std::reverse(out.roles.begin(), out.roles.end());
  // 合计 before an amount is the first row's.
  if (out.cells.size() > 1 && out.end < tokens.size() && unknown.empty() &&
      is_sum_label(to_utf8(joined(tokens, out.cells.back().first, out.cells.back().second))) &&
      read_published_amount(tokens[out.end].text)) {
    out.end = out.cells.back().first;
    out.cells.pop_back();
    out.roles.pop_back();
  }
  // 分值权重 / （90）
  if (unknown.empty() && !out.cells.empty() && out.end < tokens.size() &&
      tokens[out.end].starts_line && tokens[out.end].text.size() <= longest_unknown &&
      (tokens[out.end].text.front() == U'（' || tokens[out.end].text.front() == U'(')) {
    out.cells.back().second = ++out.end;
  }
  for (const std::size_t i : unknown) {
    out.end = i + 1;
    out.cells.emplace_back(i, i + 1);
    out.roles.push_back(Role::remark);
  }
  // 是否核心指 / 标; behind a whole word it ends what stands at the side of all: 绩效指 … / 标.
  if (out.end < tokens.size() && tokens[out.end].starts_line && !out.cells.empty() &&
      (tokens[out.end].text == U"标" || tokens[out.end].text == U"指标")) {
    const std::u32string rest = tokens[out.end].text;
    const auto [side, behind] = out.cells.front();
    const bool first = out.cells.size() > 1 && ends_side(joined(tokens, side, behind) + rest);
    const bool before = from > 0 && ends_side(tokens[from - 1].text + rest);
    const bool whole = out.roles.back() != Role::none && out.roles.back() != Role::remark;
    ++out.end;
    if (first && whole) {
      out.cells.erase(out.cells.begin());
      out.roles.erase(out.roles.begin());
    } else if (!before || !whole) {
      out.cells.back().second = out.end;
    }
  }
  const auto has = [&](auto is) { return std::any_of(out.roles.begin(), out.roles.end(), is); };
  const bool levels = has([](Role role) { return role == Role::level1 || role == Role::level2; });
  const bool named =
      has([&](Role role) { return role == Role::level3 || (levels && role == Role::indicators); });
  const auto known = static_cast<std::size_t>(std::count_if(
      out.roles.begin(), out.roles.end(), [](Role role) { return role != Role::none; }));
  if (!named || !has(holds_targets) || known < 3 || known * 10 < out.roles.size() * 7) {
    return std::nullopt;
  }
  return out;
}

}  // namespace

std::optional<StreamHeader> find_stream_header(const std::vector<StreamToken>& tokens,
                                               std::size_t from) {
  HeaderReadings readings;
  std::optional<StreamHeader> best;
  for (std::size_t at = from; at < tokens.size(); ++at) {
    if (best && at >= best->cells.front().first) {
      break;
    }
    if (!may_begin(tokens[at].text) || readings.weight_of(tokens[at].text) == 0) {
      // A broken word may begin one as well, at a line's start.
      if (!tokens[at].starts_line || tokens[at].text.size() > 6 || !may_begin(tokens[at].text)) {
        continue;
      }
    }
    auto header = header_from(tokens, at, readings);
    if (header && (!best || header->roles.size() > best->roles.size())) {
      best = std::move(header);
    }
  }
  return best;
}

}  // namespace budgetdiff::import
