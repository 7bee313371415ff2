#pragma once

/// English sentences with parts that vary, read back so that they can be said in
/// another language.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::cli {

/// What stands for each * of `pattern` in `text`, each as short as can be;
/// nothing where the text is another.
[[nodiscard]] std::optional<std::vector<std::string>> match_sentence(std::string_view pattern,
                                                                     std::string_view text);

}  // namespace budgetdiff::cli
