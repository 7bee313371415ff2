#pragma once

/// Errors that are expected (a bad document, a missing year) as values.
///
/// Programmer errors are asserted; what cannot be foreseen (no memory) throws
/// and is caught once, in cli and serve.

#include <budgetdiff/base/message.hpp>
#include <budgetdiff/base/place.hpp>

#include <string>
#include <tl/expected.hpp>
#include <utility>

namespace budgetdiff {

/// Why something could not be done. Printed as one line:
/// `budgetdiff: FILE:PLACE: what is wrong; what to do`.
struct Error {
  std::string file;    ///< as the user named it; empty where no file is at fault
  Place place;         ///< where in the file, as far as known
  Message what;        ///< what is wrong
  Message what_to_do;  ///< advice; empty text where there is none
};

/// Either a value or an Error. (tl::expected stands in for C++23's
/// std::expected, which g++ 12 does not have.)
template <class T>
using Result = tl::expected<T, Error>;

/// `return fail({…});` in a function that returns a Result.
[[nodiscard]] inline tl::unexpected<Error> fail(Error error) {
  return tl::unexpected<Error>(std::move(error));
}

/// The same for an error that no file is at fault for.
[[nodiscard]] inline tl::unexpected<Error> fail(Message what, Message what_to_do = {}) {
  return fail(Error{{}, {}, std::move(what), std::move(what_to_do)});
}

/// The error as the English line that follows `budgetdiff: `.
[[nodiscard]] std::string in_english(const Error& error);

}  // namespace budgetdiff
