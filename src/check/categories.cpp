/// Codes of categories against their names.

#include "check/rules.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::check_rules {
namespace {

struct Standard {
  std::string_view code;
  std::string_view name;
};

/// The codes of the budget systems (11-数量指标 … 31-服务对象满意度), used where
/// the table itself does not show what it means by a code.
constexpr std::array<Standard, 12> standards{{
    {"1", "产出"},
    {"2", "效益"},
    {"3", "满意度"},
    {"11", "数量"},
    {"12", "质量"},
    {"13", "时效"},
    {"14", "成本"},
    {"21", "经济效益"},
    {"22", "社会效益"},
    {"23", "生态效益"},
    {"24", "可持续影响"},
    {"31", "服务对象满意度"},
}};

using Uses = std::map<std::string, std::map<std::string, int>>;  // code -> name -> how often

/// What a table means by its codes: what it says nearly always, else the
/// standard name.
class Codes {
 public:
  explicit Codes(const Uses& uses) {
    for (const Standard& standard : standards) {
      names_.emplace(standard.code, standard.name);
    }
    for (const auto& [code, names] : uses) {
      int all = 0;
      for (const auto& [name, count] : names) {
        all += count;
      }
      const auto most =
          std::max_element(names.begin(), names.end(),
                           [](const auto& x, const auto& y) { return x.second < y.second; });
      if (most->second >= 3 && most->second * 4 >= all * 3) {
        names_[code] = most->first;
      }
    }
    for (const auto& [code, name] : names_) {
      codes_[name].push_back(code);
    }
  }

  /// The name that goes with a code, empty where nobody knows.
  [[nodiscard]] std::string name_of(const std::string& code) const {
    const auto found = names_.find(code);
    return found == names_.end() ? std::string{} : found->second;
  }

  /// Whether a name goes with codes, and this is none of them.
  [[nodiscard]] bool goes_with_another(const std::string& code, const std::string& name) const {
    const auto found = codes_.find(name);
    return found != codes_.end() &&
           std::find(found->second.begin(), found->second.end(), code) == found->second.end();
  }

 private:
  std::map<std::string, std::string> names_;
  std::map<std::string, std::vector<std::string>> codes_;
};

/// Whether the codes of the second level begin with that of the first.
bool nested(const Indicator& one) {
  return one.level2_code.starts_with(one.level1_code);
}

/// Whether a second level stands under a first that is another's: 社会效益 under
/// 产出. 满意度 may stand under 效益, 成本 anywhere; older forms do both.
bool under_another(const Indicator& one) {
  const Family second = family_of(category_of_level2(one.level2));
  const Family first = family_of_level1(one.level1);
  if (first == Family::unknown || second == Family::unknown || first == second) {
    return false;
  }
  return second != Family::cost && !(second == Family::satisfaction && first == Family::benefit);
}

/// The same, but for pairs that the table itself writes again and again: they
/// are its form.
void check_families(const Snapshot& snapshot, Report& report) {
  constexpr std::size_t own_form = 3;
  std::map<std::pair<std::string, std::string>, std::size_t> pairs;
  const auto key = [](const Indicator& one) {
    return std::pair(bare_category(one.level1), bare_category(one.level2));
  };
  for (const Project& project : snapshot.projects) {
    for (const Indicator& one : project.indicators) {
      ++pairs[key(one)];
    }
  }
  for (std::size_t p = 0; p < snapshot.projects.size(); ++p) {
    const std::vector<Indicator>& indicators = snapshot.projects[p].indicators;
    for (std::size_t i = 0; i < indicators.size(); ++i) {
      const Indicator& one = indicators[i];
      // With codes, the codes say it.
      if (one.level2_code.empty() && under_another(one) && pairs[key(one)] < own_form) {
        report.indicator(
            p, i, "category-mismatch", Severity::warning,
            {BD_TR("{0} does not belong under {1}: {2}"), {one.level2, one.level1, one.name}});
      }
    }
  }
}

}  // namespace

void check_categories(const Snapshot& snapshot, Report& report) {
  Uses uses;
  std::size_t coded = 0;
  std::size_t well_nested = 0;
  for (const Project& project : snapshot.projects) {
    for (const Indicator& one : project.indicators) {
      for (const auto& [code, name] :
           {std::pair(one.level1_code, one.level1), std::pair(one.level2_code, one.level2)}) {
        if (!code.empty() && !name.empty()) {
          ++uses[code][bare_category(name)];
        }
      }
      if (!one.level1_code.empty() && !one.level2_code.empty()) {
        ++coded;
        well_nested += nested(one) ? 1U : 0U;
      }
    }
  }
  const Codes codes(uses);
  const bool nests = coded >= 4 && well_nested * 10 >= coded * 9;
  const auto disagrees = [&](const std::string& code, const std::string& name) {
    return !code.empty() && !name.empty() && !codes.name_of(code).empty() &&
           codes.name_of(code) != bare_category(name) &&
           codes.goes_with_another(code, bare_category(name));
  };
  for (std::size_t p = 0; p < snapshot.projects.size(); ++p) {
    const std::vector<Indicator>& indicators = snapshot.projects[p].indicators;
    for (std::size_t i = 0; i < indicators.size(); ++i) {
      const Indicator& one = indicators[i];
      for (const auto& [code, name] :
           {std::pair(one.level1_code, one.level1), std::pair(one.level2_code, one.level2)}) {
        if (disagrees(code, name)) {
          report.indicator(p, i, "category-mismatch", Severity::warning,
                           {BD_TR("code {0} is that of {1} and stands before {2}: {3}"),
                            {code, codes.name_of(code), name, one.name}});
        }
      }
      if (nests && !one.level1_code.empty() && !one.level2_code.empty() && !nested(one)) {
        report.indicator(
            p, i, "category-mismatch", Severity::warning,
            {BD_TR("{0} does not belong under {1}: {2}"),
             {one.level2_code + "-" + one.level2, one.level1_code + "-" + one.level1, one.name}});
      }
    }
  }
  check_families(snapshot, report);
}

}  // namespace budgetdiff::check_rules
