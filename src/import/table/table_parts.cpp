#include "import/table/table_parts.hpp"

#include "import/identity.hpp"
#include "import/layout_guesses.hpp"
#include "import/table/clipped_cells.hpp"
#include "import/table/columns.hpp"
#include "import/table/context.hpp"
#include "import/table/continued.hpp"
#include "import/table/form_money.hpp"
#include "import/table/form_reader.hpp"
#include "import/table/indicator_ends.hpp"
#include "import/table/list_reader.hpp"
#include "import/table/listed_twice.hpp"
#include "import/table/passed_over.hpp"
#include "import/table/records.hpp"
#include "import/table/repeated_projects.hpp"
#include "import/table/rows_between.hpp"
#include "import/table/said_labels.hpp"
#include "import/table/scan.hpp"
#include "import/table/skipped_pages.hpp"
#include "import/table/subtotals.hpp"
#include "import/table/table_editions.hpp"
#include "import/table/table_halves.hpp"
#include "import/table/unknown_columns.hpp"
#include "import/text/read_list.hpp"
#include "import/text/source_lines.hpp"
#include "import/title_department.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <memory>
#include <utility>

namespace budgetdiff::import {
namespace {

class Reader {
 public:
  Reader(const GridDocument& document, std::string_view file)
      : document_(document), file_owner_(department_in_file_name(file)) {
    start_table();
  }

  TableParts run() {
    const std::vector<GridScan> scans = scan_grids(document_);
    std::size_t next = 0;
    for (const Block& block : document_.blocks) {
      if (const TextLine* line = std::get_if<TextLine>(&block)) {
        see_project(*line);
        titles_.see_caption(*line);
        take_line(*line);
      } else {
        take_grid(std::get<Grid>(block), scans[next++]);
      }
    }
    finish_table();
    out_.front = around_.front();
    out_.passed_over = titles_.findings();
    return std::move(out_);
  }

 private:
  void start_table() {
    places_ = std::make_unique<Places>();
    records_ = std::make_unique<TableRecords>();
    list_ = std::make_unique<ListReader>(*places_, *records_);
    form_ = std::make_unique<FormReader>(*places_, *records_);
    edition_ = {};
    has_department_ = false;
  }

  void finish_table() {
    list_->finish();
    if (!records_->projects.empty()) {
      say_pages(*records_);
      say_skipped_pages(document_, *records_);
      take_total_of_unit(*records_);
      join_repeated_projects(*records_);
      join_continued_forms(*records_);
      take_one_of_two(*records_);
      join_halves_of_tables(*records_);
      say_sheet_owners();
      edition_.department = records_->department.empty() ? edition_.owner : records_->department;
      out_.parts.push_back({std::move(records_), std::move(places_), std::move(edition_)});
    }
    start_table();
  }

  void take_line(const TextLine& line) {
    around_.see(line.text);
    if (opens_remark(line.text) && list_->active()) {
      records_->add_note(line.text);
      return;
    }
    around_.head(to_utf8(line.text));
    title_seen_ = titles_.see_line(line) || title_seen_;
  }

  /// 项目名称：X in a line above a table of indicators begins a form as such a row does.
  void see_project(const TextLine& line) {
    Cell cell;
    cell.lines = {line};
    cell.place = line.place;
    const std::vector<SaidLabel> said = said_labels(cell);
    if (begin_project(said)) {
      said_above_ = {cell};
    } else if (!said.empty() && !said_above_.empty()) {
      said_above_.push_back(std::move(cell));
    }
  }

  /// Begins the form that lines above `grid` name, if it holds only its indicators.
  void begin_said_form(const GridScan& scan) {
    const std::vector<Cell> said = std::exchange(said_above_, {});
    if (said.empty() || !scan.only_indicators()) {
      return;
    }
    begin_section(said.front().place, false);
    form_->set_unit(around_.near_unit());
    list_->stop();
    for (const Cell& cell : said) {
      std::vector<Labelled> context;
      form_->take_all(said_labels(cell), context);
      around_.take_labels(context);
    }
  }

  /// Whether the title of the table that begins now, or the label above it, names another
  /// department than the title of the table before, where no label says whose that one is. Titles
  /// of other names than their tables' labels are called after units or projects. `lists`: it is a
  /// list, whose title is called after none.
  [[nodiscard]] bool titles_name_others(const TableEdition& next, bool lists) const {
    const std::string titled =
        !edition_.owner.empty() ? edition_.owner : department_in_heading(records_->heading);
    if (has_department_) {
      return !around_.department_is_near() && !is_other_owner(records_->department, titled) &&
             is_other_owner(titled, next.owner);
    }
    const bool labelled = lists && next.owner.empty() && around_.department_is_near();
    const std::string& other = labelled ? around_.department() : next.owner;
    // Below a cover of 某县教育局2024年部门预算 names alone in their lines are units'.
    const bool alone = (edition_.owner_alone || edition_.owner.empty()) && next.owner_alone;
    const bool of_units =
        alone &&
        std::any_of(around_.front().begin(), around_.front().end(), [&](const std::string& line) {
          const OwnerSaid said = owner_in_line(line);
          return said.evidence >= OwnerEvidence::budget_title &&
                 is_other_owner(said.department, titled) && is_other_owner(said.department, other);
        });
    return !of_units && is_other_owner(titled, other);
  }

  /// The same of the sheets' names, where nothing else says whose a table is. Where the file does,
  /// they may be its units' or other departments': that is said.
  [[nodiscard]] bool sheets_name_others(const TableEdition& next) {
    const bool said = !around_.department().empty() || !around_.labelled().empty() ||
                      !edition_.owner.empty() || !next.owner.empty() ||
                      !department_in_heading(records_->heading).empty();
    if (said || !is_other_owner(edition_.owner_of_sheet, next.owner_of_sheet)) {
      return false;
    }
    if (is_other_owner(file_owner_, edition_.owner_of_sheet) &&
        is_other_owner(file_owner_, next.owner_of_sheet)) {
      add_once(sheet_owners_, edition_.owner_of_sheet);
      add_once(sheet_owners_, next.owner_of_sheet);
    }
    return file_owner_.empty();
  }

  void say_sheet_owners() {
    std::string names;
    for (const std::string& name : std::exchange(sheet_owners_, {})) {
      names += (names.empty() ? "" : ", ") + name;
    }
    if (!names.empty()) {
      records_->findings.push_back(
          {"department-missing",
           Severity::warning,
           records_->header_place,
           "",
           {BD_TR("the sheets are called after several bodies ({0}) and the file after another; "
                  "they were read as one table"),
            {names}}});
    }
  }

  /// What was said above belongs to the table that begins now. Another department's,
  /// year's or stage's table is another snapshot: then true. `lists`: it is a list of projects.
  bool begin_section(const Place& place, bool lists) {
    out_.found_header = true;
    TableEdition edition = edition_said(around_.near());
    add_sheet(edition, place, edition_);
    const bool other_title = titles_name_others(edition, lists) || sheets_name_others(edition);
    const bool other_department = !around_.department().empty() && has_department_ &&
                                  fold_name(without_unit_code(around_.department())) !=
                                      fold_name(without_unit_code(records_->department));
    const bool other_edition = is_other_edition(edition_, edition);
    const bool other =
        !records_->projects.empty() && (other_department || other_title || other_edition);
    if (other_edition && !edition.stage) {
      edition.stage = stage::budget;  // what the document begins with is said of the other
    }
    if (other) {
      finish_table();
      if (other_title && !around_.department_is_near()) {
        around_.forget_department();
      }
    }
    if (!edition_.year && edition.year && !records_->heading.empty()) {
      for (const std::string& line : around_.near()) {
        records_->heading += "\n" + line;  // only a later part says the year
      }
    }
    edition_.add(edition);
    take_owner(true);
    if (records_->heading.empty()) {
      for (const std::string& line : around_.heading()) {
        records_->heading += (records_->heading.empty() ? "" : "\n") + line;
      }
      records_->header_place = place;
    }
    around_.begin_table();
    title_seen_ = false;
    titles_.use();
    return other;
  }

  /// Takes the department and the unit that were said last, where the table has none yet; the
  /// department `anew` also where it has.
  void take_owner(bool anew) {
    if (!around_.department().empty() && (anew || !has_department_)) {
      records_->department = around_.department();
      has_department_ = true;
    }
    if (records_->labelled.empty()) {
      records_->labelled = around_.labelled();
    }
    if (records_->unit.empty()) {
      records_->unit = around_.unit();
    }
  }

  void take_context_row(const Grid& grid, std::size_t row) {
    if (const TextLine line = row_as_line(grid, row); !line.text.empty()) {
      take_line(line);
    }
  }

  void use(const Grid& grid) {
    if (grid.place.page > 0) {
      records_->pages.push_back(grid.place.page);
    }
    for (const Place& place : grid.doubts) {
      if (place.page > 0 && place.line == 0) {  // the reader of text has its own
        records_->findings.push_back(layout_guess(place, ""));
      }
    }
    for (const Cell* const cell : clipped_cells(document_.blocks, grid)) {
      Finding finding{"text-left-over",
                      Severity::warning,
                      cell->place,
                      "",
                      {BD_TR("a cell shows a part of its text, as its row is too low; the rest was "
                             "left out: {0}"),
                       {quote(cell->packed())}}};
      // Rows that repeat their project are said once.
      const bool said = std::any_of(
          records_->findings.begin(), records_->findings.end(), [&](const Finding& one) {
            return one.code == finding.code && one.message.args == finding.message.args;
          });
      if (!said) {
        records_->findings.push_back(std::move(finding));
      }
    }
  }

  /// A line of text inside a grid.
  [[nodiscard]] bool is_line(const Grid& grid, std::size_t row) const {
    return spans_all(grid, row, document_.importer != "csv");
  }

  /// A title of its own inside the grid, and no repetition of this table's.
  [[nodiscard]] bool begins_other_table(const Grid& grid, const GridScan& scan,
                                        std::size_t row) const {
    const Header* const next = scan.header_at(row + 1);
    const bool heads_indicators = next != nullptr && !next->lists_projects();
    if (!is_line(grid, row) || heads_indicators) {
      return false;  // 年度绩效目标表 over the indicators of a form
    }
    const std::u32string text = grid.filled_cells(row).front()->packed();
    const std::string utf8 = to_utf8(text);
    // 年度绩效指标表 heads a part of the form.
    return is_any_title(text) && !titles_.is_current(utf8) &&
           look_up_header(utf8).role == Role::none;
  }

  void take_grid(const Grid& grid, const GridScan& scan) {
    if ((heads_whole_department(grid, around_.heading()) && scan.forms.empty()) ||
        is_of_tasks(grid, scan)) {
      out_.whole_department = true;
      form_->stop();
      list_->stop();
      titles_.pass_over(grid, true);
      return;
    }
    if (title_seen_ && scan.forms.empty()) {
      form_->stop();  // 整体支出绩效目标表 and their like have indicators of no project
    }
    begin_said_form(scan);
    bool in_list = false;
    bool in_form = form_->active() && !title_seen_;
    bool used = false;
    bool first = true;
    std::size_t row = 0;
    const Header* levels = nullptr;  // of the indicators of forms
    const std::vector<std::string> heading_before = around_.heading();
    // A table that goes on without its header.
    const bool ends_form =
        in_form && grid.rows() > 1 && !scan.form_at(0) && scan.header_at(0) == nullptr &&
        list_->active() && !list_->header().lists_projects() &&
        goes_on_with_indicators(grid, list_->header(), list_->has_columns_of(grid));
    const bool all_of_it = scan.headers.empty() && scan.forms.empty();
    if ((all_of_it || ends_form) && list_->active() && !title_seen_ && list_->adopt(grid)) {
      list_->take_unit(around_.near_unit());
      in_list = true;
      used = true;
    }
    for (; row < grid.rows(); ++row) {
      if (const Header* header = scan.header_at(row)) {
        out_.nameless = out_.nameless || !header->lists_projects();
        levels = header->lists_projects() ? nullptr : header;
        if (header->lists_projects() || (form_->active() && !title_seen_)) {
          bool goes_on = list_->active() &&
                         list_->header().columns.size() == header->columns.size() &&
                         list_->header().span == header->span;
          Place place = grid.place;
          if (const auto cells = grid.filled_cells(row); !cells.empty()) {
            place = cells.front()->place;
          }
          if (header->lists_projects()) {
            goes_on = !begin_section(place, true) && goes_on;
            form_->stop();
          }
          first = goes_on;
          doubt_second_header(grid, *header, place);
          say_unknown_columns(*header, place, records_->findings);
          for (const std::string& name : header->unread) {
            add_once(records_->unread, name);
          }
          say_supposed_names(*header, place, records_->findings);
          constexpr std::size_t hardly_any = 2;
          const bool few = grid.rows() - row <= header->rows + hardly_any;
          list_->start(goes_on && few ? list_->as_above(*header) : *header, grid.edges, goes_on,
                       around_.near_unit());
          in_list = true;
          used = true;
          row += header->rows - 1;
          continue;
        }
      }
      if (scan.form_at(row) &&
          !(in_list && list_->header().lists_projects() && names_list_row(grid, scan, row))) {
        take_department_of_form(grid, scan, row);
        begin_section(grid.place, false);
        form_->set_unit(around_.near_unit());
        list_->stop();
        in_list = false;
        in_form = true;
        used = true;
        if (levels != nullptr && says_project(grid, row)) {
          // Its header stands above all projects, each of which has a row to itself.
          std::vector<Labelled> context;
          form_->read_row(grid, row, context);
          around_.take_labels(context);
          list_->start(*levels, grid.edges, false, around_.near_unit());
          in_list = true;
          continue;
        }
      }
      if ((in_list || in_form) && is_signature(grid, row)) {
        for (const Cell* cell : grid.filled_cells(row)) {
          add_once(records_->unread, label_before_colon(*cell));
        }
        continue;
      }
      if (in_list && scan.other_at(row)) {
        list_->stop();
        in_list = false;
      }
      if (in_form && begins_other_table(grid, scan, row)) {
        form_->stop();
        in_form = false;
      }
      if (in_form && in_list && sums_scores(grid, row, list_->header())) {
        add_once(records_->unread, cell_word(*grid.filled_cells(row).front()));
        continue;
      }
      if (in_form && in_list &&
          (leaves_indicators(grid, row, list_->header()) || precedes_form(grid, scan, row))) {
        list_->stop();
        in_list = false;
      }
      if (in_list && in_form && takes_said(grid, row)) {
        continue;
      }
      if (in_list) {
        if (labels_table(grid, row) || stands_alone(grid, row, list_->header())) {
          const std::vector<const Cell*> cells = grid.filled_cells(row);
          const std::string text = to_utf8(cells.front()->packed());
          const Header* const next = scan.header_at(row + 1);
          if (in_form && is_line(grid, row) && next != nullptr && !next->lists_projects()) {
            continue;  // 年度绩效目标表 behind the long term's
          }
          if (in_form && cells.size() == 1 && is_any_title(cells.front()->packed()) &&
              !titles_.is_current(text) && !scan.form_follows(row)) {
            form_->stop();
            list_->stop();
            in_form = in_list = false;
          }
          take_context_row(grid, row);
          list_->take_unit(around_.near_unit());
          continue;
        }
        if (is_line(grid, row)) {
          const std::vector<const Cell*> cells = grid.filled_cells(row);
          const std::u32string text = cells.front()->packed();
          if (opens_remark(text)) {
            records_->add_note(text);
          } else if (list_->header().lists_projects() && names_public_body(to_utf8(text))) {
            list_->head_unit(to_utf8(text));
          } else if (document_.importer == "csv" && labels_in(text).empty() &&
                     !is_any_title(text)) {
            // Perhaps the rest of a cell whose line ends were not quoted.
            say_line_left_out(*cells.front());
          } else if (auto sum = sum_said(*cells.front());
                     sum && list_->header().lists_projects() && !in_form) {
            if (records_->sums.empty()) {
              records_->sums.push_back({*std::move(sum)});
            }
          } else {
            const bool of_next = scan.header_at(row + 1) != nullptr || scan.form_follows(row);
            if (list_->header().lists_projects() && !in_form && !of_next && says_more(text)) {
              say_line_left_out(*cells.front());
            }
            take_context_row(grid, row);
          }
          continue;
        }
        // A repeated 合计 or 1 | 2 | 3 stands between the header and the cut row.
        first = !list_->read_row(grid, row, first) && first;
      } else if (in_form && row == 0 && form_->continues_text(grid)) {
        continue;
      } else if (in_form) {
        std::vector<Labelled> context;
        form_->read_row(grid, row, context);
        say_unread_indicators(grid, row);
        around_.take_labels(context);
        take_owner(false);
        around_.give_department();
      } else {
        if (scan.form_at(row + 1)) {
          std::vector<Labelled> context;
          form_->read_row(grid, row, context);  // a code above its project's name
        }
        take_context_row(grid, row);
      }
    }
    form_->end_grid(grid);
    if (used || in_form) {
      use(grid);
    } else {
      titles_.pass_over(grid);
      around_.pass_over();
      constexpr std::size_t most_caption_rows = 3;
      if (grid.rows() > most_caption_rows) {
        around_.set_heading(heading_before);  // rows of another table head none
        around_.forget_near();
      }
    }
  }

  void say_line_left_out(const Cell& cell) {
    records_->findings.push_back(
        {"text-left-over",
         Severity::warning,
         cell.place,
         "",
         {BD_TR("a line amid the table's rows was left out: {0}"), {quote(cell.packed())}}});
  }

  /// A form on a page has its indicators under one header, which only the next page repeats. A
  /// second one of the same words is another form's, whose name was not found.
  void doubt_second_header(const Grid& grid, const Header& header, const Place& place) {
    std::vector<std::string> words;
    for (const Column& column : header.columns) {
      words.push_back(column.header);
    }
    const bool again = !header.lists_projects() && list_->active() && grid.place.page > 0 &&
                       grid.place.page == header_page_ &&
                       headed_projects_ == records_->projects.size() && words == header_words_;
    if (again) {
      records_->findings.push_back(layout_guess(place, ""));
    }
    header_page_ = grid.place.page;
    header_words_ = std::move(words);
    headed_projects_ = records_->projects.size();
  }

  /// Whose a form is stands below its project's name. Behind another department's projects it
  /// has to be known before.
  void take_department_of_form(const Grid& grid, const GridScan& scan, std::size_t row) {
    if (records_->projects.empty()) {
      return;
    }
    Places places;
    TableRecords ahead;
    FormReader form(places, ahead);
    for (std::size_t r = row; r < grid.rows(); ++r) {
      if (scan.header_at(r) != nullptr || (r > row && scan.form_at(r))) {
        return;
      }
      std::vector<Labelled> context;
      form.read_row(grid, r, context);
      std::erase_if(context, [](const Labelled& one) { return one.role != Role::department; });
      if (!context.empty()) {
        around_.take_labels(context);
        return;
      }
    }
  }

  /// Rows of indicators that stand under no header of theirs (a page cut them off, and their
  /// columns are not those above) are left out aloud, once a table.
  void say_unread_indicators(const Grid& grid, std::size_t row) {
    if (!begins_with_category(grid, row) || grid.filled_cells(row).size() < 3 || unread_ == &grid) {
      return;
    }
    unread_ = &grid;
    const Cell& first = *grid.filled_cells(row).front();
    records_->findings.push_back(
        {"text-left-over",
         Severity::warning,
         first.place,
         "",
         {BD_TR("rows of indicators without a header of theirs were left out: {0}"),
          {quote(first.packed())}}});
  }

  /// 绩效目标：… or 预算金额：… in a row of its own between a project's name and its
  /// indicators.
  bool takes_said(const Grid& grid, std::size_t row) {
    const std::vector<const Cell*> cells = grid.filled_cells(row);
    if (cells.size() != 1) {
      return false;
    }
    std::vector<Labelled> context;
    if (says_money(cells.front()->packed())) {
      const std::vector<SaidLabel> said = said_labels(*cells.front());
      if (!said.empty() && is_sum_label(cell_word(said.front().label))) {
        records_->sums.push_back(
            amounts_said(said.front().label, said.front().value, column::total, around_.near_unit())
                .amounts);
        return true;  // 合计：5.00万元 below all projects
      }
      form_->take_all(said, context);
    } else if (!form_->take_said(*cells.front(), context)) {
      return false;
    }
    around_.take_labels(context);
    return true;
  }

  const GridDocument& document_;
  std::string file_owner_;                 ///< a department that the file is called after, or ""
  std::vector<std::string> sheet_owners_;  ///< others that this table's sheets are called after
  TableParts out_;
  PassedOver titles_;
  std::unique_ptr<Places> places_;
  std::unique_ptr<TableRecords> records_;
  std::unique_ptr<ListReader> list_;
  std::unique_ptr<FormReader> form_;
  Surroundings around_;
  TableEdition edition_;          ///< of the table that is being read
  std::vector<Cell> said_above_;  ///< lines that name the project of the table below
  bool has_department_ = false;
  bool title_seen_ = false;
  int header_page_ = 0;                    ///< of the last header
  std::vector<std::string> header_words_;  ///< the same
  std::size_t headed_projects_ = 0;        ///< how many there were then
  const Grid* unread_ = nullptr;           ///< whose rows of indicators were left out
};

}  // namespace

TableParts read_parts(const GridDocument& document, std::string_view file) {
  return Reader(document, file).run();
}

}  // namespace budgetdiff::import
