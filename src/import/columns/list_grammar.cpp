#include "import/columns/list_grammar.hpp"

#include "import/text/source_lines.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

namespace budgetdiff::import {
namespace {

using Phase = ListGrammar::Phase;

// Costs, in tenths of a doubt.
constexpr int impossible = 100;
constexpr int unlikely = 60;
constexpr int odd = 40;
constexpr int slight = 3;
constexpr int differ = 20;  ///< the targets of one indicator; most are the same

constexpr std::size_t longest_value = 60;  ///< that is compared

constexpr std::size_t kept = 16;  ///< characters: the longest keyword and the mark before it

bool is_semicolon(char32_t c) {
  return c == U'；' || c == ';';
}

bool is_keyword_end(std::u32string_view recent) {
  if (recent.empty() || (recent.back() != U'：' && recent.back() != ':')) {
    return false;
  }
  recent.remove_suffix(1);
  return recent.ends_with(U"指标值") || recent.ends_with(U"目标值");
}

/// Whether the keyword at the end of `recent` stands behind a semicolon.
bool keyword_is_parted(std::u32string_view recent) {
  const std::size_t at = recent.find_last_of(U"；;。");
  return at != recent.npos && recent.size() - at <= 11;
}

std::u32string_view without_stop(std::u32string_view text) {
  return text.ends_with(U'。') ? text.substr(0, text.size() - 1) : text;
}

void enter(ListGrammar& state, Phase phase) {
  state.phase = phase;
  state.length = 0;
  state.quantity = false;
  state.parted = false;
  state.value.clear();
  state.recent.clear();
}

/// The words of a level without its code.
std::u32string_view level_words(std::u32string_view field) {
  const std::size_t at = field.find_first_not_of(U"0123456789-－");
  return at == field.npos ? std::u32string_view{} : field.substr(at);
}

int read_number(ListGrammar& state, char32_t c) {
  if (is_digit(c) && state.recent.size() < 3) {
    state.recent += c;
    return 0;
  }
  int number = 0;
  for (const char32_t digit : state.recent) {
    number = number * 10 + static_cast<int>(digit - (digit >= U'０' ? U'０' : U'0'));
  }
  const bool follows = c == U'、' && !state.recent.empty() && number == state.number + 1;
  if (c == U'、' && !state.recent.empty()) {
    const int uneven = state.usual > 0 && state.targets != state.usual ? odd : 0;
    state.usual = state.usual > 0 ? state.usual : state.targets;
    state.number = number;
    state.targets = 0;
    state.first.clear();
    enter(state, Phase::level1);
    return (follows ? 0 : unlikely) + uneven;
  }
  if (state.phase == Phase::start) {
    enter(state, Phase::level1);
    return impossible;
  }
  // The full stop was one inside the value.
  const std::u32string value = state.value + U"。" + state.recent + c;
  enter(state, Phase::value);
  state.value = value;
  state.length = 1;
  return odd;
}

int read_level(ListGrammar& state, char32_t c) {
  if (is_semicolon(c)) {
    const auto words = level_words(state.recent);
    const bool first = state.phase == Phase::level1;
    const bool known = !first || is_level1_category(to_utf8(words));
    enter(state, first ? Phase::level2 : Phase::name);
    return known ? 0 : unlikely;
  }
  state.recent += c;
  ++state.length;
  return (c == U'。' || c == U'，' || c == U'、' ? impossible : 0) + (state.length > 12 ? 20 : 0);
}

int read_field(ListGrammar& state, char32_t c) {
  int cost = 0;
  const bool value = state.phase == Phase::value;
  if (value && state.length == 0) {
    state.quantity = is_digit(c) || comparator_signs.find(c) != comparator_signs.npos;
    if (state.targets == 1) {
      state.quantities = state.quantity;
    } else if (state.quantity != state.quantities) {
      cost += odd;  // both targets of an indicator are of one kind
    }
  }
  ++state.length;
  if (value && state.value.size() < longest_value) {
    state.value += c;
  }
  state.recent += c;
  if (state.recent.size() > kept) {
    state.recent.erase(0, state.recent.size() - kept);
  }
  if (is_keyword_end(state.recent)) {
    cost += keyword_is_parted(state.recent) ? 0 : unlikely;
    cost += state.targets >= 2 ? unlikely : 0;
    if (value && state.targets == 1) {
      const std::size_t end = state.value.find_last_of(U"；;");
      state.first = state.value.substr(0, end);
    }
    ++state.targets;
    enter(state, Phase::value);
    return cost;
  }
  if (value && state.parted && (c == U'。' || is_semicolon(c))) {
    cost += odd;
  }
  state.parted = state.parted || (value && is_semicolon(c));
  if (c == U'。') {
    if (value) {
      if (state.targets == 2 && state.first.size() > state.value.size() &&
          state.first.starts_with(state.value)) {
        return cost;  // a full stop that the first target has, too
      }
      std::u32string whole = std::move(state.value);
      whole.pop_back();
      cost += state.targets == 2 && without_stop(state.first) != whole ? differ : 0;
      enter(state, Phase::done);
      state.value = std::move(whole);
      return cost;
    }
    return cost + odd;
  }
  if (value && state.quantity) {
    cost += c == U'，' ? odd : 0;
    cost += state.length > 24 ? slight : 0;
  } else {
    cost += state.length > 40 ? slight : 0;
  }
  return cost;
}

}  // namespace

bool begins_list(std::u32string_view text) {
  return text.starts_with(U"1、") || text.starts_with(U"１、");
}

int read_on(ListGrammar& state, std::u32string_view text) {
  int cost = 0;
  for (const char32_t c : text) {
    if (is_space(c)) {
      continue;
    }
    switch (state.phase) {
      case Phase::start:
        cost += read_number(state, c);
        break;
      case Phase::done: {
        if (is_semicolon(c) && state.recent.empty() && state.targets < 2) {
          // The full stop was the value's own.
          std::u32string value = state.value + U"。" + c;
          enter(state, Phase::value);
          state.value = std::move(value);
          state.length = 1;
          state.parted = true;
          state.recent = c;
        } else if (c != U'。' || !state.recent.empty()) {
          cost += read_number(state, c);
        }
        break;
      }
      case Phase::level1:
      case Phase::level2:
        cost += read_level(state, c);
        break;
      case Phase::name:
      case Phase::value:
        cost += read_field(state, c);
        break;
    }
  }
  return cost;
}

}  // namespace budgetdiff::import
