#include <budgetdiff/codec/snapshot_json.hpp>

#include "codec/json_tree.hpp"
#include "codec/snapshot_parts.hpp"

namespace budgetdiff {
namespace {

constexpr std::array<std::string_view, 8> snapshot_keys{
    "schema", "department", "year", "stage", "unit", "note", "stated_total", "projects"};

void read_schema(json::ObjectReader& in, const json::Value& object) {
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
  json::write_funding(out, "stated_total", snapshot.stated_total);
  out.key("projects");
  out.begin_array();
  for (const Project& project : snapshot.projects) {
    json::write_project(out, project);
  }
  out.end_array();
  json::write_extra(out, snapshot.extra);
  out.end_object();
  return out.take();
}

Result<Snapshot> read_snapshot(std::string bytes, std::string_view file) {
  auto tree = json::read(std::move(bytes), file);
  if (!tree) {
    return fail(std::move(tree).error());
  }
  json::ObjectReader in(file, *tree);
  const json::Value& root = tree->root();
  Snapshot snapshot;
  if (root.kind() != json::Kind::object) {
    in.error(root, {BD_TR("this JSON is no snapshot: it is no object"), {}});
    return fail(in.take_error());
  }
  read_schema(in, root);
  in.text(root, "department", snapshot.department);
  std::optional<long long> year;
  in.integer(root, "year", 1, 9999, year);
  if (year) {
    snapshot.year = static_cast<int>(*year);
  }
  in.text(root, "stage", snapshot.stage);
  in.text(root, "unit", snapshot.unit);
  in.text(root, "note", snapshot.note);
  in.funding(root, "stated_total", snapshot.stated_total);
  if (in.member(root, "projects", json::Kind::array) == nullptr) {
    in.error(root, {BD_TR("this JSON is no snapshot: it has no \"projects\""), {}});
  }
  const auto projects = in.objects(root, "projects");
  snapshot.projects.reserve(projects.size());
  for (const json::Value* item : projects) {
    snapshot.projects.push_back(json::read_project(in, *item));
    if (!in.ok()) {
      break;
    }
  }
  in.extra(root, snapshot_keys.data(), snapshot_keys.size(), snapshot.extra);
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
  // An RTF document begins like one.
  return first != std::string_view::npos && bytes[first] == '{' &&
         !bytes.substr(first).starts_with("{\\rtf");
}

}  // namespace budgetdiff
