#include "import/spread/list_doubts.hpp"

#include "import/page/category_sense.hpp"
#include "import/stream/cell_text.hpp"
#include "import/stream/dealt_rows.hpp"
#include "import/text/flow.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <set>
#include <string_view>

namespace budgetdiff::import {
namespace {

bool is_balanced(const std::u32string& text) {
  int depth = 0;
  for (const char32_t c : text) {
    depth += std::u32string_view(U"（(《“").find(c) != std::u32string_view::npos   ? 1
             : std::u32string_view(U"）)》”").find(c) != std::u32string_view::npos ? -1
                                                                                   : 0;
    if (depth < 0) {
      return false;
    }
  }
  return depth == 0;
}

/// Whether a text may be a target: a number, a day, or what something is or becomes.
bool may_be_target(const std::u32string& text) {
  const std::vector<StreamToken> tokens{{text, 0, true, false}};
  const CellText cell = cell_text(tokens, 0, 1);
  return cell.kind.number || cell.kind.target || cell.kind.figure || cell.quality || cell.date;
}

bool is_sign(const std::u32string& text) {
  return !text.empty() && comparator_signs.find(text.front()) != comparator_signs.npos;
}

bool is_odd(const DoubtRow& row, bool has_units, bool has_comparators) {
  const bool number = !row.target.empty() && is_bare_number(row.target);
  const std::string name = to_utf8(row.name);
  return row.target.empty() || row.name.size() < 2 || !is_balanced(row.name) ||
         !is_balanced(row.target) || !may_be_target(row.target) ||
         row.name.find_first_of(U"。；") != row.name.npos ||
         (has_units && number == row.unit.empty()) ||
         (has_comparators && is_sign(row.comparator) != number) ||
         (!has_comparators && !row.comparator.empty()) ||
         (!row.level2.empty() && speaks_for_another(name, to_utf8(row.level2))) ||
         (!row.level1.empty() && !row.level2.empty() &&
          !may_belong_under(to_utf8(row.level1), to_utf8(row.level2)));
}

int rank_of(const std::u32string& level1) {
  return level1.starts_with(U"满意") ? 3 : level1.starts_with(U"效") ? 2 : 1;
}

/// Whether categories come again, or in another order than in the standard's forms.
bool mixes_levels(const DoubtProject& project) {
  std::set<std::u32string> known;
  const DoubtRow* last = nullptr;
  for (const DoubtRow& row : project.rows) {
    const bool changes = last == nullptr || row.level1 != last->level1;
    if (changes && !row.level1.empty() && !known.insert(row.level1).second) {
      return true;
    }
    if (last != nullptr && changes && rank_of(row.level1) < rank_of(last->level1)) {
      return true;
    }
    last = &row;
  }
  return false;
}

std::size_t points_of(const DoubtProject& project) {
  std::size_t out = 0;
  for (const DoubtRow& row : project.rows) {
    const bool number = !row.weight.empty() && row.weight.size() < 4 &&
                        row.weight.find_first_not_of(U"0123456789") == row.weight.npos;
    out += number ? std::stoul(to_utf8(row.weight)) : 0;
  }
  return out;
}

}  // namespace

ListDoubts list_doubts(const std::vector<DoubtProject>& projects, bool has_units,
                       bool has_comparators) {
  constexpr std::size_t all_points = 100;
  const auto are_most = [&](auto is) {
    return static_cast<std::size_t>(std::count_if(projects.begin(), projects.end(), is)) * 2 >
           projects.size();
  };
  const auto closes = [](const DoubtProject& one) {
    return !one.goal.empty() && closes_sentence(one.goal);
  };
  const bool points =
      are_most([](const DoubtProject& one) { return points_of(one) == all_points; });
  const bool sentences = are_most(closes);
  ListDoubts out;
  for (const DoubtProject& project : projects) {
    out.projects.push_back(project.name.empty() || !is_balanced(project.name) ||
                           (points && points_of(project) != all_points) ||
                           (sentences && !closes(project)) || mixes_levels(project));
    out.rows.emplace_back();
    for (const DoubtRow& row : project.rows) {
      out.rows.back().push_back(is_odd(row, has_units, has_comparators));
    }
  }
  return out;
}

}  // namespace budgetdiff::import
