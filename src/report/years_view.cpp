#include "report/years_view.hpp"

#include <budgetdiff/model/money_unit.hpp>
#include <budgetdiff/text/same_name.hpp>

#include <algorithm>
#include <utility>

namespace budgetdiff {

std::string edition_name(const LineageEdition& edition) {
  const std::string year = std::to_string(edition.year);
  return edition.stage == stage::budget ? year : year + "." + edition.stage;
}

std::vector<const YearsLine*> biggest_movers(const YearsOverview& years, std::size_t most) {
  std::vector<const YearsLine*> out;
  for (const YearsLine& line : years.lines) {
    if (!line.delta.is_zero()) {
      out.push_back(&line);
    }
  }
  std::stable_sort(out.begin(), out.end(), [](const YearsLine* a, const YearsLine* b) {
    return a->delta.abs() > b->delta.abs();
  });
  out.resize(std::min(out.size(), most));
  return out;
}

std::string events_text(const YearsOverview& years, const YearsLine& line, const Wording& say) {
  std::vector<std::string> out;
  for (std::size_t e = 0; e < line.events.size(); ++e) {
    for (const YearsEvent& event : line.events[e]) {
      out.push_back(edition_name(years.editions[e]) + " " + say.kind(event.kind) +
                    (event.part.empty() ? "" : say.colon() + event.part));
    }
  }
  return say.list(out);
}

std::string other_units_text(const YearsOverview& years, const Wording& say) {
  std::string out;
  for (const LineageEdition& edition : years.editions) {
    if (edition.unit != years.unit) {
      out +=
          say(convert(Amount(), edition.unit, years.unit) ? BD_TR(" ({0} in {1}, converted)")
                                                          : BD_TR(" ({0} in {1}, not comparable)"),
              {edition_name(edition), edition.unit.empty() ? "-" : edition.unit});
    }
  }
  return out;
}

std::vector<std::string> names_of(const YearsLine& line) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i < line.nodes.size();) {
    const std::size_t edition = line.nodes[i].edition;
    std::string names;
    for (; i < line.nodes.size() && line.nodes[i].edition == edition; ++i) {
      names += (names.empty() ? "" : " + ") + line.nodes[i].name;
    }
    if (out.empty() || !same_name(out.back(), names)) {
      out.push_back(std::move(names));
    }
  }
  return out;
}

}  // namespace budgetdiff
