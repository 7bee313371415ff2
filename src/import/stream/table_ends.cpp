#include "import/stream/table_ends.hpp"

#include "import/page/word_kinds.hpp"
#include "import/stream/stream_label.hpp"
#include "import/table/context.hpp"
#include "import/table/scan.hpp"
#include "import/text/page_structure.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <string>

namespace budgetdiff::import {
namespace {

/// Labels of a table, and nothing else: 部门：某局 单位：万元.
bool label_table(const std::vector<Labelled>& labels) {
  return !labels.empty() && std::all_of(labels.begin(), labels.end(), [](const Labelled& one) {
    return one.role == Role::department || one.role == Role::money_unit || one.role == Role::year;
  });
}

/// （盖章）, 单位（公章）: short, and it ends with the seal.
bool is_seal(const std::u32string& text) {
  constexpr std::size_t longest = 12;
  return text.size() <= longest && ends_with_any(text, {U"（盖章）", U"(盖章)", U"（公章）",
                                                        U"(公章)", U"（签章）", U"(签章)"});
}

/// 填表人：张三 联系电话：…: all that has a colon is a person's label.
bool are_signature(const std::vector<Labelled>& labels) {
  return !labels.empty() && labels.front().role == Role::person;
}

bool is_category(const StreamToken& token) {
  const std::string text = to_utf8(token.text);
  return is_level1_category(text) || is_level2_category(text);
}

/// What a line is to the rows before it.
enum class LineKind { row, heading, label, below };

class Lines {
 public:
  Lines(const std::vector<Line>& lines, const std::vector<StreamToken>& tokens, std::size_t limit,
        bool has_remarks)
      : lines_(lines), tokens_(tokens), limit_(limit), has_remarks_(has_remarks) {}

  [[nodiscard]] LineKind kind(std::size_t at) const {
    const Line& line = lines_[tokens_[at].line];
    const std::u32string text = without_space(line.text);
    if (heads_section(text)) {
      return LineKind::heading;
    }
    const std::vector<Labelled> labels = labels_in(line.text);
    if (label_table(labels)) {
      return LineKind::label;
    }
    // A column of remarks may hold notes and names, but no seal.
    const bool below =
        is_seal(text) || (!has_remarks_ && (opens_note(line) || are_signature(labels)));
    return below ? LineKind::below : LineKind::row;
  }

  [[nodiscard]] std::size_t next(std::size_t at) const {
    do {
      ++at;
    } while (at < limit_ && !tokens_[at].starts_line);
    return at;
  }

  /// Several words, the last of which nothing but a target is.
  [[nodiscard]] bool has_target(std::size_t at) const {
    const std::size_t last = next(at) - 1;
    return last > at && kind_of(tokens_[last].text).target;
  }

  /// Where rows go on behind the line at `at`, which is none; `limit` where something else
  /// begins first. What follows a label at once goes on as it stands; a remark may have lines.
  [[nodiscard]] std::size_t rows_behind(std::size_t at, LineKind what) const {
    const int page = lines_[tokens_[at].line].page;
    for (std::size_t i = next(at); i < limit_; i = next(i)) {
      const LineKind here = kind(i);
      if (here == LineKind::heading) {
        break;
      }
      const bool near =
          what == LineKind::label ? i == next(at) : lines_[tokens_[i].line].page != page;
      if (here == LineKind::row &&
          (is_category(tokens_[i]) || (near && looks_like_row(tokens_, i)))) {
        return i;
      }
    }
    return limit_;
  }

 private:
  const std::vector<Line>& lines_;
  const std::vector<StreamToken>& tokens_;
  std::size_t limit_;
  bool has_remarks_;
};

}  // namespace

bool looks_like_row(const std::vector<StreamToken>& tokens, std::size_t at) {
  if (is_category(tokens[at])) {
    return true;
  }
  std::size_t last = at;
  while (last + 1 < tokens.size() && !tokens[last + 1].starts_line) {
    ++last;
  }
  const WordKind front = kind_of(tokens[at].text);
  const WordKind back = kind_of(tokens[last].text);
  return last > at && front.chinese && !front.number &&
         label_at(tokens, at, tokens.size()).role == Role::none &&
         (back.target || back.figure || back.percent || (back.number && !back.amount));
}

StreamPart table_part(const std::vector<Line>& lines, const std::vector<StreamToken>& tokens,
                      std::size_t begin, std::size_t limit, bool has_remarks) {
  const Lines all(lines, tokens, limit, has_remarks);
  StreamPart out;
  std::size_t at = begin;
  while (at < limit) {
    const std::size_t next = all.next(at);
    const LineKind kind = tokens[at].starts_line ? all.kind(at) : LineKind::row;
    if (kind == LineKind::row) {
      out.rows.insert(out.rows.end(), tokens.begin() + static_cast<std::ptrdiff_t>(at),
                      tokens.begin() + static_cast<std::ptrdiff_t>(next));
      at = next;
      continue;
    }
    const std::size_t on = kind == LineKind::heading ? limit : all.rows_behind(at, kind);
    if (on == limit) {
      for (std::size_t i = next; i < limit && all.kind(i) == LineKind::row; i = all.next(i)) {
        if (all.has_target(i)) {
          out.lost.push_back(tokens[i].line);
        }
      }
      break;
    }
    at = kind == LineKind::label ? next : on;
  }
  out.end = at;
  return out;
}

}  // namespace budgetdiff::import
