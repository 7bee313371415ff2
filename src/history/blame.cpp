#include <budgetdiff/history/blame.hpp>

#include <budgetdiff/codec/snapshot_json.hpp>
#include <budgetdiff/match/matcher.hpp>
#include <budgetdiff/model/money_unit.hpp>
#include "history/versions.hpp"

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <utility>

namespace budgetdiff {
namespace {

/// Which value is meant, in one version of the snapshot.
struct Slot {
  std::size_t project = whole_table;
  std::optional<std::size_t> indicator;
  std::string field;
  std::size_t sentence = 0;  ///< of a goal
};

struct OpenLine {
  std::size_t line = 0;  ///< into Blame::lines
  Slot slot;
};

/// A goal's sentences, each with the mark that ends it.
std::vector<std::string> sentences_of(const std::string& text) {
  std::vector<std::string> out;
  std::string sentence;
  for (std::size_t at = 0; at < text.size(); ++at) {
    sentence += text[at];
    const auto ends = [&](std::string_view mark) {
      return sentence.size() >= mark.size() && sentence.ends_with(mark);
    };
    if (ends("。") || ends("；") || ends("！") || text[at] == '\n') {
      out.push_back(std::move(sentence));
      sentence.clear();
    }
  }
  if (!sentence.empty()) {
    out.push_back(std::move(sentence));
  }
  return out;
}

const std::string& goal_text(const Project& project, const std::string& field) {
  return field == "goal" ? project.goal : project.annual_goal;
}

/// Category and name; a level that a form leaves out is left out.
std::string indicator_text(const Indicator& indicator) {
  std::string out;
  for (const std::string* level : {&indicator.level1, &indicator.level2}) {
    out += level->empty() ? "" : *level + "/";
  }
  return out + indicator.name;
}

std::string amount_text(const Funding& funding, const std::string& column) {
  const Amount* amount = funding.find(column);
  return amount == nullptr ? std::string() : amount->to_string();
}

std::string value_of(const Snapshot& snapshot, const Slot& slot) {
  if (slot.project == whole_table) {
    return amount_text(snapshot.stated_total, slot.field);
  }
  const Project& project = snapshot.projects[slot.project];
  if (slot.indicator) {
    const Indicator& indicator = project.indicators[*slot.indicator];
    if (slot.field == "indicator") {
      return indicator_text(indicator);
    }
    return slot.field == "period_target"   ? indicator.period_target
           : slot.field == "annual_target" ? indicator.annual_target
                                           : indicator.weight;
  }
  if (slot.field == "goal" || slot.field == "annual_goal") {
    const auto sentences = sentences_of(goal_text(project, slot.field));
    return slot.sentence < sentences.size() ? sentences[slot.sentence] : std::string();
  }
  if (slot.field == "name") {
    return project.name;
  }
  if (slot.field == "code") {
    return project.code;
  }
  if (slot.field == "type") {
    return project.type;
  }
  return amount_text(project.funding, slot.field);
}

bool is_money(const Snapshot& snapshot, const Slot& slot) {
  const Funding& funding =
      slot.project == whole_table ? snapshot.stated_total : snapshot.projects[slot.project].funding;
  return !slot.indicator && funding.find(slot.field) != nullptr;
}

std::vector<Slot> slots_of(const Snapshot& snapshot) {
  std::vector<Slot> out;
  for (const auto& [column, amount] : snapshot.stated_total.items()) {
    out.push_back({whole_table, {}, column, 0});
  }
  for (std::size_t p = 0; p < snapshot.projects.size(); ++p) {
    const Project& project = snapshot.projects[p];
    out.push_back({p, {}, "name", 0});
    for (const char* const field : {"code", "type"}) {
      if (!value_of(snapshot, {p, {}, field, 0}).empty()) {
        out.push_back({p, {}, field, 0});
      }
    }
    for (const auto& [column, amount] : project.funding.items()) {
      out.push_back({p, {}, column, 0});
    }
    for (const char* const field : {"goal", "annual_goal"}) {
      const std::size_t count = sentences_of(goal_text(project, field)).size();
      for (std::size_t s = 0; s < count; ++s) {
        out.push_back({p, {}, field, s});
      }
    }
    for (std::size_t i = 0; i < project.indicators.size(); ++i) {
      for (const char* const field : {"indicator", "period_target", "annual_target", "weight"}) {
        const Slot slot{p, i, field, 0};
        if (!value_of(snapshot, slot).empty()) {
          out.push_back(slot);
        }
      }
    }
  }
  return out;
}

/// The way from a later version of the snapshot to the one before it.
class Back {
 public:
  Back(const Snapshot& before, const Snapshot& after) : before_(before), after_(after) {
    const Alignment alignment = match(before, after);
    for (const AlignedGroup& group : alignment.groups) {
      for (const std::size_t to : group.to) {
        if (!group.from.empty()) {
          projects_[to] = group.from.front();
        }
      }
      for (const IndicatorPair& pair : group.indicators) {
        indicators_[{pair.to_project, pair.to_indicator}] = {pair.from_project,
                                                             pair.from_indicator};
      }
    }
  }

  /// The same value's slot before; nothing where there is none.
  [[nodiscard]] std::optional<Slot> slot(const Slot& after) const {
    Slot out = after;
    if (after.project == whole_table) {
      return out;
    }
    if (after.indicator) {
      const auto found = indicators_.find({after.project, *after.indicator});
      if (found == indicators_.end()) {
        return std::nullopt;
      }
      out.project = found->second.first;
      out.indicator = found->second.second;
      return out;
    }
    const auto found = projects_.find(after.project);
    if (found == projects_.end()) {
      return std::nullopt;
    }
    out.project = found->second;
    if (after.field == "goal" || after.field == "annual_goal") {
      const auto sentences = sentences_of(goal_text(before_.projects[out.project], after.field));
      const auto same = std::find(sentences.begin(), sentences.end(), value_of(after_, after));
      out.sentence = same == sentences.end() ? after.sentence
                                             : static_cast<std::size_t>(same - sentences.begin());
    }
    return out;
  }

 private:
  const Snapshot& before_;
  const Snapshot& after_;
  std::map<std::size_t, std::size_t> projects_;
  std::map<std::pair<std::size_t, std::size_t>, std::pair<std::size_t, std::size_t>> indicators_;
};

Place place_of(const Provenance& provenance, const Slot& slot) {
  if (slot.project >= provenance.projects.size()) {
    return {};
  }
  const ProjectPlace& project = provenance.projects[slot.project];
  if (slot.indicator && *slot.indicator < project.indicators.size()) {
    return project.indicators[*slot.indicator];
  }
  return project.place;
}

/// Whether two versions have the same value at these places: texts letter by letter, and
/// money by what it comes to where the tables are in different units.
bool same_value(const Snapshot& before, const Slot& there, const Snapshot& after,
                const Slot& here) {
  const std::string was = value_of(before, there);
  const std::string now = value_of(after, here);
  if (before.unit == after.unit || !is_money(before, there) || !is_money(after, here)) {
    return was == now;
  }
  const auto amount = Amount::parse(was);
  const auto later = Amount::parse(now);
  const auto converted = amount ? convert(*amount, before.unit, after.unit) : std::nullopt;
  return converted && later && *converted == *later;
}

/// A version that another was made from, and the way back to it.
struct Before {
  std::size_t version = 0;
  std::unique_ptr<Snapshot> snapshot;  ///< where `back` looks
  std::unique_ptr<Back> back;
};

BlameEntry entry_of(const LogEntry& commit, const Provenance& provenance) {
  BlameEntry out{commit, {}, provenance.file, provenance.sha256};
  for (const auto& [key, value] : commit.trailers) {
    if (key == "Reason") {
      out.reason = value;
    }
  }
  return out;
}

}  // namespace

Result<Blame> blame(Store& store, const SnapshotKey& key, std::string_view revision) {
  const auto versions = versions_of(store, key, revision);
  if (!versions) {
    return fail(versions.error());
  }
  const auto bytes = store.read_snapshot_bytes(key, revision);
  if (!bytes) {
    return fail(bytes.error());
  }
  const auto now = read_snapshot(*bytes, key.department);
  if (!now) {
    return fail(now.error());
  }
  Blame out;
  // Where each value stands in each version that has it and did not, as far as is
  // known, bring it.
  std::vector<std::vector<OpenLine>> open(versions->list.size());
  for (const Slot& slot : slots_of(*now)) {
    BlameLine line;
    line.project = slot.project;
    line.indicator = slot.indicator;
    line.field = slot.field;
    line.is_money = is_money(*now, slot);
    line.value = value_of(*now, slot);
    line.unit = line.is_money ? now->unit : std::string();
    if (slot.project != whole_table) {
      line.project_name = now->projects[slot.project].name;
      if (slot.indicator) {
        line.indicator_name = now->projects[slot.project].indicators[*slot.indicator].name;
      }
    }
    if (!open.empty()) {
      open[versions->newest].push_back({out.lines.size(), slot});
    }
    out.lines.push_back(std::move(line));
  }
  for (std::size_t v = 0; v < open.size(); ++v) {
    if (open[v].empty()) {
      continue;
    }
    const Version& version = versions->list[v];
    const auto current = read_snapshot(version.bytes, key.department);
    if (!current) {
      return fail(current.error());
    }
    std::vector<Before> before;
    for (const std::size_t parent : version.parents) {
      auto read = read_snapshot(versions->list[parent].bytes, key.department);
      if (!read) {
        return fail(std::move(read).error());
      }
      before.push_back({parent, std::make_unique<Snapshot>(std::move(*read)), nullptr});
      before.back().back = std::make_unique<Back>(*before.back().snapshot, *current);
    }
    const auto provenance = store.read_provenance_of(key, version.commit.commit);
    const Provenance source = provenance ? *provenance : Provenance{};
    bool named = false;
    for (const OpenLine& line : open[v]) {
      // A merge brought only what neither side had.
      const Before* origin = nullptr;
      Slot there;
      std::string was;
      std::string unit;
      for (const Before& one : before) {
        const auto slot = one.back->slot(line.slot);
        if (slot && same_value(*one.snapshot, *slot, *current, line.slot)) {
          origin = &one;
          there = *slot;
          break;
        }
        if (slot && was.empty()) {
          was = value_of(*one.snapshot, *slot);
          unit = one.snapshot->unit;
        }
      }
      if (origin != nullptr) {
        open[origin->version].push_back({line.line, there});
        continue;
      }
      BlameLine& blamed = out.lines[line.line];
      blamed.before = was;
      if (blamed.is_money) {
        blamed.before_unit = was.empty() ? std::string() : unit;
        if (current->unit != blamed.unit) {
          blamed.written = value_of(*current, line.slot);
          blamed.written_unit = current->unit;
        }
      }
      blamed.entry = out.entries.size();
      blamed.place = place_of(source, line.slot);
      blamed.document = document_of(source, blamed.place);
      named = true;
    }
    if (named) {
      out.entries.push_back(entry_of(version.commit, source));
    }
  }
  return out;
}

}  // namespace budgetdiff
