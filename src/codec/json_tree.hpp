#pragma once

/// JSON text as a tree that keeps what a canonical format needs and DOMs drop:
/// key order, doubled keys, the digits of numbers, the line of every value.
///
/// rapidjson does the reading and the writing; it is wrapped here and nowhere
/// else. (nlohmann's parser takes 6 to 8 times as long on snapshots, which is
/// where the time of a whole diff goes: docs/benchmarks.md.)

#include <budgetdiff/base/result.hpp>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace budgetdiff::json {

enum class Kind { null, boolean, number, string, array, object };

/// Part of a Tree, which owns the texts.
struct Value {
  Kind kind = Kind::null;
  int line = 0;                        ///< where the value begins (first line is 1)
  std::string_view text;               ///< string: decoded; number: its digits; boolean: true/false
  std::vector<std::string_view> keys;  ///< object: one for each item
  std::vector<Value> items;            ///< array or object

  /// The member of that key, or null. The first of doubled keys.
  [[nodiscard]] const Value* find(std::string_view key) const;
};

/// A whole JSON text, decoded. Moving it leaves its values where they are.
class Tree {
 public:
  [[nodiscard]] const Value& root() const { return *root_; }

 private:
  friend Result<Tree> read(std::string_view bytes, std::string_view file);

  std::unique_ptr<char[]> text_;
  std::unique_ptr<Value> root_;
};

/// Reads one JSON text (a byte order mark is skipped). Errors name file and
/// line: syntax, invalid UTF-8, halves of surrogate pairs, doubled keys,
/// nesting deeper than 64.
[[nodiscard]] Result<Tree> read(std::string_view bytes, std::string_view file);

/// Without insignificant white space, each key and each string made into what
/// `text` makes of it.
[[nodiscard]] std::string compact(const Value& value, std::string (*text)(std::string_view));

/// Writes indented JSON, two spaces a level, one scalar a line, no final newline
/// until `take`. Calls nest as the JSON does.
class Writer {
 public:
  Writer();
  ~Writer();
  Writer(Writer&&) noexcept;
  Writer& operator=(Writer&&) noexcept;
  Writer(const Writer&) = delete;
  Writer& operator=(const Writer&) = delete;

  void begin_object();
  void end_object();
  void begin_array();
  void end_array();
  void key(std::string_view key);
  void string(std::string_view text);
  void integer(long long number);
  void boolean(bool value);
  void raw_number(std::string_view digits);
  void null();
  void value(const Value& value);

  /// key() and string(), left out altogether when `text` is empty.
  void member(std::string_view name, std::string_view text);

  /// The text with a final newline. The writer is empty afterwards.
  [[nodiscard]] std::string take();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace budgetdiff::json
