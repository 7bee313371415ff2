#include "import/table/repeated_tables.hpp"

#include "import/table/table_editions.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>

namespace budgetdiff::import {
namespace {

/// What is said above a table, by its own lines, else by those above the tables before it.
struct Said {
  TableEdition edition;
  std::string heading;  ///< the nearest line that may tell whose table it is, or ""
};

struct Row {
  std::size_t grid = 0;
  std::size_t row = 0;
};

/// A list or a form, with what goes on with it in further grids.
struct Extent {
  std::vector<Row> rows;
  std::uint64_t digest = 0;  ///< tables that differ in it need no comparison
  Said said;
  Place place;
};

/// A title, or a short line without a label's colon: 二、农技站.
std::string nearest_heading(const std::vector<std::u32string>& lines) {
  constexpr std::size_t longest = 20;
  for (auto line = lines.rbegin(); line != lines.rend(); ++line) {
    const std::u32string text = without_space(*line);
    const bool is_short = text.size() <= longest && text.find_first_of(U"：:。") == text.npos;
    if (!text.empty() && (is_short || heads_section(text))) {
      return to_utf8(text);
    }
  }
  return {};
}

Said said_above(const std::vector<std::u32string>& lines, const Place& place, const Said& before) {
  std::vector<std::string> texts;
  texts.reserve(lines.size());
  for (const std::u32string& line : lines) {
    texts.push_back(to_utf8(line));
  }
  Said out{edition_said(texts), nearest_heading(lines)};
  add_sheet(out.edition, place, before.edition);
  const std::string owner_of_sheet = out.edition.owner_of_sheet;
  out.edition.add(before.edition);
  out.edition.owner_of_sheet = owner_of_sheet;  // each sheet is called after its own
  return out;
}

bool may_be_one(const Said& table, const Said& copy) {
  const TableEdition& a = table.edition;
  const TableEdition& b = copy.edition;
  return a.title == b.title && a.owner == b.owner && a.year == b.year && a.stage == b.stage &&
         !is_other_owner(a.owner_of_sheet, b.owner_of_sheet) &&
         (copy.heading.empty() || copy.heading == table.heading);
}

bool same_row(const Grid& a, std::size_t row_a, const Grid& b, std::size_t row_b) {
  const std::vector<const Cell*> cells = a.filled_cells(row_a);
  const std::vector<const Cell*> others = b.filled_cells(row_b);
  return std::equal(cells.begin(), cells.end(), others.begin(), others.end(),
                    [](const Cell* one, const Cell* other) {
                      return one->column == other->column && one->columns == other->columns &&
                             one->rows == other->rows && one->packed() == other->packed();
                    });
}

std::uint64_t mixed(std::uint64_t digest, std::uint64_t with) {
  constexpr std::uint64_t prime = 0x100000001B3;  // FNV-1a's
  return (digest ^ with) * prime;
}

/// Of each row's texts; 0 of a blank row.
std::vector<std::uint64_t> row_digests(const Grid& grid) {
  std::vector<std::uint64_t> out(grid.rows());
  for (const Cell& cell : grid.cells()) {
    std::uint64_t digest = 0;
    for (const char32_t c : cell.packed()) {
      digest = mixed(digest, c);
    }
    out[cell.row] += digest;  // whatever the order of the cells
  }
  return out;
}

/// Rows in which tables begin: headers of lists, and forms' names.
std::vector<std::size_t> starts_in(const GridScan& scan) {
  std::vector<std::size_t> out = scan.forms;
  for (const auto& [row, header] : scan.headers) {
    if (header.lists_projects()) {
      out.push_back(row);
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

/// Cuts a document into its tables of projects.
class Extents {
 public:
  Extents(const GridDocument& document, const std::vector<GridScan>& scans) {
    for (const Block& block : document.blocks) {
      if (const TextLine* const line = std::get_if<TextLine>(&block)) {
        above_.push_back(line->text);
      } else {
        take(std::get<Grid>(block), scans[grids_.size()]);
        above_.clear();
      }
    }
  }

  [[nodiscard]] const std::vector<Extent>& all() const { return all_; }
  [[nodiscard]] bool are_equal(const Extent& a, const Extent& b) const {
    return std::equal(a.rows.begin(), a.rows.end(), b.rows.begin(), b.rows.end(),
                      [&](const Row& one, const Row& other) {
                        return same_row(*grids_[one.grid], one.row, *grids_[other.grid], other.row);
                      });
  }

 private:
  void take(const Grid& grid, const GridScan& scan) {
    const std::size_t number = grids_.size();
    grids_.push_back(&grid);
    const std::vector<std::size_t> starts = starts_in(scan);
    if (starts.empty() && (!scan.others.empty() || heads_other())) {
      open_ = false;
    }
    const std::vector<std::uint64_t> digests = row_digests(grid);
    std::size_t next = 0;
    for (std::size_t row = 0; row < grid.rows(); ++row) {
      if (next < starts.size() && (next == 0 || row == head_of(grid, starts, next))) {
        begin(grid, next == 0);
        ++next;
      }
      if (scan.other_at(row)) {
        open_ = false;
      }
      if (open_ && digests[row] != 0) {
        all_.back().rows.push_back({number, row});
        all_.back().digest = mixed(all_.back().digest, digests[row]);
      }
    }
  }

  /// The first of the lines above a table that begins inside a grid.
  static std::size_t head_of(const Grid& grid, const std::vector<std::size_t>& starts,
                             std::size_t at) {
    std::size_t row = starts[at];
    while (row > starts[at - 1] + 1 && grid.filled_cells(row - 1).size() <= 1) {
      --row;
    }
    return row;
  }

  /// Whether what stands above a grid without a beginning is another table's title.
  [[nodiscard]] bool heads_other() const {
    return std::any_of(above_.begin(), above_.end(), [&](const std::u32string& line) {
      return is_any_title(line) &&
             (all_.empty() || to_utf8(without_space(line)) != all_.back().said.edition.title);
    });
  }

  void begin(const Grid& grid, bool has_lines) {
    const Said before = all_.empty() ? Said{} : all_.back().said;
    Extent extent;
    extent.place = grid.place;
    extent.said = has_lines ? said_above(above_, grid.place, before) : before;
    all_.push_back(std::move(extent));
    open_ = true;
  }

  std::vector<const Grid*> grids_;
  std::vector<std::u32string> above_;  ///< lines behind the last grid
  std::vector<Extent> all_;
  bool open_ = false;  ///< rows are the last one's
};

bool begin_twice(const std::vector<GridScan>& scans) {
  std::size_t count = 0;
  for (const GridScan& scan : scans) {
    count += starts_in(scan).size();
  }
  return count > 1;
}

}  // namespace

RepeatedTables::RepeatedTables(const GridDocument& document, const std::vector<GridScan>& scans) {
  // What stands in which cell of a text is a guess, which its readers hold against its forms.
  if (document.importer == "text" || !begin_twice(scans)) {
    return;
  }
  const Extents extents(document, scans);
  std::map<std::uint64_t, std::vector<std::size_t>> by_digest;
  std::optional<std::size_t> last;  // of a run of copies the table that the last one repeats
  for (std::size_t i = 0; i < extents.all().size(); ++i) {
    const Extent& extent = extents.all()[i];
    std::vector<std::size_t>& alike = by_digest[extent.digest];
    const auto same = std::find_if(alike.begin(), alike.end(), [&](std::size_t other) {
      const Extent& one = extents.all()[other];
      return may_be_one(one.said, extent.said) && extents.are_equal(one, extent);
    });
    if (same == alike.end()) {
      alike.push_back(i);
      last.reset();
      continue;
    }
    if (!last || *same != *last + 1) {
      findings_.push_back({"table-repeated",
                           Severity::note,
                           extent.place,
                           "",
                           {BD_TR("the table stands above, word for word; one was taken"), {}}});
    }
    last = *same;
    for (const Row& row : extent.rows) {
      copied_[row.grid].insert(row.row);
    }
  }
}

const std::set<std::size_t>& RepeatedTables::rows_of(std::size_t grid) const {
  static const std::set<std::size_t> none;
  const auto found = copied_.find(grid);
  return found == copied_.end() ? none : found->second;
}

}  // namespace budgetdiff::import
