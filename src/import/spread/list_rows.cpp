#include "import/spread/list_rows.hpp"

#include "import/spread/list_pairs.hpp"
#include "import/stream/dealt_rows.hpp"
#include "import/stream/value_text.hpp"
#include "import/text/source_lines.hpp"

#include <algorithm>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

bool is_latin(char32_t c) {
  return (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z');
}

bool closes(char32_t c) {
  return std::u32string_view(U"，。；、：）》”！？").find(c) != std::u32string_view::npos;
}

class Rows {
 public:
  Rows(const std::vector<ListPiece>& pieces, const std::vector<ListPlace>& places,
       const std::vector<Role>& roles, const ListWidths& widths)
      : pieces_(pieces), places_(places), roles_(roles), widths_(widths) {}

  std::optional<ListRows> run() {
    take_cells();
    for (std::size_t c = 0; c < roles_.size(); ++c) {
      name_ = roles_[c] == Role::level3 ? c : name_;
      project_ = roles_[c] == Role::project_name ? c : project_;
      target_ = holds_targets(roles_[c]) ? c : target_;
    }
    if (out_.cells[name_].empty() || out_.cells[project_].empty()) {
      return std::nullopt;
    }
    const bool again = says_projects_again();
    if (!take_rows(again) || !(again ? join_projects() : take_projects())) {
      return std::nullopt;
    }
    return std::move(out_);
  }

 private:
  [[nodiscard]] const std::u32string& text(std::size_t piece) const {
    return pieces_[piece].token.text;
  }

  void take_cells() {
    out_.cells.assign(roles_.size(), {});
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      const std::size_t c = places_[i].column;
      if (c == none) {
        continue;
      }
      if (places_[i].begins || out_.cells[c].empty()) {
        out_.cells[c].push_back({{}, pieces_[i].page});
      }
      out_.cells[c].back().pieces.push_back(i);
    }
    for (std::size_t c = 0; c < roles_.size(); ++c) {
      for (ListCell& cell : out_.cells[c]) {
        mend_order(cell, c);
      }
    }
  }

  /// Where fonts change within a line, print gives its end before its beginning: no line begins
  /// with a closing mark, and a number behind a Latin word is its own. The two make a full line.
  void mend_order(ListCell& cell, std::size_t c) const {
    std::vector<std::size_t>& all = cell.pieces;
    for (std::size_t k = 0; k + 1 < all.size(); ++k) {
      const std::u32string& end = text(all[k]);
      const std::u32string& begin = text(all[k + 1]);
      const bool out_of_order =
          closes(end.front()) || (is_digit(end.front()) && is_latin(begin.back()));
      const int width = width_of(end) + width_of(begin);
      constexpr int slack = 3;
      if (out_of_order && pieces_[all[k + 1]].token.starts_line &&
          std::abs(width - widths_[c]) <= slack && width_of(begin) + slack < widths_[c]) {
        std::swap(all[k], all[k + 1]);
        ++k;
      }
    }
  }

  /// The cells of a column on a page: [first, end).
  [[nodiscard]] std::pair<std::size_t, std::size_t> on_page(std::size_t c, std::size_t page) const {
    const std::vector<ListCell>& cells = out_.cells[c];
    const auto begin = std::find_if(cells.begin(), cells.end(),
                                    [&](const ListCell& one) { return one.page >= page; });
    const auto end =
        std::find_if(begin, cells.end(), [&](const ListCell& one) { return one.page > page; });
    return {static_cast<std::size_t>(begin - cells.begin()),
            static_cast<std::size_t>(end - cells.begin())};
  }

  /// Whether two cells have a line in common.
  [[nodiscard]] bool beside(const ListCell& a, const ListCell& b) const {
    return std::any_of(a.pieces.begin(), a.pieces.end(), [&](std::size_t i) {
      return std::any_of(b.pieces.begin(), b.pieces.end(), [&](std::size_t k) {
        return pieces_[i].token.line == pieces_[k].token.line;
      });
    });
  }

  [[nodiscard]] double pair_cost(const ListCell& a, const ListCell& b) const {
    constexpr double in_line = -2;
    constexpr double per_page = 3;
    const double away = std::abs(static_cast<double>(a.page) - static_cast<double>(b.page));
    return (beside(a, b) ? in_line : 0) + per_page * away;
  }

  [[nodiscard]] std::u32string text_of(const ListCell& cell) const {
    std::u32string out;
    for (const std::size_t i : cell.pieces) {
      out += text(i);
    }
    return out;
  }

  /// Whether each row has its project's name and goal again.
  [[nodiscard]] bool says_projects_again() const {
    const std::vector<ListCell>& names = out_.cells[project_];
    std::size_t same = 0;
    for (std::size_t k = 1; k < names.size(); ++k) {
      same += text_of(names[k]) == text_of(names[k - 1]) ? 1U : 0U;
    }
    return same > 2 && same * 3 > names.size();
  }

  bool take_rows(bool again) {
    const std::size_t pages = pieces_.back().page + 1;
    for (std::size_t page = 0; page < pages; ++page) {
      take_page(page, again);
    }
    std::size_t wrong = 0;
    for (const DealtRow& row : out_.rows) {
      wrong += row.cells[target_] == none ? 1U : 0U;
    }
    // What is wrong is told page by page, so that some of it is no reason to give nothing.
    constexpr std::size_t part = 4;
    return (wrong + lost_) * part <= out_.rows.size();
  }

  void take_page(std::size_t page, bool again) {
    const auto [first, end] = on_page(name_, page);
    const std::size_t begin = out_.rows.size();
    for (std::size_t r = first; r < end; ++r) {
      DealtRow row;
      row.cells.assign(roles_.size(), none);
      row.cells[name_] = r;
      out_.rows.push_back(std::move(row));
    }
    bool agree = true;
    bool unpaired = false;
    for (std::size_t c = 0; c < roles_.size(); ++c) {
      const Role role = roles_[c];
      if (c != name_ && (holds_targets(role) || role == Role::comparator || role == Role::weight)) {
        const bool pairs = pair_column(page, begin, c);
        unpaired = unpaired || (holds_targets(role) && !pairs);
        agree = agree && pairs;
      }
    }
    for (std::size_t c = 0; c < roles_.size(); ++c) {
      if (roles_[c] == Role::measurement_unit) {
        agree = take_units(page, begin, c) && agree;
      } else if (again && (is_of_projects(roles_[c]) || holds_levels(roles_[c])) && c != name_) {
        pair_column(page, begin, c);
      }
    }
    for (std::size_t r = begin; r < out_.rows.size(); ++r) {
      out_.rows[r].unpaired = unpaired;
      out_.rows[r].doubtful = !agree || may_be_names_rest(out_.rows[r]);
    }
  }

  /// Whether the last line of a target may as well be that of the name beside it, whose lines end
  /// full.
  [[nodiscard]] bool may_be_names_rest(const DealtRow& row) const {
    constexpr int letter = 2;
    if (row.cells[target_] == none) {
      return false;
    }
    const std::vector<std::size_t>& target = out_.cells[target_][row.cells[target_]].pieces;
    const std::vector<std::size_t>& name = out_.cells[name_][row.cells[name_]].pieces;
    return target.size() > 1 && !is_digit(text(target.back()).front()) &&
           width_of(text(name.back())) + letter >= widths_[name_];
  }

  /// Gives the rows of a page from `begin` their cells of a column; whether there are as many.
  bool pair_column(std::size_t page, std::size_t begin, std::size_t c) {
    constexpr double skip = 3;
    const std::size_t from = on_page(c, page).first;
    const std::size_t cells = on_page(c, page).second - from;
    const std::size_t rows = out_.rows.size() - begin;
    const std::vector<std::size_t> pairs =
        pair_in_order(rows, cells, skip, [&](std::size_t r, std::size_t k) {
          return pair_cost(out_.cells[name_][out_.rows[begin + r].cells[name_]],
                           out_.cells[c][from + k]);
        });
    std::size_t paired = 0;
    for (std::size_t r = 0; r < rows; ++r) {
      if (pairs[r] != no_pair) {
        out_.rows[begin + r].cells[c] = from + pairs[r];
        ++paired;
      }
    }
    lost_ += holds_targets(roles_[c]) ? cells - paired : 0;
    return paired == rows && paired == cells;
  }

  /// Units stand beside numbers.
  bool take_units(std::size_t page, std::size_t begin, std::size_t c) {
    const auto [from, to] = on_page(c, page);
    std::size_t next = from;
    bool agree = true;
    for (std::size_t r = begin; r < out_.rows.size(); ++r) {
      const std::size_t target = out_.rows[r].cells[target_];
      const bool number =
          target != none && is_bare_number(text(out_.cells[target_][target].pieces.front()));
      if (number && next < to) {
        out_.rows[r].cells[c] = next++;
      } else {
        agree = agree && !number;
      }
    }
    return agree && next == to;
  }

  [[nodiscard]] static bool is_of_projects(Role role) {
    return role == Role::project_name || role == Role::project_code || is_goal(role) ||
           role == Role::money;
  }

  /// Rows that follow one another with the same name are a project's; of its cells, which rows say
  /// again, the one counts that most of them say.
  bool join_projects() {
    std::vector<std::u32string> names;  // of each row
    for (const DealtRow& row : out_.rows) {
      const std::size_t at = row.cells[project_];
      names.push_back(at == none ? std::u32string{} : text_of(out_.cells[project_][at]));
    }
    std::map<std::u32string, std::size_t> times;
    for (const std::u32string& name : names) {
      ++times[name];
    }
    // One that no other row has was dealt wrongly, between two of a project.
    std::vector<std::size_t> begins;
    std::u32string last;
    std::vector<bool> doubtful;
    for (std::size_t r = 0; r < names.size(); ++r) {
      const bool odd = names[r].empty() || (times[names[r]] == 1 && !last.empty());
      const bool alone = odd && !names[r].empty() && r + 1 < names.size() && names[r + 1] != last &&
                         !names[r + 1].empty();
      if (last.empty() || (names[r] != last && !(odd && !alone))) {
        begins.push_back(r);
        last = names[r];
        doubtful.push_back(false);
      }
      out_.rows[r].doubtful = out_.rows[r].doubtful || odd;
      out_.repeated.push_back(begins.size() - 1);
    }
    begins.push_back(names.size());
    out_.of_projects.assign(roles_.size(), false);
    out_.projects.assign(roles_.size(), {});
    out_.doubtful_projects = std::move(doubtful);
    for (std::size_t c = 0; c < roles_.size(); ++c) {
      out_.of_projects[c] = is_of_projects(roles_[c]);
      for (std::size_t p = 0; out_.of_projects[c] && p + 1 < begins.size(); ++p) {
        std::map<std::u32string, std::pair<std::size_t, std::size_t>> said;  // how often, and where
        for (std::size_t r = begins[p]; r < begins[p + 1]; ++r) {
          const std::size_t at = out_.rows[r].cells[c];
          if (at != none) {
            auto& [count, cell] =
                said.emplace(text_of(out_.cells[c][at]), std::pair(0, at)).first->second;
            ++count;
          }
        }
        const auto most = std::max_element(
            said.begin(), said.end(),
            [](const auto& a, const auto& b) { return a.second.first < b.second.first; });
        out_.projects[c].push_back(most == said.end() ? none : most->second.second);
        const bool sure = most != said.end() && most->second.first * 2 > begins[p + 1] - begins[p];
        out_.doubtful_projects[p] = out_.doubtful_projects[p] || !sure;
      }
    }
    return true;
  }

  /// Gives names of projects their cells of each column; whether most have some.
  bool take_projects() {
    constexpr double skip = 4;
    out_.of_projects.assign(roles_.size(), false);
    out_.projects.assign(roles_.size(), {});
    const std::vector<ListCell>& names = out_.cells[project_];
    out_.doubtful_projects.assign(names.size(), false);
    std::size_t missing = 0;
    for (std::size_t c = 0; c < roles_.size(); ++c) {
      const Role role = roles_[c];
      out_.of_projects[c] = is_of_projects(role);
      if (!out_.of_projects[c] || role == Role::money) {
        continue;
      }
      const std::vector<ListCell>& cells = out_.cells[c];
      out_.projects[c] =
          pair_in_order(names.size(), cells.size(), skip, [&](std::size_t i, std::size_t k) {
            return c == project_ ? (i == k ? 0 : skip) : pair_cost(names[i], cells[k]);
          });
      std::size_t paired = 0;
      for (const std::size_t k : out_.projects[c]) {
        paired += k == no_pair ? 0U : 1U;
      }
      missing += names.size() + cells.size() - 2 * paired;
      doubt_uneven_pages(c);
    }
    constexpr std::size_t part = 2;
    return missing * part <= names.size();
  }

  /// Where a page has not as many cells of a column as names of projects, which of them is too much
  /// is not known; pages before and behind it are as sure as ever.
  void doubt_uneven_pages(std::size_t c) {
    const std::vector<ListCell>& names = out_.cells[project_];
    bool uneven = false;  // the page of the name
    for (std::size_t k = 0; k < names.size(); ++k) {
      if (k == 0 || names[k].page != names[k - 1].page) {
        const auto [first_name, last_name] = on_page(project_, names[k].page);
        const auto [first, last] = on_page(c, names[k].page);
        uneven = last_name - first_name != last - first;
      }
      out_.doubtful_projects[k] =
          out_.doubtful_projects[k] || out_.projects[c][k] == no_pair || uneven;
    }
  }

  const std::vector<ListPiece>& pieces_;
  const std::vector<ListPlace>& places_;
  const std::vector<Role>& roles_;
  const ListWidths& widths_;
  std::size_t name_ = 0;
  std::size_t project_ = 0;
  std::size_t target_ = 0;
  std::size_t lost_ = 0;  ///< targets that no name has
  ListRows out_;
};

}  // namespace

std::optional<ListRows> list_rows(const std::vector<ListPiece>& pieces,
                                  const std::vector<ListPlace>& places,
                                  const std::vector<Role>& roles, const ListWidths& widths) {
  return Rows(pieces, places, roles, widths).run();
}

}  // namespace budgetdiff::import
