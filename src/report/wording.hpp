#pragma once

/// The words that all reports share.

#include <budgetdiff/model/change_set.hpp>
#include <budgetdiff/model/finding.hpp>
#include <budgetdiff/report/report.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff {

/// Says things in one language.
class Wording {
 public:
  explicit Wording(Language language) : language_(language) {}

  [[nodiscard]] Language language() const { return language_; }

  /// The text in the language, with its arguments.
  [[nodiscard]] std::string operator()(std::string_view english,
                                       const std::vector<std::string>& args = {}) const;
  [[nodiscard]] std::string operator()(const Message& message) const;

  [[nodiscard]] std::string kind(ProjectChangeKind kind) const;
  [[nodiscard]] std::string kind(IndicatorChangeKind kind) const;
  [[nodiscard]] std::string effect(Effect effect) const;
  /// The same of a target; "changed (the parts add up to the whole)", "tightened (all parts
  /// together: ≥120公里 → ≥130公里)" where the two targets alone do not show why.
  [[nodiscard]] std::string effect(const TargetChange& target) const;
  /// "added" … "unexplained", the kinds of the reconciliation.
  [[nodiscard]] std::string reconciliation_kind(std::string_view kind) const;
  [[nodiscard]] std::string stage(std::string_view stage) const;
  [[nodiscard]] std::string column(std::string_view column) const;
  [[nodiscard]] std::string method(MatchMethod method) const;
  /// "annual target", "goal", "project code" …; an unknown key as it stands.
  [[nodiscard]] std::string field(std::string_view field) const;
  /// What any key of a snapshot is called: a funding column, a field of a project or of
  /// an indicator, "indicator" or "project" themselves; an unknown key as it stands.
  [[nodiscard]] std::string key(std::string_view key) const;
  /// Why a target's effect is what it is (TargetChange::rule), in words.
  [[nodiscard]] std::string rule(std::string_view rule) const;
  [[nodiscard]] std::string severity(Severity severity) const;
  /// "产出指标/成本指标 → 成本指标: 3 indicators"; names as published.
  [[nodiscard]] std::string form_change(const FormChange& change) const;

  /// "2024 年初预算", or "earlier"/"later" where there is no year.
  [[nodiscard]] std::string side(const SnapshotRef& ref, bool later) const;

  /// Joins with the language's list mark.
  [[nodiscard]] std::string list(const std::vector<std::string>& items) const;

  /// Between a label and what it labels, and between two parts of a line.
  [[nodiscard]] const char* colon() const;
  [[nodiscard]] const char* comma() const;

 private:
  Language language_;
};

/// "1,234.56"; "—" where there is none.
[[nodiscard]] std::string money(const std::optional<Amount>& amount);

/// "1234.50 万元", as comments and blame keep money, with its thousands separated;
/// any other text as it stands.
[[nodiscard]] std::string grouped_money(std::string_view text);

/// "+878.26", "-3.00", "0.00"; with thousands separated.
[[nodiscard]] std::string signed_money(const Amount& amount);

/// "+5.81%" of "5.81"; "" of nothing.
[[nodiscard]] std::string signed_percent(const std::optional<std::string>& percent);

/// 970 per mille as "0.97".
[[nodiscard]] std::string confidence_text(int per_mille);

}  // namespace budgetdiff
