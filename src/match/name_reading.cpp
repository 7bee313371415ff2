#include "match/name_reading.hpp"

#include "match/name_years.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace budgetdiff::matching {
namespace {

using std::u32string;
using std::u32string_view;

/// Words that say what kind of line a budget line is and not which. Longer
/// ones first where one ends in another.
constexpr std::array<u32string_view, 45> general_endings = {
    U"专项经费", U"工作经费", U"专项资金", U"补助资金", U"必要な経費", U"要する経費", U"項目經費",
    U"类支出",   U"经费",     U"资金",     U"项目",     U"专项",       U"工程",       U"工作",
    U"支出",     U"费用",     U"补助",     U"补贴",     U"业务",       U"事业",       U"任务",
    U"事項",     U"經費",     U"業務",     U"計畫",     U"計劃",       U"計画",       U"補助",
    U"経費",     U"事業費",   U"事業",     U"推進",     U"実施",       U"業務費",     U"計畫費",
    U"費用",     U"奖补",     U"运作",     U"费",       U"費",         U"类",         U"の",
    U"に",       U"に係る",   U"等",
};

/// Bracketed remarks that are no part of the name.
constexpr std::array<u32string_view, 12> remarks = {U"续建",     U"续",   U"延续",   U"延续性",
                                                    U"延续项目", U"新增", U"新建",   U"新规",
                                                    U"新規",     U"継続", U"一次性", U"经常性"};

constexpr std::array<std::pair<u32string_view, u32string_view>, 30> levels = {{
    {U"中央", U"中央"},   {U"中央级", U"中央"}, {U"国家级", U"中央"}, {U"国家", U"中央"},
    {U"省级", U"省"},     {U"省", U"省"},       {U"省本级", U"省"},   {U"市级", U"市"},
    {U"市", U"市"},       {U"市本级", U"市"},   {U"市直", U"市"},     {U"区级", U"区"},
    {U"区", U"区"},       {U"区本级", U"区"},   {U"区直", U"区"},     {U"县级", U"县"},
    {U"县", U"县"},       {U"县本级", U"县"},   {U"本级", U"本级"},   {U"镇街", U"镇街"},
    {U"镇级", U"镇街"},   {U"镇", U"镇街"},     {U"街镇", U"镇街"},   {U"街道", U"镇街"},
    {U"乡镇", U"镇街"},   {U"镇村", U"镇街"},   {U"村级", U"村"},     {U"村", U"村"},
    {U"自治区级", U"省"}, {U"州级", U"市"},
}};

/// What comes before a project and goes into it.
constexpr std::array<u32string_view, 7> preparations = {
    U"前期准备", U"筹备", U"筹建", U"前期", U"准备", U"準備", U"籌備",
};

constexpr u32string_view numerals = U"一二三四五六七八九十";
constexpr std::array<u32string_view, 5> phase_words = {U"期", U"批", U"标段", U"阶段", U"階段"};

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}
bool is_ascii_alnum(char32_t c) {
  return is_digit(c) || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

char32_t closing(char32_t open) {
  switch (open) {
    case U'(':
      return U')';
    case U'[':
      return U']';
    case U'【':
      return U'】';
    case U'〔':
      return U'〕';
    case U'〈':
      return U'〉';
    default:
      return 0;
  }
}

/// Length of a project code and its separator at the start: 12 letters and
/// digits or so, four of them digits, then '-', '_' or ':' before other text.
std::size_t code_length(u32string_view text) {
  std::size_t at = 0;
  std::size_t digits = 0;
  while (at < text.size() && is_ascii_alnum(text[at])) {
    digits += is_digit(text[at]) ? 1U : 0U;
    ++at;
  }
  const bool separated = at + 1 < text.size() &&
                         (text[at] == U'-' || text[at] == U'_' || text[at] == U':') &&
                         !is_ascii_alnum(text[at + 1]);
  return separated && at >= 6 && digits >= 4 ? at + 1 : 0;
}

/// Takes 一期, 第2批 … out of `text` and notes them.
void take_phases(u32string& text, std::vector<Qualifier>& qualifiers) {
  for (const u32string_view word : phase_words) {
    for (std::size_t at = text.find(word, 1); at != u32string::npos;) {
      std::size_t start = at;
      while (start > 0 && (is_digit(text[start - 1]) ||
                           numerals.find(text[start - 1]) != u32string_view::npos)) {
        --start;
      }
      if (start == at) {
        at = text.find(word, at + 1);
        continue;
      }
      u32string value = text.substr(start, at - start);
      if (value.size() == 1 && numerals.find(value[0]) != u32string_view::npos &&
          value[0] != U'十') {
        value[0] = static_cast<char32_t>(U'1' + numerals.find(value[0]));
      }
      if (start > 0 && text[start - 1] == U'第') {
        --start;
      }
      qualifiers.push_back({Qualifier::Kind::phase, value});
      text.erase(start, at + word.size() - start);
      at = text.find(word, start);
    }
  }
}

/// What one bracket's content says. `undated` is the content without years.
void read_bracket(u32string content, const u32string& undated, NameReading& reading) {
  for (const u32string_view word : {U"包含", U"含", U"并入"}) {
    if (content.starts_with(word) && content.size() > word.size() + 1) {
      reading.included.emplace_back(content.substr(word.size()));
      return;
    }
  }
  for (const auto& [text, level] : levels) {
    if (content == text) {
      reading.qualifiers.push_back({Qualifier::Kind::level, u32string(level)});
      return;
    }
  }
  const bool dated = undated != content;
  take_phases(content, reading.qualifiers);
  if (dated) {
    reading.qualifiers.push_back({Qualifier::Kind::period, undated});
  } else if (!content.empty()) {
    reading.qualifiers.push_back({Qualifier::Kind::other, content});
  }
}

}  // namespace

u32string_view without_general_ending(u32string_view text) {
  for (bool found = true; found;) {
    found = false;
    for (const u32string_view ending : general_endings) {
      if (text.size() >= ending.size() + 2 && text.ends_with(ending)) {
        text.remove_suffix(ending.size());
        found = true;
        break;
      }
    }
  }
  return text;
}

u32string_view prepared_by(u32string_view stem) {
  constexpr std::size_t least = 3;
  for (const u32string_view preparation : preparations) {
    if (stem.size() >= preparation.size() + least && stem.ends_with(preparation)) {
      return without_general_ending(stem.substr(0, stem.size() - preparation.size()));
    }
  }
  return {};
}

NameReading read_name(std::string_view name) {
  NameReading reading;
  const u32string wide = fold_width_wide(name);
  u32string_view text = wide;
  if (const std::size_t length = code_length(text); length > 0) {
    reading.code = to_utf8(text.substr(0, length - 1));
    text.remove_prefix(length);
  }
  u32string main;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char32_t close = closing(text[at]);
    const std::size_t end = close != 0 ? text.find(close, at + 1) : u32string_view::npos;
    if (end == u32string_view::npos) {
      main += text[at];
      reading.whole += text[at];
      continue;
    }
    u32string content = fold_name_wide(text.substr(at + 1, end - at - 1));
    if (std::find(remarks.begin(), remarks.end(), content) == remarks.end()) {
      reading.whole += text.substr(at, end - at + 1);
      read_bracket(std::move(content),
                   fold_name_wide(without_years(text.substr(at + 1, end - at - 1))), reading);
    }
    at = end;
  }
  read_years(reading.whole, reading.years, reading.span);
  const bool plain = reading.years.empty() && main == reading.whole;
  if (!plain) {
    reading.skeleton = fold_name_wide(with_year_marks(reading.whole));
    reading.base = fold_name_wide(without_years(main));
  }
  reading.whole = fold_name_wide(reading.whole);
  if (plain) {
    reading.skeleton = reading.whole;
    reading.base = reading.whole;
  }
  take_phases(reading.base, reading.qualifiers);
  reading.stem = without_general_ending(reading.base);
  if (reading.stem.empty()) {
    reading.stem = reading.whole;
  }
  std::sort(reading.qualifiers.begin(), reading.qualifiers.end());
  return reading;
}

}  // namespace budgetdiff::matching
