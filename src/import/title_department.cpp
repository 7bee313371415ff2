#include "import/title_department.hpp"

#include "import/body_names.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

/// Words for what a table is; the body's name ends before one of them.
constexpr auto table_words = std::to_array<std::u32string_view>(
    {U"部门", U"单位", U"项目",     U"绩效", U"预算", U"决算", U"专项", U"财政",
     U"支出", U"整体", U"转移支付", U"政府", U"本级", U"区级", U"市级", U"县级",
     U"省级", U"公开", U"重点",     U"关于", U"提前", U"“",    U"”"});

bool is_number(char32_t c) {
  return is_digit(c) ||
         std::u32string_view(U"一二三四五六七八九十〇○零").find(c) != std::u32string_view::npos;
}

/// Without `附件3：`, `表10`, `附表1-2`, `3、` and `预算公开09表` before it.
std::u32string_view without_number(std::u32string_view text) {
  std::u32string_view rest = text;
  bool named = false;
  for (const std::u32string_view word : {U"附件", U"附表", U"附", U"表"}) {
    if (rest.starts_with(word)) {
      rest.remove_prefix(word.size());
      named = true;
      break;
    }
  }
  std::size_t digits = 0;
  while (digits < rest.size() && (is_number(rest[digits]) ||
                                  (digits > 0 && (rest[digits] == '-' || rest[digits] == '.')))) {
    ++digits;
  }
  std::u32string_view behind = rest.substr(digits);
  const bool year = behind.starts_with(U"年");
  const bool marked = !behind.empty() && std::u32string_view(U"：:、.．").find(behind.front()) !=
                                             std::u32string_view::npos;
  if (year || (!named && !(digits > 0 && marked))) {
    return text;
  }
  return marked ? behind.substr(1) : behind;
}

/// What notices do with the budget of another body than their own.
constexpr auto words_of_others =
    std::to_array<std::u32string_view>({U"批复", U"下达", U"核定", U"印发", U"转发"});

/// Without 关于公开 and the like, as notices call what they publish.
std::u32string_view without_notice(std::u32string_view text) {
  for (const std::u32string_view word : {U"关于", U"公开", U"公布", U"公示"}) {
    if (text.starts_with(word)) {
      text.remove_prefix(word.size());
    }
  }
  for (const std::u32string_view word : words_of_others) {
    if (text.starts_with(word)) {
      text.remove_prefix(word.size());
    }
  }
  return text;
}

/// Without 部门预算 at its beginning: what it is may stand before whose it is.
std::u32string_view without_kind(std::u32string_view text) {
  for (const std::u32string_view word : {U"部门预算", U"部门决算", U"单位预算", U"单位决算"}) {
    if (text.starts_with(word)) {
      text.remove_prefix(word.size());
    }
  }
  return text;
}

/// Without years, the brackets around them, and 度 behind.
std::u32string without_years(std::u32string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = text[at] == U'（' || text[at] == '(' ? 1U : 0U;
    std::size_t end = at + open;
    while (end < text.size() && is_number(text[end])) {
      ++end;
    }
    if (end == at + open + 4 && end < text.size() && text[end] == U'年') {
      ++end;
      end += end < text.size() && text[end] == U'度' ? 1U : 0U;
      end += open == 1 && end < text.size() && (text[end] == U'）' || text[end] == ')') ? 1U : 0U;
      at = end;
      continue;
    }
    out += text[at++];
  }
  return out;
}

/// The longest beginning that names a body and ends before a word for what a table is
/// (某市项目管理局项目支出绩效目标表), or, in `part` of a line, with it; "" if none does.
std::string body_at_front(std::u32string_view text, bool part) {
  for (std::size_t end = text.size(); end > 2; --end) {
    const std::u32string_view rest = text.substr(end);
    const bool cut = (part && rest.empty()) || (!rest.empty() && is_digit(rest.front())) ||
                     std::any_of(table_words.begin(), table_words.end(),
                                 [&](std::u32string_view word) { return rest.starts_with(word); });
    if (!cut) {
      continue;
    }
    const std::string name = to_utf8(text.substr(0, end));
    if (name.find("：") == name.npos && name.find(':') == name.npos && names_public_body(name)) {
      return without_unit_code(name);
    }
  }
  return {};
}

/// A line taken apart at its dashes, those between numbers aside.
std::vector<std::u32string_view> parts_by_dash(std::u32string_view line) {
  std::vector<std::u32string_view> out;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool dash = line[at] == U'—' || line[at] == U'－' || line[at] == U'–';
    const bool of_numbers =
        (at > 0 && is_number(line[at - 1])) || (at + 1 < line.size() && is_number(line[at + 1]));
    if (dash && !of_numbers) {
      out.push_back(line.substr(begin, at - begin));
      begin = at + 1;
    }
  }
  out.push_back(line.substr(begin));
  std::erase_if(out, [](std::u32string_view part) { return part.empty(); });
  return out;
}

/// Whether a year stands right behind `name` in `text`.
bool year_follows(std::u32string_view text, const std::string& name) {
  const std::u32string body = to_code_points(name);
  const std::size_t at = text.find(body);
  if (at == text.npos) {
    return false;
  }
  std::u32string_view rest = text.substr(at + body.size());
  rest.remove_prefix(rest.starts_with(U'（') || rest.starts_with(U'(') ? 1 : 0);
  constexpr std::size_t digits = 4;
  return rest.size() > digits && rest[digits] == U'年' &&
         std::all_of(rest.begin(), rest.begin() + digits, is_number);
}

/// Bodies of a region, of a party or of the state are no project's name: 敬老院 may be one.
bool names_office(const std::string& body) {
  constexpr auto fronts = std::to_array<std::string_view>({"国家", "中央", "中共", "全国"});
  constexpr auto regions = std::to_array<std::string_view>({"镇", "乡", "街道"});
  return names_place(body) ||
         std::any_of(fronts.begin(), fronts.end(),
                     [&](std::string_view front) { return body.starts_with(front); }) ||
         std::any_of(regions.begin(), regions.end(), [&](std::string_view region) {
           const std::size_t at = body.find(region);
           return at != body.npos && at > 0;
         });
}

struct Title {
  std::string body;
  bool of_another = false;  ///< only who sends the notice is known, and not whose budget it is
  bool sure = false;        ///< it has a region's name or a year behind it
};

Title body_in_title(std::u32string_view line, bool part) {
  Title out;
  const std::u32string_view numbered = without_number(line);
  const std::size_t about = numbered.find(U"关于");
  std::u32string_view text = numbered;
  if (about != numbered.npos && about > 0) {
    text = without_notice(numbered.substr(about));
    out.body = body_at_front(without_kind(without_years(text)), false);
    if (out.body.empty()) {
      const std::u32string_view deed = numbered.substr(about + 2);
      out.of_another =
          std::any_of(words_of_others.begin(), words_of_others.end(),
                      [&](std::u32string_view word) { return deed.starts_with(word); });
      text = numbered;
    }
  }
  if (out.body.empty()) {
    out.body = body_at_front(without_kind(without_years(without_notice(text))), part);
  }
  out.sure = !out.body.empty() && (names_office(out.body) || year_follows(line, out.body));
  return out;
}

Title title_of(std::string_view line) {
  constexpr std::size_t longest_title = 60;
  const std::u32string spelled = without_space(to_code_points(line));
  const bool title = spelled.find(U"绩效") != spelled.npos ||
                     spelled.find(U"预算") != spelled.npos || spelled.find(U"决算") != spelled.npos;
  if (!title || spelled.size() > longest_title ||
      spelled.find_first_of(U"。；，") != spelled.npos) {
    return {};
  }
  const std::vector<std::u32string_view> parts = parts_by_dash(spelled);
  for (const std::u32string_view part : parts) {
    if (Title found = body_in_title(part, parts.size() > 1); !found.body.empty()) {
      return found;
    }
  }
  return {};
}

/// 现将我局, 根据本单位, 各乡镇人民政府: prose about bodies that it does not name.
bool names_nobody(std::string_view name) {
  constexpr auto words = std::to_array<std::string_view>(
      {"现将", "根据",   "按照",   "我局",   "我委", "我单位", "我部门", "我办",   "我院",
       "我校", "我中心", "我县",   "我市",   "我区", "我镇",   "我乡",   "我街道", "我部",
       "我厅", "本局",   "本单位", "本部门", "本委", "各部门", "各单位"});
  return name.starts_with("各") || name.starts_with("有关") ||
         std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return name.find(word) != name.npos; });
}

/// `045001某县水利局 2025年 单位：万元`, or the one that a notice is sent to (某县水利局：).
OwnerSaid body_alone(std::string_view published) {
  constexpr std::size_t longest_name = 30;
  std::u32string line = without_space(to_code_points(published));
  for (const std::u32string_view label : {U"单位：", U"单位:", U"金额单位", U"（单位"}) {
    if (const std::size_t at = line.find(label); at != line.npos && at > 0) {
      line.erase(at);
    }
  }
  OwnerEvidence evidence = OwnerEvidence::line;
  for (std::size_t at = 1; at + 5 <= line.size(); ++at) {
    if (line[at] == U'2' && line[at + 1] == U'0' && line[at + 4] == U'年') {
      const bool says_more = line.find_first_not_of(U"度）)", at + 5) != line.npos;
      evidence = says_more ? OwnerEvidence::title : evidence;
      line.erase(at);
      break;
    }
  }
  if (line.ends_with(U'：') || line.ends_with(U':')) {
    line.pop_back();
  }
  if (line.size() > longest_name || line.find_first_of(U"。，；：、:,") != line.npos) {
    return {};
  }
  std::string name = without_unit_code(to_utf8(line));
  const bool coded = !name.empty() && name.front() >= '0' && name.front() <= '9';
  const bool body = !coded && names_public_body(name) && !names_nobody(name) &&
                    look_up_header(name).role == Role::none;
  return body ? OwnerSaid{std::move(name), evidence} : OwnerSaid{};
}

}  // namespace

std::string department_in_title(std::string_view line) {
  return title_of(line).body;
}

OwnerSaid owner_in_line(std::string_view line) {
  Title title = title_of(line);
  if (title.body.empty() || names_nobody(title.body)) {
    return body_alone(line);
  }
  const bool performance = line.find("绩效") != line.npos || line.find("績效") != line.npos;
  const OwnerEvidence evidence = !title.sure || title.of_another ? OwnerEvidence::title
                                 : performance                   ? OwnerEvidence::performance_title
                                                                 : OwnerEvidence::budget_title;
  return {std::move(title.body), evidence};
}

}  // namespace budgetdiff::import
