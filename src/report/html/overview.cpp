#include "report/html/overview.hpp"

#include <algorithm>

namespace budgetdiff::html {
namespace {

/// A list of many findings stays closed until it is asked for.
constexpr std::size_t most_open_findings = 12;
/// A name inside a sentence is cut: the whole stands at the change.
constexpr std::size_t most_columns = 80;

void column_heads(Page& page, const std::vector<std::pair<std::string, bool>>& names) {
  const auto head = page.in("thead");
  const auto row = page.in("tr");
  for (const auto& [name, is_number] : names) {
    page.element("th", {{"scope", "col"}, {"class", is_number ? "number" : ""}}, name);
  }
}

std::string name_of(const ProjectChange& change, const Wording& say) {
  const auto& refs = change.to.size() == 1 || change.from.empty() ? change.to : change.from;
  std::string out;
  for (const ProjectRef& ref : refs) {
    if (!out.empty()) {
      out += say(BD_TR(" and "));
    }
    out += say(BD_TR("“{0}”"), {shortened(ref.name, most_columns)});
  }
  return out;
}

void total_row(Page& page, const std::string& label, const std::optional<Amount>& from,
               const std::optional<Amount>& to, const std::optional<Amount>& delta,
               const std::optional<std::string>& percent) {
  const auto row = page.in("tr");
  page.element("th", {{"scope", "row"}}, label);
  page.element("td", {{"class", "number"}}, money(from));
  page.element("td", {{"class", "number"}}, money(to));
  const auto cell = page.in("td", {{"class", "number"}});
  page.delta(delta, percent);
}

void source_document(Page& page, const SourcePart& part) {
  page.name(part.file);
  if (!part.sha256.empty()) {
    page.empty("br");
    page.element("code", {{"class", "digest"}}, "SHA-256 " + part.sha256);
  }
}

void source_row(Page& page, const SnapshotRef& ref, bool later, const ReportedDocument& document) {
  const auto row = page.in("tr");
  page.element("th", {{"scope", "row"}}, page.say().side(ref, later));
  const bool known = document.provenance != nullptr && !document.provenance->file.empty();
  {
    const auto cell = page.in("td");
    if (known) {
      source_document(page, document_of(*document.provenance, {}));
      for (const SourcePart& part : document.provenance->parts) {
        page.empty("br");
        source_document(page, part);
      }
    } else {
      page.text(page(BD_TR("not recorded")));
    }
    if (!ref.note.empty()) {
      page.empty("br");
      page.name(ref.note);
    }
  }
}

void finding_list(Page& page, const SnapshotRef& ref, bool later,
                  const ReportedDocument& document) {
  page.element("h3",
               page.say().side(ref, later) + " (" + std::to_string(document.findings.size()) + ")");
  if (document.findings.empty()) {
    page.element("p", page(BD_TR("Nothing was found.")));
    return;
  }
  const bool many = document.findings.size() > most_open_findings;
  const auto details = page.in("details", many ? Attributes{} : Attributes{{"open", "open"}});
  page.element("summary",
               page(BD_TR("Show all ({0})"), {std::to_string(document.findings.size())}));
  const auto list = page.in("ul", {{"class", "findings"}});
  for (const Finding& finding : document.findings) {
    const std::string severity(to_string(finding.severity));
    const auto item = page.in("li", {{"class", "f-" + severity}});
    page.element("span", {{"class", "badge " + severity}}, page.say().severity(finding.severity));
    page.text(" ");
    if (!finding.project.empty()) {
      page.name(finding.project);
      page.text(page.say().language() == Language::chinese ? "：" : ": ");
    }
    page.name(page.say()(finding.message));
    page.text(" ");
    const std::string place = place_text(finding.place, page.say());
    page.element("span", {{"class", "small"}},
                 place.empty() ? finding.code : finding.code + " · " + place);
    page.line();
  }
}

}  // namespace

std::string place_text(const Place& place, const Wording& say) {
  std::vector<std::string> parts;
  if (!place.file.empty()) {
    parts.push_back(place.file);
  }
  if (!place.sheet.empty()) {
    parts.push_back(say(BD_TR("sheet {0}"), {place.sheet}));
  }
  if (!place.cell.empty()) {
    parts.push_back(say(BD_TR("cell {0}"), {place.cell}));
  }
  if (place.page > 0) {
    parts.push_back(say(BD_TR("page {0}"), {std::to_string(place.page)}));
  }
  if (place.line > 0) {
    parts.push_back(say(BD_TR("line {0}"), {std::to_string(place.line)}));
  }
  return say.list(parts);
}

void write_heading(Page& page, const ChangeSet& changes) {
  const std::string& from = changes.from.department;
  const std::string& to = changes.to.department;
  {
    const auto heading = page.in("h1");
    if (from.empty() || to.empty() || from == to) {
      page.name(to.empty() ? from : to);
    } else {
      page.name(from);
      page.text(" → ");
      page.name(to);
    }
    page.text(" ");
    page.element("span", {{"class", "years"}},
                 page.say().side(changes.from, false) + " → " + page.say().side(changes.to, true));
  }
  for (const Message& warning : changes.warnings) {
    const auto paragraph = page.in("p", {{"class", "warning"}, {"role", "note"}});
    page.element("strong", page(BD_TR("Read this first:")));
    page.text(" ");
    page.name(page.say()(warning));
  }
  page.line();
}

std::vector<std::string> reviewer_sentences(const ChangeSet& changes, const Tally& tally,
                                            const ByImportance& order, const Wording& say) {
  std::vector<std::string> out;
  const std::string unit = changes.to.unit.empty() ? "" : " " + changes.to.unit;
  const auto money = [&](const Amount& amount) { return amount.grouped() + unit; };
  const Totals& totals = changes.totals;
  if (totals.from && totals.to && totals.delta) {
    const std::string later = say.side(changes.to, true);
    // Chinese sets a blank between its words and figures.
    const bool figures = say.language() == Language::chinese && changes.from.year.has_value();
    const std::string earlier = (figures ? " " : "") + say.side(changes.from, false);
    // More or less is said in words, so neither figure has a sign.
    std::string percent = totals.percent ? *totals.percent + "%" : std::string();
    percent.erase(0, percent.starts_with('-') ? 1 : 0);
    const std::string by =
        money(totals.delta->abs()) + (percent.empty() ? "" : say(BD_TR(" ({0})"), {percent}));
    // A budget asks for its total, final accounts do not: the sentence has no verb.
    if (totals.delta->is_zero()) {
      out.push_back(say(BD_TR("{0}: {1}, as much as {2}."), {later, money(*totals.to), earlier}));
    } else if (totals.delta->is_negative()) {
      out.push_back(
          say(BD_TR("{0}: {1}, {2} less than {3}."), {later, money(*totals.to), by, earlier}));
    } else {
      out.push_back(
          say(BD_TR("{0}: {1}, {2} more than {3}."), {later, money(*totals.to), by, earlier}));
    }
  }
  if (!order.money.empty()) {
    std::vector<std::string> largest;
    for (std::size_t i = 0; i < order.money.size() && i < 3; ++i) {
      const ProjectChange& change = *order.money[i];
      largest.push_back(say(BD_TR("{0} ({1}, {2})"), {name_of(change, say), say.kind(change.kind),
                                                      signed_money(*change.delta)}));
    }
    out.push_back(say(BD_TR("The money moved most in: {0}."), {say.list(largest)}));
  } else {
    out.push_back(say(BD_TR("No project's money changed.")));
  }
  for (const ReconciliationLine& line : changes.reconciliation) {
    if (line.kind == "unexplained" && !line.delta.is_zero()) {
      out.push_back(say(BD_TR("{0} of the change is not explained by the projects listed."),
                        {signed_money(line.delta) + unit}));
    }
  }
  const auto count = [&](Effect effect) {
    const auto found = tally.targets.find(effect);
    return found == tally.targets.end() ? std::size_t{0} : found->second;
  };
  std::size_t weaker = 0;
  for (const ProjectChange& change : changes.projects) {
    weaker += loosened_targets(change) > 0 ? 1U : 0U;
  }
  if (weaker > 0) {
    out.push_back(say(BD_TR("Targets loosened: {0} (projects: {1}); tightened: {2}."),
                      {std::to_string(count(Effect::loosened)), std::to_string(weaker),
                       std::to_string(count(Effect::tightened))}));
  } else {
    out.push_back(say(BD_TR("No target was loosened; tightened: {0}."),
                      {std::to_string(count(Effect::tightened))}));
  }
  if (!changes.suggested.empty()) {
    out.push_back(say(BD_TR("Doubtful matches that await a person's decision: {0}."),
                      {std::to_string(changes.suggested.size())}));
  }
  return out;
}

void write_totals(Page& page, const ChangeSet& changes, const std::string& unit_before) {
  const auto table = page.in("table", {{"class", "totals"}});
  std::string caption = changes.to.unit.empty() ? page(BD_TR("Totals"))
                                                : page(BD_TR("Totals, in {0}"), {changes.to.unit});
  if (!unit_before.empty()) {
    caption += page(BD_TR(" (before in {0}, converted)"), {unit_before});
  }
  page.element("caption", caption);
  column_heads(page, {{page(BD_TR("funding")), false},
                      {page.say().side(changes.from, false), true},
                      {page.say().side(changes.to, true), true},
                      {page(BD_TR("change")), true}});
  const auto body = page.in("tbody");
  const Totals& totals = changes.totals;
  total_row(page, page(BD_TR("Total")), totals.from, totals.to, totals.delta, totals.percent);
  for (const AmountChange& change : changes.stated) {
    const bool repeats = change.from == totals.from && change.to == totals.to;
    if (change.column != column::total && !change.notation && !repeats) {
      total_row(page, page.say().column(change.column), change.from, change.to, change.delta,
                change.percent);
    }
  }
  page.line();
}

void write_counts(Page& page, const ChangeSet& changes, const Tally& tally) {
  const auto list = page.in("dl", {{"class", "counts"}});
  const auto group = [&](const std::string& label, const std::string& sides,
                         const std::vector<std::pair<std::string, std::size_t>>& counts) {
    const auto block = page.in("div");
    page.element("dt", sides.empty() ? label : label + " " + sides);
    for (const auto& [word, count] : counts) {
      const auto item = page.in("dd");
      page.text(word + " ");
      page.element("strong", std::to_string(count));
    }
  };
  std::vector<std::pair<std::string, std::size_t>> projects;
  for (const auto& [kind, count] : tally.projects) {
    projects.emplace_back(page.say().kind(kind), count);
  }
  group(
      page(BD_TR("Projects")),
      std::to_string(changes.from.project_count) + " → " + std::to_string(changes.to.project_count),
      projects);
  std::vector<std::pair<std::string, std::size_t>> indicators;
  for (const auto& [kind, count] : tally.indicators) {
    indicators.emplace_back(page.say().kind(kind), count);
  }
  group(page(BD_TR("Indicators")),
        std::to_string(changes.from.indicator_count) + " → " +
            std::to_string(changes.to.indicator_count),
        indicators);
  std::vector<std::pair<std::string, std::size_t>> targets;
  for (const auto& [effect, count] : tally.targets) {
    targets.emplace_back(page.say().effect(effect), count);
  }
  if (tally.carried_targets > 0) {
    targets.emplace_back(page(BD_TR("carried over word for word")), tally.carried_targets);
  }
  group(page(BD_TR("Targets")), {}, targets);
  page.line();
}

void write_reconciliation(Page& page, const ChangeSet& changes) {
  if (changes.reconciliation.empty() || !changes.totals.delta) {
    return;
  }
  const auto table = page.in("table", {{"class", "reconciliation"}});
  page.element("caption", page(BD_TR("Where the change of the total comes from")));
  column_heads(page, {{page(BD_TR("kind of change")), false},
                      {page(BD_TR("Projects")), true},
                      {page(BD_TR("change")), true}});
  const auto row = [&](const std::string& kind, const std::string& count, const Amount& delta) {
    const auto line = page.in("tr");
    page.element("th", {{"scope", "row"}}, kind);
    page.element("td", {{"class", "number"}}, count);
    const auto cell = page.in("td", {{"class", "number"}});
    page.delta(delta, std::nullopt);
  };
  {
    const auto body = page.in("tbody");
    for (const ReconciliationLine& line : changes.reconciliation) {
      row(page.say().reconciliation_kind(line.kind),
          line.kind == "unexplained" ? "" : std::to_string(line.count), line.delta);
    }
  }
  const auto foot = page.in("tfoot");
  row(page(BD_TR("change of the total")), "", *changes.totals.delta);
}

void write_sources(Page& page, const ChangeSet& changes, const ReportedDocument& from,
                   const ReportedDocument& to) {
  const auto table = page.in("table", {{"class", "sources"}});
  page.element("caption", page(BD_TR("Sources")));
  column_heads(page, {{page(BD_TR("year")), false}, {page(BD_TR("file")), false}});
  const auto body = page.in("tbody");
  source_row(page, changes.from, false, from);
  source_row(page, changes.to, true, to);
}

void write_findings(Page& page, const ChangeSet& changes, const ReportedDocument& from,
                    const ReportedDocument& to) {
  const auto section =
      page.in("section", {{"id", "findings"}, {"aria-labelledby", "findings-title"}});
  page.element("h2", {{"id", "findings-title"}},
               page(BD_TR("What is wrong or odd inside the documents")));
  finding_list(page, changes.from, false, from);
  finding_list(page, changes.to, true, to);
  page.line();
}

}  // namespace budgetdiff::html
