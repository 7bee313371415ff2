#include "codec/json_tree.hpp"

#include <budgetdiff/report/years.hpp>

namespace budgetdiff {
namespace {

void amounts(json::Writer& out, std::string_view key,
             const std::vector<std::optional<Amount>>& list) {
  out.key(key);
  out.begin_array();
  for (const std::optional<Amount>& amount : list) {
    out.string(amount ? amount->to_string() : "");
  }
  out.end_array();
}

void integer(json::Writer& out, std::string_view key, std::size_t value) {
  out.key(key);
  out.integer(static_cast<long long>(value));
}

void line_members(json::Writer& out, const YearsOverview& years, const YearsLine& line) {
  out.member("name", line.name);
  amounts(out, "totals", line.totals);
  out.member("delta", line.delta.to_string());
  if (line.percent) {
    out.member("percent", *line.percent);
  }
  out.key("events");
  out.begin_array();
  for (std::size_t e = 0; e < line.events.size(); ++e) {
    for (const YearsEvent& event : line.events[e]) {
      out.begin_object();
      out.key("year");
      out.integer(years.editions[e].year);
      out.member("kind", to_string(event.kind));
      out.member("part", event.part);
      out.end_object();
    }
  }
  out.end_array();
  out.key("projects");
  out.begin_array();
  for (const LineageNode& node : line.nodes) {
    out.begin_object();
    out.key("year");
    out.integer(years.editions[node.edition].year);
    integer(out, "index", node.project);
    out.member("name", node.name);
    out.member("total", node.total ? node.total->to_string() : "");
    out.end_object();
  }
  out.end_array();
}

}  // namespace

std::string years_json(const YearsOverview& years) {
  json::Writer out;
  out.begin_object();
  out.member("schema", "budgetdiff/years/1");
  out.member("department", years.department);
  out.member("unit", years.unit);
  out.key("editions");
  out.begin_array();
  for (std::size_t e = 0; e < years.editions.size(); ++e) {
    out.begin_object();
    out.key("year");
    out.integer(years.editions[e].year);
    out.member("stage", years.editions[e].stage);
    out.member("unit", years.editions[e].unit);
    out.member("total", years.totals[e] ? years.totals[e]->to_string() : "");
    integer(out, "projects", years.project_counts[e]);
    out.end_object();
  }
  out.end_array();
  out.key("lines");
  out.begin_array();
  for (const YearsLine& line : years.lines) {
    out.begin_object();
    line_members(out, years, line);
    out.end_object();
  }
  out.end_array();
  out.end_object();
  return out.take();
}

}  // namespace budgetdiff
