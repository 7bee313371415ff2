#include "import/text/repeated_rows.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace budgetdiff::import {
namespace {

/// A name of more lines than this is none.
constexpr std::size_t most_lines = 12;
/// Rows of equal amounts that are looked at.
constexpr std::size_t most_alike = 16;

class Finder {
 public:
  Finder(const std::vector<Line>& lines, const TableText& table)
      : lines_(lines), table_(table), columns_(table.header.money().size()) {}

  std::vector<bool> run() {
    std::vector<bool> repeated(table_.body.size(), false);
    std::unordered_map<std::u32string, std::vector<std::size_t>> with;  // amounts -> lines
    std::size_t header = table_.body.size();
    for (std::size_t at = 0; at < table_.body.size(); ++at) {
      if (table_.body[at].after_header) {
        header = at;
      }
      const auto run = amount_run_in(text_line(at), columns_);
      if (!run || run->end != text_line(at).text.size()) {
        continue;
      }
      const std::u32string amounts = without_space(text_line(at).text.substr(run->begin));
      std::vector<std::size_t>& earlier = with[amounts];
      const bool near = header <= at && at - header < most_lines;
      if (near && std::any_of(earlier.begin(), earlier.end(), [&](std::size_t row) {
            return repeats(header, at, run->begin, row) && stands_alone(row);
          })) {
        for (std::size_t i = header; i <= at; ++i) {
          repeated[i] = true;
        }
      } else if (earlier.size() < most_alike) {
        earlier.push_back(at);
      }
      header = table_.body.size();
    }
    return repeated;
  }

 private:
  [[nodiscard]] const Line& text_line(std::size_t at) const { return lines_[table_.body[at].line]; }

  /// Whether the name in [begin, at] is the one that stands before `earlier`.
  [[nodiscard]] bool repeats(std::size_t begin, std::size_t at, std::size_t name_end,
                             std::size_t earlier) const {
    std::u32string name;
    for (std::size_t i = begin; i < at; ++i) {
      name += without_space(text_line(i).text);
    }
    name += without_space(std::u32string_view(text_line(at).text).substr(0, name_end));
    const auto run = amount_run_in(text_line(earlier), columns_);
    std::u32string before =
        without_space(std::u32string_view(text_line(earlier).text).substr(0, run->begin));
    for (std::size_t i = earlier; before.size() < name.size() && i > 0; --i) {
      before.insert(0, without_space(text_line(i - 1).text));
    }
    return !name.empty() && before == name;
  }

  /// Whether nothing but another row's name stands between a row's amounts and
  /// the next amounts.
  [[nodiscard]] bool stands_alone(std::size_t row) const {
    for (std::size_t at = row + 1; at < table_.body.size() && at <= row + most_lines; ++at) {
      std::u32string_view name = text_line(at).text;
      const auto run = amount_run_in(text_line(at), columns_);
      if (run) {
        name = name.substr(0, run->begin);
      }
      if (name.find(U'。') != name.npos || name.find(U'；') != name.npos) {
        return false;
      }
      if (run) {
        return true;
      }
    }
    return false;
  }

  const std::vector<Line>& lines_;
  const TableText& table_;
  std::size_t columns_;
};

}  // namespace

std::vector<bool> find_repeated_rows(const std::vector<Line>& lines, const TableText& table) {
  return Finder(lines, table).run();
}

}  // namespace budgetdiff::import
