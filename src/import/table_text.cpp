#include "import/table_text.hpp"

#include "import/layout_guesses.hpp"
#include "import/page/furniture.hpp"
#include "import/page/page_blocks.hpp"
#include "import/spread/list_pieces.hpp"
#include "import/spread/spread_list.hpp"
#include "import/stream/cell_stream.hpp"
#include "import/stream/lost_amounts.hpp"
#include "import/stream/mixed_forms.hpp"
#include "import/stream/odd_cells.hpp"
#include "import/stream/stream_faults.hpp"
#include "import/table/read_grids.hpp"
#include "import/text/closing_chapters.hpp"
#include "import/text/column_tables.hpp"
#include "import/text/layout_pages.hpp"
#include "import/text/name_marks.hpp"
#include "import/text/out_of_order.hpp"
#include "import/text/page_edges.hpp"
#include "import/text/source_lines.hpp"
#include "import/text/wholeness.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace budgetdiff::import {
namespace {

GridDocument layout_document(const std::vector<PdfPage>& pages, HeaderKind kind) {
  GridDocument document;
  document.importer = "text";
  document.findings.push_back({"layout-text",
                               Severity::note,
                               {},
                               "",
                               {BD_TR("the text keeps its columns side by side: what belongs to "
                                      "which cell was judged by its place; a PDF is surer"),
                                {}}});
  StripMemory memory;
  {
    // How categories stand all pages tell together.
    std::optional<StripColumns> columns;
    std::vector<Block> unused;
    for (const PdfPage& page : pages) {
      add_strip_tables(page, page.words, kind, columns, unused, &memory);
    }
    memory.style.settle();
    memory.words.settle();
  }
  std::optional<StripColumns> columns;
  for (const PdfPage& page : pages) {
    const std::size_t first = document.blocks.size();
    add_strip_tables(page, page.words, kind, columns, document.blocks, &memory);
    for (std::size_t i = first; i < document.blocks.size(); ++i) {
      if (const Grid* const grid = std::get_if<Grid>(&document.blocks[i])) {
        add_doubts(*grid, page.number, document.findings);
      }
    }
  }
  return document;
}

/// A reading of text as cells one after the other, and what of it does not hold.
struct StreamReading {
  std::optional<ImportedDocument> document;
  StreamFaults faults;

  [[nodiscard]] bool whole() const { return document && faults.none(); }
};

/// Of so many tables, the indicators of so many of them as are `unread` aside.
StreamReading read_cells(std::optional<GridDocument> cells, std::size_t tables,
                         const SourceDocument& source, const ImportOptions& options,
                         std::size_t unread = 0) {
  if (!cells) {
    return {};
  }
  for (const Block& block : cells->blocks) {
    if (const Grid* const grid = std::get_if<Grid>(&block)) {
      add_doubts(*grid, 0, cells->findings);
    }
  }
  StreamReading out;
  auto document = read_grids(*std::move(cells), source, options);
  if (document) {
    out.document = *std::move(document);
    out.faults = stream_faults(*out.document, tables, unread);
  }
  return out;
}

StreamReading read_cells(std::optional<OrderedStream> stream, const SourceDocument& source,
                         const ImportOptions& options) {
  return stream ? read_cells(std::move(stream->document), stream->forms, source, options,
                             stream->unread)
                : StreamReading{};
}

/// The reading of which least does not hold, if that is little; each such project is a guess.
std::optional<ImportedDocument> least_faulty(std::vector<StreamReading> readings) {
  StreamReading* best = nullptr;
  for (StreamReading& one : readings) {
    if (one.document && one.faults.few() &&
        (best == nullptr || one.faults.size() < best->faults.size())) {
      best = &one;
    }
  }
  if (best == nullptr) {
    return std::nullopt;
  }
  doubt_faults(*best->document, best->faults);
  doubt_odd_goals(*best->document);
  return std::move(best->document);
}

/// How many lines a reading guessed at.
std::size_t guesses_in(const ImportedDocument& document) {
  std::size_t out = 0;
  for (const ImportedTable& table : document.tables) {
    const auto& findings = table.provenance.findings;
    out += static_cast<std::size_t>(
        std::count_if(findings.begin(), findings.end(),
                      [](const Finding& one) { return one.code == "layout-guess"; }));
  }
  return out;
}

/// Adds a guess to each project of a reading that another reading gives otherwise. Nothing is said
/// of texts whose projects the two count differently: one of them lost its way.
void doubt_what_differs(ImportedDocument& kept, const ImportedDocument& other) {
  const auto same = [](const Project& a, const Project& b) {
    return a.name == b.name && a.goal == b.goal && a.annual_goal == b.annual_goal &&
           a.funding.identical(b.funding) && a.indicators == b.indicators;
  };
  for (std::size_t t = 0; t < kept.tables.size() && t < other.tables.size(); ++t) {
    ImportedTable& table = kept.tables[t];
    const std::vector<Project>& projects = table.snapshot.projects;
    const std::vector<Project>& others = other.tables[t].snapshot.projects;
    for (std::size_t i = 0; projects.size() == others.size() && i < projects.size(); ++i) {
      if (!same(projects[i], others[i])) {
        doubt_project(table, i);
      }
    }
  }
}

/// The lines of text that gives its table's cells one after the other: what they hold, or that it
/// cannot be told; nothing where they are no such text.
std::optional<Result<ImportedDocument>> read_in_stream(const std::vector<Line>& lines,
                                                       const SourceDocument& source,
                                                       const ImportOptions& options) {
  CellStream stream = cell_stream(lines);
  StreamReading in_order = read_cells(std::move(stream.document), stream.tables, source, options);
  const std::optional<OrderedForms> ordered = ordered_cells(lines);
  const bool apart = ordered && ordered->labels_apart;
  StreamReading put_in_order = read_cells(whole_stream(ordered), source, options);
  if (in_order.whole() && put_in_order.whole()) {
    const std::size_t guesses = guesses_in(*in_order.document);
    const std::size_t others = guesses_in(*put_in_order.document);
    const bool as_it_stands = guesses < others || (guesses == others && !apart);
    StreamReading& kept = as_it_stands ? in_order : put_in_order;
    doubt_what_differs(*kept.document, *(as_it_stands ? put_in_order : in_order).document);
    return *std::move(kept.document);
  }
  if (in_order.whole()) {
    return *std::move(in_order.document);
  }
  if (put_in_order.whole()) {
    doubt_odd_goals(*put_in_order.document);
    return *std::move(put_in_order.document);
  }
  std::vector<StreamReading> readings;
  const std::optional<OrderedForms> spread = spread_cells(lines);
  const auto mixed = ordered && spread ? mixed_forms(*ordered, *spread) : std::nullopt;
  readings.push_back(read_cells(whole_stream(mixed), source, options));
  readings.push_back(read_cells(whole_stream(spread), source, options));
  readings.push_back(std::move(put_in_order));
  if (auto document = least_faulty(std::move(readings))) {
    return *std::move(document);
  }
  if (auto list = spread_list(lines)) {
    GridDocument document = stream_document();
    document.blocks = *std::move(list);
    std::vector<StreamReading> one;
    one.push_back(read_cells(std::move(document), 1, source, options));
    if (auto read = least_faulty(std::move(one))) {
      return *std::move(read);
    }
  }
  // A list whose header is found, and whose rows are not, is no text for another reader, either.
  if (!stream.has_header && !list_text(lines)) {
    return std::nullopt;
  }
  return fail(out_of_order(lines, source));
}

std::optional<Result<ImportedDocument>> read_stream(const std::string& text,
                                                    const SourceDocument& source,
                                                    const ImportOptions& options) {
  const auto lines = lines_of_pages(text, source.name);
  if (!lines) {
    return std::nullopt;
  }
  auto out = read_in_stream(*lines, source, options);
  if (out && *out) {
    doubt_odd_rows(**out);
    doubt_parted_goals(**out);
    doubt_lost_amounts(**out, *lines);
  }
  return out;
}

/// The published list in text that keeps its columns, by its words and not by their
/// places; nothing where that is not sure.
std::optional<ImportedDocument> read_words_of_lines(const std::string& text,
                                                    const SourceDocument& source,
                                                    const ImportOptions& options) {
  const auto lines = lines_of_pages(text, source.name);
  if (!lines) {
    return std::nullopt;
  }
  const RowsFromColumns columns = rows_from_columns(*lines);
  return columns.read ? read_columns(*columns.read, source, options) : std::nullopt;
}

/// What the two ways of reading such text make of it: where they differ in a project's
/// texts, that of the places is kept, and each such project is a guess; where they differ
/// in columns of money, that of the sums is kept, unless it is a guess itself.
ImportedDocument agreed(ImportedDocument by_place, ImportedDocument by_words) {
  ImportedTable& table = by_place.tables.front();
  const std::vector<Project>& places = table.snapshot.projects;
  const std::vector<Project>& words = by_words.tables.front().snapshot.projects;
  const auto same_texts = [](const Project& a, const Project& b) {
    return a.name == b.name && a.goal == b.goal && a.indicators == b.indicators;
  };
  bool same = by_place.tables.size() == 1 && places.size() == words.size();
  for (std::size_t i = 0; i < places.size(); ++i) {
    const bool alike = i < words.size() && same_texts(places[i], words[i]);
    if (!alike) {
      doubt_project(table, i);
    }
    same = same && alike;
  }
  const auto& findings = by_words.tables.front().provenance.findings;
  const bool guessed = std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.code == "column-guess";
  });
  return same && !guessed ? std::move(by_words) : std::move(by_place);
}

/// The reading by words where that by places does not hold together: what both give alike is sure,
/// and each project that the other gives otherwise, or not at all, a guess.
ImportedDocument by_words_alone(ImportedDocument by_words, const ImportedDocument& by_place) {
  ImportedTable& table = by_words.tables.front();
  const std::vector<Project>& words = table.snapshot.projects;
  for (std::size_t i = 0; i < words.size() && i < table.provenance.projects.size(); ++i) {
    const bool found = std::any_of(
        by_place.tables.begin(), by_place.tables.end(), [&](const ImportedTable& other) {
          const std::vector<Project>& places = other.snapshot.projects;
          return std::any_of(places.begin(), places.end(), [&](const Project& one) {
            return one.name == words[i].name && one.goal == words[i].goal;
          });
        });
    if (!found) {
      doubt_project(table, i);
    }
  }
  return by_words;
}

/// Why text that keeps its columns is not read: it would take minutes or hours, as what belongs to
/// which row is decided over all lines of a page.
std::optional<Error> too_long(const std::string& text, const SourceDocument& source) {
  constexpr std::size_t most_on_page = 1'000;
  constexpr std::size_t most = 40'000;
  std::size_t lines = 0;
  std::size_t on_page = 0;
  std::size_t longest = 0;
  for (const char c : text) {
    lines += c == '\n' ? 1U : 0U;
    on_page = c == '\f' ? 0 : on_page + (c == '\n' ? 1U : 0U);
    longest = std::max(longest, on_page);
  }
  if (longest > most_on_page) {
    return Error{
        source.name,
        {},
        {BD_TR("a page of this text that keeps its columns has {0} lines, more than {1}"),
         {std::to_string(longest), std::to_string(most_on_page)}},
        {BD_TR("keep the page ends (form feeds) that pdftotext -layout writes, or give the "
               "PDF itself"),
         {}}};
  }
  if (lines > most) {
    return Error{source.name,
                 {},
                 {BD_TR("the text has more than {0} lines"), {std::to_string(most)}},
                 {BD_TR("give the pages of the performance table alone, or the PDF itself"), {}}};
  }
  return std::nullopt;
}

/// Text whose columns do not stand side by side: the published list, or cells one
/// after the other.
Result<ImportedDocument> read_text(const std::string& text, const SourceDocument& source,
                                   const ImportOptions& options) {
  auto stream = read_stream(text, source, options);
  if (stream && *stream) {
    return *std::move(stream);
  }
  auto document = import_text(source, options);
  if (document) {
    doubt_parted_goals(*document);
  }
  return stream && !(document && stream_faults(*document).none()) ? *std::move(stream) : document;
}

/// Whether most names are cells of several rows, or no project has an amount though texts stand
/// where those should: what is left says nothing.
bool runs_together(const ImportedDocument& document) {
  const Wholeness read = wholeness(document);
  const bool any_amount =
      std::any_of(document.tables.begin(), document.tables.end(), [](const ImportedTable& table) {
        const auto& projects = table.snapshot.projects;
        return std::any_of(projects.begin(), projects.end(),
                           [](const Project& project) { return !project.funding.empty(); });
      });
  const auto& findings = document.tables.front().provenance.findings;
  const bool unreadable = std::any_of(findings.begin(), findings.end(), [](const Finding& finding) {
    return finding.code == "amount-unreadable";
  });
  return read.mixed * 2 > read.projects || (!any_amount && unreadable);
}

/// Why a list is refused most of whose names are cells of several rows.
Error rows_run_together(const ImportedDocument& document, const SourceDocument& source) {
  const ImportedTable& table = document.tables.front();
  return {source.name,
          table.provenance.projects.empty() ? Place{} : table.provenance.projects.front().place,
          {BD_TR("the rows of the table that begins here run into each other"), {}},
          {BD_TR("give the PDF itself"), {}}};
}

/// Text that keeps its columns or does not.
Result<ImportedDocument> read_either(const std::string& text, const SourceDocument& source,
                                     const ImportOptions& options) {
  if (std::vector<PdfPage> pages = layout_pages(text); const auto kind = kept_columns(pages)) {
    if (auto error = too_long(text, source)) {
      return fail(*std::move(error));
    }
    drop_furniture(pages);
    drop_continued_marks(pages);
    drop_name_marks(pages);
    auto document = read_grids(layout_document(pages, *kind), source, options);
    // Places slide in such text, so that words have their say, too.
    auto by_words = read_words_of_lines(text, source, options);
    if (by_words && !document) {
      return *std::move(by_words);
    }
    if (by_words && !wholeness(*document).whole()) {
      return by_words_alone(*std::move(by_words), *document);
    }
    if (by_words) {
      return agreed(*std::move(document), *std::move(by_words));
    }
    if (document && runs_together(*document)) {
      return fail(rows_run_together(*document, source));
    }
    if (document) {
      return document;
    }
  }
  return read_text(text, source, options);
}

}  // namespace

Result<ImportedDocument> read_table_text(std::string text, const SourceDocument& source,
                                         const ImportOptions& options) {
  text.resize(before_closing_chapters(text).size());
  auto document = read_either(text, source, options);
  if (document) {
    doubt_mixed_lists(*document);
  }
  return document;
}

}  // namespace budgetdiff::import
