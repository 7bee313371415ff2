#include "import/body_names.hpp"

#include "import/text/source_lines.hpp"
#include "import/traditional_letters.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace budgetdiff::import {

namespace {

/// Ends of the names of Chinese public bodies, a qualifier in brackets aside.
constexpr auto bodies = std::to_array<std::string_view>(
    {"局",     "委",     "委员会", "办",     "办公室", "厅",   "部",     "处",     "院",
     "中心",   "所",     "站",     "大队",   "支队",   "总队", "馆",     "学校",   "大学",
     "学院",   "中学",   "小学",   "幼儿园", "署",     "政府", "街道",   "街",     "镇",
     "乡",     "协会",   "联合会", "总会",   "医院",   "法院", "党校",   "公司",   "集团",
     "办事处", "工会",   "管委会", "常委会", "残联",   "妇联", "文联",   "侨联",   "科协",
     "社科联", "工商联", "政协",   "人大",   "体校",   "技校", "联合社", "供销社", "红十字会"});

/// What a body's own office is called among its units: 某县水利局机关, 某市教育局本级.
constexpr auto own_offices = std::to_array<std::string_view>({"机关", "本级", "本部"});

}  // namespace

std::string_view body_itself(std::string_view name) {
  std::string_view bare = name;
  for (const std::string_view close : {"）", ")"}) {
    if (bare.ends_with(close)) {
      const std::size_t open = std::max(bare.rfind("（") == bare.npos ? 0 : bare.rfind("（"),
                                        bare.rfind('(') == bare.npos ? 0 : bare.rfind('('));
      bare = bare.substr(0, open);
    }
  }
  for (const std::string_view office : own_offices) {
    if (bare.ends_with(office)) {
      bare.remove_suffix(office.size());
    }
  }
  return bare;
}

bool may_own_table(std::string_view name) {
  constexpr auto more_bodies =
      std::to_array<std::string_view>({"会", "场", "库", "段", "社", "团", "台", "队", "园", "厂",
                                       "校", "班", "组", "监狱", "银行"});
  constexpr std::size_t longest_name = 40;  // letters of three bytes
  const std::string bare = without_unit_code(name);
  return names_public_body(bare) ||
         (bare.size() <= 3 * longest_name &&
          std::any_of(more_bodies.begin(), more_bodies.end(), [&](std::string_view end) {
            return body_itself(bare).ends_with(end) && bare.size() > end.size();
          }));
}

bool may_be_body(std::string_view name) {
  constexpr std::size_t shortest = 3;
  constexpr std::size_t longest = 30;
  const std::u32string text = to_code_points(without_unit_code(name));
  const bool words = std::all_of(text.begin(), text.end(), [](char32_t c) {
    return is_cjk(c) || std::u32string_view(U"（）()·—-").find(c) != std::u32string_view::npos;
  });
  const auto ends = [&](std::initializer_list<std::u32string_view> words_of_none) {
    return ends_with_any(text, words_of_none);
  };
  return words && text.find_first_of(U"，。；：、！？") == text.npos && text.size() >= shortest &&
         text.size() <= longest && is_cjk(text.front()) &&
         look_up_header(name).role == Role::none && money_unit_said(name).empty() &&
         !year_in(name) && !ends({U"表", U"项目", U"支出", U"目标", U"情况", U"名称"});
}

std::string with_wide_brackets(std::string_view name) {
  const std::u32string text = to_code_points(name);
  if (std::none_of(text.begin(), text.end(), is_cjk)) {
    return std::string(name);
  }
  std::u32string out = text;
  std::replace(out.begin(), out.end(), U'(', U'（');
  std::replace(out.begin(), out.end(), U')', U'）');
  return to_utf8(out);
}

bool names_public_body(std::string_view text) {
  const std::string bare = simplified(std::string(body_itself(text)));
  for (const std::string_view end : bodies) {
    if (bare.ends_with(end) && bare.size() > end.size()) {
      return true;
    }
  }
  return false;
}

namespace {

constexpr auto code_brackets = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"[", "]"}, {"【", "】"}, {"（", "）"}, {"(", ")"}});

/// `某区城市管理委员会[156001]`: the name before a code in brackets; all of it where there is none.
std::string_view before_bracketed_code(std::string_view name) {
  constexpr std::size_t least_digits = 3;
  for (const auto& [opening, closing] : code_brackets) {
    const std::size_t open = name.rfind(opening);
    if (!name.ends_with(closing) || open == name.npos || open == 0) {
      continue;
    }
    const std::string_view code =
        name.substr(open + opening.size(), name.size() - closing.size() - open - opening.size());
    if (code.size() >= least_digits && code.find_first_not_of("0123456789") == code.npos &&
        names_public_body(name.substr(0, open))) {
      return name.substr(0, open);
    }
  }
  return name;
}

}  // namespace

bool names_place(std::string_view body) {
  const auto regions = {"省", "市", "区", "县", "旗", "州", "盟"};
  return std::any_of(regions.begin(), regions.end(), [&](std::string_view region) {
    const std::size_t at = body.find(region);
    return at != body.npos && at > 0;
  });
}

namespace {

/// `某县水利局（公章）`: the name before the place for its stamp, blanks between them aside.
std::string_view before_stamp(std::string_view name) {
  constexpr std::size_t longest = 10 * std::string_view("章").size();
  std::string_view out = name;
  for (const auto& [opening, closing] : code_brackets) {
    const std::size_t open = name.rfind(opening);
    if (!name.ends_with(closing) || open == name.npos || open == 0 ||
        name.size() - open > longest) {
      continue;
    }
    std::string_view inside = name.substr(open + opening.size());
    inside.remove_suffix(closing.size());
    out = inside.ends_with("章") ? name.substr(0, open) : out;
  }
  for (const std::string_view blank : {"　", " ", "　", " "}) {
    while (out.size() < name.size() && out.ends_with(blank)) {
      out.remove_suffix(blank.size());
    }
  }
  return out;
}

}  // namespace

std::string without_unit_code(std::string_view name) {
  constexpr std::size_t least_digits = 3;
  constexpr std::size_t sure_digits = 6;
  // `014某省文化和旅游厅-210000000`, `教育厅105`: codes behind.
  std::string_view whole = before_bracketed_code(before_stamp(name));
  std::size_t behind = whole.size();
  while (behind > 0 && whole[behind - 1] >= '0' && whole[behind - 1] <= '9') {
    --behind;
  }
  const bool long_enough = whole.size() - behind >= least_digits;
  while (behind > 0 && (whole[behind - 1] == '-' || whole[behind - 1] == ' ')) {
    --behind;
  }
  const bool coded_behind = long_enough && names_public_body(whole.substr(0, behind));
  if (coded_behind) {
    whole = whole.substr(0, behind);
  }
  std::string_view rest = whole;
  std::string_view close;
  for (const auto& [opening, closing] : code_brackets) {
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
  bool parted = close.empty() && (digits >= sure_digits || coded_behind ||
                                  (digits >= least_digits && names_place(rest)));
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
  // 820-某镇部门 heads the units of a budget system.
  const bool body = names_public_body(rest) || rest.ends_with("部门");
  const bool coded = digits >= least_digits && parted && body;
  return std::string(coded ? rest : whole);
}

}  // namespace budgetdiff::import
