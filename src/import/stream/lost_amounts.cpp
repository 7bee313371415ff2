#include "import/stream/lost_amounts.hpp"

#include "import/layout_guesses.hpp"
#include "import/stream/tokens.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/page_structure.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>

namespace budgetdiff::import {
namespace {

std::string key_of(const Amount& amount) {
  return amount.reduced().to_string();
}

/// How often each amount stands in the snapshots' funding.
std::map<std::string, std::size_t> amounts_taken(const ImportedDocument& document) {
  std::map<std::string, std::size_t> out;
  for (const ImportedTable& table : document.tables) {
    for (const Project& project : table.snapshot.projects) {
      for (const auto& [column, amount] : project.funding.items()) {
        ++out[key_of(amount)];
      }
    }
  }
  return out;
}

/// The texts that may hold a number by itself.
std::string texts_of(const ImportedDocument& document) {
  std::string out;
  for (const ImportedTable& table : document.tables) {
    for (const Project& project : table.snapshot.projects) {
      out += project.goal + project.annual_goal + project.name;
      for (const Indicator& one : project.indicators) {
        out += one.annual_target + "\n" + one.period_target + "\n" + one.weight + "\n" + one.name +
               "\n";
      }
    }
  }
  return out;
}

}  // namespace

void doubt_lost_amounts(ImportedDocument& document, const std::vector<Line>& lines) {
  std::size_t projects = 0;
  for (const ImportedTable& table : document.tables) {
    projects += table.snapshot.projects.size();
    if (!table.snapshot.stated_total.empty()) {
      return;
    }
  }
  std::map<std::string, std::size_t> taken = amounts_taken(document);
  const std::string texts = texts_of(document);
  std::vector<std::size_t> lost;  // lines
  for (const StreamToken& token : tokens_of(lines)) {
    const auto amount = token.text.find_first_of(U".,，") == token.text.npos
                            ? std::nullopt
                            : read_published_amount(token.text);
    if (!amount) {
      continue;
    }
    auto known = taken.find(key_of(*amount));
    if (known != taken.end() && known->second > 0) {
      --known->second;
    } else if (!amount->is_zero() && texts.find(to_utf8(token.text)) == texts.npos) {
      lost.push_back(token.line);
    }
  }
  if (lost.size() >= std::max<std::size_t>(projects, 2)) {
    return;
  }
  for (const std::size_t line : lost) {
    document.tables.front().provenance.findings.push_back(layout_guess(place_of(lines[line]), ""));
  }
}

}  // namespace budgetdiff::import
