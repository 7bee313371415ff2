#pragma once

/// Headers that no table lists, by the parts they are made of. Forms build their words
/// from few morphemes: 年度 + 预期 + 指标值, 项目 + 支出 + 金额. The last one says what the
/// column is, those before it narrow that down. The words of header_words.hpp go before.

#include "import/vocabulary.hpp"

#include <string_view>

namespace budgetdiff::import {

/// What a header made of known parts means; Role::none where a part is unknown or the
/// parts together say nothing certain. `spelling` is folded and without brackets.
[[nodiscard]] Term term_by_parts(std::string_view spelling);

}  // namespace budgetdiff::import
