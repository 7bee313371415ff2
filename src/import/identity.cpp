#include "import/identity.hpp"

#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/base/digest.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>

namespace budgetdiff::import {
namespace {

/// Ends of the names of Chinese public bodies, a qualifier in brackets aside.
constexpr auto bodies = std::to_array<std::string_view>(
    {"局",   "委",     "委员会", "办",   "办公室", "厅",   "部",     "处",   "院",   "中心",
     "所",   "站",     "大队",   "支队", "总队",   "馆",   "学校",   "大学", "学院", "中学",
     "小学", "幼儿园", "署",     "政府", "街道",   "街",   "镇",     "乡",   "协会", "联合会",
     "总会", "医院",   "法院",   "党校", "公司",   "集团", "办事处", "工会"});

}  // namespace

bool names_public_body(std::string_view text) {
  std::string_view bare = text;
  for (const std::string_view close : {"）", ")"}) {
    if (bare.ends_with(close)) {
      const std::size_t open = std::max(bare.rfind("（") == bare.npos ? 0 : bare.rfind("（"),
                                        bare.rfind('(') == bare.npos ? 0 : bare.rfind('('));
      bare = bare.substr(0, open);
    }
  }
  for (const std::string_view end : bodies) {
    if (bare.ends_with(end) && bare.size() > end.size()) {
      return true;
    }
  }
  return false;
}

std::string without_unit_code(std::string_view name) {
  constexpr std::size_t least_digits = 3;
  constexpr std::size_t sure_digits = 6;
  std::string_view rest = name;
  std::string_view close;
  for (const auto& [opening, closing] : {std::pair<std::string_view, std::string_view>{"[", "]"},
                                         {"【", "】"},
                                         {"（", "）"},
                                         {"(", ")"}}) {
    if (rest.starts_with(opening)) {
      rest.remove_prefix(opening.size());
      close = closing;
      break;
    }
  }
  std::size_t digits = 0;
  while (digits < rest.size() && rest[digits] >= '0' && rest[digits] <= '9') {
    ++digits;
  }
  rest.remove_prefix(digits);
  bool parted = digits >= sure_digits && close.empty();
  if (!close.empty()) {
    parted = rest.starts_with(close);
    rest.remove_prefix(parted ? close.size() : 0);
  } else {
    for (const std::string_view mark : {"-", "－", "—", "_", " ", "　", "："}) {
      if (rest.starts_with(mark)) {
        rest.remove_prefix(mark.size());
        parted = true;
        break;
      }
    }
  }
  const bool coded = digits >= least_digits && parted && names_public_body(rest);
  return std::string(coded ? rest : name);
}

std::string_view base_name(std::string_view path) {
  const std::size_t slash = path.find_last_of("/\\");
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string department_in_file_name(std::string_view file_name) {
  std::string_view stem = base_name(file_name);
  if (const std::size_t dot = stem.rfind('.'); dot != std::string_view::npos && dot > 0) {
    stem = stem.substr(0, dot);
  }
  if (find_invalid_utf8(stem) != std::string_view::npos) {
    return {};
  }
  // The first part between separators and digits that names a body.
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

std::string department_in_heading(std::string_view heading) {
  constexpr std::size_t longest_name = 30;
  for (std::size_t begin = 0; begin < heading.size();) {
    const std::size_t end = std::min(heading.find('\n', begin), heading.size());
    std::u32string line = without_space(to_code_points(heading.substr(begin, end - begin)));
    begin = end + 1;
    for (const std::u32string_view label : {U"单位：", U"单位:", U"金额单位", U"（单位"}) {
      if (const std::size_t at = line.find(label); at != line.npos && at > 0) {
        line.erase(at);
      }
    }
    for (std::size_t at = 1; at + 5 <= line.size(); ++at) {
      if (line[at] == U'2' && line[at + 1] == U'0' && line[at + 4] == U'年') {
        line.erase(at);
        break;
      }
    }
    if (line.size() > longest_name || line.find_first_of(U"。，；：、:,") != line.npos) {
      continue;
    }
    std::string name = without_unit_code(to_utf8(line));
    const bool coded = !name.empty() && name.front() >= '0' && name.front() <= '9';
    if (!coded && names_public_body(name)) {
      return name;
    }
  }
  return {};
}

std::optional<int> year_said(std::string_view heading, std::string_view file_name,
                             const ImportOptions& options) {
  if (options.year) {
    return options.year;
  }
  if (const auto said = year_in(heading)) {
    return said;
  }
  const std::string_view base = base_name(file_name);
  return find_invalid_utf8(base) == std::string_view::npos ? year_in(base) : std::nullopt;
}

void identify(Snapshot& snapshot, std::vector<Finding>& findings, const DocumentIdentity& document,
              std::string_view file_name, const ImportOptions& options) {
  const std::string_view base = base_name(file_name);
  const bool readable_name = find_invalid_utf8(base) == std::string_view::npos;

  snapshot.department = without_unit_code(document.department);
  if (options.department) {
    snapshot.department = *options.department;
  }
  if (snapshot.department.empty()) {
    snapshot.department = department_in_heading(document.heading);
  }
  if (snapshot.department.empty()) {
    snapshot.department = department_in_file_name(file_name);
  }
  if (snapshot.department.empty()) {
    findings.push_back(
        {"department-missing",
         Severity::warning,
         {},
         "",
         {BD_TR("the document names no department; give one with --department"), {}}});
  }

  snapshot.year = year_said(document.heading, file_name, options);
  const std::optional<int> in_name = readable_name ? year_in(base) : std::nullopt;
  if (!options.year && in_name && snapshot.year && *in_name != *snapshot.year) {
    findings.push_back({"year-differs",
                        Severity::warning,
                        {},
                        "",
                        {BD_TR("the file's name says {0} and the document {1}; the document's year "
                               "was taken (--year decides)"),
                         {std::to_string(*in_name), std::to_string(*snapshot.year)}}});
  }

  if (options.stage) {
    snapshot.stage = *options.stage;
  } else if (const auto said = stage_in(document.heading)) {
    snapshot.stage = *said;
  } else if (const auto named = readable_name ? stage_in(base) : std::nullopt) {
    snapshot.stage = *named;
  }
}

Provenance provenance_of(const SourceDocument& source, std::string_view importer) {
  Provenance out;
  out.file = base_name(source.name);
  out.sha256 = sha256_hex(source.bytes);
  out.size = source.bytes.size();
  out.importer = importer;
  out.importer_version = BUDGETDIFF_VERSION;
  return out;
}

}  // namespace budgetdiff::import
