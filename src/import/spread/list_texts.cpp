#include "import/spread/list_texts.hpp"

#include "import/page/white_strip.hpp"
#include "import/page/word_kinds.hpp"
#include "import/project_types.hpp"
#include "import/spread/list_words.hpp"
#include "import/stream/cell_text.hpp"
#include "import/stream/date_seam.hpp"
#include "import/stream/dealt_rows.hpp"
#include "import/stream/value_text.hpp"
#include "import/text/flow.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr double whole_category = -5;
constexpr double no_category = 12;
constexpr double broken_category = 6;  ///< whose end does not come
constexpr double whole_sign = -4;
constexpr double broken_goal = 5;          ///< that ends within a sentence
constexpr double behind_goal_end = 1;      ///< a goal goes on behind a full stop
constexpr double point_as_goal = 3;        ///< a goal begins with its second point
constexpr double piece_of_category = 3.5;  ///< as a cell of another column
constexpr double rest_of_category = 4;
constexpr double first_level_below = 1.5;  ///< 成本指标 as a second level
constexpr double marks_in_name = 3;
constexpr double opens_with_bracket = 3;
constexpr double common = -1.5;  ///< one of few words that a column has again and again
constexpr double uncommon = 4;
constexpr double uncommon_type = 2;
constexpr double whole_type = -3;
constexpr double type_elsewhere = 3;
constexpr double odd_explanation = 1.5;
constexpr double category_in_name = 2.5;
constexpr double sign_in_text = 6;
constexpr double number_in_text = 2;
constexpr double surest_amount = -2.5;
constexpr double common_weight = -1;
constexpr double uncommon_weight = 1.5;
constexpr double long_figure = 3;        ///< 2023年 and letters, as a target
constexpr double odd_target = 1.3;       ///< words that say no quality
constexpr double number_and_more = 2.5;  ///< where units have a column
constexpr double short_category = 5;     ///< 产出 without 指标
constexpr double speaks = -0.7;          ///< a name as indicators' or projects' are
constexpr double of_department = -3;
constexpr double without_code = 2.5;  ///< where other names have one
constexpr double odd_beginning = 6;   ///< a cell, with a closing mark

}  // namespace

int ListTexts::begin(const StreamToken& piece) {
  return add({piece});
}

int ListTexts::go_on(int text, int piece, std::size_t c) {
  const bool prose = holds_prose(roles_[c]);
  const std::uint64_t key = (static_cast<std::uint64_t>(text) << 33U) |
                            (static_cast<std::uint64_t>(piece) << 1U) | (prose ? 1U : 0U);
  const auto found = joins_.find(key);
  if (found != joins_.end()) {
    return found->second;
  }
  const int out = join(text, texts_[static_cast<std::size_t>(piece)].pieces.front(), c);
  joins_.emplace(key, out);
  return out;
}

int ListTexts::join(int text, const StreamToken& piece, std::size_t c) {
  std::vector<StreamToken> pieces = texts_[static_cast<std::size_t>(text)].pieces;
  if (holds_prose(roles_[c]) && pieces.size() > 1) {
    pieces.erase(pieces.begin());
  }
  pieces.push_back(piece);
  return add(std::move(pieces));
}

int ListTexts::add(std::vector<StreamToken> pieces) {
  std::u32string key;
  for (const StreamToken& piece : pieces) {
    key += piece.starts_line ? U'\n' : U' ';
    key += piece.text;
  }
  const auto [at, fresh] = numbers_.emplace(std::move(key), static_cast<int>(texts_.size()));
  if (fresh) {
    Text text;
    text.joined = joined(pieces, 0, pieces.size());
    text.pieces = std::move(pieces);
    texts_.push_back(std::move(text));
  }
  return at->second;
}

double ListTexts::fit(int text, std::size_t c) {
  Text& one = texts_[static_cast<std::size_t>(text)];
  if (one.fits.empty()) {
    const CellText cell = cell_text(one.pieces, 0, one.pieces.size());
    for (const Role role : roles_) {
      double cost = 0;
      if (role == Role::level1 || role == Role::level2) {
        const bool first = role == Role::level2 && is_level1_category(to_utf8(one.joined));
        const bool full = one.joined.ends_with(U"指标");
        cost = is_category(one.joined, role)
                   ? whole_category + (first ? first_level_below : 0) + (full ? 0 : short_category)
               : may_begin_category(one.joined, role) ? 0
                                                      : no_category;
      } else if (role == Role::comparator) {
        cost = cell.kind.compares ? whole_sign : may_begin_sign(one.joined) ? 0 : no_category;
      } else {
        const bool odd = holds_targets(role) && !cell.kind.number && !cell.kind.target &&
                         !cell.quality && !cell.date && !is_digit(one.joined.front());
        cost = fit_of(cell, role) + more(one.joined, role) + (odd ? odd_target : 0);
        if (role == Role::money) {
          cost = std::max(cost, surest_amount);
        } else if (role == Role::weight && cell.kind.number) {
          cost += is_common(one.joined) && one.joined.size() < 3 ? common_weight : uncommon_weight;
        } else if (holds_targets(role) && is_long_figure(one.joined)) {
          cost += long_figure;
        }
      }
      one.fits.push_back(cost);
    }
  }
  return one.fits[c];
}

bool ListTexts::is_common(const std::u32string& text) const {
  const auto known = times_.find(text);
  return known != times_.end() && known->second > 2;
}

double ListTexts::more(const std::u32string& text, Role role) const {
  const bool name = role == Role::level3 || role == Role::project_name;
  double out = 0;
  if (name && text.find_first_of(U"，。；") != text.npos) {
    out += marks_in_name;
  }
  if (name && text.ends_with(U"指标")) {
    out += rest_of_category;
  }
  const bool speaks_so = role == Role::level3         ? ends_as_indicator(text)
                         : role == Role::project_name ? ends_as_project(text)
                                                      : false;
  const bool speaks_otherwise = role == Role::level3         ? ends_as_project(text)
                                : role == Role::project_name ? ends_as_indicator(text)
                                                             : false;
  out += speaks_so ? speaks : speaks_otherwise ? -speaks : 0;
  if (holds_targets(role) && text.find_first_of(U"。；") != text.npos) {
    out += marks_in_name;
  }
  const bool unit = role == Role::department || role == Role::spending_unit;
  if (unit && text.size() > 1 && department_.find(text) != department_.npos) {
    out += of_department;
  }
  return out;
}

double ListTexts::of_beginning(int text, std::size_t c) {
  if (texts_[static_cast<std::size_t>(text)].begins.empty()) {
    std::vector<double> costs;
    for (std::size_t k = 0; k < roles_.size(); ++k) {
      costs.push_back(beginning(text, k));
    }
    texts_[static_cast<std::size_t>(text)].begins = std::move(costs);
  }
  return texts_[static_cast<std::size_t>(text)].begins[c];
}

double ListTexts::beginning(int text, std::size_t c) {
  const std::u32string& joined = texts_[static_cast<std::size_t>(text)].joined;
  const Role role = roles_[c];
  double out = fit(text, c);
  if (role == Role::level1 || role == Role::level2 || role == Role::comparator) {
    return out;
  }
  const std::string word = to_utf8(joined);
  const bool whole = is_level1_category(word) || is_level2_category(word);
  if (!whole && joined.size() > 1 && (begins_level1(word) || begins_level2(word))) {
    out += piece_of_category;
  } else if (joined == U"标" || (joined.ends_with(U"指标") && joined.size() < 5 &&
                                 (is_piece_of_level1(word) || is_piece_of_level2(word)))) {
    out += rest_of_category;
  }
  if (begins_with_end(joined) && role != Role::measurement_unit) {
    out += odd_beginning;
  }
  if (role == Role::project_name && coded_) {
    out += is_coded(joined) ? common : without_code;
  }
  if (is_goal(role)) {
    out += is_later_point(joined) ? point_as_goal : 0;
  } else if (role != Role::measurement_unit &&
             (joined.front() == U'（' || joined.front() == U'(') && joined.size() < 6) {
    out += opens_with_bracket;
  }
  if ((explaining_ >> c & 1U) != 0) {
    out += joined.starts_with(U"反映") ? common : odd_explanation;
  } else if (has_types_ && is_project_type(joined)) {
    // 新增 | 延续 | 一次性 stand in their column, and hardly anything else does.
    out += role == Role::project_type ? whole_type : type_elsewhere;
  } else if (role == Role::project_type || role == Role::remark || role == Role::none) {
    const bool figure = joined.find_first_of(U"0123456789%％≥≤<>=＝＞＜") != joined.npos;
    const bool often = is_common(joined) && !figure;
    out += often ? common : figure ? uncommon : role == Role::project_type ? uncommon_type : 0;
  }
  return out;
}

double ListTexts::of_going_on(int before, int after, std::size_t c) {
  std::vector<double>& costs = texts_[static_cast<std::size_t>(after)].goes_on;
  if (costs.empty()) {
    costs.assign(roles_.size(), std::numeric_limits<double>::quiet_NaN());
  }
  if (std::isnan(costs[c])) {
    const double cost = going_on(before, after, c);
    texts_[static_cast<std::size_t>(after)].goes_on[c] = cost;
    return cost;
  }
  return costs[c];
}

double ListTexts::going_on(int before, int after, std::size_t c) {
  const Role role = roles_[c];
  const double was = fit(before, c);
  const double is = fit(after, c);
  const std::u32string& last = texts_[static_cast<std::size_t>(after)].pieces.back().text;
  if (role == Role::level1 || role == Role::level2) {
    return is - was + (last.front() == U'（' || last.front() == U'(' ? no_category : 0);
  }
  if (role == Role::comparator) {
    return is - was;
  }
  const std::u32string& joined = texts_[static_cast<std::size_t>(after)].joined;
  const bool unit = role == Role::department || role == Role::spending_unit;
  if (unit && department_.find(joined) != department_.npos) {
    return of_department;
  }
  if (unit && last.find_first_of(U"0123456789") != last.npos) {
    return no_category;  // a code
  }
  double cost = std::max(speaks, is - std::max(was, 0.0));
  if ((role == Role::project_type || role == Role::remark || role == Role::none) &&
      is_common(texts_[static_cast<std::size_t>(before)].joined)) {
    cost += uncommon;
  }
  const std::string word = to_utf8(last);
  const bool text_column =
      role != Role::money && role != Role::measurement_unit && !holds_targets(role);
  if (text_column) {
    const WordKind kind = kind_of(last);
    cost += kind.compares || kind.target     ? sign_in_text
            : kind.number && last.size() < 5 ? number_in_text
                                             : 0;
  }
  if ((role == Role::level3 || role == Role::project_name) && last.size() > 2 &&
      (begins_level2(word) || is_level2_category(word))) {
    cost += category_in_name;
  }
  if (holds_targets(role) && has_units_ &&
      import::is_bare_number(texts_[static_cast<std::size_t>(before)].joined) &&
      !is_digit(last.front()) && last.front() != U'.' &&
      last.find_first_of(U"年月日") == last.npos) {
    cost += number_and_more;
  }
  if (last == U"标" || (last.ends_with(U"指标") && last.size() < 5)) {
    cost += rest_of_category;
  }
  if (is_goal(role)) {
    const Text& text = texts_[static_cast<std::size_t>(after)];
    const std::u32string& first = text.pieces[text.pieces.size() - 2].text;
    cost += closes_sentence(first) && !is_later_point(last) ? behind_goal_end : 0;
    cost += begins_list(last) ||
                    (is_later_point(last) && !closes_sentence(first) && first.back() != U'；')
                ? point_as_goal
                : 0;
  }
  return cost;
}

double ListTexts::of_end(int text, std::size_t c) {
  if (texts_[static_cast<std::size_t>(text)].ends.empty()) {
    std::vector<double> costs;
    for (std::size_t k = 0; k < roles_.size(); ++k) {
      costs.push_back(end(text, k));
    }
    texts_[static_cast<std::size_t>(text)].ends = std::move(costs);
  }
  return texts_[static_cast<std::size_t>(text)].ends[c];
}

double ListTexts::end(int text, std::size_t c) {
  const Role role = roles_[c];
  const Text& one = texts_[static_cast<std::size_t>(text)];
  if (role == Role::level1 || role == Role::level2) {
    return is_category(one.joined, role) ? 0 : broken_category;
  }
  if (role == Role::comparator) {
    return may_begin_sign(one.joined) ? broken_category : 0;
  }
  if (is_goal(role)) {
    return closes_sentence(one.joined) || one.joined.back() == U'；' ? 0 : broken_goal;
  }
  return 0;
}

bool ListTexts::parts_at_blank(int before, int after) const {
  return blank_parts(texts_[static_cast<std::size_t>(before)].pieces.back().text,
                     texts_[static_cast<std::size_t>(after)].pieces.back().text);
}

bool ListTexts::begins_freely(int text, std::size_t c) const {
  const std::u32string& last = texts_[static_cast<std::size_t>(text)].pieces.back().text;
  return is_goal(roles_[c]) && (is_later_point(last) || last.size() == 1);
}

bool ListTexts::part_date(int text, int next) const {
  return parts_date(texts_[static_cast<std::size_t>(text)].joined,
                    texts_[static_cast<std::size_t>(next)].pieces.back().text);
}

bool ListTexts::goes_on_in_latin(int text) const {
  const std::vector<StreamToken>& pieces = texts_[static_cast<std::size_t>(text)].pieces;
  const auto letter = [](char32_t c) {
    return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
  };
  const char32_t next = pieces.back().text.front();
  return pieces.size() > 1 && letter(pieces[pieces.size() - 2].text.back()) &&
         (letter(next) || is_digit(next));
}

ListTexts::ListTexts(const std::vector<Role>& roles, const std::vector<ListPiece>& pieces,
                     std::u32string department, ColumnMask explaining)
    : roles_(roles), department_(std::move(department)), explaining_(explaining) {
  std::size_t coded = 0;
  for (const ListPiece& piece : pieces) {
    ++times_[piece.token.text];
    coded += is_coded(piece.token.text) ? 1U : 0U;
  }
  coded_ = coded > 1;
  has_types_ = std::find(roles.begin(), roles.end(), Role::project_type) != roles.end();
  has_units_ = std::find(roles.begin(), roles.end(), Role::measurement_unit) != roles.end();
}

bool ListTexts::is_bare_number(int text) const {
  return import::is_bare_number(texts_[static_cast<std::size_t>(text)].joined);
}

}  // namespace budgetdiff::import
