#pragma once

/// An option whose value is a file that cannot be used: the file's own error, which is
/// said as any other and needs no word on how to call the program.

#include <budgetdiff/base/result.hpp>

#include <CLI/CLI.hpp>

#include <string>
#include <utility>

namespace budgetdiff::cli {

class OptionError : public CLI::ValidationError {
 public:
  OptionError(const std::string& option, budgetdiff::Error error)
      : CLI::ValidationError(option, in_english(error)), error_(std::move(error)) {}

  [[nodiscard]] const budgetdiff::Error& error() const { return error_; }

 private:
  budgetdiff::Error error_;
};

}  // namespace budgetdiff::cli
