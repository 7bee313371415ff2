#include "import/text/read_list.hpp"

#include "import/layout_guesses.hpp"
#include "import/text/list_doubts.hpp"
#include "import/text/paragraphs.hpp"

#include <utility>

namespace budgetdiff::import {

std::string quote(std::u32string_view text) {
  constexpr std::size_t quoted = 30;
  std::string out = published(text.substr(0, quoted));
  return text.size() > quoted ? out + "…" : out;
}

Finding doubt(std::u32string_view item, const Place& place, const std::string& project) {
  return {"list-guess",
          Severity::warning,
          place,
          project,
          {BD_TR("what of this indicator is its category, name and target is a guess: {0}"),
           {quote(item)}}};
}

void read_list(const Flow& list, const std::vector<ItemHead>& heads,
               const std::function<Place(std::uint32_t)>& place_at, Project& project,
               ProjectPlace& place, std::vector<Finding>& findings) {
  int expected = 1;
  for (std::size_t k = 0; k < heads.size(); ++k) {
    const ItemHead& head = heads[k];
    const std::size_t end = k + 1 < heads.size() ? heads[k + 1].begin : list.size();
    const Place at = place_at(list.origin[head.begin]);
    const auto find = [&](std::string code, Severity severity, const Place& where,
                          Message message) {
      findings.push_back({std::move(code), severity, where, project.name, std::move(message)});
    };
    ReadItem item = read_item(list.text, head.text, end);
    const std::u32string_view whole =
        std::u32string_view(list.text).substr(head.begin, end - head.begin);
    if (head.number != expected) {
      find("indicator-numbering", Severity::note, at,
           {BD_TR("the indicator is numbered {0} where {1} was expected"),
            {std::to_string(head.number), std::to_string(expected)}});
    }
    // One wrong number is said once: where the count goes on without it, it goes on here.
    const bool goes_on = k + 1 < heads.size() && heads[k + 1].number == expected + 1;
    expected = (goes_on ? expected : head.number) + 1;
    if (!item.has_period && !item.has_annual) {
      find("indicator-incomplete", Severity::error, at,
           {BD_TR("the indicator breaks off before its targets: {0}"), {quote(whole)}});
    } else if (item.indicator.name.empty()) {
      find("indicator-incomplete", Severity::error, at,
           {BD_TR("the indicator has no name: {0}"), {quote(whole)}});
    }
    if (!item.left_over.empty()) {
      find("text-left-over", Severity::warning, place_at(list.origin[item.left_over_at]),
           {BD_TR("text behind an indicator's end was left out: {0}"), {quote(item.left_over)}});
    }
    if (is_doubtful(item.indicator)) {
      findings.push_back(doubt(whole, at, project.name));
    }
    project.indicators.push_back(std::move(item.indicator));
    place.indicators.push_back(at);
  }
}

}  // namespace budgetdiff::import
