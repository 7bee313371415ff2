#include "import/stream/cell_stream.hpp"

#include "import/stream/stream_form.hpp"
#include "import/stream/stream_header.hpp"
#include "import/stream/stream_rows.hpp"
#include "import/stream/tokens.hpp"
#include "import/table/context.hpp"
#include "import/table/scan.hpp"
#include "import/text/page_lines.hpp"
#include "import/text/page_structure.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

class Stream {
 public:
  Stream(const std::vector<Line>& lines, std::vector<StreamToken> tokens)
      : lines_(lines), tokens_(std::move(tokens)) {}

  /// `header`: the first.
  std::optional<GridDocument> run(std::optional<StreamHeader> header) {
    document_.importer = "text";
    document_.findings.push_back({"cell-stream",
                                  Severity::note,
                                  {},
                                  "",
                                  {BD_TR("the text gives the cells one after the other: what "
                                         "belongs to which was judged by what it says"),
                                   {}}});
    std::size_t at = 0;
    while (header) {
      const bool form = add_heading(at, header->begin);
      const bool lists = std::find(header->roles.begin(), header->roles.end(),
                                   Role::project_name) != header->roles.end();
      if (!form && !lists) {
        return std::nullopt;  // whose indicators these are is not to be seen
      }
      const std::optional<StreamHeader> next = find_stream_header(tokens_, header->end);
      const std::size_t limit = next ? next->begin : tokens_.size();
      at = end_of_table(header->end, limit);
      if (at > header->end) {
        StreamTable table = stream_rows(lines_, tokens_, *header, at);
        if (table.doubtful) {
          return std::nullopt;
        }
        document_.blocks.emplace_back(std::move(table.grid));
      }
      header = next;
    }
    add_lines(at, tokens_.size());
    return std::move(document_);
  }

 private:
  /// Lines and the labels of a form; whether there is one.
  bool add_heading(std::size_t begin, std::size_t end) {
    const std::size_t form = form_start(tokens_, begin, end);
    add_lines(begin, form);
    if (form < end) {
      document_.blocks.emplace_back(stream_form(lines_, tokens_, form, end));
    }
    return form < end;
  }

  void add_lines(std::size_t begin, std::size_t end) {
    for (std::size_t at = begin; at < end; ++at) {
      if (at == begin || tokens_[at].line != tokens_[at - 1].line) {
        const Line& line = lines_[tokens_[at].line];
        document_.blocks.emplace_back(TextLine{line.text, place_of(line)});
      }
    }
  }

  /// Where the rows from token `begin` end: at a title, at a line that labels a table,
  /// where a form begins.
  [[nodiscard]] std::size_t end_of_table(std::size_t begin, std::size_t limit) const {
    const std::size_t form = form_start(tokens_, begin, limit);
    for (std::size_t at = begin; at < form; ++at) {
      if (tokens_[at].starts_line && opens_table(lines_[tokens_[at].line])) {
        return at;
      }
    }
    return form;
  }

  [[nodiscard]] static bool opens_table(const Line& line) {
    if (is_any_title(line.text)) {
      return true;
    }
    const std::vector<Labelled> labels = labels_in(line.text);
    return !labels.empty() && std::all_of(labels.begin(), labels.end(), [](const Labelled& one) {
      return one.role == Role::department || one.role == Role::money_unit || one.role == Role::year;
    });
  }

  const std::vector<Line>& lines_;
  std::vector<StreamToken> tokens_;
  GridDocument document_;
};

}  // namespace

CellStream cell_stream(const std::vector<Line>& lines) {
  std::vector<StreamToken> tokens = tokens_of(lines);
  if (tokens.size() > most_tokens) {
    return {};
  }
  // 绩效指标 at a table's side stands anywhere between its rows.
  std::erase_if(tokens, [&](const StreamToken& token) {
    return is_page_mark(lines[token.line]) || token.text == U"绩效指标";
  });
  CellStream out;
  std::optional<StreamHeader> header = find_stream_header(tokens, 0);
  out.has_header = header.has_value();
  if (out.has_header) {
    out.document = Stream(lines, std::move(tokens)).run(std::move(header));
  }
  return out;
}

bool reads_whole(const ImportedDocument& document) {
  return std::all_of(
      document.tables.begin(), document.tables.end(), [](const ImportedTable& table) {
        const auto& projects = table.snapshot.projects;
        const bool whole =
            std::all_of(projects.begin(), projects.end(), [](const Project& project) {
              return !project.name.empty() && !project.indicators.empty() &&
                     std::all_of(project.indicators.begin(), project.indicators.end(),
                                 [](const Indicator& one) {
                                   return !one.name.empty() && (!one.annual_target.empty() ||
                                                                !one.period_target.empty());
                                 });
            });
        const auto& findings = table.provenance.findings;
        return whole && !projects.empty() &&
               std::none_of(findings.begin(), findings.end(), [](const Finding& finding) {
                 return finding.severity == Severity::error;
               });
      });
}

}  // namespace budgetdiff::import
