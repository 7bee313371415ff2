#pragma once

/// Numbers of things in words: 1 project, 2 projects.

#include "cli/context.hpp"

#include <cstddef>
#include <string>

namespace budgetdiff::cli {

/// `one` where `number` is 1, else `many`; both are sentences (BD_TR) that hold {0}.
[[nodiscard]] inline std::string counted(const Context& context, std::size_t number,
                                         const char* one, const char* many) {
  return context.say(number == 1 ? one : many, {std::to_string(number)});
}

}  // namespace budgetdiff::cli
