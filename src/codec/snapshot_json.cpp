#include <budgetdiff/codec/snapshot_json.hpp>

#include "codec/json_tree.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

namespace budgetdiff {
namespace {

// ---- writing ---------------------------------------------------------------

void write_funding(json::Writer& out, std::string_view name, const Funding& funding) {
  if (funding.empty()) {
    return;
  }
  out.key(name);
  out.begin_object();
  for (const auto& [column, amount] : funding.items()) {
    out.key(column);
    out.string(amount.to_string());
  }
  out.end_object();
}

void write_extra(json::Writer& out, const std::vector<ExtraMember>& extra) {
  for (const ExtraMember& member : extra) {
    // What is kept is what json::compact wrote, so it reads back.
    if (const auto value = json::read(member.json, {})) {
      out.key(member.key);
      out.value(*value);
    }
  }
}

void write_indicator(json::Writer& out, const Indicator& indicator) {
  out.begin_object();
  out.member("level1_code", indicator.level1_code);
  out.member("level1", indicator.level1);
  out.member("level2_code", indicator.level2_code);
  out.member("level2", indicator.level2);
  out.member("name", indicator.name);
  out.member("period_target", indicator.period_target);
  out.member("annual_target", indicator.annual_target);
  out.member("weight", indicator.weight);
  write_extra(out, indicator.extra);
  out.end_object();
}

void write_project(json::Writer& out, const Project& project) {
  out.begin_object();
  out.member("name", project.name);
  out.member("code", project.code);
  out.member("type", project.type);
  out.member("spending_unit", project.spending_unit);
  write_funding(out, "funding", project.funding);
  out.member("goal", project.goal);
  out.member("annual_goal", project.annual_goal);
  if (!project.indicators.empty()) {
    out.key("indicators");
    out.begin_array();
    for (const Indicator& indicator : project.indicators) {
      write_indicator(out, indicator);
    }
    out.end_array();
  }
  write_extra(out, project.extra);
  out.end_object();
}

// ---- reading ---------------------------------------------------------------

/// Text as the canonical form has it: NFC, line ends LF.
std::string canonical_text(std::string_view text) {
  std::string out = to_nfc(text);
  if (out.find('\r') != std::string::npos) {
    std::string clean;
    for (std::size_t i = 0; i < out.size(); ++i) {
      if (out[i] != '\r') {
        clean += out[i];
      } else if (i + 1 == out.size() || out[i + 1] != '\n') {
        clean += '\n';
      }
    }
    out = std::move(clean);
  }
  return out;
}

/// Reads members of one object; the first error stays.
class Reader {
 public:
  explicit Reader(std::string_view file) : file_(file) {}

  [[nodiscard]] bool ok() const { return !failed_; }
  [[nodiscard]] Error take_error() { return std::move(error_); }

  void error(const json::Value& at, Message what, Message what_to_do = {}) {
    if (!failed_) {
      failed_ = true;
      error_ = {std::string(file_), Place{0, at.line, {}, {}, {}}, std::move(what),
                std::move(what_to_do)};
    }
  }

  /// A text member; absent, null and "" are the same.
  void text(const json::Value& object, std::string_view key, std::string& out) {
    const json::Value* value = object.find(key);
    if (value == nullptr || value->kind == json::Kind::null) {
      return;
    }
    if (value->kind != json::Kind::string) {
      error(*value, {BD_TR("\"{0}\" is no text"), {std::string(key)}},
            {BD_TR("write it in quotation marks"), {}});
      return;
    }
    out = canonical_text(value->text);
  }

  const json::Value* member(const json::Value& object, std::string_view key, json::Kind kind) {
    const json::Value* value = object.find(key);
    if (value == nullptr || value->kind == json::Kind::null) {
      return nullptr;
    }
    if (value->kind != kind) {
      error(*value, {kind == json::Kind::array ? BD_TR("\"{0}\" is no array")
                                               : BD_TR("\"{0}\" is no object"),
                     {std::string(key)}});
      return nullptr;
    }
    return value;
  }

  void funding(const json::Value& object, std::string_view key, Funding& out) {
    const json::Value* columns = member(object, key, json::Kind::object);
    if (columns == nullptr) {
      return;
    }
    for (std::size_t i = 0; i < columns->items.size(); ++i) {
      const json::Value& value = columns->items[i];
      if (value.kind == json::Kind::null) {
        continue;
      }
      const bool scalar = value.kind == json::Kind::string || value.kind == json::Kind::number;
      const auto amount = scalar ? Amount::parse(value.text) : std::nullopt;
      if (!amount) {
        error(value, {BD_TR("\"{0}\" is no amount: {1}"), {columns->keys[i], value.text}},
              {BD_TR("write a decimal number in quotation marks, without separators, such as "
                     "\"1234.56\""),
               {}});
        return;
      }
      const std::string column = canonical_text(columns->keys[i]);
      if (out.find(column) != nullptr) {
        error(value, {BD_TR("the key \"{0}\" stands twice in one object"), {column}});
        return;
      }
      out.set(column, *amount);
    }
  }

  template <std::size_t N>
  void extra(const json::Value& object, const std::array<std::string_view, N>& known,
             std::vector<ExtraMember>& out) {
    for (std::size_t i = 0; i < object.items.size(); ++i) {
      if (std::find(known.begin(), known.end(), object.keys[i]) == known.end()) {
        json::Value value = object.items[i];
        normalize(value);
        out.push_back({canonical_text(object.keys[i]), json::compact(value)});
      }
    }
    std::sort(out.begin(), out.end(),
              [](const ExtraMember& a, const ExtraMember& b) { return a.key < b.key; });
    const auto twin = std::adjacent_find(
        out.begin(), out.end(),
        [](const ExtraMember& a, const ExtraMember& b) { return a.key == b.key; });
    if (twin != out.end()) {
      error(object, {BD_TR("the key \"{0}\" stands twice in one object"), {twin->key}});
    }
  }

 private:
  static void normalize(json::Value& value) {
    if (value.kind == json::Kind::string) {
      value.text = canonical_text(value.text);
    }
    for (std::string& key : value.keys) {
      key = canonical_text(key);
    }
    for (json::Value& item : value.items) {
      normalize(item);
    }
  }

  std::string_view file_;
  bool failed_ = false;
  Error error_;
};

constexpr std::array<std::string_view, 8> indicator_keys{"level1_code",   "level1", "level2_code",
                                                         "level2",        "name",   "period_target",
                                                         "annual_target", "weight"};
constexpr std::array<std::string_view, 8> project_keys{
    "name", "code", "type", "spending_unit", "funding", "goal", "annual_goal", "indicators"};
constexpr std::array<std::string_view, 8> snapshot_keys{
    "schema", "department", "year", "stage", "unit", "note", "stated_total", "projects"};

Indicator read_indicator(Reader& in, const json::Value& object) {
  Indicator indicator;
  in.text(object, "level1_code", indicator.level1_code);
  in.text(object, "level1", indicator.level1);
  in.text(object, "level2_code", indicator.level2_code);
  in.text(object, "level2", indicator.level2);
  in.text(object, "name", indicator.name);
  in.text(object, "period_target", indicator.period_target);
  in.text(object, "annual_target", indicator.annual_target);
  in.text(object, "weight", indicator.weight);
  in.extra(object, indicator_keys, indicator.extra);
  return indicator;
}

Project read_project(Reader& in, const json::Value& object) {
  Project project;
  in.text(object, "name", project.name);
  if (in.ok() && project.name.empty()) {
    in.error(object, {BD_TR("a project without a name"), {}}, {BD_TR("give it a \"name\""), {}});
  }
  in.text(object, "code", project.code);
  in.text(object, "type", project.type);
  in.text(object, "spending_unit", project.spending_unit);
  in.funding(object, "funding", project.funding);
  in.text(object, "goal", project.goal);
  in.text(object, "annual_goal", project.annual_goal);
  if (const json::Value* list = in.member(object, "indicators", json::Kind::array)) {
    project.indicators.reserve(list->items.size());
    for (const json::Value& item : list->items) {
      if (item.kind != json::Kind::object) {
        in.error(item, {BD_TR("an indicator that is no object"), {}});
        break;
      }
      project.indicators.push_back(read_indicator(in, item));
    }
  }
  in.extra(object, project_keys, project.extra);
  return project;
}

void read_year(Reader& in, const json::Value& object, std::optional<int>& out) {
  const json::Value* value = object.find("year");
  if (value == nullptr || value->kind == json::Kind::null) {
    return;
  }
  int year = 0;
  const char* const end = value->text.data() + value->text.size();
  const auto [stop, failure] = std::from_chars(value->text.data(), end, year);
  if (value->kind != json::Kind::number || failure != std::errc{} || stop != end || year < 1 ||
      year > 9999) {
    in.error(*value, {BD_TR("\"year\" is no year: {0}"), {value->text}},
             {BD_TR("write a whole number such as 2024"), {}});
    return;
  }
  out = year;
}

void read_schema(Reader& in, const json::Value& object) {
  std::string schema;
  in.text(object, "schema", schema);
  if (!in.ok() || schema == Snapshot::schema) {
    return;
  }
  if (schema.empty()) {
    in.error(
        object, {BD_TR("this JSON is no snapshot: it has no \"schema\""), {}},
        {BD_TR("a snapshot begins with \"schema\": \"{0}\""), {std::string(Snapshot::schema)}});
  } else {
    in.error(object, {BD_TR("this JSON is no snapshot: its schema is {0}"), {schema}},
             {BD_TR("this version reads {0}"), {std::string(Snapshot::schema)}});
  }
}

}  // namespace

std::string write_snapshot(const Snapshot& snapshot) {
  json::Writer out;
  out.begin_object();
  out.member("schema", Snapshot::schema);
  out.member("department", snapshot.department);
  if (snapshot.year) {
    out.key("year");
    out.integer(*snapshot.year);
  }
  out.member("stage", snapshot.stage);
  out.member("unit", snapshot.unit);
  out.member("note", snapshot.note);
  write_funding(out, "stated_total", snapshot.stated_total);
  out.key("projects");
  out.begin_array();
  for (const Project& project : snapshot.projects) {
    write_project(out, project);
  }
  out.end_array();
  write_extra(out, snapshot.extra);
  out.end_object();
  return out.take();
}

Result<Snapshot> read_snapshot(std::string_view bytes, std::string_view file) {
  auto tree = json::read(bytes, file);
  if (!tree) {
    return fail(std::move(tree).error());
  }
  Reader in(file);
  const json::Value& root = *tree;
  Snapshot snapshot;
  if (root.kind != json::Kind::object) {
    in.error(root, {BD_TR("this JSON is no snapshot: it is no object"), {}});
    return fail(in.take_error());
  }
  read_schema(in, root);
  in.text(root, "department", snapshot.department);
  read_year(in, root, snapshot.year);
  in.text(root, "stage", snapshot.stage);
  in.text(root, "unit", snapshot.unit);
  in.text(root, "note", snapshot.note);
  in.funding(root, "stated_total", snapshot.stated_total);
  const json::Value* projects = in.member(root, "projects", json::Kind::array);
  if (projects == nullptr && in.ok()) {
    in.error(root, {BD_TR("this JSON is no snapshot: it has no \"projects\""), {}});
  }
  if (in.ok()) {
    snapshot.projects.reserve(projects->items.size());
    for (const json::Value& item : projects->items) {
      if (item.kind != json::Kind::object) {
        in.error(item, {BD_TR("a project that is no object"), {}});
        break;
      }
      snapshot.projects.push_back(read_project(in, item));
      if (!in.ok()) {
        break;
      }
    }
  }
  in.extra(root, snapshot_keys, snapshot.extra);
  if (!in.ok()) {
    return fail(in.take_error());
  }
  return snapshot;
}

bool looks_like_json(std::string_view bytes) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") {
    bytes.remove_prefix(3);
  }
  const std::size_t first = bytes.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && bytes[first] == '{';
}

}  // namespace budgetdiff
