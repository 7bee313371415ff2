#include "import/sheet/number_format.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace budgetdiff::import {
namespace {

std::optional<std::string_view> built_in_code(int id) {
  constexpr auto codes =
      std::to_array<std::pair<int, std::string_view>>({{1, "0"},
                                                       {2, "0.00"},
                                                       {3, "#,##0"},
                                                       {4, "#,##0.00"},
                                                       {9, "0%"},
                                                       {10, "0.00%"},
                                                       {12, "# ?/?"},
                                                       {13, "# ?\?/?\?"},
                                                       {14, "yyyy/m/d"},
                                                       {15, "d-mmm-yy"},
                                                       {16, "d-mmm"},
                                                       {17, "mmm-yy"},
                                                       {18, "h:mm AM/PM"},
                                                       {19, "h:mm:ss AM/PM"},
                                                       {20, "h:mm"},
                                                       {21, "h:mm:ss"},
                                                       {22, "yyyy/m/d h:mm"},
                                                       {27, "yyyy\"年\"m\"月\""},
                                                       {28, "m\"月\"d\"日\""},
                                                       {29, "m\"月\"d\"日\""},
                                                       {30, "m-d-yy"},
                                                       {31, "yyyy\"年\"m\"月\"d\"日\""},
                                                       {32, "h\"时\"mm\"分\""},
                                                       {33, "h\"时\"mm\"分\"ss\"秒\""},
                                                       {34, "上午/下午h\"时\"mm\"分\""},
                                                       {35, "上午/下午h\"时\"mm\"分\"ss\"秒\""},
                                                       {36, "yyyy\"年\"m\"月\""},
                                                       {39, "#,##0.00"},
                                                       {40, "#,##0.00"},
                                                       {43, "#,##0.00"},
                                                       {44, "#,##0.00"},
                                                       {45, "mm:ss"},
                                                       {46, "[h]:mm:ss"},
                                                       {50, "yyyy\"年\"m\"月\""},
                                                       {51, "m\"月\"d\"日\""},
                                                       {52, "yyyy\"年\"m\"月\""},
                                                       {53, "m\"月\"d\"日\""},
                                                       {54, "m\"月\"d\"日\""},
                                                       {55, "上午/下午h\"时\"mm\"分\""},
                                                       {56, "上午/下午h\"时\"mm\"分\"ss\"秒\""},
                                                       {57, "yyyy\"年\"m\"月\""},
                                                       {58, "m\"月\"d\"日\""}});
  const auto* const found =
      std::find_if(codes.begin(), codes.end(), [&](const auto& one) { return one.first == id; });
  return found == codes.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

NumberFormat built_in_format(int id) {
  const std::optional<std::string_view> code = built_in_code(id);
  return code ? number_format(*code) : NumberFormat{};
}

}  // namespace budgetdiff::import
