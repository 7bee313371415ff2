#include "import/page/header_readings.hpp"

#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace budgetdiff::import {
namespace {

std::ptrdiff_t brackets(std::u32string_view text, std::u32string_view kind) {
  return std::count_if(text.begin(), text.end(),
                       [&](char32_t c) { return kind.find(c) != kind.npos; });
}

}  // namespace

double letters_weight(const std::string& text) {
  double weight = 0;
  int depth = 0;
  for (const char32_t c : to_code_points(text)) {
    depth += c == U'（' || c == U'(' ? 1 : 0;
    weight += depth == 0 ? 3 : weight > 0 ? 1 : 0;
    depth -= (c == U'）' || c == U')') && depth > 0 ? 1 : 0;
  }
  return weight;
}

bool is_header_word(const std::u32string& text) {
  return look_up_listed_header(to_utf8(without_space(text))).role != Role::none;
}

bool has_whole_brackets(const std::u32string& text) {
  return brackets(text, U"（(") == brackets(text, U"）)");
}

double HeaderReadings::weight_of(const std::u32string& text) {
  constexpr std::size_t most_texts = 200'000;
  if (weights_.size() > most_texts) {
    weights_.clear();
  }
  // Most texts are there: asking first makes nothing for them.
  if (const auto found = weights_.find(text); found != weights_.end()) {
    return found->second;
  }
  const std::string utf8 = to_utf8(text);
  const bool known = has_whole_brackets(text) && look_up_listed_header(utf8).role != Role::none;
  return weights_.emplace(text, known ? letters_weight(utf8) : 0).first->second;
}

}  // namespace budgetdiff::import
