#pragma once

/// The parts of snapshots that several JSON shapes share, and the reader that
/// all of them use.

#include "codec/json_tree.hpp"

#include <budgetdiff/base/result.hpp>
#include <budgetdiff/model/snapshot.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::json {

void write_funding(Writer& out, std::string_view name, const Funding& funding);
void write_extra(Writer& out, const std::vector<ExtraMember>& extra);
void write_indicator(Writer& out, const Indicator& indicator);
void write_project(Writer& out, const Project& project);

/// Text as the canonical form has it: NFC, line ends LF.
[[nodiscard]] std::string canonical_text(std::string_view text);

/// Reads members of objects; the first error stays and later calls do nothing
/// harmful, so a caller may read on and look once.
class ObjectReader {
 public:
  /// Of values of `tree`, which was read from `file`.
  ObjectReader(std::string_view file, const Tree& tree)
      : file_(file), is_canonical_text_(tree.is_canonical_text()) {}

  [[nodiscard]] bool ok() const { return !failed_; }
  /// REQUIRES: !ok()
  [[nodiscard]] Error take_error() { return std::move(error_); }

  void error(const Value& at, Message what, Message what_to_do = {});

  /// Whether `root` is an object; else that is an error. An object whose "schema" is another than
  /// `schema` is one, too: `other`, a sentence with both, the one found first.
  bool opens(const Value& root, std::string_view schema, const char* no_object, const char* other);

  /// A text member; absent, null and "" are the same.
  void text(const Value& object, std::string_view key, std::string& out);

  /// A whole number in the given range; absent and null leave `out` alone.
  void integer(const Value& object, std::string_view key, long long least, long long most,
               std::optional<long long>& out);

  /// A computed decimal string; absent and null leave `out` alone.
  void amount(const Value& object, std::string_view key, std::optional<Amount>& out);

  /// true or false; absent and null leave `out` alone.
  void boolean(const Value& object, std::string_view key, bool& out);

  /// An array or object member, or null where it is absent or of another kind
  /// (which is an error).
  const Value* member(const Value& object, std::string_view key, Kind kind);

  /// The object items of an array member; an item of another kind is an error.
  std::vector<const Value*> objects(const Value& object, std::string_view key);

  void funding(const Value& object, std::string_view key, Funding& out);

  /// All members but the known ones, in order of key.
  void extra(const Value& object, const std::string_view* known, std::size_t known_count,
             std::vector<ExtraMember>& out);

 private:
  /// Null where it is absent or null. Readers ask in canonical order, so the
  /// search goes on behind the member found last.
  const Value* find(const Value& object, std::string_view key);
  void no_amount(const Value& value, std::string_view key);

  std::string_view file_;
  bool is_canonical_text_;
  const Value* object_ = nullptr;  ///< the one searched last
  std::size_t next_ = 0;           ///< its item to look at first
  bool failed_ = false;
  Error error_;
};

[[nodiscard]] Indicator read_indicator(ObjectReader& in, const Value& object);
[[nodiscard]] Project read_project(ObjectReader& in, const Value& object);

}  // namespace budgetdiff::json
