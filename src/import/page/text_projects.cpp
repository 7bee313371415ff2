#include "import/page/text_projects.hpp"

#include "import/page/category_sense.hpp"
#include "import/page/project_starts.hpp"
#include "import/page/sum_rows.hpp"
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
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr double impossible = std::numeric_limits<double>::infinity();
/// A page of more lines is none that people made.
constexpr std::size_t most_lines = 400;
/// A band cut otherwise that costs hardly more is as likely.
constexpr double margin = 1.5;

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
/// Each line without a goal between two of one.
constexpr double goal_gap = 0.3;
/// Categories that the band's ends cut, or that come twice.
constexpr double cut_category = 2.5;
constexpr double repeated_category = 3;
constexpr double wrong_category = 3;
constexpr double other_sense = 1.5;
constexpr double no_category = 3;

/// A column's lines, and which of the page's each is.
struct Column {
  std::vector<std::size_t> at;
  std::vector<std::u32string> texts;
  std::vector<bool> full;  ///< as wide as the column

  [[nodiscard]] std::pair<std::size_t, std::size_t> in(std::size_t begin, std::size_t end) const {
    const auto first = std::lower_bound(at.begin(), at.end(), begin);
    const auto last = std::lower_bound(first, at.end(), end);
    return {static_cast<std::size_t>(first - at.begin()),
            static_cast<std::size_t>(last - at.begin())};
  }
};

bool ends_sentence(const std::u32string& text) {
  return !text.empty() &&
         std::u32string_view(U"。；;！!").find(text.back()) != std::u32string_view::npos;
}

/// What a goal's last line costs behind which others end a sentence: a list goes on behind its
/// points.
double end_cost(const std::u32string& text) {
  return !ends_sentence(text) ? open_goal : text.back() == U'；' ? behind_point : 0;
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

class Bands {
 public:
  Bands(const std::vector<ColumnText>& columns, const RowsBetween& rows, bool continued,
        const ProjectEnd& before)
      : rows_(rows), continued_(continued), before_(continued ? before : ProjectEnd{}) {
    std::set<int> numbers;
    for (const ColumnText& column : columns) {
      for (const PdfLine& line : column.lines) {
        numbers.insert(line.line.place.line);
      }
    }
    numbers_.assign(numbers.begin(), numbers.end());
    std::size_t most_amounts = 0;
    for (const ColumnText& column : columns) {
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
          if (read_published_amount(lines.texts[i])) {
            amounts.at.push_back(lines.at[i]);
          }
        }
        if (amounts.at.size() > most_amounts) {
          most_amounts = amounts.at.size();
          amounts_ = std::move(amounts);
        }
      }
    }
    const auto ends = std::count_if(goals_.texts.begin(), goals_.texts.end(), ends_sentence);
    const std::size_t projects = amounts_.at.empty() ? 1 : amounts_.at.size();
    sentences_ = static_cast<std::size_t>(ends) * 10 >= projects * 8;
  }

  [[nodiscard]] bool possible() const {
    return listed_ && !numbers_.empty() && numbers_.size() <= most_lines;
  }

  struct Cuts {
    std::vector<TextBand> bands;
    double cost = impossible;
  };

  /// What `band`, the page's last, has of its project.
  [[nodiscard]] ProjectEnd end_of(const TextBand& band) const {
    const auto begin = static_cast<std::size_t>(
        std::lower_bound(numbers_.begin(), numbers_.end(), band.begin) - numbers_.begin());
    const Column& anchors = amounts_.at.empty() ? names_ : amounts_;
    const auto [first, last] = anchors.in(begin, numbers_.size());
    const auto [goal, goal_end] = goals_.in(begin, numbers_.size());
    return {true, first < last, goal < goal_end && !closes_sentence(goals_.texts[goal_end - 1])};
  }

  [[nodiscard]] Cuts best(bool top) const {
    const std::size_t n = numbers_.size();
    std::vector<double> before(n + 1, impossible);
    std::vector<double> behind(n + 1, impossible);
    std::vector<std::size_t> from(n + 1, 0);
    std::vector<double> costs((n + 1) * (n + 1), impossible);
    before[0] = 0;
    for (std::size_t end = 1; end <= n; ++end) {
      for (std::size_t begin = 0; begin < end; ++begin) {
        const double own = costs[begin * (n + 1) + end] = cost(begin, end, top);
        if (before[begin] + own < before[end]) {
          before[end] = before[begin] + own;
          from[end] = begin;
        }
      }
    }
    behind[n] = 0;
    for (std::size_t begin = n; begin-- > 0;) {
      for (std::size_t end = begin + 1; end <= n; ++end) {
        behind[begin] = std::min(behind[begin], costs[begin * (n + 1) + end] + behind[end]);
      }
    }
    Cuts out;
    out.cost = before[n];
    for (std::size_t end = n; end > 0; end = from[end]) {
      const auto [first, last] = names_.in(from[end], end);
      out.bands.push_back({numbers_[from[end]], end < n ? numbers_[end] : numbers_.back() + 1,
                           first < last, false});
    }
    std::reverse(out.bands.begin(), out.bands.end());
    // Another cut inside a band, or the end of one elsewhere, costs hardly more: that matters
    // where lines of its texts or rows are then another's, and any line is one's.
    std::size_t band = 0;
    for (std::size_t i = 1; i < n; ++i) {
      while (numbers_[i] >= out.bands[band].end) {
        ++band;
      }
      const bool is_cut = numbers_[i] == out.bands[band].begin;
      if (!is_cut && before[i] + behind[i] < out.cost + margin) {
        out.bands[band].doubtful = true;
      }
    }
    return out;
  }

 private:
  [[nodiscard]] Column lines_of_column(const ColumnText& column) const {
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
  [[nodiscard]] static double off(const Column& column, std::size_t first, std::size_t last,
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

  /// The categories that lines of a column make, and what is no category's.
  struct Categories {
    std::vector<std::string> texts;
    double cost = 0;
  };

  [[nodiscard]] static Categories categories(const Column& column, std::size_t first,
                                             std::size_t last, bool level1) {
    constexpr std::size_t most_pieces = 6;
    const auto known = [&](const std::string& text) {
      return level1 ? is_level1_category(text) : is_level2_category(text);
    };
    Categories out;
    for (std::size_t i = first; i < last;) {
      std::string text;
      std::string category;
      std::size_t whole = 0;
      for (std::size_t end = i; end < last && end < i + most_pieces; ++end) {
        text += to_utf8(column.texts[end]);
        if (known(text)) {
          whole = end + 1;
          category = text;
        }
      }
      if (whole == 0) {
        out.cost += cut_category;
        ++i;
        continue;
      }
      out.texts.push_back(std::move(category));
      i = whole;
    }
    return out;
  }

  /// What speaks against a project having these: each of the first level once, in their order, with
  /// one of the second at least below each.
  [[nodiscard]] static double levels(const std::vector<std::string>& level1,
                                     const std::vector<std::string>& level2, bool open) {
    double cost = 0;
    std::set<std::string> seen;
    int order = 0;
    for (const std::string& one : level1) {
      cost += seen.insert(one).second ? 0 : repeated_category;
      const int own = order_of_category(one);
      cost += own > 0 && own < order ? repeated_category / 2 : 0;
      order = std::max(order, own);
    }
    if (level1.empty() || level2.empty()) {
      return cost;
    }
    // below[i]: the first levels before i have those of the second before j.
    std::vector<double> below(level1.size() + 1, impossible);
    below[0] = 0;
    for (std::size_t j = 0; j < level2.size(); ++j) {
      std::vector<double> next(level1.size() + 1, impossible);
      next[0] = open ? below[0] : impossible;
      for (std::size_t i = 1; i <= level1.size(); ++i) {
        const double before = std::min(below[i], below[i - 1]);
        next[i] = before + (may_belong_under(level1[i - 1], level2[j]) ? 0 : wrong_category);
        // One without any of its own.
        next[i] = std::min(next[i], i > 1 ? below[i - 2] + 2 * wrong_category : impossible);
      }
      below = std::move(next);
    }
    const double all = below[level1.size()];
    return cost + (all == impossible ? wrong_category * static_cast<double>(level1.size()) : all);
  }

  [[nodiscard]] double cost(std::size_t begin, std::size_t end, bool top) const {
    const bool first = begin == 0;
    const bool last = end == numbers_.size();
    const auto [name, name_end] = names_.in(begin, end);
    const auto [goal, goal_end] = goals_.in(begin, end);
    const auto [amount, amount_end] = amounts_.in(begin, end);
    const bool elsewhere = (first && continued_) || last;
    double cost = rows_.between(numbers_[begin], last ? numbers_.back() + 1 : numbers_[end]);
    const bool no_rows = cost == impossible;
    if (no_rows && !elsewhere) {
      return impossible;
    }
    if (no_rows) {
      cost = of_other_page;
    }
    if (no_rows && first && continued_ && name == name_end && amount == amount_end) {
      // The rest of a goal, its rows on the page before.
      return cost + (goal < goal_end && ends_sentence(goals_.texts[goal_end - 1]) ? 0 : open_goal);
    }
    const bool anchored = !amounts_.at.empty();
    // The project of the page before has its amount there: what has one here is another, and a goal
    // that was open goes on before it.
    if (const auto [one, one_end] =
            anchored ? std::pair(amount, amount_end) : std::pair(name, name_end);
        first && before_.known && before_.amount && one < one_end && before_.open_goal &&
        goal < goal_end) {
      cost += open_goal;
    }
    // What is on another page is there together.
    bool away = false;
    if (anchored) {
      const auto count = static_cast<double>(amount_end - amount);
      away = count == 0 && elsewhere;
      cost += away ? 0 : not_one_amount * std::abs(count - 1);
    }
    away = away || (name == name_end && elsewhere);
    cost += name < name_end || elsewhere ? 0 : no_name;
    const bool goal_away = !goals_.at.empty() && goal == goal_end;
    cost += goal_away && !elsewhere ? no_goal : 0;
    cost += away ? of_other_page : goal_away && elsewhere ? of_other_page / 2 : 0;
    // Where it stands.
    const bool has_anchor = anchored ? amount < amount_end : name < name_end;
    if (has_anchor) {
      const std::size_t line =
          anchored ? amounts_.at[amount] : names_.at[top ? name : (name + name_end - 1) / 2];
      double places =
          off(names_, name, name_end, line, top) + off(goals_, goal, goal_end, line, top);
      if (!top) {
        const double above = static_cast<double>(line - begin);
        const double below = static_cast<double>(end - 1 - line);
        places += rows_off_middle * std::max(0.0, std::abs(above - below) - 2);
      } else {
        places += off_middle * static_cast<double>(line - begin);
      }
      cost += elsewhere ? std::min(places, of_other_page) : places;
    }
    for (std::size_t i = name; i + 1 < name_end; ++i) {
      cost += names_.full[i] ? 0 : short_line;
    }
    for (std::size_t i = goal; i + 1 < goal_end; ++i) {
      const std::size_t gap = goals_.at[i + 1] - goals_.at[i] - 1;
      cost += goal_gap * static_cast<double>(gap);
    }
    // A numbered goal begins with its first paragraph, and has it once.
    for (std::size_t i = goal; i < goal_end; ++i) {
      const int number =
          i == 0 || ends_sentence(goals_.texts[i - 1]) ? number_of(goals_.texts[i]) : 0;
      cost += (i == goal && number > 1 && !elsewhere) || (i > goal && number == 1) ? open_goal : 0;
    }
    if (goal < goal_end && !last && sentences_) {
      cost += end_cost(goals_.texts[goal_end - 1]);
    } else if (goal < goal_end && !last && !ends_sentence(goals_.texts[goal_end - 1])) {
      cost += goals_.full[goal_end - 1] ? perhaps_open : 0;
    }
    const auto [one, one_end] = level1_.in(begin, end);
    const auto [two, two_end] = level2_.in(begin, end);
    const Categories firsts = categories(level1_, one, one_end, true);
    const Categories seconds = categories(level2_, two, two_end, false);
    cost += firsts.cost + seconds.cost + levels(firsts.texts, seconds.texts, first && continued_);
    // What the first and the last indicator speak of is what the band begins and ends with.
    if (const auto [top_name, end_name] = indicators_.in(begin, end);
        top_name < end_name && !seconds.texts.empty()) {
      const auto other = [&](std::size_t line, const std::string& category) {
        return speaks_for_another(to_utf8(indicators_.texts[line]), category) ? other_sense : 0;
      };
      cost += first && continued_ ? 0 : other(top_name, seconds.texts.front());
      cost += other(end_name - 1, seconds.texts.back());
    }
    cost += level1_.at.empty() || one < one_end ? 0 : elsewhere ? 0 : no_category;
    return cost;
  }

  const RowsBetween& rows_;
  bool continued_;
  ProjectEnd before_;  ///< of the page before
  bool listed_ = false;
  std::vector<int> numbers_;
  Column names_;
  Column goals_;
  Column amounts_;
  Column level1_;
  Column level2_;
  Column indicators_;
  bool sentences_ = false;
};

}  // namespace

std::vector<TextBand> text_bands(const std::vector<ColumnText>& columns, const RowsBetween& rows,
                                 bool continued, BandStyle* style, ProjectEnd* end) {
  const Bands bands(columns, rows, continued, end != nullptr ? *end : ProjectEnd{});
  if (!bands.possible()) {
    return {};
  }
  Bands::Cuts middle = bands.best(false);
  Bands::Cuts top = bands.best(true);
  double in_middle = middle.cost;
  double at_top = top.cost;
  if (style != nullptr) {
    style->middle += middle.cost;
    style->top += top.cost;
    in_middle = style->middle;
    at_top = style->top;
  }
  if (middle.cost == impossible && top.cost == impossible) {
    return {};
  }
  std::vector<TextBand> out = in_middle <= at_top ? std::move(middle.bands) : std::move(top.bands);
  if (end != nullptr && !out.empty()) {
    *end = bands.end_of(out.back());
  }
  return out;
}

std::pair<std::size_t, std::size_t> lines_in_band(const std::vector<PdfLine>& lines,
                                                  const TextBand& band) {
  const auto before = [](const PdfLine& line, int number) { return line.line.place.line < number; };
  const auto first = std::lower_bound(lines.begin(), lines.end(), band.begin, before);
  const auto last = std::lower_bound(first, lines.end(), band.end, before);
  return {static_cast<std::size_t>(first - lines.begin()),
          static_cast<std::size_t>(last - lines.begin())};
}

}  // namespace budgetdiff::import
