#include "import/text/page_structure.hpp"

#include "import/text/flow.hpp"
#include "import/text/page_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/model/money_unit.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>

namespace budgetdiff::import {
namespace {

/// What stood above a header, until the header says which table it is of.
struct Heading {
  std::string department;
  std::size_t department_line = 0;
  std::string unit;
  std::string note;
  std::u32string text;
  std::vector<std::size_t> unplaced;
};

class Structure {
 public:
  explicit Structure(const std::vector<Line>& lines) : lines_(lines) { find_page_numbers(); }

  DocumentText run() {
    for (std::size_t at = 0; at < lines_.size();) {
      at += step(at);
    }
    report_unplaced(heading_.unplaced);
    return std::move(document_);
  }

 private:
  [[nodiscard]] bool in_table() const { return !document_.tables.empty(); }
  [[nodiscard]] TableText& table() { return document_.tables.back(); }

  [[nodiscard]] bool starts_page(std::size_t at) const {
    return lines_[at].starts_page || is_title(lines_[at]) || opens_department(lines_[at]) ||
           header_row_at(lines_, at).has_value();
  }

  /// Bare numbers are page numbers where they stand at the edges of pages and
  /// most pages have one; inside a cell they may be a broken value.
  void find_page_numbers() {
    page_number_.assign(lines_.size(), false);
    std::vector<std::size_t> found;
    std::size_t breaks = 0;
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      if (at > 0 && (lines_[at].starts_page || is_title(lines_[at]))) {
        ++breaks;
      }
      if (!is_bare_integer(lines_[at])) {
        continue;
      }
      const bool last = at + 1 == lines_.size();
      if (last || lines_[at].starts_page || starts_page(at + 1)) {
        found.push_back(at);
      }
    }
    // Numbers without breaks around them, counting up over the whole document.
    std::vector<std::size_t> bare;
    for (std::size_t at = 0; at < lines_.size(); ++at) {
      if (is_bare_integer(lines_[at])) {
        bare.push_back(at);
      }
    }
    if (found.size() * 2 < breaks || breaks == 0) {
      found.clear();
    }
    if (counts_up(bare)) {
      found = bare;
    }
    for (const std::size_t at : found) {
      page_number_[at] = true;
    }
    if (lines_.size() > 1 && is_bare_integer(lines_.back()) &&
        !is_open(lines_[lines_.size() - 2].text.back())) {
      page_number_.back() = true;
    }
  }

  [[nodiscard]] bool counts_up(const std::vector<std::size_t>& bare) const {
    if (bare.size() < 3) {
      return false;
    }
    const auto value = [&](std::size_t at) {
      const auto amount = read_published_amount(lines_[at].text);
      return amount ? amount->mantissa() : Amount::Integer{-1};
    };
    for (std::size_t i = 1; i < bare.size(); ++i) {
      if (value(bare[i]) != value(bare[i - 1]) + 1) {
        return false;
      }
    }
    return true;
  }

  /// Handles what begins at `at`; says how many lines that took.
  std::size_t step(std::size_t at) {
    const Line& line = lines_[at];
    if (page_number_[at] || is_page_mark(line)) {
      return 1;
    }
    if (is_title(line)) {
      heading_.text += line.text;
      heading_.text += U'\n';
      return 1;
    }
    if (opens_department(line)) {
      if (const std::size_t taken = take_department(at); taken > 0) {
        return taken;
      }
    }
    if (auto header = header_row_at(lines_, at)) {
      return take_header(at, std::move(*header));
    }
    if (in_table()) {
      if (const std::size_t taken = take_sum_row(at); taken > 0) {
        return taken;
      }
      // 单位：元 between a title and its header.
      if (const auto unit = unit_label_in(line.text);
          unit && unit->begin == 0 && at + 1 < lines_.size() && header_row_at(lines_, at + 1)) {
        heading_.unit = unit->unit;
        return 1;
      }
      table().body.push_back({at, after_header_});
      after_header_ = false;
      return 1;
    }
    return take_preamble(at);
  }

  /// The label's line and those that its text breaks over, up to the header.
  std::size_t take_department(std::size_t at) {
    constexpr std::size_t most = 5;
    Flow flow;
    std::size_t count = 0;
    std::optional<UnitLabel> unit;
    for (; count < most && at + count < lines_.size(); ++count) {
      const std::size_t index = at + count;
      if (count > 0 &&
          (is_title(lines_[index]) || opens_note(lines_[index]) || header_row_at(lines_, index))) {
        break;
      }
      flow.append(lines_[index].text, static_cast<std::uint32_t>(index));
      unit = unit_label_in(flow.text);
      if (unit) {
        ++count;
        break;
      }
    }
    const bool header_follows =
        at + count < lines_.size() && header_row_at(lines_, at + count).has_value();
    if (!unit && !header_follows && in_table()) {
      return 0;  // a line of a cell that happens to look like the label
    }
    if (!unit && !header_follows) {
      // Nothing says how far it goes; it takes its own line.
      flow = {};
      flow.append(lines_[at].text, static_cast<std::uint32_t>(at));
      count = 1;
    }
    const auto begin = after_label(flow.text, Role::department);
    const std::size_t end = begin_of_label(flow.text, *begin, unit ? unit->begin : flow.size());
    heading_.department =
        published(std::u32string_view(flow.text).substr(*begin, std::max(end, *begin) - *begin));
    heading_.department_line = at;
    if (unit) {
      heading_.unit = unit->unit;
    }
    heading_.text += flow.text.substr(std::min(end, flow.size()));
    heading_.text += U'\n';
    return count;
  }

  [[nodiscard]] std::vector<std::string> lines_of_heading() const {
    std::vector<std::string> out;
    for (std::size_t begin = 0; begin < heading_.text.size();) {
      const std::size_t end = std::min(heading_.text.find(U'\n', begin), heading_.text.size());
      out.push_back(to_utf8(std::u32string_view(heading_.text).substr(begin, end - begin)));
      begin = end + 1;
    }
    return out;
  }

  /// Whether the title of the table that begins now names another department than the one
  /// before, where no label says whose that is.
  [[nodiscard]] bool title_names_other(const TableEdition& next) {
    const std::string& titled = table().edition.owner;
    return !is_other_owner(table().department, titled) && is_other_owner(titled, next.owner);
  }

  std::size_t take_header(std::size_t at, HeaderRow header) {
    const std::size_t count = header.lines;
    const bool same_department =
        heading_.department.empty() || (in_table() && heading_.department == table().department);
    const TableEdition edition = edition_said(lines_of_heading());
    const bool other_owner =
        heading_.department.empty() && in_table() && title_names_other(edition);
    const bool other_unit = in_table() && !heading_.unit.empty() && !table().unit.empty() &&
                            heading_.unit != table().unit;
    if (in_table() && same_department && !other_owner && !other_unit &&
        header.spelling == table().header.spelling && !is_other_edition(table().edition, edition)) {
      table().edition.add(edition);
      after_header_ = true;
      report_unplaced(heading_.unplaced);
      heading_ = {};
      return count;
    }
    TableText next;
    next.department = heading_.department;
    next.department_line = heading_.department_line;
    if (heading_.department.empty() && in_table() && !other_owner) {
      next.department = table().department;
      next.department_line = table().department_line;
    }
    next.unit = heading_.unit;
    if (next.unit.empty()) {
      next.unit = header.money_unit;
    }
    if (next.unit.empty() && in_table()) {
      next.unit = table().unit;
    }
    next.note = heading_.note;
    next.edition = edition;
    next.heading = heading_.text;
    next.header = std::move(header);
    next.header_line = at;
    report_unplaced(heading_.unplaced);
    document_.tables.push_back(std::move(next));
    heading_ = {};
    after_header_ = false;
    return count;
  }

  /// 合计 with its amounts, on one line or two.
  std::size_t take_sum_row(std::size_t at) {
    const Line& line = lines_[at];
    const std::size_t columns = table().header.money().size();
    std::size_t label = 0;
    std::u32string text;
    while (label < line.text.size() && !is_digit(line.text[label]) && line.text[label] != '-' &&
           label < 12) {
      text += line.text[label++];
    }
    if (!is_sum_label(to_utf8(without_space(text)))) {
      return 0;
    }
    const bool label_alone = label == line.text.size();
    const std::size_t index = label_alone ? at + 1 : at;
    if (index >= lines_.size()) {
      return 0;
    }
    auto run = amount_run_in(lines_[index], columns);
    if (!run || run->end != lines_[index].text.size() || (label_alone && run->begin != 0)) {
      return 0;
    }
    // Amounts that stand one a line add up only together.
    std::size_t last = index;
    AmountRun whole = *run;
    for (std::size_t next = index + 1; !whole.adds_up && next < lines_.size(); ++next) {
      const auto more = amount_run_in(lines_[next], columns);
      if (!more || more->begin != 0 || more->end != lines_[next].text.size() ||
          whole.cells.size() + more->cells.size() > columns) {
        break;
      }
      whole.cells.insert(whole.cells.end(), more->cells.begin(), more->cells.end());
      whole.adds_up = adds_up(whole.cells);
      if (whole.adds_up) {
        run = whole;
        last = next;
      }
    }
    table().sums.push_back({index, *run});
    return last - at + 1;
  }

  std::size_t take_preamble(std::size_t at) {
    const Line& line = lines_[at];
    if (opens_note(line)) {
      Flow flow;
      std::size_t count = 0;
      for (; at + count < lines_.size(); ++count) {
        const std::size_t index = at + count;
        if (count > 0 && starts_page(index)) {
          break;
        }
        if (count > 0 && unit_label_in(without_space(lines_[index].text))) {
          break;
        }
        flow.append(lines_[index].text, static_cast<std::uint32_t>(index));
      }
      heading_.note = published(flow.text);
      return count;
    }
    if (const auto unit = unit_label_in(without_space(line.text))) {
      heading_.unit = unit->unit;
      heading_.text += without_space(line.text);
      heading_.text += U'\n';
      return 1;
    }
    heading_.text += line.text.substr(0, 200);
    heading_.text += U'\n';
    if (heading_.text.size() > 4000) {
      heading_.text.erase(0, heading_.text.size() - 4000);
    }
    heading_.unplaced.push_back(at);
    return 1;
  }

  /// One finding for each run of lines that no table takes.
  void report_unplaced(std::vector<std::size_t>& unplaced) {
    // Headings of a page or two lines of a cover are no news.
    constexpr std::size_t quoted = 24;
    for (std::size_t i = 0; i < unplaced.size();) {
      std::size_t end = i + 1;
      while (end < unplaced.size() && unplaced[end] == unplaced[end - 1] + 1) {
        ++end;
      }
      const Line& first = lines_[unplaced[i]];
      document_.findings.push_back(
          {"text-outside-table",
           Severity::note,
           place_of(first),
           "",
           {BD_TR("{0} lines from here belong to no table and were passed over: {1}"),
            {std::to_string(end - i), published(first.text.substr(0, quoted))}}});
      i = end;
    }
    unplaced.clear();
  }

  const std::vector<Line>& lines_;
  std::vector<bool> page_number_;
  DocumentText document_;
  Heading heading_;
  bool after_header_ = false;
};

}  // namespace

Place place_of(const Line& line) {
  Place place;
  place.page = line.page;
  place.line = line.number;
  return place;
}

bool opens_note(const Line& line) {
  const std::size_t limit = std::min<std::size_t>(line.text.size(), 8);
  for (std::size_t at = 1; at < limit; ++at) {
    if (is_colon(line.text[at])) {
      return look_up_header(to_utf8(line.text.substr(0, at))).role == Role::remark;
    }
  }
  return false;
}

DocumentText page_structure(const std::vector<Line>& lines) {
  return Structure(lines).run();
}

}  // namespace budgetdiff::import
