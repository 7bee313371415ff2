#include "import/columns/line_partings.hpp"

#include "import/text/source_lines.hpp"

namespace budgetdiff::import {
namespace {

// Costs, in tenths of a doubt.
constexpr int blank_inside = 15;  ///< between two Chinese characters of one cell
constexpr int parted_at_blank = 5;
constexpr int parted_elsewhere = 15;
constexpr int amount_inside = 30;  ///< a goal or a list

constexpr std::size_t most_words = 16;

bool is_wide_character(char32_t c) {
  return width_of({&c, 1}) == 2;
}

}  // namespace

std::u32string joined(const std::vector<ColumnWord>& words, std::size_t begin, std::size_t end) {
  std::u32string out;
  for (std::size_t i = begin; i < end; ++i) {
    out += (out.empty() ? U"" : U" ") + words[i].text;
  }
  return out;
}

std::vector<Parting> partings(const std::vector<ColumnWord>& words) {
  std::vector<Parting> out;
  const std::size_t count = words.size();
  if (count > most_words) {
    // Prose with a word a blank: whole lines of one column.
    return {{count, count, count}, {0, 0, count}, {0, 0, 0}};
  }
  for (std::size_t name = 0; name <= count; ++name) {
    if (name > 0 && words[name - 1].amount) {
      break;  // the amounts stand behind the name
    }
    std::size_t amount = name;
    while (amount < count && words[amount].amount) {
      ++amount;
    }
    for (std::size_t goal = amount; goal <= count; ++goal) {
      out.push_back({name, amount, goal});
    }
    if (name == 0 && amount > 0) {  // numbers of a goal or a list
      out.push_back({0, 0, 0});
      out.push_back({0, 0, count});
    }
  }
  return out;
}

std::size_t ways_of_line(const ColumnLine& line) {
  const std::size_t words = line.words.size();
  return words > most_words ? 3 : (words + 1) * (words + 2) / 2;
}

int parting_cost(const std::vector<ColumnWord>& words, const Parting& parting) {
  int cost = 0;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const bool edge = i == parting.name || i == parting.amount || i == parting.goal;
    const bool amounts = words[i].amount || words[i - 1].amount;
    const bool wide =
        is_wide_character(words[i - 1].text.back()) && is_wide_character(words[i].text.front());
    if (edge) {
      cost += amounts ? 0 : wide ? parted_at_blank : parted_elsewhere;
    } else if (i > parting.amount && wide) {
      cost += blank_inside;
    } else if (i < parting.name) {
      cost += 3;
    }
  }
  for (std::size_t i = parting.amount; i < words.size(); ++i) {
    cost += words[i].amount ? amount_inside : 0;
  }
  return cost;
}

}  // namespace budgetdiff::import
