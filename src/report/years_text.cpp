#include "report/markdown_text.hpp"
#include "report/text_paint.hpp"
#include "report/wording.hpp"
#include "report/years_view.hpp"

#include <budgetdiff/report/years.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>

namespace budgetdiff {
namespace {

constexpr std::size_t movers = 10;
constexpr std::size_t widest = 60;  // of names that figures stand beside

std::string delta_text(const YearsLine& line) {
  const std::string percent = signed_percent(line.percent);
  return signed_money(line.delta) +
         (percent.empty() || line.delta.is_zero() ? "" : " (" + percent + ")");
}

std::string names_text(const YearsLine& line) {
  std::string out;
  for (const std::string& name : names_of(line)) {
    out += (out.empty() ? "" : " → ") + printable(name);
  }
  return out;
}

}  // namespace

std::string years_text(const YearsOverview& years, Language language, bool colour) {
  const Wording say(language);
  const Paint paint(colour);
  std::string out = paint(Tone::bold, printable(years.department)) + "\n";
  out += edition_name(years.editions.front()) + " → " + edition_name(years.editions.back());
  if (!years.unit.empty()) {
    out += "    " + say(BD_TR("unit: {0}"), {printable(years.unit)}) +
           printable(other_units_text(years, say));
  }
  out += "\n\n";
  std::size_t width = display_width(say(BD_TR("Projects")));
  for (const YearsLine& line : years.lines) {
    const std::size_t own = display_width(printable(line.name));
    width = std::max(width, own <= widest ? own : 0);
  }
  std::size_t money_width = 14;
  const auto widen = [&](const std::optional<Amount>& amount) {
    money_width = std::max(money_width, money(amount).size() + 2);
  };
  for (const YearsLine& line : years.lines) {
    std::for_each(line.totals.begin(), line.totals.end(), widen);
  }
  std::for_each(years.totals.begin(), years.totals.end(), widen);
  std::string head = pad_right("", width);
  std::string totals = pad_right(say(BD_TR("Total")), width);
  std::string counts = pad_right(say(BD_TR("Projects")), width);
  for (std::size_t e = 0; e < years.editions.size(); ++e) {
    head += pad_left(edition_name(years.editions[e]), money_width);
    totals += pad_left(" " + money(years.totals[e]), money_width);
    counts += pad_left(std::to_string(years.project_counts[e]), money_width);
  }
  out += paint(Tone::bold, head) + "\n" + paint(Tone::bold, totals) + "\n" + counts + "\n";
  const auto row = [&](const YearsLine& line) {
    const std::string name = printable(line.name);
    // A longer name (of several projects, mostly) has a line of its own.
    std::string text =
        display_width(name) <= width ? pad_right(name, width) : name + "\n" + pad_right("", width);
    for (const std::optional<Amount>& total : line.totals) {
      text += pad_left(" " + money(total), money_width);
    }
    out += text + "    " + delta_text(line);
    const std::string events = printable(events_text(years, line, say));
    out += events.empty() ? "\n" : "    " + paint(Tone::dim, events) + "\n";
  };
  const auto most = biggest_movers(years, movers);
  if (!most.empty()) {
    out += "\n" + paint(Tone::heading, "== " + say(BD_TR("Biggest movers"))) + "\n";
    for (const YearsLine* line : most) {
      row(*line);
    }
  }
  out += "\n" +
         paint(Tone::heading, "== " + say(BD_TR("Every project through the years")) + " (" +
                                  std::to_string(years.lines.size()) + ")") +
         "\n";
  for (const YearsLine& line : years.lines) {
    row(line);
    if (names_of(line).size() > 1) {
      out += paint(Tone::dim, "  " + names_text(line)) + "\n";
    }
  }
  return out;
}

std::string years_markdown(const YearsOverview& years, Language language) {
  const Wording say(language);
  std::string out = "# " + escaped(years.department) + " " + edition_name(years.editions.front()) +
                    " → " + edition_name(years.editions.back()) + "\n\n";
  if (const std::string units = other_units_text(years, say); !units.empty()) {
    out += say(BD_TR("unit: {0}"), {escaped(years.unit)}) + escaped(units) + "\n\n";
  }
  std::string head = "| " + (years.unit.empty() ? " " : escaped(years.unit)) + " |";
  std::string rule = "|---|";
  std::string totals = "| **" + say(BD_TR("Total")) + "** |";
  std::string counts = "| " + say(BD_TR("Projects")) + " |";
  for (std::size_t e = 0; e < years.editions.size(); ++e) {
    head += " " + edition_name(years.editions[e]) + " |";
    rule += "--:|";
    totals += " **" + money(years.totals[e]) + "** |";
    counts += " " + std::to_string(years.project_counts[e]) + " |";
  }
  out += head + "\n" + rule + "\n" + totals + "\n" + counts + "\n";
  const auto table = [&](const std::string& title, const std::vector<const YearsLine*>& lines) {
    if (lines.empty()) {
      return;
    }
    out += "\n## " + title + " (" + std::to_string(lines.size()) + ")\n\n";
    out += "| " + say(BD_TR("project")) + head.substr(head.find(" |", 2)) + " " +
           say(BD_TR("change")) + " | " + say(BD_TR("what happened")) + " |\n";
    out += rule + "--:|---|\n";
    for (const YearsLine* line : lines) {
      std::string names;
      for (const std::string& name : names_of(*line)) {
        names += (names.empty() ? "" : " → ") + escaped(name);
      }
      out += "| " + names + " |";
      for (const std::optional<Amount>& total : line->totals) {
        out += " " + money(total) + " |";
      }
      out += " " + delta_text(*line) + " | " + escaped(events_text(years, *line, say)) + " |\n";
    }
  };
  table(say(BD_TR("Biggest movers")), biggest_movers(years, movers));
  std::vector<const YearsLine*> all;
  for (const YearsLine& line : years.lines) {
    all.push_back(&line);
  }
  table(say(BD_TR("Every project through the years")), all);
  return out;
}

}  // namespace budgetdiff
