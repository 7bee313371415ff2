#include "import/stream/cell_stream.hpp"

#include "import/stream/ordered_forms.hpp"
#include "import/stream/spread_forms.hpp"
#include "import/stream/stream_columns.hpp"
#include "import/stream/stream_form.hpp"
#include "import/stream/stream_header.hpp"
#include "import/stream/stream_rows.hpp"
#include "import/stream/table_ends.hpp"
#include "import/stream/text_lines.hpp"
#include "import/stream/tokens.hpp"
#include "import/text/page_lines.hpp"
#include "import/text/page_structure.hpp"
#include "import/text/read_list.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace budgetdiff::import {

GridDocument stream_document() {
  GridDocument out;
  out.importer = "text";
  out.findings.push_back({"cell-stream",
                          Severity::note,
                          {},
                          "",
                          {BD_TR("the text gives the cells one after the other: what "
                                 "belongs to which was judged by what it says"),
                           {}}});
  return out;
}

namespace {

class Stream {
 public:
  Stream(const std::vector<Line>& lines, std::vector<StreamToken> tokens)
      : lines_(lines), tokens_(std::move(tokens)), alone_(lines) {}

  /// `header`: the first.
  std::optional<GridDocument> run(std::optional<StreamHeader> header) {
    document_ = stream_document();
    std::size_t at = 0;
    while (header) {
      const bool form = add_heading(at, header->begin);
      levels_ += count_levels(header->begin, header->end);
      const auto columns = stream_columns(lines_, tokens_, *header);
      if (!columns || (!form && !columns->header.lists_projects())) {
        return std::nullopt;  // whose indicators these are is not to be seen
      }
      std::optional<StreamHeader> next = find_stream_header(tokens_, header->end);
      // A page repeats the header, and the table goes on.
      std::vector<StreamToken> rows;
      const StreamHeader first = *header;
      while (true) {
        const std::size_t limit = next ? next->begin : tokens_.size();
        const std::size_t begin = behind_numbers(header->end, limit);
        at = add_rows(begin, limit, *columns, rows);
        if (!next || !repeats(*next, first) || !is_heading(at, next->begin)) {
          break;
        }
        header = next;
        levels_ += count_levels(header->begin, header->end);
        next = find_stream_header(tokens_, header->end);
      }
      if (rows.size() > most_row_tokens) {
        return std::nullopt;
      }
      if (!rows.empty()) {
        auto group = groups_.try_emplace(joined(tokens_, first.begin, first.end), lines_, *columns);
        tables_.push_back({document_.blocks.size(), &group.first->second,
                           group.first->second.add(std::move(rows))});
        document_.blocks.emplace_back(Grid{});
      }
      header = next;
    }
    add_lines(at, tokens_.size());
    if (levels_ < headings_of_levels() || !read_tables()) {
      return std::nullopt;  // a header stands in pieces: its columns do, too
    }
    return std::move(document_);
  }

  /// How many tables of indicators there are.
  [[nodiscard]] std::size_t tables() const { return tables_.size(); }

 private:
  /// How many times 一级指标 stands in a line of its own or begins one of the tokens.
  [[nodiscard]] std::size_t count_levels(std::size_t begin, std::size_t end) const {
    return static_cast<std::size_t>(
        std::count_if(tokens_.begin() + static_cast<std::ptrdiff_t>(begin),
                      tokens_.begin() + static_cast<std::ptrdiff_t>(end),
                      [](const StreamToken& token) { return token.text == U"一级指标"; }));
  }
  [[nodiscard]] std::size_t headings_of_levels() const { return count_levels(0, tokens_.size()); }

  /// Reads the rows of all tables, those below the same header together; whether they hold.
  bool read_tables() {
    std::map<StreamRows*, std::vector<StreamTable>> read;
    for (auto& [words, rows] : groups_) {
      read.emplace(&rows, rows.read());
    }
    for (const Pending& one : tables_) {
      StreamTable& table = read.at(one.rows)[one.number];
      if (table.doubtful) {
        return false;
      }
      document_.blocks[one.block] = std::move(table.grid);
    }
    return true;
  }

  /// Lines and the labels of a form; whether there is one.
  bool add_heading(std::size_t begin, std::size_t end) {
    const std::size_t form = form_start(tokens_, begin, end);
    add_lines(begin, form);
    if (form < end) {
      if (auto grid = stream_form(lines_, tokens_, form, end, alone_)) {
        document_.blocks.emplace_back(*std::move(grid));
      }
    }
    return form < end;
  }

  void add_lines(std::size_t begin, std::size_t end) {
    add_text_lines(lines_, tokens_, begin, end, document_.blocks);
  }

  /// Adds the rows from token `begin` on, up to where a form begins or they end, with what all
  /// pages have above that (（2024年度）); where that is.
  std::size_t add_rows(std::size_t begin, std::size_t limit, const StreamColumns& columns,
                       std::vector<StreamToken>& rows) {
    const bool remarks = columns.header.find(Role::remark) != Grid::none;
    const std::size_t form = form_start(tokens_, begin, limit);
    StreamPart part = table_part(lines_, tokens_, begin, form, remarks);
    const std::size_t end = part.end < tokens_.size() ? from_page_top(begin, part.end) : part.end;
    std::copy_if(part.rows.begin(), part.rows.end(), std::back_inserter(rows),
                 [&](const StreamToken& token) {
                   return end == tokens_.size() || token.line < tokens_[end].line;
                 });
    for (const std::size_t line : part.lost) {
      document_.findings.push_back(
          {"text-left-over",
           Severity::warning,
           place_of(lines_[line]),
           "",
           {BD_TR("a line amid the table's rows was left out: {0}"), {quote(lines_[line].text)}}});
    }
    return end;
  }

  /// The first token of the page of token `at`, where all lines between are such that most forms
  /// have; else `at`.
  [[nodiscard]] std::size_t from_page_top(std::size_t begin, std::size_t at) const {
    const int page = lines_[tokens_[at].line].page;
    std::size_t first = at;
    while (first > begin && lines_[tokens_[first - 1].line].page == page) {
      if (!alone_.has(without_space(lines_[tokens_[first - 1].line].text))) {
        return at;
      }
      --first;
      // Forms have rows that are alike, too.
      if (tokens_[first].starts_line && looks_like_row(tokens_, first)) {
        return at;
      }
    }
    return first > begin && page > 0 ? first : at;
  }

  [[nodiscard]] bool repeats(const StreamHeader& header, const StreamHeader& first) const {
    return joined(tokens_, header.begin, header.end) == joined(tokens_, first.begin, first.end);
  }

  /// Whether the tokens between two parts of a list are what pages repeat: no form, and few.
  [[nodiscard]] bool is_heading(std::size_t begin, std::size_t end) const {
    constexpr std::size_t most = 24;
    return end - begin <= most && form_start(tokens_, begin, end) == end;
  }

  /// Behind the numbers of the columns, 1 2 3 4, where they stand below the header.
  [[nodiscard]] std::size_t behind_numbers(std::size_t begin, std::size_t limit) const {
    constexpr std::size_t least = 4;
    std::size_t at = begin;
    while (at < limit && to_utf8(tokens_[at].text) == std::to_string(at - begin + 1)) {
      ++at;
    }
    return at - begin >= least ? at : begin;
  }

  /// A table whose rows are still to be read.
  struct Pending {
    std::size_t block;
    StreamRows* rows;
    std::size_t number;
  };

  const std::vector<Line>& lines_;
  std::vector<StreamToken> tokens_;
  RepeatedLines alone_;
  std::map<std::u32string, StreamRows> groups_;  ///< by the words of their header
  std::vector<Pending> tables_;
  std::size_t levels_ = 0;  ///< times that 一级指标 stood in a header
  GridDocument document_;
};

}  // namespace

namespace {

/// Lines that are the number of their page and nothing else, first or last on it, on two
/// pages at least.
std::vector<bool> bare_page_numbers(const std::vector<Line>& lines) {
  std::vector<bool> out(lines.size(), false);
  std::map<int, std::vector<std::size_t>> by_offset;  // of number and page
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const Line& line = lines[i];
    const bool edge = i == 0 || i + 1 == lines.size() || lines[i - 1].page != line.page ||
                      lines[i + 1].page != line.page;
    constexpr std::size_t most_digits = 4;
    if (!edge || line.page == 0 || line.text.size() > most_digits ||
        !std::all_of(line.text.begin(), line.text.end(), is_digit)) {
      continue;
    }
    by_offset[std::stoi(to_utf8(line.text)) - line.page].push_back(i);
  }
  for (const auto& [offset, found] : by_offset) {
    for (const std::size_t i : found) {
      out[i] = found.size() > 1;
    }
  }
  return out;
}

/// 绩效指标 at a table's side stands anywhere between its rows; in a header it heads columns.
void drop_side_labels(std::vector<StreamToken>& tokens) {
  std::vector<bool> in_header(tokens.size(), false);
  for (auto header = find_stream_header(tokens, 0); header;
       header = find_stream_header(tokens, header->end)) {
    std::fill(in_header.begin() + static_cast<std::ptrdiff_t>(header->begin),
              in_header.begin() + static_cast<std::ptrdiff_t>(header->end), true);
  }
  std::size_t kept = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (in_header[i] || tokens[i].text != U"绩效指标") {
      if (kept != i) {
        tokens[kept] = std::move(tokens[i]);
      }
      ++kept;
    }
  }
  tokens.resize(kept);
}

}  // namespace

namespace {

/// The tokens of what no page repeats; none where there are too many.
std::vector<StreamToken> tokens_of_cells(const std::vector<Line>& lines) {
  std::vector<StreamToken> tokens = tokens_of(lines);
  if (tokens.size() > most_tokens) {
    return {};
  }
  const std::vector<bool> numbers = bare_page_numbers(lines);
  std::erase_if(tokens, [&](const StreamToken& token) {
    return numbers[token.line] || is_page_mark(lines[token.line]);
  });
  return tokens;
}

}  // namespace

CellStream cell_stream(const std::vector<Line>& lines) {
  std::vector<StreamToken> tokens = tokens_of_cells(lines);
  drop_side_labels(tokens);
  CellStream out;
  std::optional<StreamHeader> header = find_stream_header(tokens, 0);
  out.has_header = header.has_value();
  if (out.has_header) {
    Stream stream(lines, std::move(tokens));
    out.document = stream.run(std::move(header));
    out.tables = stream.tables();
  }
  return out;
}

std::optional<OrderedForms> ordered_cells(const std::vector<Line>& lines) {
  return ordered_forms(lines, tokens_of_cells(lines));
}

std::optional<OrderedForms> spread_cells(const std::vector<Line>& lines) {
  return spread_forms(lines, tokens_of_cells(lines));
}

std::optional<OrderedStream> whole_stream(const std::optional<OrderedForms>& forms) {
  const auto is_lost = [](const ReadForm& form) { return form.blocks.empty(); };
  if (!forms || !forms->holds || std::any_of(forms->forms.begin(), forms->forms.end(), is_lost)) {
    return std::nullopt;
  }
  OrderedStream out{stream_document(), forms->forms.size(), 0, forms->labels_apart};
  std::vector<Block>& blocks = out.document.blocks;
  blocks.insert(blocks.end(), forms->before.begin(), forms->before.end());
  for (const ReadForm& form : forms->forms) {
    out.unread += form.unread ? 1U : 0U;
    blocks.insert(blocks.end(), form.blocks.begin(), form.blocks.end());
  }
  blocks.insert(blocks.end(), forms->behind.begin(), forms->behind.end());
  return out;
}

}  // namespace budgetdiff::import
