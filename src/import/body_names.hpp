#pragma once

/// Names of public bodies: departments, their units and offices.

#include <string>
#include <string_view>

namespace budgetdiff::import {

/// A body's name without a qualifier in brackets and without what its own office is
/// called (本级, 机关): `某县水利局机关` is 某县水利局 itself.
[[nodiscard]] std::string_view body_itself(std::string_view name);

/// Whether a name ends like that of a public body (局, 委员会, 中心 …), what
/// body_itself() leaves out aside.
[[nodiscard]] bool names_public_body(std::string_view name);

/// Whether a region's name stands in a body's: 某县水利局, and not 120急救中心.
[[nodiscard]] bool names_place(std::string_view body);

/// Whether a name behind a label (部门名称：) may be whose table it is: a public body,
/// or one of the ends that ordinary words have, too (林场, 水库, 文工团).
[[nodiscard]] bool may_own_table(std::string_view name);

/// Whether a text behind a label (部门名称：广州海关) can be a name: words without marks, a year
/// or a unit of money, and no label of its own. It is the department where nothing says it better.
[[nodiscard]] bool may_be_body(std::string_view name);

/// A department as the snapshot calls it: beside Chinese letters brackets have full width, which
/// forms of two years set either way; they would be two departments.
[[nodiscard]] std::string with_wide_brackets(std::string_view name);

/// A department or unit without the codes that budget systems put before and behind
/// it: `045001-某县水利局`, `[045]某县水利局`, `014某省文化厅-210000000`.
[[nodiscard]] std::string without_unit_code(std::string_view name);

}  // namespace budgetdiff::import
