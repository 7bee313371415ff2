#include "import/identity.hpp"

#include "import/recorded_name.hpp"

#include "import/text/source_lines.hpp"
#include "import/title_department.hpp"
#include "import/title_year.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/base/digest.hpp>
#include <budgetdiff/model/snapshot.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>

namespace budgetdiff::import {

std::string_view base_name(std::string_view path) {
  const std::size_t slash = path.find_last_of("/\\");
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

namespace {

/// The public body that a file's or folder's name gives: the first part between
/// separators and digits that names one.
std::string body_in(std::string_view stem) {
  if (find_invalid_utf8(stem) != std::string_view::npos) {
    return {};
  }
  const std::u32string text = to_code_points(to_nfc(stem));
  std::u32string part;
  const auto take = [&]() -> std::string {
    std::u32string word = part;
    part.clear();
    for (const std::u32string_view front : {U"年度", U"年"}) {
      if (word.starts_with(front)) {
        word.erase(0, front.size());
      }
    }
    const std::string utf8 = to_utf8(word);
    return names_public_body(utf8) ? utf8 : std::string{};
  };
  for (const char32_t c : text + U"-") {
    const bool separator = c < 0x80
                               ? !(c == '(' || c == ')')
                               : c == U'—' || c == U'－' || c == U'：' || c == U'_' || c == 0x3000;
    if (!separator) {
      part += c;
    } else if (std::string found = take(); !found.empty()) {
      return found;
    }
  }
  return {};
}

/// The innermost folders of a path as the user gave it, innermost first: people
/// sort what they download into 2024/ and 某局/2024/. Further out a folder is
/// hardly the document's.
std::vector<std::string_view> folders_of(std::string_view path) {
  constexpr std::size_t most = 2;
  std::vector<std::string_view> out;
  std::string_view rest = path.substr(0, path.size() - base_name(path).size());
  while (out.size() < most && !rest.empty()) {
    rest.remove_suffix(1);  // the separator
    const std::string_view folder = base_name(rest);
    rest.remove_suffix(folder.size());
    if (folder.empty() || folder == "." || folder == "..") {
      continue;
    }
    if (find_invalid_utf8(folder) == std::string_view::npos) {
      out.push_back(folder);
    }
  }
  return out;
}

/// What the innermost folder that says anything says.
template <typename T>
struct FolderWord {
  std::optional<T> said;
  std::string folder;
};

template <typename T>
FolderWord<T> said_by_folder(std::string_view path,
                             std::optional<T> (*word_of)(std::string_view folder)) {
  for (const std::string_view folder : folders_of(path)) {
    if (auto said = word_of(folder)) {
      return {std::move(said), std::string(folder)};
    }
  }
  return {};
}

/// 2024决算; 预算决算公开 holds both.
std::optional<std::string> stage_of_folder(std::string_view folder) {
  const auto has = [&](std::string_view word) { return folder.find(word) != folder.npos; };
  const auto said = has("预算") && has("决算") ? std::nullopt : stage_in(folder);
  return said && *said != stage::budget ? std::optional(std::string(*said)) : std::nullopt;
}

std::optional<std::string> body_of_folder(std::string_view folder) {
  std::string body = body_in(folder);
  return body.empty() ? std::nullopt : std::optional(std::move(body));
}

/// `某县民政局（2025年度）` in a line of labels: the year is the table's.
std::string_view without_year_behind(std::string_view name) {
  for (const std::string_view open : {"（", "("}) {
    const std::size_t at = name.rfind(open);
    if (at != std::string_view::npos && at > 0 && year_in(name.substr(at))) {
      return name.substr(0, at);
    }
  }
  return name;
}

/// Titles and captions first, then the year that the amounts' header names.
std::optional<int> year_in_document(const DocumentIdentity& document) {
  constexpr int sure = 2;
  const YearSaid said = year_in_heading(document.heading);
  if (said.evidence >= sure || document.header_year == 0) {
    return said.year;
  }
  return document.header_year;
}

Finding taken_from_folder(const char* code, const char* sentence, const std::string& folder) {
  return {code, Severity::note, {}, "", {sentence, {folder}}};
}

}  // namespace

std::string department_in_file_name(std::string_view file_name) {
  const std::string_view base = base_name(file_name);
  const std::size_t dot = base.rfind('.');
  return body_in(dot == std::string_view::npos || dot == 0 ? base : base.substr(0, dot));
}

std::string department_around(std::string_view file_name, std::string_view unit) {
  if (std::string named = department_in_file_name(file_name); !named.empty()) {
    return named;
  }
  // What ends so is no other body's unit, whatever folder it was put into.
  constexpr auto departments = std::to_array<std::string_view>(
      {"局", "厅", "委员会", "办公室", "政府", "法院", "检察院", "办事处"});
  const std::string_view own = body_itself(unit);
  if (std::any_of(departments.begin(), departments.end(),
                  [&](std::string_view end) { return own.ends_with(end); })) {
    return {};
  }
  return said_by_folder<std::string>(file_name, body_of_folder).said.value_or("");
}

std::string department_in_heading(std::string_view heading) {
  OwnerSaid best;
  for (std::size_t begin = 0; begin < heading.size();) {
    const std::size_t end = std::min(heading.find('\n', begin), heading.size());
    OwnerSaid said = owner_in_line(heading.substr(begin, end - begin));
    begin = end + 1;
    // Of lines that say it equally surely the last is nearest to the table.
    if (said.evidence != OwnerEvidence::none && said.evidence >= best.evidence) {
      best = std::move(said);
    }
  }
  return best.department;
}

namespace {

/// A file may be called as the title of its table is.
std::optional<int> year_in_file_name(std::string_view base) {
  if (find_invalid_utf8(base) != base.npos) {
    return std::nullopt;
  }
  const std::size_t dot = base.rfind('.');
  return year_in_title(dot == base.npos || dot == 0 ? base : base.substr(0, dot));
}

}  // namespace

std::optional<int> year_said(const DocumentIdentity& document, std::string_view file_name,
                             const ImportOptions& options) {
  if (options.year) {
    return options.year;
  }
  if (const auto said = year_in_document(document)) {
    return said;
  }
  const std::string_view base = base_name(file_name);
  if (const auto said = year_in_file_name(base)) {
    return said;
  }
  return said_by_folder<int>(file_name, year_in).said;
}

std::optional<std::string> stage_said(const DocumentIdentity& document, std::string_view file_name,
                                      const ImportOptions& options) {
  if (options.stage) {
    return options.stage;
  }
  const std::optional<int> year = year_said(document, file_name, options);
  if (const auto said = stage_in_heading(document.heading, year)) {
    return std::string(*said);
  }
  const std::string_view base = base_name(file_name);
  const bool readable = find_invalid_utf8(base) == std::string_view::npos;
  const auto named = readable ? stage_in(base) : std::nullopt;
  if (named) {
    return std::string(*named);
  }
  return said_by_folder<std::string>(file_name, stage_of_folder).said;
}

void identify(Snapshot& snapshot, std::vector<Finding>& findings, const DocumentIdentity& document,
              std::string_view file_name, const ImportOptions& options) {
  const std::string_view base = base_name(file_name);
  const bool readable_name = find_invalid_utf8(base) == std::string_view::npos;

  snapshot.department = without_unit_code(without_year_behind(document.department));
  if (snapshot.department.empty()) {
    snapshot.department = department_in_heading(document.heading);
  }
  if (snapshot.department.empty() && !options.department) {
    snapshot.department = document.labelled;
  }
  if (snapshot.department.empty() && !options.department) {
    snapshot.department = department_in_file_name(file_name);
  }
  if (const auto named = said_by_folder<std::string>(file_name, body_of_folder);
      snapshot.department.empty() && !options.department && named.said) {
    snapshot.department = *named.said;
    findings.push_back(taken_from_folder(
        "department-from-folder",
        BD_TR("neither the document nor its file name names a department; its folder {0} does"),
        named.folder));
  }
  if (snapshot.department.empty() && !options.department) {
    findings.push_back(
        {"department-missing",
         Severity::warning,
         {},
         "",
         {BD_TR("the document names no department; give one with --department"), {}}});
  }

  snapshot.department = with_wide_brackets(snapshot.department);

  snapshot.year = year_said(document, file_name, options);
  const std::optional<int> in_name = year_in_file_name(base);
  if (!options.year && !in_name && snapshot.year && !year_in_document(document)) {
    findings.push_back(taken_from_folder(
        "year-from-folder",
        BD_TR("neither the document nor its file name says the budget year; its folder {0} does"),
        said_by_folder<int>(file_name, year_in).folder));
  }
  if (const YearSaid said = year_in_heading(document.heading);
      options.year && said.year && said.evidence > 1 && *said.year != *options.year) {
    findings.push_back({"year-differs",
                        Severity::warning,
                        {},
                        "",
                        {BD_TR("--year says {0} and the document {1}; the option was taken"),
                         {std::to_string(*options.year), std::to_string(*said.year)}}});
  }
  if (!options.year && in_name && snapshot.year && *in_name != *snapshot.year) {
    findings.push_back({"year-differs",
                        Severity::warning,
                        {},
                        "",
                        {BD_TR("the file's name says {0} and the document {1}; the document's year "
                               "was taken (--year decides)"),
                         {std::to_string(*in_name), std::to_string(*snapshot.year)}}});
  }

  if (const auto said = stage_in_heading(document.heading, snapshot.year);
      options.stage && said && *said != *options.stage) {
    findings.push_back({"stage-differs",
                        Severity::warning,
                        {},
                        "",
                        {BD_TR("--stage says {0} and the document {1}; the option was taken"),
                         {*options.stage, std::string(*said)}}});
  }
  if (const auto said = stage_said(document, file_name, options)) {
    snapshot.stage = *said;
    const auto folder = said_by_folder<std::string>(file_name, stage_of_folder);
    const bool elsewhere = options.stage || stage_in_heading(document.heading, snapshot.year) ||
                           (readable_name && stage_in(base));
    if (folder.said && !elsewhere) {
      findings.push_back(taken_from_folder(
          "stage-from-folder",
          BD_TR("neither the document nor its file name says the stage; its folder {0} does"),
          folder.folder));
    }
  }
}

Provenance provenance_of(const SourceDocument& source, std::string_view importer) {
  Provenance out;
  out.file = recorded_name(source.name);
  out.sha256 = sha256_hex(source.bytes);
  out.size = source.bytes.size();
  out.importer = importer;
  out.importer_version = BUDGETDIFF_VERSION;
  return out;
}

}  // namespace budgetdiff::import
