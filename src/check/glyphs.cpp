/// One comparator written in two ways in one table: ≧ among ≥.

#include "check/rules.hpp"

#include <array>
#include <map>
#include <string_view>
#include <utility>

namespace budgetdiff::check_rules {
namespace {

struct Glyph {
  std::string_view text;
  char kind;  ///< 'l' at least, 'm' at most
};

/// Longer spellings first, so that >= is not read as >.
constexpr std::array<Glyph, 12> glyphs{{{"≥", 'l'},
                                        {"≧", 'l'},
                                        {"⩾", 'l'},
                                        {">=", 'l'},
                                        {"＞＝", 'l'},
                                        {"＞=", 'l'},
                                        {"≤", 'm'},
                                        {"≦", 'm'},
                                        {"⩽", 'm'},
                                        {"<=", 'm'},
                                        {"＜＝", 'm'},
                                        {"＜=", 'm'}}};

const Glyph* glyph_of(std::string_view target) {
  for (const Glyph& glyph : glyphs) {
    if (target.starts_with(glyph.text)) {
      return &glyph;
    }
  }
  return nullptr;
}

/// The usual spelling; of two that are as usual, the first in byte order.
std::string_view most_used(const std::map<std::string_view, std::size_t>& spellings) {
  std::string_view usual;
  std::size_t most = 0;
  for (const auto& [spelling, count] : spellings) {
    if (count > most) {
      usual = spelling;
      most = count;
    }
  }
  return usual;
}

}  // namespace

void check_glyphs(const std::vector<ReadIndicator>& indicators, Report& report) {
  std::map<char, std::map<std::string_view, std::size_t>> uses;
  const auto each_target = [&](const auto& visit) {
    for (const ReadIndicator& one : indicators) {
      for (const std::string* text :
           {&one.published->period_target, &one.published->annual_target}) {
        if (const Glyph* glyph = glyph_of(*text)) {
          visit(one, *text, *glyph);
        }
      }
    }
  };
  each_target([&](const ReadIndicator&, const std::string&, const Glyph& glyph) {
    ++uses[glyph.kind][glyph.text];
  });
  std::map<char, std::string_view> usual;
  for (const auto& [kind, spellings] : uses) {
    usual[kind] = most_used(spellings);
  }
  // Found one by one where they are few; a spelling that is half the table's is one finding.
  std::map<std::string_view, bool> said;
  each_target([&](const ReadIndicator& one, const std::string& text, const Glyph& glyph) {
    const std::string_view expected = usual[glyph.kind];
    if (glyph.text == expected) {
      return;
    }
    const std::size_t count = uses[glyph.kind][glyph.text];
    if (count <= 2 * most_of_a_kind) {  // an indicator has two targets
      report.indicator(
          one.project, one.indicator, "comparator-glyph", Severity::note,
          {BD_TR("{0} is written where the table mostly writes {1}: {2}, {3}"),
           {std::string(glyph.text), std::string(expected), one.published->name, text}});
    } else if (!std::exchange(said[glyph.text], true)) {
      report.table("comparator-glyph", Severity::note,
                   {BD_TR("the table writes {0} {1} times and {2} {3} times"),
                    {std::string(expected), std::to_string(uses[glyph.kind][expected]),
                     std::string(glyph.text), std::to_string(count)}});
    }
  });
}

}  // namespace budgetdiff::check_rules
