#include "import/spread/list_header.hpp"

#include "import/stream/value_text.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstdint>
#include <utility>

namespace budgetdiff::import {
namespace {

using Tokens = std::vector<StreamToken>;

constexpr std::size_t longest_word = 16;
constexpr std::size_t longest_piece = 8;
/// How many tokens behind the one before a piece of the same word stands at most.
constexpr std::size_t farthest = 14;

bool is_word_letter(char32_t c) {
  return is_cjk(c) || U'（' == c || U'）' == c || c == U'(' || c == U')';
}

bool is_word(const std::u32string& text) {
  return text.size() <= longest_word && std::any_of(text.begin(), text.end(), is_cjk) &&
         std::all_of(text.begin(), text.end(), is_word_letter);
}

bool opens(char32_t c) {
  return c == U'（' || c == U'(';
}
bool closes(char32_t c) {
  return c == U'）' || c == U')';
}

bool is_balanced(const std::u32string& text) {
  return std::count_if(text.begin(), text.end(), opens) ==
         std::count_if(text.begin(), text.end(), closes);
}

Term meaning_of(const std::u32string& text) {
  const std::string word = to_utf8(text);
  if (!is_balanced(text) || is_level1_category(word) || is_level2_category(word)) {
    return {};
  }
  return look_up_listed_header(word);
}

bool heads_column(Role role) {
  switch (role) {
    case Role::none:
    case Role::year:
    case Role::stage:
    case Role::money_unit:
    case Role::person:
      return false;
    default:
      return true;
  }
}

/// Where a column of that kind stands from left to right in nearly all lists.
int usual_place(Role role) {
  switch (role) {
    case Role::sequence:
      return 0;
    case Role::department:
    case Role::spending_unit:
      return 1;
    case Role::project_code:
      return 2;
    case Role::project_name:
      return 3;
    case Role::project_type:
      return 4;
    case Role::money:
      return 5;
    case Role::goal:
    case Role::annual_goal:
      return 6;
    case Role::level1:
      return 7;
    case Role::level2:
      return 8;
    case Role::level3:
      return 9;
    case Role::comparator:
      return 10;
    case Role::period_target:
    case Role::annual_target:
    case Role::value:
      return 11;
    case Role::measurement_unit:
      return 12;
    case Role::weight:
      return 13;
    default:
      return 14;
  }
}

/// In which order columns of money stand where no line says it.
int usual_place(const HeaderPieces& word) {
  constexpr int others = 100;
  const int place = usual_place(word.role) * others;
  if (word.role != Role::money) {
    return place;
  }
  const std::string_view key = word.money;
  const bool last = key.find("carried") != key.npos;
  return place + (key == look_up_listed_header("合计").column                         ? 0
                  : key.find("general") != key.npos || key.find("fiscal") != key.npos ? 1
                  : key.find("government") != key.npos                                ? 2
                  : key.find("other") != key.npos                                     ? others - 2
                  : last                                                              ? others - 1
                                                                                      : 3);
}

struct Found {
  HeaderPieces word;
  std::vector<std::size_t> tokens;
};

class Words {
 public:
  Words(const std::vector<Line>& lines, const Tokens& page)
      : lines_(lines), page_(page), used_(page.size(), false) {}

  std::optional<ListHeader> run() {
    take_whole();
    if (found_.empty()) {
      return std::nullopt;
    }
    take_broken();
    take_short();
    take_rests();
    take_groups();
    take_unknown();
    return header();
  }

 private:
  [[nodiscard]] std::size_t line_of(std::size_t i) const { return page_[i].line; }

  [[nodiscard]] bool same_line(std::size_t a, std::size_t b) const {
    return page_[a].line == page_[b].line;
  }

  /// Whether a token may be a word of a header, or a piece of one.
  [[nodiscard]] bool may_be_word(std::size_t i) const {
    const std::string text = to_utf8(page_[i].text);
    return is_word(page_[i].text) && !is_level1_category(text) && !is_level2_category(text);
  }

  /// Whether a token stands where a header's may: in its line nothing but such words.
  [[nodiscard]] bool in_line_of_words(std::size_t i) const {
    std::size_t first = i;
    while (first > 0 && same_line(first - 1, i)) {
      --first;
    }
    for (std::size_t k = first; k < page_.size() && same_line(k, i); ++k) {
      if (!may_be_word(k)) {
        return false;
      }
    }
    return true;
  }

  /// Words that a list's rows hardly have.
  [[nodiscard]] static bool is_usual(const Term& term) {
    return term.role != Role::remark && (term.role != Role::money || term.column == column_total());
  }

  [[nodiscard]] bool begins_flow(std::size_t i) const {
    const Line& line = lines_[line_of(i)];
    return i == 0 || (page_[i].starts_line && (line.blank_before || line.starts_page ||
                                               page_[i - 1].line + 1 < page_[i].line));
  }

  /// Whether a token begins what stands between blank lines, or stands beside another word.
  [[nodiscard]] bool stands_apart(std::size_t i) const {
    return begins_flow(i) || (i > 0 && same_line(i - 1, i)) ||
           (i + 1 < page_.size() && same_line(i + 1, i));
  }

  /// 合计 and an amount: a row.
  [[nodiscard]] bool is_sum_row(std::size_t i) const {
    return is_sum_label(to_utf8(page_[i].text)) && i + 1 < page_.size() &&
           is_amount(page_[i + 1].text);
  }

  [[nodiscard]] bool has(const Term& term) const {
    return std::any_of(found_.begin(), found_.end(), [&](const Found& one) {
      return one.word.role == term.role && one.word.money == term.column;
    });
  }

  /// Roles that a list may have several columns of.
  static bool may_repeat(Role role) {
    return role == Role::remark || role == Role::money || role == Role::indicators ||
           role == Role::level3 || holds_targets(role);
  }

  void add(const Term& term, std::u32string text, std::vector<std::size_t> tokens) {
    Found one;
    one.word.role = term.role;
    one.word.money = term.column;
    one.word.text = std::move(text);
    one.word.line = line_of(tokens.front());
    for (const std::size_t i : tokens) {
      used_[i] = true;
      one.word.pieces.push_back(page_[i].text);
    }
    one.tokens = std::move(tokens);
    found_.push_back(std::move(one));
  }

  void take_whole() {
    for (std::size_t i = 0; i < page_.size(); ++i) {
      take_word(i, 2);
    }
    const bool levels = std::any_of(found_.begin(), found_.end(),
                                    [](const Found& one) { return holds_levels(one.word.role); });
    if (!levels) {
      found_.clear();
    }
  }

  /// Short words that no piece of another one is.
  void take_short() {
    for (std::size_t i = 0; i < page_.size(); ++i) {
      if (!used_[i] && among_words(i)) {
        take_word(i, 1);
      }
    }
  }

  /// Words of more than so many letters; those of the first columns are no pieces of others.
  void take_word(std::size_t i, std::size_t longer) {
    const std::u32string& text = page_[i].text;
    const Term term = is_word(text) ? meaning_of(text) : Term{};
    const bool whole = term.role == Role::sequence || term.role == Role::weight;
    if (text.size() <= longer && !(whole && text.size() > 1)) {
      return;
    }
    const bool same = std::any_of(found_.begin(), found_.end(),
                                  [&](const Found& one) { return one.word.text == text; });
    const bool piece = is_bare_level(text) || (text.size() == 2 && text == U"单位");
    if (!heads_column(term.role) || term.role == Role::indicators || same || piece ||
        !in_line_of_words(i) || (has(term) && !may_repeat(term.role)) || is_sum_row(i) ||
        (!is_usual(term) && !stands_apart(i))) {
      return;
    }
    add(term, text, {i});
  }

  /// 一级, of 一级指标.
  static bool is_bare_level(const std::u32string& text) {
    return text.size() == 2 && text[1] == U'级';
  }

  /// Whether a token stands among words of the header.
  [[nodiscard]] bool among_words(std::size_t i) const {
    constexpr std::size_t near = 3;
    const std::size_t first = i > near ? i - near : 0;
    for (std::size_t k = first; k < page_.size() && k <= i + near; ++k) {
      if (used_[k]) {
        return true;
      }
    }
    return false;
  }

  [[nodiscard]] Role role_of(const std::vector<std::size_t>& tokens) const {
    std::u32string text;
    for (const std::size_t k : tokens) {
      text += page_[k].text;
    }
    return meaning_of(text).role;
  }

  /// Words that print breaks over lines, those of levels first, and those whose pieces stand
  /// nearest to each other.
  void take_broken() {
    while (true) {
      std::vector<std::size_t> nearest;
      for (std::size_t i = 0; i < page_.size(); ++i) {
        if (used_[i] || page_[i].text.size() > longest_piece || !may_be_piece(i) ||
            opens(page_[i].text.front()) || is_sum_row(i) || !among_words(i)) {
          continue;
        }
        std::vector<std::size_t> tokens{i};
        std::vector<std::size_t> best;
        search(tokens, page_[i].text, best);
        const auto is_better = [&] {
          const bool level = holds_levels(role_of(best));
          const bool known = !nearest.empty() && holds_levels(role_of(nearest));
          return nearest.empty() || (level && !known) ||
                 (level == known && best.back() - best.front() < nearest.back() - nearest.front());
        };
        if (!best.empty() && is_better()) {
          nearest = std::move(best);
        }
      }
      if (nearest.empty()) {
        return;
      }
      std::u32string text;
      for (const std::size_t k : nearest) {
        text += page_[k].text;
      }
      const Term term = meaning_of(text);
      add(term, std::move(text), std::move(nearest));
    }
  }

  [[nodiscard]] bool may_be_piece(std::size_t i) const {
    const std::u32string& text = page_[i].text;
    return std::all_of(text.begin(), text.end(), is_word_letter);
  }

  void search(std::vector<std::size_t>& tokens, const std::u32string& text,
              std::vector<std::size_t>& best) const {
    constexpr std::size_t most_pieces = 4;
    if (tokens.size() > 1) {
      const Term term = meaning_of(text);
      if (heads_column(term.role) && (!has(term) || may_repeat(term.role)) &&
          term.role != Role::indicators && !is_bare_level(text) &&
          (best.empty() || tokens.back() < best.back())) {
        best = tokens;
      }
    }
    if (tokens.size() == most_pieces) {
      return;
    }
    const std::size_t last = tokens.back();
    for (std::size_t k = last + 1; k < page_.size() && k <= last + farthest; ++k) {
      if (used_[k] || page_[k].text.size() > longest_piece || !may_be_piece(k) ||
          line_of(k) == line_of(last) || is_sum_row(k)) {
        continue;
      }
      if (!best.empty() && k >= best.back()) {
        return;
      }
      tokens.push_back(k);
      search(tokens, text + page_[k].text, best);
      tokens.pop_back();
    }
  }

  /// The rest of a word that is known without it as well: 财政专户 | 拨款.
  void take_rests() {
    constexpr std::size_t near = 8;
    std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
      return a.word.text.size() < b.word.text.size();
    });
    for (Found& one : found_) {
      for (std::size_t k = one.tokens.back() + 1; k < page_.size() && k <= one.tokens.back() + near;
           ++k) {
        const Term term = used_[k] || !may_be_piece(k) || is_sum_row(k) ||
                                  line_of(k) == line_of(one.tokens.back())
                              ? Term{}
                              : meaning_of(one.word.text + page_[k].text);
        const bool unit = opens(page_[k].text.front());
        if (heads_column(term.role) && term.role == one.word.role &&
            term.column == one.word.money && among_words(k) &&
            (!unit || term.role == Role::money)) {
          one.word.text += page_[k].text;
          one.word.pieces.push_back(page_[k].text);
          one.tokens.push_back(k);
          used_[k] = true;
        }
      }
    }
  }

  /// 绩效指标 above other words.
  void take_groups() {
    for (std::size_t i = 0; i < page_.size(); ++i) {
      if (!used_[i] && page_[i].text.size() > 2 && is_word(page_[i].text) &&
          meaning_of(page_[i].text).role == Role::indicators &&
          (begins_flow(i) || among_words(i))) {
        add({Role::indicators, {}}, page_[i].text, {i});
      }
    }
  }

  /// Words that nobody knows, between such that are known.
  void take_unknown() {
    for (std::size_t i = 0; i < page_.size(); ++i) {
      const bool beside = (i > 0 && used_[i - 1] && line_of(i - 1) == line_of(i)) ||
                          (i + 1 < page_.size() && used_[i + 1] && line_of(i + 1) == line_of(i));
      const std::string text = to_utf8(page_[i].text);
      if (!used_[i] && beside && is_word(page_[i].text) && page_[i].text.size() > 2 &&
          !is_level1_category(text) && !is_level2_category(text) && !in_data(i)) {
        add({Role::none, {}}, page_[i].text, {i});
      }
    }
  }

  /// Whether the line of a token holds what is no word.
  [[nodiscard]] bool in_data(std::size_t i) const {
    std::size_t words = 0;
    std::size_t others = 0;
    for (std::size_t k = 0; k < page_.size(); ++k) {
      if (line_of(k) == line_of(i)) {
        (used_[k] ? words : others) += 1;
      }
    }
    return others >= words;
  }

  /// Words above others are groups; of two names or targets the one that says more is a remark.
  std::optional<ListHeader> header() {
    demote(Role::level3);
    demote(Role::value);
    ListHeader out;
    std::size_t totals = 0;
    std::size_t money = 0;
    for (const Found& one : found_) {
      totals += one.word.role == Role::money && one.word.money == column_total() ? 1U : 0U;
      money += one.word.role == Role::money ? 1U : 0U;
    }
    std::vector<Found> columns;
    for (Found& one : found_) {
      const bool sum = is_sum_label(to_utf8(one.word.text));
      const bool group =
          one.word.role == Role::indicators ||
          (totals > 1 && one.word.role == Role::money && one.word.money == column_total() && !sum);
      if (group) {
        out.groups.push_back(std::move(one.word));
      } else {
        columns.push_back(std::move(one));
      }
    }
    put_in_order(columns);
    std::size_t names = 0;
    std::size_t targets = 0;
    std::size_t projects = 0;
    for (Found& one : columns) {
      names += one.word.role == Role::level3 ? 1U : 0U;
      targets += holds_targets(one.word.role) ? 1U : 0U;
      projects += one.word.role == Role::project_name ? 1U : 0U;
      out.columns.push_back(std::move(one.word));
    }
    return names == 1 && targets > 0 && projects == 1 ? std::optional(std::move(out))
                                                      : std::nullopt;
  }

  static std::string_view column_total() {
    static const std::string_view total = look_up_listed_header("合计").column;
    return total;
  }

  void demote(Role role) {
    Found* best = nullptr;
    const auto says = [](const Found& one) {
      const bool level = one.word.text.starts_with(U"三级");
      return std::pair(level ? 0U : 1U, one.word.text.size());
    };
    for (Found& one : found_) {
      if (one.word.role == role && (best == nullptr || says(one) < says(*best))) {
        best = &one;
      }
    }
    for (Found& one : found_) {
      if (one.word.role == role && &one != best) {
        one.word.role = Role::remark;
      }
    }
  }

  void put_in_order(std::vector<Found>& columns) const {
    // A remark stands behind the word before it, where nothing parts the two.
    std::vector<Found> remarks;
    for (std::size_t c = columns.size(); c-- > 0;) {
      const std::size_t at = columns[c].tokens.front();
      const bool remark =
          columns[c].word.role == Role::remark || columns[c].word.role == Role::none;
      if (remark && !begins_flow(at)) {
        remarks.push_back(std::move(columns[c]));
        columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(c));
      }
    }
    place_usual(columns);
    for (auto one = remarks.rbegin(); one != remarks.rend(); ++one) {
      const std::size_t at = one->tokens.front();
      auto left = columns.end();
      for (auto column = columns.begin(); column != columns.end(); ++column) {
        const std::size_t other = column->tokens.front();
        if (other < at && (left == columns.end() || other > left->tokens.front())) {
          left = column;
        }
      }
      columns.insert(left == columns.end() ? left : left + 1, std::move(*one));
    }
  }

  void place_usual(std::vector<Found>& columns) const {
    std::stable_sort(columns.begin(), columns.end(), [](const Found& a, const Found& b) {
      return usual_place(a.word) < usual_place(b.word);
    });
    // Words of one line stand in its order.
    const auto left_of = [&](const Found& a, const Found& b) {
      return line_of(a.tokens.front()) == line_of(b.tokens.front()) &&
             a.tokens.front() < b.tokens.front();
    };
    for (std::size_t round = 0; round < columns.size(); ++round) {
      for (std::size_t a = 0; a < columns.size(); ++a) {
        for (std::size_t b = a + 1; b < columns.size(); ++b) {
          if (left_of(columns[b], columns[a])) {
            // The one whose place is less sure moves beside the other.
            const bool unsure = usual_place(columns[b].word.role) >= 13;
            if (unsure) {
              std::rotate(columns.begin() + static_cast<std::ptrdiff_t>(a),
                          columns.begin() + static_cast<std::ptrdiff_t>(b),
                          columns.begin() + static_cast<std::ptrdiff_t>(b) + 1);
            } else {
              std::rotate(columns.begin() + static_cast<std::ptrdiff_t>(a),
                          columns.begin() + static_cast<std::ptrdiff_t>(a) + 1,
                          columns.begin() + static_cast<std::ptrdiff_t>(b) + 1);
            }
          }
        }
      }
    }
  }

  const std::vector<Line>& lines_;
  const Tokens& page_;
  std::vector<bool> used_;
  std::vector<Found> found_;
};

/// Marks the tokens of a word, the first that make it; whether they are there.
bool mark(const HeaderPieces& word, const Tokens& page, std::size_t value,
          std::vector<std::size_t>& columns) {
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (columns[i] != HeaderPlaces::none || page[i].text != word.pieces.front()) {
      continue;
    }
    std::vector<std::size_t> tokens{i};
    for (std::size_t k = 1; k < word.pieces.size(); ++k) {
      std::size_t next = tokens.back() + 1;
      const std::size_t end = std::min(page.size(), next + farthest);
      while (next < end &&
             (columns[next] != HeaderPlaces::none || page[next].text != word.pieces[k])) {
        ++next;
      }
      if (next == end) {
        break;
      }
      tokens.push_back(next);
    }
    if (tokens.size() == word.pieces.size()) {
      for (const std::size_t token : tokens) {
        columns[token] = value;
      }
      return true;
    }
  }
  return false;
}

}  // namespace

std::optional<ListHeader> list_header(const std::vector<Line>& lines, const Tokens& page) {
  return Words(lines, page).run();
}

void drop_lone_words(ListHeader& header, const std::vector<Tokens>& pages) {
  std::vector<std::size_t> times(header.columns.size(), 0);
  std::size_t headed = 0;
  for (const Tokens& page : pages) {
    const HeaderPlaces places = header_places(header, page);
    bool any = false;
    for (std::size_t c = 0; c < times.size(); ++c) {
      const bool here =
          std::find(places.columns.begin(), places.columns.end(), c) != places.columns.end();
      times[c] += here ? 1U : 0U;
      any = any || here;
    }
    headed += any ? 1U : 0U;
  }
  std::vector<HeaderPieces> kept;
  for (std::size_t c = 0; c < times.size(); ++c) {
    const Role role = header.columns[c].role;
    const bool extra = role == Role::money || role == Role::remark || role == Role::none;
    if (!extra || headed < 2 || times[c] * 2 > headed) {
      kept.push_back(std::move(header.columns[c]));
    }
  }
  header.columns = std::move(kept);
}

HeaderPlaces header_places(const ListHeader& header, const Tokens& page) {
  HeaderPlaces out;
  out.columns.assign(page.size(), HeaderPlaces::none);
  std::size_t found = 0;
  // Whole words first: the pieces of others are short.
  for (const bool whole : {true, false}) {
    for (std::size_t c = 0; c < header.columns.size(); ++c) {
      if ((header.columns[c].pieces.size() == 1) == whole) {
        found += mark(header.columns[c], page, c, out.columns) ? 1U : 0U;
      }
    }
    for (const HeaderPieces& word : header.groups) {
      if ((word.pieces.size() == 1) == whole) {
        mark(word, page, HeaderPlaces::group, out.columns);
      }
    }
  }
  if (found * 4 < header.columns.size() * 3) {
    out.columns.assign(page.size(), HeaderPlaces::none);
  }
  return out;
}

}  // namespace budgetdiff::import
