#include "import/table/source_keys.hpp"

#include "import/table/amount_words.hpp"
#include "import/table/column_words.hpp"
#include "import/table/unknown_columns.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/model/snapshot.hpp>

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace budgetdiff::import {
namespace {

/// The words above the lowest one, or nothing.
std::string_view heading_of(std::string_view header) {
  const std::size_t end = header.rfind('/');
  return end == header.npos ? std::string_view{} : header.substr(0, end);
}

/// Whether words head money, and say nothing of its year or stage.
bool heads_money(std::string_view heading) {
  if (heading.find_first_of("0123456789") != heading.npos || heading.find('/') != heading.npos) {
    return false;
  }
  const Term term = look_up_header(heading);
  return term.role == Role::money ? term.column.empty() || term.column == column::total
                                  : heads_sources(heading) || names_money(heading);
}

}  // namespace

void name_sources_alone(std::vector<Column>& columns) {
  std::map<std::string, std::size_t> words;
  for (const Column& column : columns) {
    if (column.role == Role::money) {
      ++words[amount_key(lowest_word(column.header))];
      ++words[column.key];
    }
  }
  for (Column& column : columns) {
    const std::string word(lowest_word(column.header));
    const std::string key = amount_key(word);
    if (column.role == Role::money && column.key == amount_key(column.header) &&
        column.key != key && heads_money(heading_of(column.header)) && words[key] == 1 &&
        look_up_header(word).role == Role::none && amount_time(word) == AmountTime::unsaid) {
      column.key = key;
      column.word = word;
    }
  }
}

}  // namespace budgetdiff::import
