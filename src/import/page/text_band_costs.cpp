#include "import/page/text_band_costs.hpp"

#include "import/page/category_sense.hpp"
#include "import/page/sum_rows.hpp"
#include "import/page/word_kinds.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/flow.hpp"
#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

/// An amount, or what says that there is none: a mark, a share. Half of a broken number is neither.
bool stands_for_amount(const std::u32string& text) {
  const WordKind kind = kind_of(text);
  return kind.number || kind.blank || (kind.bare && !is_digit(text.back()));
}

constexpr double impossible = std::numeric_limits<double>::infinity();

/// What speaks against a band, on the scale of the costs of rows.
constexpr double not_one_amount = 10;
constexpr double no_name = 8;
constexpr double no_goal = 4;
/// Of a project whose cells are on the page before, or behind.
constexpr double of_other_page = 2;
/// A goal that ends inside a sentence, where goals end with one, and where some do.
constexpr double open_goal = 5;
constexpr double perhaps_open = 1.5;
constexpr double behind_point = 2;
/// A name that goes on behind a line that is not full.
constexpr double short_line = 1;
/// Each line more on one side of the amount than on the other, beyond one.
constexpr double off_middle = 0.8;
constexpr double rows_off_middle = 0.1;
/// An indicator more beside cells that are its first one's.
constexpr double second_beside = 0.8;
/// An amount beside the first one, and further ones below.
constexpr double beside_first = -1;
/// Each line without a goal between two of one.
constexpr double goal_gap = 0.3;
constexpr double other_sense = 1.5;
constexpr double no_category = 3;

bool ends_with_sentence(const std::u32string& text) {
  return !text.empty() &&
         std::u32string_view(U"。；;！!").find(text.back()) != std::u32string_view::npos;
}

/// What a goal's last line costs behind which others end a sentence: a list goes on behind its
/// points.
double end_cost(const std::u32string& text) {
  return !ends_with_sentence(text) ? open_goal : text.back() == U'；' ? behind_point : 0;
}

/// The number at the beginning of a paragraph (1. 2、 （三） 目标4：); 0 where there is none.
int number_of(const std::u32string& text) {
  constexpr std::u32string_view digits = U"一二三四五六七八九";
  constexpr std::size_t longest = 3;  // 目标1
  std::size_t i = text.substr(0, 2) == U"目标" ? 2 : 0;
  const bool bracket = i < text.size() && (text[i] == U'（' || text[i] == U'(');
  i += bracket ? 1 : 0;
  if (i >= text.size() || i > longest) {
    return 0;
  }
  const std::size_t chinese = digits.find(text[i]);
  const bool arabic = text[i] >= U'1' && text[i] <= U'9';
  if (!arabic && chinese == digits.npos) {
    return 0;
  }
  const bool ends = i + 1 < text.size() && std::u32string_view(U".．、：:）)").find(text[i + 1]) !=
                                               std::u32string_view::npos;
  const bool decimal = i + 2 < text.size() && text[i + 1] == U'.' && is_digit(text[i + 2]);
  return !ends || decimal ? 0
         : arabic         ? static_cast<int>(text[i] - U'0')
                          : static_cast<int>(chinese) + 1;
}

}  // namespace

std::pair<std::size_t, std::size_t> TextBandCosts::Column::in(std::size_t begin,
                                                              std::size_t end) const {
  const auto first = std::lower_bound(at.begin(), at.end(), begin);
  const auto last = std::lower_bound(first, at.end(), end);
  return {static_cast<std::size_t>(first - at.begin()),
          static_cast<std::size_t>(last - at.begin())};
}

TextBandCosts::TextBandCosts(const std::vector<ColumnText>& columns, const RowsBetween& rows,
                             bool continued, const ProjectEnd& before)
    : rows_(rows), continued_(continued), before_(continued ? before : ProjectEnd{}) {
  std::set<int> numbers;
  for (const ColumnText& column : columns) {
    for (const PdfLine& line : column.lines) {
      numbers.insert(line.line.place.line);
    }
  }
  numbers_.assign(numbers.begin(), numbers.end());
  for (const ColumnText& column : columns) {
    take(column);
  }
  firsts_ = CategoryLines(level1_.texts, true);
  seconds_ = CategoryLines(level2_.texts, false);
  const auto ends = std::count_if(goals_.texts.begin(), goals_.texts.end(), ends_with_sentence);
  const std::size_t projects = amounts_.at.empty() ? 1 : amounts_.at.size();
  sentences_ = static_cast<std::size_t>(ends) * 10 >= projects * 8;
}

void TextBandCosts::take(const ColumnText& column) {
  Column lines = lines_of_column(column);
  if (column.role == Role::project_name && names_.at.empty()) {
    names_ = std::move(lines);
    listed_ = true;
  } else if ((column.role == Role::goal || column.role == Role::annual_goal) &&
             goals_.at.size() < lines.at.size()) {
    goals_ = std::move(lines);
  } else if (column.role == Role::level1 && level1_.at.empty()) {
    level1_ = std::move(lines);
  } else if (column.role == Role::level2 && level2_.at.empty()) {
    level2_ = std::move(lines);
  } else if (column.role == Role::level3 && indicators_.at.empty()) {
    indicators_ = std::move(lines);
  } else if (column.role == Role::money) {
    Column amounts;
    for (std::size_t i = 0; i < lines.at.size(); ++i) {
      if (stands_for_amount(lines.texts[i])) {
        amounts.at.push_back(lines.at[i]);
      }
    }
    if (amounts.at.size() > amounts_.at.size()) {
      amounts_ = std::move(amounts);
    }
  }
}

TextBandCosts::Column TextBandCosts::lines_of_column(const ColumnText& column) const {
  Column out;
  int widest = 0;
  for (const PdfLine& line : column.lines) {
    const auto at = std::lower_bound(numbers_.begin(), numbers_.end(), line.line.place.line);
    out.at.push_back(static_cast<std::size_t>(at - numbers_.begin()));
    out.texts.push_back(without_space(line.line.text));
    widest = std::max(widest, width_of(out.texts.back()));
  }
  for (const std::u32string& text : out.texts) {
    out.full.push_back(width_of(text) + 2 >= widest);
  }
  return out;
}

/// How far lines of a column stand from around `line` (or from below it).
double TextBandCosts::off(const Column& column, std::size_t first, std::size_t last,
                          std::size_t line, bool top) {
  double above = 0;
  double below = 0;
  for (std::size_t i = first; i < last; ++i) {
    above += column.at[i] < line ? 1 : 0;
    below += column.at[i] > line ? 1 : 0;
  }
  if (top) {
    return off_middle * above + (first < last && column.at[first] > line ? off_middle : 0);
  }
  return off_middle * std::max(0.0, std::abs(above - below) - 1);
}

bool TextBandCosts::named(std::size_t begin, std::size_t end) const {
  const auto [first, last] = names_.in(begin, end);
  return first < last;
}

ProjectEnd TextBandCosts::end_of(std::size_t begin) const {
  const Column& anchors = amounts_.at.empty() ? names_ : amounts_;
  const auto [first, last] = anchors.in(begin, numbers_.size());
  const auto [goal, goal_end] = goals_.in(begin, numbers_.size());
  return {true, first < last, goal < goal_end && !closes_sentence(goals_.texts[goal_end - 1])};
}

bool TextBandCosts::loses_rest(std::size_t end) const {
  // The project of the page before has its amount there: what has one here is another, and a goal
  // that was open goes on before it.
  const auto [one, one_end] = (amounts_.at.empty() ? names_ : amounts_).in(0, end);
  const auto [goal, goal_end] = goals_.in(0, end);
  return before_.known && before_.amount && one < one_end && before_.open_goal && goal < goal_end;
}

/// Name, amount and goal that are missing, or too many.
double TextBandCosts::cells_cost(const Band& band, BandAlign align) const {
  const auto [name, name_end] = names_.in(band.begin, band.end);
  const auto [goal, goal_end] = goals_.in(band.begin, band.end);
  const auto [amount, amount_end] = amounts_.in(band.begin, band.end);
  const bool elsewhere = band.elsewhere;
  double cost = 0;
  cost += band.first && loses_rest(band.end) ? open_goal : 0;
  // What is on another page is there together.
  bool away = false;
  if (!amounts_.at.empty()) {
    const auto count = static_cast<double>(amount_end - amount);
    away = count == 0 && elsewhere;
    cost += away ? 0 : not_one_amount * std::abs(count - 1);
  }
  away = away || (name == name_end && elsewhere);
  cost += name < name_end || elsewhere ? 0 : no_name;
  const bool goal_away = !goals_.at.empty() && goal == goal_end;
  cost += goal_away && !elsewhere ? no_goal : 0;
  // What stands at the top is where its project begins, if that is on this page.
  cost += away && align != BandAlign::middle && !(band.first && continued_) ? no_name
          : away                                                            ? of_other_page
          : goal_away && elsewhere                                          ? of_other_page / 2
                                                                            : 0;
  for (std::size_t i = name; i + 1 < name_end; ++i) {
    cost += names_.full[i] ? 0 : short_line;
  }
  return cost;
}

/// Where name and goal stand beside the amount, and this in the band.
double TextBandCosts::places_cost(const Band& band, BandAlign align) const {
  const bool top = align == BandAlign::top;
  const auto [name, name_end] = names_.in(band.begin, band.end);
  const auto [goal, goal_end] = goals_.in(band.begin, band.end);
  const auto [amount, amount_end] = amounts_.in(band.begin, band.end);
  const bool anchored = !amounts_.at.empty();
  // Where it stands.
  const bool has_anchor = anchored ? amount < amount_end : name < name_end;
  if (!has_anchor) {
    return 0;
  }
  const std::size_t line =
      anchored ? amounts_.at[amount] : names_.at[top ? name : (name + name_end - 1) / 2];
  double places = off(names_, name, name_end, line, top) + off(goals_, goal, goal_end, line, top);
  const double above = static_cast<double>(line - band.begin);
  const double below = static_cast<double>(band.end - 1 - line);
  if (align == BandAlign::middle) {
    places += rows_off_middle * std::max(0.0, std::abs(above - below) - 2);
  }
  places = band.elsewhere ? std::min(places, of_other_page) : places;
  if (align == BandAlign::middle) {
    return places;
  }
  // What stands above it is the rest of another, which it costs to be on the page before.
  const double more = align == BandAlign::first_row ? first_row_cost(band) : off_middle * above;
  return places + more + (more > 0 && band.first && continued_ ? of_other_page : 0);
}

/// What speaks against the first row beginning with the first line of the project's cells, which
/// are higher than others mostly, and reaching to their last: lines above it, and further
/// indicators beside it.
double TextBandCosts::first_row_cost(const Band& band) const {
  std::size_t top = band.end;
  std::size_t foot = band.begin;
  for (const Column* const column : {&names_, &goals_, &amounts_}) {
    if (const auto [first, last] = column->in(band.begin, band.end); first < last) {
      top = std::min(top, column->at[first]);
      foot = std::max(foot, column->at[last - 1]);
    }
  }
  double cost = off_middle * static_cast<double>(top - band.begin);
  const auto [first, last] = indicators_.in(top, foot + 1);
  for (std::size_t i = first; i + 1 < last; ++i) {
    cost += indicators_.at[i + 1] > indicators_.at[i] + 1 ? second_beside : 0;
  }
  // A higher band's middle is not that of its first row.
  const auto [amount, amount_end] = amounts_.in(band.begin, band.end);
  const bool beside =
      amount < amount_end && first < last && top < amounts_.at[amount] &&
      amounts_.at[amount] == indicators_.at[first] &&
      indicators_.in(foot + 1, band.end).first < indicators_.in(foot + 1, band.end).second;
  return cost + (beside ? beside_first : 0);
}

/// How its goal's lines go on, and end.
double TextBandCosts::goal_cost(const Band& band) const {
  const auto [goal, goal_end] = goals_.in(band.begin, band.end);
  double cost = 0;
  for (std::size_t i = goal; i + 1 < goal_end; ++i) {
    const std::size_t gap = goals_.at[i + 1] - goals_.at[i] - 1;
    cost += goal_gap * static_cast<double>(gap);
  }
  // A numbered goal begins with its first paragraph, and has it once.
  for (std::size_t i = goal; i < goal_end; ++i) {
    const int number =
        i == 0 || ends_with_sentence(goals_.texts[i - 1]) ? number_of(goals_.texts[i]) : 0;
    cost +=
        (i == goal && number > 1 && !band.elsewhere) || (i > goal && number == 1) ? open_goal : 0;
  }
  if (goal == goal_end || band.last) {
    return cost;
  }
  const std::u32string& end = goals_.texts[goal_end - 1];
  if (sentences_) {
    cost += end_cost(end);
  } else if (!ends_with_sentence(end)) {
    cost += goals_.full[goal_end - 1] ? perhaps_open : 0;
  }
  return cost;
}

double TextBandCosts::categories_cost(const Band& band) const {
  const bool open = band.first && continued_;
  const auto [one, one_end] = level1_.in(band.begin, band.end);
  const auto [two, two_end] = level2_.in(band.begin, band.end);
  const BandCategories firsts = firsts_.in(one, one_end);
  const BandCategories seconds = seconds_.in(two, two_end);
  double cost = firsts.cost + seconds.cost + levels_of_project(firsts.texts, seconds.texts, open);
  // What the first and the last indicator speak of is what the band begins and ends with.
  if (const auto [top_name, end_name] = indicators_.in(band.begin, band.end);
      top_name < end_name && !seconds.texts.empty()) {
    const auto other = [&](std::size_t line, const std::string& category) {
      return speaks_for_another(to_utf8(indicators_.texts[line]), category) ? other_sense : 0;
    };
    cost += open ? 0 : other(top_name, seconds.texts.front());
    cost += other(end_name - 1, seconds.texts.back());
  }
  cost += level1_.at.empty() || one < one_end || band.elsewhere ? 0 : no_category;
  return cost;
}

double TextBandCosts::cost(std::size_t begin, std::size_t end, BandAlign align) const {
  const bool first = begin == 0;
  const bool last = end == numbers_.size();
  const Band band{begin, end, first, last, (first && continued_) || last};
  double cost = rows_.between(numbers_[begin], last ? numbers_.back() + 1 : numbers_[end]);
  const bool no_rows = cost == impossible;
  if (no_rows && !band.elsewhere) {
    return impossible;
  }
  if (no_rows) {
    cost = of_other_page;
  }
  if (no_rows && first && continued_ && !named(begin, end)) {
    const auto [amount, amount_end] = amounts_.in(begin, end);
    if (amount == amount_end) {
      // The rest of a goal, its rows on the page before.
      const auto [goal, goal_end] = goals_.in(begin, end);
      return cost +
             (goal < goal_end && ends_with_sentence(goals_.texts[goal_end - 1]) ? 0 : open_goal);
    }
  }
  return cost + cells_cost(band, align) + places_cost(band, align) + goal_cost(band) +
         categories_cost(band);
}

}  // namespace budgetdiff::import
