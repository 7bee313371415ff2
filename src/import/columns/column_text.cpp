#include "import/columns/column_text.hpp"

#include "import/columns/header_lines.hpp"
#include "import/columns/header_pieces.hpp"
#include "import/columns/line_words.hpp"
#include "import/columns/lost_hyphens.hpp"
#include "import/text/page_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace budgetdiff::import {
namespace {

class Reader {
 public:
  explicit Reader(const std::vector<Line>& lines) : lines_(lines), taken_(lines.size(), false) {}

  std::optional<ColumnText> run() {
    take_labels();
    auto header = header_lines(lines_, taken_);
    if (!header) {
      return std::nullopt;
    }
    taken_ = std::move(header->taken);
    out_.money = std::move(header->money);
    take_page_numbers();
    take_cells();
    take_department_rows();
    return std::move(out_);
  }

  ColumnText run_without_header() {
    take_labels();
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const auto words = words_of(lines_[i].text);
      taken_[i] = taken_[i] || std::all_of(words.begin(), words.end(), is_header_piece);
    }
    take_cells();
    return std::move(out_);
  }

 private:
  void take_labels() {
    std::set<std::u32string> seen;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const Line& line = lines_[i];
      const bool unit = [&] {
        const auto label = unit_label_in(line.text);
        return label && label->begin == 0;
      }();
      const bool department = opens_department(line);
      if (is_page_mark(line)) {
        taken_[i] = true;
      } else if (is_title(line) || department || unit) {
        taken_[i] = true;
        if (seen.insert(line.text).second) {
          out_.preamble.push_back(i);
        }
      }
      if (department && department_.empty()) {
        std::u32string text = without_space(line.text);
        if (const auto label = unit_label_in(text)) {
          text.resize(label->begin);
        }
        const std::size_t colon = text.find_first_of(U"：:");
        department_ = colon == text.npos ? U"" : text.substr(colon + 1);
      }
    }
  }

  /// Numbers alone at the end of a page.
  void take_page_numbers() {
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const bool last = i + 1 == lines_.size() || lines_[i + 1].starts_page;
      if ((last || lines_[i].starts_page) && is_bare_integer(lines_[i])) {
        taken_[i] = true;
      }
    }
  }

  void take_cells() {
    int flow = 0;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      flow += lines_[i].blank_before || lines_[i].starts_page ? 1 : 0;
      if (!taken_[i]) {
        for (const std::u32string& line : at_lost_hyphens(lines_[i].text)) {
          add_cells(i, line, flow);
        }
      }
    }
  }

  void add_cells(std::size_t at, std::u32string_view text, int flow) {
    ColumnLine line;
    line.line = at;
    line.page = lines_[at].page;
    line.flow = flow;
    std::u32string label;
    std::size_t labels = 0;
    const auto words = words_of(text);
    while (labels < words.size() && !amount_in(words[labels])) {
      label += words[labels++];
    }
    const bool sum = is_sum_label(to_utf8(label));
    if (sum) {
      line.kind = ColumnLine::Kind::sum;
    }
    for (std::size_t i = sum ? labels : 0; i < words.size(); ++i) {
      line.words.push_back({words[i], amount_in(words[i])});
    }
    out_.lines.push_back(std::move(line));
  }

  /// The rows of the whole department: its name over one or more lines, amounts
  /// between them or behind them.
  void take_department_rows() {
    if (department_.empty()) {
      return;
    }
    constexpr std::size_t most = 12;
    for (std::size_t i = 0; i < out_.lines.size(); ++i) {
      std::u32string name;
      for (std::size_t end = i; end < out_.lines.size() && end < i + most; ++end) {
        if (out_.lines[end].kind != ColumnLine::Kind::cells) {
          break;
        }
        for (const ColumnWord& word : out_.lines[end].words) {
          name += word.amount ? U"" : word.text;
        }
        if (name == department_) {
          for (std::size_t k = i; k <= end; ++k) {
            std::erase_if(out_.lines[k].words, [](const ColumnWord& word) { return !word.amount; });
          }
          out_.lines[i].kind = ColumnLine::Kind::department;
          break;
        }
        if (!department_.starts_with(name) || out_.lines[i].words.front().amount) {
          break;
        }
      }
    }
  }

  const std::vector<Line>& lines_;
  std::vector<bool> taken_;
  std::u32string department_;
  ColumnText out_;
};

}  // namespace

std::optional<ColumnText> column_text(const std::vector<Line>& lines) {
  return Reader(lines).run();
}

ColumnText all_lines(const std::vector<Line>& lines) {
  return Reader(lines).run_without_header();
}

}  // namespace budgetdiff::import
