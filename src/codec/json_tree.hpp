#pragma once

/// JSON text as a tree that keeps what a canonical format needs and DOMs drop:
/// key order, doubled keys, the digits of numbers, the line of every value.
///
/// rapidjson does the reading and the writing; it is wrapped here and nowhere
/// else. (nlohmann's parser takes 6 to 8 times as long on snapshots, which is
/// where the time of a whole diff goes: docs/benchmarks.md.)

#include <budgetdiff/base/result.hpp>

#include <cstdint>
#include <memory>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>

namespace budgetdiff::json {

enum class Kind { null, boolean, number, string, array, object };

/// Part of a Tree, which owns the texts and the items. A small value of no
/// destructor, since a snapshot has thousands.
class Value {
 public:
  Value() = default;

  [[nodiscard]] Kind kind() const { return kind_; }
  /// Where the value begins (first line is 1).
  [[nodiscard]] int line() const { return line_; }
  /// String: decoded; number: its digits; boolean: true/false; else empty.
  [[nodiscard]] std::string_view text() const {
    return has_items() ? std::string_view() : std::string_view(text_, size_);
  }
  /// Of a member of an object.
  [[nodiscard]] std::string_view key() const { return {key_, key_size_}; }
  /// Of an array or object; else empty.
  [[nodiscard]] std::span<const Value> items() const {
    return has_items() ? std::span(items_, size_) : std::span<const Value>();
  }

  /// The member of that key, or null.
  [[nodiscard]] const Value* find(std::string_view key) const;

 private:
  friend class TreeBuilder;

  [[nodiscard]] bool has_items() const { return kind_ == Kind::array || kind_ == Kind::object; }

  union {
    const char* text_ = nullptr;
    const Value* items_;
  };
  const char* key_ = nullptr;
  std::uint32_t size_ = 0;
  std::uint32_t key_size_ = 0;
  int line_ = 0;
  Kind kind_ = Kind::null;
};

/// A whole JSON text, decoded. Moving it leaves its values where they are.
class Tree {
 public:
  [[nodiscard]] const Value& root() const { return *root_; }

  /// Whether all its texts are surely canonical_text() already.
  [[nodiscard]] bool is_canonical_text() const { return is_canonical_text_; }

 private:
  friend Result<Tree> read(std::string bytes, std::string_view file);

  std::unique_ptr<std::string> text_;
  std::unique_ptr<std::pmr::monotonic_buffer_resource> items_;
  const Value* root_ = nullptr;
  bool is_canonical_text_ = false;
};

/// Reads one JSON text (a byte order mark is skipped); the tree keeps `bytes`.
/// Errors name file and line: syntax, invalid UTF-8, halves of surrogate pairs,
/// doubled keys, nesting deeper than 64, more than 4 GiB.
[[nodiscard]] Result<Tree> read(std::string bytes, std::string_view file);

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
