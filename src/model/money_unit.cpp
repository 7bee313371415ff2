#include <budgetdiff/model/money_unit.hpp>

#include <algorithm>
#include <array>

namespace budgetdiff {
namespace {

struct Known {
  std::string_view text;
  std::string_view currency;
  int exponent;
};

constexpr std::array<Known, 37> known_units{{
    {"元", "CNY", 0},         {"人民币元", "CNY", 0}, {"百元", "CNY", 2},
    {"千元", "CNY", 3},       {"万元", "CNY", 4},     {"人民币万元", "CNY", 4},
    {"十万元", "CNY", 5},     {"百万元", "CNY", 6},   {"千万元", "CNY", 7},
    {"亿元", "CNY", 8},       {"円", "JPY", 0},       {"千円", "JPY", 3},
    {"万円", "JPY", 4},       {"百万円", "JPY", 6},   {"億円", "JPY", 8},
    {"新臺幣元", "TWD", 0},   {"新台幣元", "TWD", 0}, {"新臺幣千元", "TWD", 3},
    {"新台幣千元", "TWD", 3}, {"NT$", "TWD", 0},      {"USD", "USD", 0},
    {"EUR", "EUR", 0},        {"GBP", "GBP", 0},      {"港元", "HKD", 0},
    {"百万港元", "HKD", 6},   {"원", "KRW", 0},       {"萬元", "CNY", 4},
    {"億元", "CNY", 8},       {"美元", "USD", 0},     {"万美元", "USD", 4},
    {"亿美元", "USD", 8},     {"欧元", "EUR", 0},     {"万欧元", "EUR", 4},
    {"日元", "JPY", 0},       {"圆", "CNY", 0},       {"万圆", "CNY", 4},
    {"萬圓", "CNY", 4},
}};

}  // namespace

std::optional<MoneyUnit> read_money_unit(std::string_view text) {
  const auto* const found = std::find_if(known_units.begin(), known_units.end(),
                                         [&](const Known& unit) { return unit.text == text; });
  if (found == known_units.end()) {
    return std::nullopt;
  }
  return MoneyUnit{std::string(found->currency), found->exponent};
}

std::optional<Amount> convert(const Amount& amount, std::string_view from, std::string_view to) {
  if (from == to) {
    return amount;
  }
  const auto source = read_money_unit(from);
  const auto target = read_money_unit(to);
  if (!source || !target || source->currency != target->currency) {
    return std::nullopt;
  }
  const int shift = target->exponent - source->exponent;
  if (shift >= 0) {
    // With the decimals it was published with: 142,638,000.00元 are 14,263.80万元.
    return Amount(amount.mantissa(), amount.scale() + shift).reduced(amount.scale());
  }
  // Into a smaller unit: the point moves right, zeros are added past its end.
  const Amount wide = amount.with_scale_at_least(-shift);
  return Amount(wide.mantissa(), wide.scale() + shift).reduced();
}

}  // namespace budgetdiff
