#include <budgetdiff/codec/provenance_json.hpp>

#include "codec/json_tree.hpp"
#include "codec/snapshot_parts.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace budgetdiff {
namespace {

using json::Kind;
using json::ObjectReader;
using json::Value;
using json::Writer;

/// Hundredths of a point are finer than any printer and hide how a machine
/// rounds, so the same page gives the same bytes everywhere.
void write_points(Writer& out, double points) {
  std::array<char, 64> buffer{};
  const double limit = 1e9;
  const double kept = std::isfinite(points) ? std::fmin(std::fmax(points, -limit), limit) : 0;
  const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), kept,
                                 std::chars_format::fixed, 2);
  std::string_view digits(buffer.data(), static_cast<std::size_t>(end.ptr - buffer.data()));
  if (digits == "-0.00") {
    digits.remove_prefix(1);
  }
  out.raw_number(digits);
}

void write_place(Writer& out, const Place& place) {
  out.begin_object();
  out.member("file", place.file);
  if (place.page != 0) {
    out.key("page");
    out.integer(place.page);
  }
  if (place.line != 0) {
    out.key("line");
    out.integer(place.line);
  }
  out.member("sheet", place.sheet);
  out.member("cell", place.cell);
  if (place.box) {
    out.key("box");
    out.begin_array();
    for (const double edge :
         {place.box->left, place.box->top, place.box->right, place.box->bottom}) {
      write_points(out, edge);
    }
    out.end_array();
  }
  out.end_object();
}

void write_parts(Writer& out, const std::vector<SourcePart>& parts) {
  if (parts.empty()) {
    return;
  }
  out.key("parts");
  out.begin_array();
  for (const SourcePart& part : parts) {
    out.begin_object();
    out.member("file", part.file);
    out.member("sha256", part.sha256);
    out.key("size");
    out.integer(static_cast<long long>(part.size));
    out.end_object();
  }
  out.end_array();
}

void write_finding(Writer& out, const Finding& finding) {
  out.begin_object();
  out.member("code", finding.code);
  out.member("severity", to_string(finding.severity));
  if (!finding.place.empty()) {
    out.key("place");
    write_place(out, finding.place);
  }
  out.member("project", finding.project);
  out.member("message", in_english(finding.message));
  if (!finding.message.args.empty()) {
    // What the message was made from, so that it can be read in any language.
    out.member("template", finding.message.text);
    out.key("args");
    out.begin_array();
    for (const std::string& arg : finding.message.args) {
      out.string(arg);
    }
    out.end_array();
  }
  out.end_object();
}

int read_count(ObjectReader& in, const Value& object, std::string_view key) {
  std::optional<long long> number;
  in.integer(object, key, 1, std::numeric_limits<int>::max(), number);
  return static_cast<int>(number.value_or(0));
}

std::uint64_t read_size(ObjectReader& in, const Value& object) {
  std::optional<long long> size;
  in.integer(object, "size", 0, std::numeric_limits<long long>::max(), size);
  return static_cast<std::uint64_t>(size.value_or(0));
}

std::optional<Box> read_box(ObjectReader& in, const Value& object) {
  const Value* list = in.member(object, "box", Kind::array);
  if (list == nullptr) {
    return std::nullopt;
  }
  std::array<double, 4> edges{};
  bool good = list->items().size() == edges.size();
  for (std::size_t i = 0; good && i < edges.size(); ++i) {
    const Value& item = list->items()[i];
    const char* const end = item.text().data() + item.text().size();
    const auto read = std::from_chars(item.text().data(), end, edges[i]);
    good = item.kind() == Kind::number && read.ec == std::errc() && read.ptr == end;
  }
  if (!good) {
    in.error(*list, {BD_TR("\"box\" is no list of four numbers"), {}});
    return std::nullopt;
  }
  return Box{edges[0], edges[1], edges[2], edges[3]};
}

Place read_place(ObjectReader& in, const Value& object) {
  Place place;
  in.text(object, "file", place.file);
  place.page = read_count(in, object, "page");
  place.line = read_count(in, object, "line");
  in.text(object, "sheet", place.sheet);
  in.text(object, "cell", place.cell);
  place.box = read_box(in, object);
  return place;
}

Message read_message(ObjectReader& in, const Value& object) {
  Message message;
  in.text(object, "template", message.text);
  if (!message.text.empty()) {
    if (const Value* list = in.member(object, "args", Kind::array)) {
      for (const Value& item : list->items()) {
        if (item.kind() != Kind::string) {
          in.error(item, {BD_TR("an item of \"{0}\" is no text"), {"args"}});
          break;
        }
        message.args.emplace_back(item.text());
      }
    }
    return message;
  }
  std::string sentence;
  in.text(object, "message", sentence);
  for (const char c : sentence) {
    message.text += c;
    if (c == '{') {  // of the sentence itself, not the place of an argument
      message.text += c;
    }
  }
  return message;
}

Finding read_finding(ObjectReader& in, const Value& object) {
  Finding finding;
  in.text(object, "code", finding.code);
  std::string severity;
  in.text(object, "severity", severity);
  bool known = false;
  for (const Severity one : {Severity::note, Severity::warning, Severity::error}) {
    if (severity == to_string(one)) {
      finding.severity = one;
      known = true;
    }
  }
  if (!known) {
    in.error(object, {BD_TR("\"severity\" is none of note, warning, error"), {}});
  }
  if (const Value* place = in.member(object, "place", Kind::object)) {
    finding.place = read_place(in, *place);
  }
  in.text(object, "project", finding.project);
  finding.message = read_message(in, object);
  return finding;
}

}  // namespace

std::string write_provenance(const Provenance& provenance) {
  Writer out;
  out.begin_object();
  out.member("schema", Provenance::schema);
  out.member("file", provenance.file);
  out.member("sha256", provenance.sha256);
  out.key("size");
  out.integer(static_cast<long long>(provenance.size));
  write_parts(out, provenance.parts);
  out.member("importer", provenance.importer);
  out.member("importer_version", provenance.importer_version);
  out.key("projects");
  out.begin_array();
  for (const ProjectPlace& project : provenance.projects) {
    out.begin_object();
    out.key("place");
    write_place(out, project.place);
    if (!project.indicators.empty()) {
      out.key("indicators");
      out.begin_array();
      for (const Place& place : project.indicators) {
        write_place(out, place);
      }
      out.end_array();
    }
    out.end_object();
  }
  out.end_array();
  if (!provenance.findings.empty()) {
    out.key("findings");
    out.begin_array();
    for (const Finding& finding : provenance.findings) {
      write_finding(out, finding);
    }
    out.end_array();
  }
  out.end_object();
  return out.take();
}

Result<Provenance> read_provenance(std::string_view bytes, std::string_view file) {
  const auto tree = json::read(std::string(bytes), file);
  if (!tree) {
    return fail(tree.error());
  }
  const Value& root = tree->root();
  ObjectReader in(file, *tree);
  if (!in.opens(root, Provenance::schema, BD_TR("this JSON is no provenance: it is no object"),
                BD_TR("this JSON is no provenance: its schema is {0}, not {1}"))) {
    return fail(in.take_error());
  }
  Provenance provenance;
  in.text(root, "file", provenance.file);
  in.text(root, "sha256", provenance.sha256);
  provenance.size = read_size(in, root);
  for (const Value* item : in.objects(root, "parts")) {
    SourcePart& part = provenance.parts.emplace_back();
    in.text(*item, "file", part.file);
    in.text(*item, "sha256", part.sha256);
    part.size = read_size(in, *item);
  }
  in.text(root, "importer", provenance.importer);
  in.text(root, "importer_version", provenance.importer_version);
  for (const Value* item : in.objects(root, "projects")) {
    ProjectPlace& project = provenance.projects.emplace_back();
    if (const Value* place = in.member(*item, "place", Kind::object)) {
      project.place = read_place(in, *place);
    }
    for (const Value* place : in.objects(*item, "indicators")) {
      project.indicators.push_back(read_place(in, *place));
    }
  }
  for (const Value* item : in.objects(root, "findings")) {
    provenance.findings.push_back(read_finding(in, *item));
  }
  if (!in.ok()) {
    return fail(in.take_error());
  }
  return provenance;
}

}  // namespace budgetdiff
