#include <budgetdiff/report/store_tables.hpp>

#include <budgetdiff/model/money_unit.hpp>
#include <budgetdiff/model/target.hpp>

#include <utility>

namespace budgetdiff {
namespace {

using Value = std::optional<std::string>;
using Row = std::vector<Value>;

constexpr ColumnType integer = ColumnType::integer;
constexpr ColumnType decimal = ColumnType::decimal;

Value text(const std::string& value) {
  return value.empty() ? std::nullopt : Value(value);
}
Value text(std::string_view value) {
  return text(std::string(value));
}
Value number(std::size_t value) {
  return std::to_string(value);
}
Value number(int value) {
  return std::to_string(value);
}
Value number(std::optional<int> value) {
  return value ? Value(std::to_string(*value)) : std::nullopt;
}
/// 0 means absent.
Value positive(int value) {
  return value > 0 ? Value(std::to_string(value)) : std::nullopt;
}
Value amount(const Amount* value) {
  return value != nullptr ? Value(value->to_string()) : std::nullopt;
}

/// In hundredths of the currency's own unit (分), so that sums are exact whatever
/// the tables' units; absent where the unit is unknown or less is left over.
Value in_hundredths(const Amount& value, const std::string& unit) {
  const auto known = read_money_unit(unit);
  if (!known) {
    return std::nullopt;
  }
  constexpr int hundredths = 2;
  const Amount exact = value.reduced(0);
  const int shift = known->exponent + hundredths - exact.scale();
  constexpr int most = 18;  // more would leave 64 bits
  if (shift < 0 || shift > most) {
    return std::nullopt;
  }
  Amount::Integer whole = exact.mantissa();
  constexpr Amount::Integer limit = 900'000'000'000'000'000;
  for (int i = 0; i < shift; ++i) {
    whole *= 10;
    if (whole > limit || whole < -limit) {
      return std::nullopt;
    }
  }
  return Amount(whole, 0).to_string();
}

Value currency(const std::string& unit) {
  const auto known = read_money_unit(unit);
  return known ? text(known->currency) : std::nullopt;
}

/// Appends where something stood: file, page, line, sheet, cell.
void add_place(Row& row, const Place& place) {
  row.push_back(text(place.file));
  row.push_back(positive(place.page));
  row.push_back(positive(place.line));
  row.push_back(text(place.sheet));
  row.push_back(text(place.cell));
}

std::string joined(const std::vector<ProjectName>& names) {
  std::string out;
  for (const ProjectName& name : names) {
    out += (out.empty() ? "" : " + ") + name.name;
    out += name.occurrence > 1 ? "#" + std::to_string(name.occurrence) : "";
  }
  return out;
}
std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) {
    out += (out.empty() ? "" : " + ") + name;
  }
  return out;
}

StoreTable years_table() {
  return {"years",
          {{"department"},
           {"year", integer},
           {"stage"},
           {"unit"},
           {"currency"},
           {"note"},
           {"projects", integer},
           {"indicators", integer},
           {"total", decimal},
           {"total_hundredths", integer},
           {"snapshot"},
           {"source_file"},
           {"source_sha256"},
           {"importer"},
           {"importer_version"}},
          3,
          {}};
}
StoreTable stated_totals_table() {
  return {"stated_totals",
          {{"department"},
           {"year", integer},
           {"stage"},
           {"column"},
           {"amount", decimal},
           {"hundredths", integer}},
          4,
          {}};
}
StoreTable projects_table() {
  return {"projects",
          {{"department"},
           {"year", integer},
           {"stage"},
           {"project", integer},
           {"name"},
           {"code"},
           {"type"},
           {"spending_unit"},
           {"total", decimal},
           {"total_hundredths", integer},
           {"goal"},
           {"annual_goal"},
           {"file"},
           {"page", integer},
           {"line", integer},
           {"sheet"},
           {"cell"}},
          4,
          {}};
}
StoreTable funding_table() {
  return {"funding",
          {{"department"},
           {"year", integer},
           {"stage"},
           {"project", integer},
           {"column"},
           {"amount", decimal},
           {"hundredths", integer}},
          5,
          {}};
}
StoreTable indicators_table() {
  return {"indicators",
          {{"department"},
           {"year", integer},
           {"stage"},
           {"project", integer},
           {"indicator", integer},
           {"level1_code"},
           {"level1"},
           {"level2_code"},
           {"level2"},
           {"name"},
           {"period_target"},
           {"annual_target"},
           {"weight"},
           {"comparator"},
           {"value", decimal},
           {"value_unit"},
           {"file"},
           {"page", integer},
           {"line", integer},
           {"sheet"},
           {"cell"}},
          5,
          {}};
}
StoreTable findings_table() {
  return {"findings",
          {{"department"},
           {"year", integer},
           {"stage"},
           {"finding", integer},
           {"severity"},
           {"code"},
           {"project"},
           {"message"},
           {"file"},
           {"page", integer},
           {"line", integer},
           {"sheet"},
           {"cell"}},
          4,
          {}};
}
StoreTable decisions_table() {
  return {"decisions",
          {{"department"},
           {"from_department"},
           {"from_year", integer},
           {"from_stage"},
           {"to_year", integer},
           {"to_stage"},
           {"verdict"},
           {"from_projects"},
           {"to_projects"},
           {"reason"}},
          0,
          {}};
}
StoreTable comments_table() {
  return {"comments",
          {{"id"},
           {"department"},
           {"from_department"},
           {"from_year", integer},
           {"from_stage"},
           {"to_year", integer},
           {"to_stage"},
           {"action"},
           {"comment"},
           {"kind"},
           {"author"},
           {"email"},
           {"time", integer},
           {"change"},
           {"part"},
           {"from_projects"},
           {"to_projects"},
           {"name"},
           {"field"},
           {"from_value"},
           {"to_value"},
           {"text"}},
          1,
          {}};
}

/// Fills the tables, one snapshot, decision or comment after the other.
class Builder {
 public:
  void add(const StoredYear& stored) {
    const Snapshot& snapshot = stored.snapshot;
    const Row key = {snapshot.department, number(snapshot.year), stage_or_budget(snapshot.stage)};
    std::size_t indicators = 0;
    for (std::size_t i = 0; i < snapshot.projects.size(); ++i) {
      indicators += snapshot.projects[i].indicators.size();
      const auto& places = stored.provenance.projects;
      ProjectPlace place = i < places.size() ? places[i] : ProjectPlace();
      name_files(place, stored.provenance);
      add_project(key, snapshot, i, place);
    }
    const Amount* const stated = snapshot.stated_total.total();
    const Amount total = stated != nullptr ? *stated : sum_of_totals(snapshot);
    Row& row = begin(years_, key);
    add_all(row, {text(snapshot.unit), currency(snapshot.unit), text(snapshot.note),
                  number(snapshot.projects.size()), number(indicators), amount(&total),
                  in_hundredths(total, snapshot.unit), text(stored.blob_id),
                  text(stored.provenance.file), text(stored.provenance.sha256),
                  text(stored.provenance.importer), text(stored.provenance.importer_version)});
    for (const auto& [column, value] : snapshot.stated_total.items()) {
      add_all(begin(stated_totals_, key),
              {text(column), amount(&value), in_hundredths(value, snapshot.unit)});
    }
    std::size_t finding_number = 0;
    for (const Finding& finding : stored.provenance.findings) {
      Row& found = begin(findings_, key);
      add_all(found, {number(++finding_number), text(to_string(finding.severity)),
                      text(finding.code), text(finding.project),
                      text(substitute(finding.message.text, finding.message.args))});
      add_place(found, named(finding.place, stored.provenance));
    }
  }

  void add(const Decisions& pair) {
    for (const Decision& decision : pair.decisions) {
      decisions_.rows.push_back(
          {text(pair.department), text(pair.from_department), number(pair.from_year),
           stage_or_budget(pair.from_stage), number(pair.to_year), stage_or_budget(pair.to_stage),
           decision.verdict == Verdict::same ? "same" : "different", text(joined(decision.from)),
           text(joined(decision.to)), text(decision.reason)});
    }
  }

  void add(const CommentEvent& event) {
    const bool worded =
        event.action != CommentAction::resolve && event.action != CommentAction::reopen;
    comments_.rows.push_back({text(event.id),
                              text(event.pair.department),
                              text(event.pair.from_department),
                              number(event.pair.from_year),
                              stage_or_budget(event.pair.from_stage),
                              number(event.pair.to_year),
                              stage_or_budget(event.pair.to_stage),
                              text(to_string(event.action)),
                              text(event.comment),
                              worded ? text(to_string(event.kind)) : std::nullopt,
                              text(event.author.name),
                              text(event.author.email),
                              std::to_string(event.time.seconds),
                              text(event.change),
                              text(to_string(event.about.part)),
                              text(joined(event.about.from_projects)),
                              text(joined(event.about.to_projects)),
                              text(event.about.name),
                              text(event.about.field),
                              text(event.about.from),
                              text(event.about.to),
                              text(event.text)});
  }

  std::vector<StoreTable> take() {
    std::vector<StoreTable> out;
    for (StoreTable* const table : {&years_, &stated_totals_, &projects_, &funding_, &indicators_,
                                    &findings_, &decisions_, &comments_}) {
      out.push_back(std::move(*table));
    }
    return out;
  }

 private:
  static Row& begin(StoreTable& table, const Row& key) {
    Row& row = table.rows.emplace_back(key);
    row.reserve(table.columns.size());
    return row;
  }
  static void add_all(Row& row, std::initializer_list<Value> values) {
    row.insert(row.end(), values.begin(), values.end());
  }

  /// A place with the document that it is in, where a snapshot is of several.
  static Place named(Place place, const Provenance& provenance) {
    const bool nowhere = place.empty() || provenance.parts.empty();
    place.file = nowhere ? std::string() : document_of(provenance, place).file;
    return place;
  }
  static void name_files(ProjectPlace& place, const Provenance& provenance) {
    place.place = named(std::move(place.place), provenance);
    for (Place& indicator : place.indicators) {
      indicator = named(std::move(indicator), provenance);
    }
  }

  void add_project(const Row& key, const Snapshot& snapshot, std::size_t at,
                   const ProjectPlace& place) {
    const Project& project = snapshot.projects[at];
    const Value position = number(at + 1);
    const Amount* const total = project.funding.total();
    Row& row = begin(projects_, key);
    add_all(row, {position, text(project.name), text(project.code), text(project.type),
                  text(project.spending_unit), amount(total),
                  total != nullptr ? in_hundredths(*total, snapshot.unit) : std::nullopt,
                  text(project.goal), text(project.annual_goal)});
    add_place(row, place.place);
    for (const auto& [column, value] : project.funding.items()) {
      add_all(begin(funding_, key),
              {position, text(column), amount(&value), in_hundredths(value, snapshot.unit)});
    }
    for (std::size_t i = 0; i < project.indicators.size(); ++i) {
      add_indicator(key, position, i, project.indicators[i],
                    i < place.indicators.size() ? place.indicators[i] : Place());
    }
  }

  void add_indicator(const Row& key, const Value& project, std::size_t at,
                     const Indicator& indicator, const Place& place) {
    const std::string& published =
        indicator.annual_target.empty() ? indicator.period_target : indicator.annual_target;
    const Target target = read_target(published, unit_in_name(indicator.name));
    const bool one = target.numeric && target.comparator != Comparator::range;
    Row& row = begin(indicators_, key);
    add_all(row,
            {project, number(at + 1), text(indicator.level1_code), text(indicator.level1),
             text(indicator.level2_code), text(indicator.level2), text(indicator.name),
             text(indicator.period_target), text(indicator.annual_target), text(indicator.weight),
             text(to_string(target.comparator)), one ? amount(&target.low) : std::nullopt,
             target.numeric ? text(target.unit) : std::nullopt});
    add_place(row, place);
  }

  StoreTable years_ = years_table();
  StoreTable stated_totals_ = stated_totals_table();
  StoreTable projects_ = projects_table();
  StoreTable funding_ = funding_table();
  StoreTable indicators_ = indicators_table();
  StoreTable findings_ = findings_table();
  StoreTable decisions_ = decisions_table();
  StoreTable comments_ = comments_table();
};

}  // namespace

std::vector<StoreTable> store_tables(const StoreContents& contents) {
  Builder builder;
  for (const StoredYear& year : contents.years) {
    builder.add(year);
  }
  for (const Decisions& pair : contents.decisions) {
    builder.add(pair);
  }
  for (const CommentEvent& event : contents.comments) {
    builder.add(event);
  }
  return builder.take();
}

}  // namespace budgetdiff
