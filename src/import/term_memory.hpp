#pragma once

/// What words meant that were looked up before.

#include "import/vocabulary.hpp"

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace budgetdiff::import {

/// What cells meant: a table asks for the same few words again at each of its rows, and text for
/// the same pieces of words in each way to put them together. Columns of terms are constants of the
/// program, and outlive it.
/// Threads: an object is one thread's.
class TermMemory {
 public:
  /// `find` looks a word up that is not remembered.
  explicit TermMemory(Term (*find)(std::string_view)) : find_(find) {}

  [[nodiscard]] Term term_of(std::string_view cell) {
    if (const auto found = terms_.find(cell); found != terms_.end()) {
      return found->second;
    }
    const Term term = find_(cell);
    if (terms_.size() >= most_terms) {
      terms_.clear();
    }
    terms_.emplace(cell, term);
    return term;
  }

 private:
  static constexpr std::size_t most_terms = 10'000;
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const {
      return std::hash<std::string_view>{}(text);
    }
  };
  Term (*find_)(std::string_view);
  std::unordered_map<std::string, Term, Hash, std::equal_to<>> terms_;
};

}  // namespace budgetdiff::import
