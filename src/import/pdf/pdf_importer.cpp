/// import_pdf(): pages -> grids -> interpreter (or mapping). Each step is a file beside this:
///
///   page_texts (poppler), content_streams and rules (qpdf), read_pages -> column_rules ->
///   ruled_tables or strip_tables -> table/interpret

#include "import/page/column_rules.hpp"
#include "import/page/furniture.hpp"
#include "import/page/letter_spacing.hpp"
#include "import/page/line_step.hpp"
#include "import/page/page_blocks.hpp"
#include "import/page/sheet_headings.hpp"
#include "import/page/watermark.hpp"
#include "import/pdf/pages_beside.hpp"
#include "import/pdf/read_pages.hpp"
#include "import/pdf/ruled_tables.hpp"
#include "import/pdf/turned_places.hpp"
#include "import/stream/odd_cells.hpp"
#include "import/table/clipped_cells.hpp"
#include "import/table/read_grids.hpp"

#include <budgetdiff/import/pdf.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <utility>

namespace budgetdiff {
namespace {

using namespace import;

/// One finding for each of `pages`, whose sentence names it.
void add_page_findings(const std::vector<int>& pages, const char* code, Severity severity,
                       const char* sentence, std::vector<Finding>& findings) {
  for (const int page : pages) {
    Place place;
    place.page = page;
    findings.push_back({code, severity, place, "", {sentence, {std::to_string(page)}}});
  }
}

/// `undrawn` learns which pages have tables whose rows no lines part.
GridDocument grids_of(const PdfContent& content, HeaderKind kind, StripMemory& memory,
                      std::set<int>& undrawn) {
  GridDocument document;
  document.importer = "pdf";
  std::optional<StripColumns> columns;
  std::vector<double> columns_of_undrawn;
  for (const PdfPage& page : content.pages) {
    std::vector<PdfWord> rest;
    std::vector<std::pair<Box, Grid>> tables = ruled_tables(page, rest, &columns_of_undrawn);
    if (!columns_of_undrawn.empty() && !page.rules.vertical.empty()) {
      undrawn.insert(page.number);
    }
    if (tables.empty()) {
      add_strip_tables(page, rest, kind, columns, document.blocks, &memory);
      continue;
    }
    columns.reset();
    std::vector<PdfLine> lines = lines_of(std::move(rest), page.number);
    std::size_t next = 0;
    for (auto& [box, grid] : tables) {
      add_lines(lines, box.top, next, document.blocks);
      document.blocks.emplace_back(std::move(grid));
    }
    add_lines(lines, page.height + 1, next, document.blocks);
  }
  drop_lines_seen_twice(document.blocks);
  add_page_findings(content.unreadable, "page-unreadable", Severity::error,
                    BD_TR("page {0} cannot be read"), document.findings);
  add_page_findings(
      content.pictures, "page-without-text", Severity::warning,
      BD_TR("page {0} is a picture without text (a scan?): what it shows was not read"),
      document.findings);
  add_page_findings(content.damaged, "page-damaged", Severity::error,
                    BD_TR("the content of page {0} is damaged: text may be missing"),
                    document.findings);
  add_page_findings(content.unnamed, "letters-unknown", Severity::error,
                    BD_TR("a font of page {0} does not say which letters its shapes are: text or "
                          "amounts are missing"),
                    document.findings);
  return document;
}

/// Takes the lines of pages away whose tables they do not draw: rows are told by white space.
void drop_rules_of(const std::set<int>& numbers, std::vector<PdfPage>& pages) {
  for (PdfPage& page : pages) {
    if (numbers.contains(page.number)) {
      page.dividers = std::move(page.rules.horizontal);
      page.rules.horizontal.clear();
      page.rules.vertical.clear();
    }
  }
}

GridDocument document_of(PdfContent& content) {
  find_line_steps(content.pages);
  StripMemory memory;
  std::set<int> undrawn;
  GridDocument document = grids_of(content, HeaderKind::performance, memory, undrawn);
  if (!undrawn.empty()) {
    drop_rules_of(undrawn, content.pages);
    find_line_steps(content.pages);
    document = grids_of(content, HeaderKind::performance, memory, undrawn);
  }
  if (memory.votes.close()) {
    document = grids_of(content, HeaderKind::performance, memory, undrawn);
  }
  const bool found = std::any_of(document.blocks.begin(), document.blocks.end(),
                                 [](const Block& block) { return std::get_if<Grid>(&block); });
  // No table of performance, and no ruled one: a plain list may still be there.
  return found ? std::move(document) : grids_of(content, HeaderKind::any, memory, undrawn);
}

/// Takes all lines away; whether there were any.
bool drop_rules(std::vector<PdfPage>& pages) {
  bool had = false;
  for (PdfPage& page : pages) {
    had = had || !page.rules.horizontal.empty() || !page.rules.vertical.empty();
    page.rules.horizontal.clear();
    page.rules.vertical.clear();
  }
  return had;
}

/// Pages whose lines make no table (drawn in one stroke between rows, in dots, around each cell by
/// itself) are read by their white space.
Result<ImportedDocument> read_without_lines(PdfContent& content, std::vector<Finding> findings,
                                            const SourceDocument& source,
                                            const ImportOptions& options) {
  GridDocument document = document_of(content);
  document.findings = std::move(findings);
  document.findings.push_back({"lines-unread",
                               Severity::note,
                               {},
                               "",
                               {BD_TR("the lines of the pages make no cells: what belongs to which "
                                      "was judged by the white space between"),
                                {}}});
  return read_grids(std::move(document), source, options);
}

}  // namespace

Result<ImportedDocument> import_pdf(const SourceDocument& source, const ImportOptions& options) {
  auto content = read_pdf_pages(source.bytes, source.name);
  if (!content) {
    return tl::unexpected(std::move(content.error()));
  }
  std::size_t aslant = content->aslant;
  std::set<std::u32string> overlaid;
  for (PdfPage& page : content->pages) {
    aslant += drop_watermark(page);
    drop_sheet_headings(page);
    find_letter_spacing(page);
    for (const std::u32string& text : take_overlaid(page)) {
      overlaid.insert(text);
    }
  }
  if (!overlaid.empty()) {
    for (PdfPage& page : content->pages) {
      drop_overlaid(page, overlaid);
    }
  }
  drop_furniture(content->pages);
  const std::size_t beside = join_pages_beside(content->pages);
  ColumnsBefore columns;
  for (PdfPage& page : content->pages) {
    // Lines between rows only tell which rows are whose, where they make no cells.
    if (page.rules.vertical.empty()) {
      page.dividers = page.rules.horizontal;
    }
    add_column_rules(page, columns);
  }
  GridDocument document = document_of(*content);
  if (beside > 0) {
    document.findings.push_back(
        {"pages-joined",
         Severity::note,
         {},
         "",
         {BD_TR("{0} pages show columns of one table beside each other: its rows were read over "
                "all of them"),
          {std::to_string(beside)}}});
  }
  if (content->unseen > 0) {
    document.findings.push_back(
        {"cells-hidden",
         Severity::note,
         {},
         "",
         {BD_TR("{0} pieces of hidden text were passed over"), {std::to_string(content->unseen)}}});
  }
  if (aslant > 0) {
    document.findings.push_back(
        {"watermark-left-out",
         Severity::note,
         {},
         "",
         {BD_TR("text set aslant over the pages was left out: {0} pieces of it"),
          {std::to_string(aslant)}}});
  }
  for (const std::u32string& text : overlaid) {
    document.findings.push_back(
        {"watermark-left-out",
         Severity::note,
         {},
         "",
         {BD_TR("large text set over other text was left out: {0}"), {to_utf8(text)}}});
  }
  std::vector<Finding> findings = document.findings;
  auto read = read_grids(std::move(document), source, options);
  // What the user chose may be none of what was read well.
  const bool chosen = options.department || options.year || options.stage;
  const bool refused_choice = !read && chosen && read_grids(document_of(*content), source, {});
  if (!read && !refused_choice && drop_rules(content->pages)) {
    if (auto without = read_without_lines(*content, std::move(findings), source, options)) {
      read = std::move(without);
    }
  }
  constexpr std::size_t one_in = 10;
  if (!read && content->unknown_letters * one_in > content->letters) {
    return fail(Error{
        source.name,
        {},
        {BD_TR(
             "the PDF's fonts do not say which letters their shapes are: its text cannot be read"),
         {}},
        {BD_TR("make it searchable first (OCR), or ask for the original document"), {}}});
  }
  if (read) {
    // Where no line parts projects, the rest of a goal that a page cuts may go to the next one.
    if (std::all_of(content->pages.begin(), content->pages.end(),
                    [](const PdfPage& page) { return page.rules.vertical.empty(); })) {
      doubt_odd_goals(*read);
    }
    turn_back(content->pages, *read);
  }
  return read;
}

}  // namespace budgetdiff
