#include "import/text/struck_text.hpp"

#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

namespace budgetdiff::import {
namespace {

constexpr std::size_t most_quoted = 3;
constexpr std::size_t longest_quoted = 20;

}  // namespace

void StruckText::add(std::string_view piece) {
  const std::u32string text = without_space(to_code_points(piece));
  if (text.empty()) {
    return;
  }
  ++count_;
  if (first_.size() < most_quoted) {
    first_.push_back(to_utf8(text.substr(0, longest_quoted)) +
                     (text.size() > longest_quoted ? "…" : ""));
  }
}

void StruckText::add(const StruckText& other) {
  count_ += other.count_;
  for (const std::string& piece : other.first_) {
    if (first_.size() < most_quoted) {
      first_.push_back(piece);
    }
  }
}

std::optional<Finding> StruckText::finding(const Place& place) const {
  if (empty()) {
    return std::nullopt;
  }
  std::string quoted;
  for (const std::string& piece : first_) {
    quoted += (quoted.empty() ? "" : " | ") + piece;
  }
  quoted += count_ > first_.size() ? " | …" : "";
  return Finding{"struck-left-out",
                 Severity::warning,
                 place,
                 "",
                 {BD_TR("text that is struck through was left out in {0} place(s): {1}"),
                  {std::to_string(count_), quoted}}};
}

}  // namespace budgetdiff::import
