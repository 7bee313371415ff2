#include "import/text/amount_run.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <utility>

namespace budgetdiff::import {
namespace {

char32_t folded(char32_t c) {
  if (c >= U'！' && c <= U'～') {
    return c - U'！' + U'!';
  }
  return c == U'−' || c == U'﹣' ? U'-' : c;
}

struct Word {
  std::size_t begin = 0;
  std::size_t end = 0;
  bool numeric = false;
  AmountCell cell;
};

std::vector<Word> words_of(const Line& line) {
  std::vector<Word> words;
  int column = line.indent;
  int tabs = 0;
  std::size_t at = 0;
  const std::u32string_view text = line.text;
  while (at < text.size()) {
    if (is_space(text[at])) {
      tabs += text[at] == '\t' ? 1 : 0;
      column += width_of(text.substr(at, 1));
      ++at;
      continue;
    }
    Word word;
    word.begin = at;
    while (at < text.size() && !is_space(text[at])) {
      ++at;
    }
    word.end = at;
    const std::u32string_view part = text.substr(word.begin, word.end - word.begin);
    const int width = width_of(part);
    word.cell.tabs = std::exchange(tabs, 0);
    word.cell.left = column;
    word.cell.right = column + width;
    column += width;
    if (part.size() <= 40) {
      if (const auto amount = read_published_amount(part)) {
        word.numeric = true;
        word.cell.amount = *amount;
      } else if (is_blank_mark(part)) {
        word.numeric = true;
        word.cell.kind = AmountCell::Kind::blank;
      } else if (is_spoiled_amount(part)) {
        word.numeric = true;
        word.cell.kind = AmountCell::Kind::spoiled;
      }
    }
    if (word.numeric) {
      word.cell.text = to_utf8(part);
    }
    words.push_back(std::move(word));
  }
  return words;
}

bool adds_up(const std::vector<Word>& words, std::size_t begin, std::size_t end) {
  if (end - begin < 2) {
    return false;
  }
  Amount sum;
  for (std::size_t i = begin; i < end; ++i) {
    const AmountCell& cell = words[i].cell;
    if (cell.kind == AmountCell::Kind::spoiled ||
        (i == begin && cell.kind == AmountCell::Kind::blank)) {
      return false;
    }
    if (i > begin && cell.kind == AmountCell::Kind::amount) {
      sum += cell.amount;
    }
  }
  return sum == words[begin].cell.amount;
}

}  // namespace

bool adds_up(const std::vector<AmountCell>& cells) {
  if (cells.size() < 2 || cells.front().kind != AmountCell::Kind::amount) {
    return false;
  }
  Amount sum;
  for (std::size_t i = 1; i < cells.size(); ++i) {
    if (cells[i].kind == AmountCell::Kind::spoiled) {
      return false;
    }
    sum += cells[i].amount;  // zero where blank
  }
  return sum == cells.front().amount;
}

std::size_t AmountRun::amounts() const {
  return static_cast<std::size_t>(
      std::count_if(cells.begin(), cells.end(),
                    [](const AmountCell& cell) { return cell.kind == AmountCell::Kind::amount; }));
}

bool AmountRun::has_decimals() const {
  return std::any_of(cells.begin(), cells.end(), [](const AmountCell& cell) {
    return cell.kind == AmountCell::Kind::amount && cell.amount.scale() > 0;
  });
}

std::optional<Amount> read_published_amount(std::u32string_view text) {
  std::string digits;
  bool in_brackets = false;
  std::size_t at = 0;
  std::size_t end = text.size();
  if (end >= 2 && folded(text.front()) == '(' && folded(text.back()) == ')') {
    in_brackets = true;
    ++at;
    --end;
  }
  if (at < end && folded(text[at]) == '-') {
    digits += '-';
    ++at;
  } else if (in_brackets) {
    digits += '-';
  }
  // Groups of three after the first comma, or no comma at all.
  std::size_t group = 0;
  bool commas = false;
  bool point = false;
  for (; at < end; ++at) {
    const char32_t c = folded(text[at]);
    if (c >= '0' && c <= '9') {
      digits += static_cast<char>(c);
      ++group;
    } else if (c == ',' && !point && group > 0 && (commas ? group == 3 : group <= 3)) {
      commas = true;
      group = 0;
    } else if (c == '.' && !point && group > 0 && (!commas || group == 3)) {
      point = true;
      group = 0;
      digits += '.';
    } else {
      return std::nullopt;
    }
  }
  if (group == 0 || (commas && !point && group != 3)) {
    return std::nullopt;
  }
  return Amount::parse(digits);
}

bool is_blank_mark(std::u32string_view text) {
  constexpr std::u32string_view marks = U"-－—–―─";
  const bool slash = text == U"/" || text == U"／";
  return slash ||
         ((text.size() == 1 || text.size() == 2) && text.find_first_not_of(marks) == text.npos);
}

bool is_spoiled_amount(std::u32string_view text) {
  std::size_t digits = 0;
  std::size_t marks = 0;
  std::size_t letters = 0;
  for (const char32_t wide : text) {
    const char32_t c = folded(wide);
    if (c >= '0' && c <= '9') {
      ++digits;
    } else if (c == '.' || c == ',' || c == U'，' || c == U'。') {
      ++marks;
    } else if (c == 'l' || c == 'I' || c == 'O' || c == 'o' || c == 'S' || c == 'B' || c == 'Z' ||
               c == '?' || c == '*' || c == '#' || c == '|') {
      ++letters;
    } else if (c != '-') {
      return false;
    }
  }
  return digits >= 2 && marks >= 1 && digits > letters && is_digit(text.front()) &&
         text.back() != U'。' && text.back() != U'，' && text.back() != ',' && text.back() != '.' &&
         !read_published_amount(text);
}

std::optional<AmountRun> amount_run_in(const Line& line, std::size_t columns) {
  // Most lines hold no digit beside a blank or an end; see that first.
  if (!is_digit(line.text.front()) && !is_digit(line.text.back()) &&
      std::none_of(line.text.begin(), line.text.end(), is_space)) {
    return std::nullopt;
  }
  const std::vector<Word> words = words_of(line);
  struct Span {
    std::size_t begin;
    std::size_t end;
  };
  std::vector<Span> spans;
  for (std::size_t i = 0; i < words.size();) {
    if (!words[i].numeric) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < words.size() && words[i].numeric) {
      ++i;
    }
    spans.push_back({begin, i});
  }
  const auto with_amount = [&](const Span& span) {
    return std::any_of(words.begin() + static_cast<std::ptrdiff_t>(span.begin),
                       words.begin() + static_cast<std::ptrdiff_t>(span.end),
                       [](const Word& w) { return w.cell.kind != AmountCell::Kind::blank; });
  };
  std::erase_if(spans, [&](const Span& span) { return !with_amount(span); });
  if (spans.empty() || words.size() > 400) {
    return std::nullopt;
  }
  // At the end, else at the start, else the longest inside.
  Span chosen = spans.back();
  if (chosen.end != words.size()) {
    chosen = spans.front();
    if (chosen.begin != 0) {
      chosen = *std::max_element(spans.begin(), spans.end(), [](const Span& a, const Span& b) {
        return a.end - a.begin < b.end - b.begin;
      });
    }
  }
  // The number of a row before its name is none of its amounts: 1 培训费 3.00 3.00 开展培训。
  const AmountCell& first = words[chosen.begin].cell;
  if (chosen.end - chosen.begin == 1 && first.kind == AmountCell::Kind::amount &&
      first.amount.scale() == 0) {
    const auto sums = std::find_if(spans.begin(), spans.end(), [&](const Span& span) {
      return span.end - span.begin <= columns && adds_up(words, span.begin, span.end);
    });
    chosen = sums == spans.end() ? chosen : *sums;
  }
  // A number that belongs to the text before or after stands beside the
  // amounts: the longest part that adds up is the row.
  Span row = chosen;
  bool sum = adds_up(words, row.begin, row.end) && row.end - row.begin <= columns;
  const bool text_before = chosen.begin > 0;
  const bool text_after = chosen.end < words.size();
  // A number of the text is told from an amount by having no decimals.
  const auto whole = [&](std::size_t begin, std::size_t end) {
    return std::all_of(words.begin() + static_cast<std::ptrdiff_t>(begin),
                       words.begin() + static_cast<std::ptrdiff_t>(end), [](const Word& w) {
                         return w.cell.kind == AmountCell::Kind::amount &&
                                w.cell.amount.scale() == 0;
                       });
  };
  for (std::size_t length = std::min(chosen.end - chosen.begin, columns); !sum && length >= 2;
       --length) {
    for (std::size_t begin = chosen.begin; !sum && begin + length <= chosen.end; ++begin) {
      const std::size_t end = begin + length;
      const bool fits = whole(chosen.begin, begin) && whole(end, chosen.end) &&
                        (begin == chosen.begin || text_before || begin == chosen.begin + 1) &&
                        (end == chosen.end || text_after);
      if (fits && adds_up(words, begin, end)) {
        row = {begin, end};
        sum = true;
      }
    }
  }
  if (!sum && row.end - row.begin > columns && columns > 0) {
    row = text_before ? Span{row.end - columns, row.end} : Span{row.begin, row.begin + columns};
  }
  AmountRun run;
  run.begin = words[row.begin].begin;
  run.end = words[row.end - 1].end;
  run.adds_up = sum;
  for (std::size_t i = row.begin; i < row.end; ++i) {
    run.cells.push_back(words[i].cell);
  }
  return run;
}

}  // namespace budgetdiff::import
