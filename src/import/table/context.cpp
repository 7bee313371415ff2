#include "import/table/context.hpp"

#include "import/text/flow.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <cstddef>

namespace budgetdiff::import {
namespace {

constexpr std::size_t longest_label = 16;
constexpr std::size_t longest_line = 400;

bool is_colon(char32_t c) {
  return c == U':' || c == U'：' || c == U'︰';
}

/// Brackets are no part of a label's beginning: in `X局（本级） 单位：` they
/// belong to what stands before.
bool begins_label(char32_t c) {
  return !is_space(c) && std::u32string_view(U"（([【〔").find(c) == std::u32string_view::npos;
}

/// Where a label that ends at `end` may begin at the earliest: behind a bracket that is
/// closed before its last word, since that one belongs to what stands before.
std::size_t behind_bracket(std::u32string_view line, std::size_t begin, std::size_t end) {
  for (std::size_t at = end; at-- > begin;) {
    const bool closes =
        std::u32string_view(U"）)]】〕").find(line[at]) != std::u32string_view::npos;
    if (closes && at + 1 < end) {
      return at + 1;
    }
  }
  return begin;
}

std::string flowed(std::u32string_view text) {
  Flow flow;
  flow.append(text, 0);
  return published(flow.text);
}

}  // namespace

std::vector<Labelled> labels_in(std::u32string_view line) {
  struct Found {
    std::size_t begin;
    std::size_t value;
    Role role;
  };
  std::vector<Labelled> out;
  if (line.size() > longest_line) {
    return out;
  }
  std::vector<Found> found;
  std::size_t free = 0;
  for (std::size_t colon = 0; colon < line.size(); ++colon) {
    if (!is_colon(line[colon])) {
      continue;
    }
    // The longest known word that ends here.
    const std::size_t begin =
        behind_bracket(line, colon > free + longest_label ? colon - longest_label : free, colon);
    for (std::size_t at = begin; at < colon; ++at) {
      const Term term = look_up_header(to_utf8(line.substr(at, colon - at)));
      if (term.role != Role::none && begins_label(line[at])) {
        found.push_back({at, colon + 1, term.role});
        break;
      }
    }
    free = colon + 1;
  }
  for (std::size_t i = 0; i < found.size(); ++i) {
    const std::size_t end = i + 1 < found.size() ? found[i + 1].begin : line.size();
    out.push_back({found[i].role, flowed(line.substr(found[i].value, end - found[i].value))});
  }
  return out;
}

}  // namespace budgetdiff::import
