#include "codec/json_tree.hpp"

#include <rapidjson/encodings.h>
#include <rapidjson/error/en.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <algorithm>
#include <cassert>
// The longest runs in a snapshot are indentation: skipped 16 bytes at a time.
#if defined(__SSE2__)
#define RAPIDJSON_SSE2
#endif
#include <unordered_set>

namespace budgetdiff::json {
namespace {

constexpr std::size_t max_depth = 64;

/// Builds the tree from rapidjson's events.
class TreeBuilder {
 public:
  TreeBuilder(std::string_view bytes, rapidjson::InsituStringStream& stream)
      : bytes_(bytes), stream_(stream) {}

  bool Null() { return scalar(Kind::null, {}); }
  bool Bool(bool value) { return scalar(Kind::boolean, value ? "true" : "false"); }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool /*copy*/) {
    return scalar(Kind::number, {text, size});
  }
  bool String(const char* text, rapidjson::SizeType size, bool /*copy*/) {
    return scalar(Kind::string, {text, size});
  }
  // Never called: all numbers come as RawNumber.
  bool Int(int /*n*/) { return false; }
  bool Uint(unsigned /*n*/) { return false; }
  bool Int64(std::int64_t /*n*/) { return false; }
  bool Uint64(std::uint64_t /*n*/) { return false; }
  bool Double(double /*n*/) { return false; }

  bool StartObject() { return open(Kind::object); }
  bool StartArray() { return open(Kind::array); }
  bool EndObject(rapidjson::SizeType /*count*/) {
    const Value& object = *open_.back();
    // Small objects, the usual kind, are searched pair by pair.
    if (object.keys.size() <= 16) {
      for (std::size_t i = 1; i < object.keys.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
          if (object.keys[i] == object.keys[j]) {
            return doubled(object, i);
          }
        }
      }
    } else {
      std::unordered_set<std::string_view> seen;
      for (std::size_t i = 0; i < object.keys.size(); ++i) {
        if (!seen.insert(object.keys[i]).second) {
          return doubled(object, i);
        }
      }
    }
    open_.pop_back();
    return true;
  }
  bool EndArray(rapidjson::SizeType /*count*/) {
    open_.pop_back();
    return true;
  }
  bool Key(const char* text, rapidjson::SizeType size, bool /*copy*/) {
    open_.back()->keys.emplace_back(text, size);
    return true;
  }

  Value take() { return std::move(root_); }
  [[nodiscard]] const Message& problem() const { return problem_; }
  [[nodiscard]] int problem_line() const { return problem_line_; }

  /// The line of byte `offset`. REQUIRES: calls with growing offsets.
  int line_at(std::size_t offset) {
    offset = std::min(offset, bytes_.size());
    line_ +=
        static_cast<int>(std::count(bytes_.begin() + static_cast<std::ptrdiff_t>(counted_),
                                    bytes_.begin() + static_cast<std::ptrdiff_t>(offset), '\n'));
    counted_ = std::max(counted_, offset);
    return line_;
  }

 private:
  Value& add() {
    if (open_.empty()) {
      return root_;
    }
    return open_.back()->items.emplace_back();
  }
  bool scalar(Kind kind, std::string_view text) {
    Value& value = add();
    value.kind = kind;
    value.text = text;
    value.line = line_at(stream_.Tell());
    return true;
  }
  bool open(Kind kind) {
    if (open_.size() == max_depth) {
      problem_ = {BD_TR("nested deeper than {0} levels"), {std::to_string(max_depth)}};
      problem_line_ = line_at(stream_.Tell());
      return false;
    }
    Value& value = add();
    value.kind = kind;
    value.line = line_at(stream_.Tell());
    // Pointers into a vector that grows: only the innermost one grows, and
    // the pointers to the outer ones are to elements that stay where they are.
    open_.push_back(&value);
    return true;
  }
  bool doubled(const Value& object, std::size_t index) {
    problem_ = {BD_TR("the key \"{0}\" stands twice in one object"), {object.keys[index]}};
    problem_line_ = object.items[index].line;
    return false;
  }

  std::string_view bytes_;
  rapidjson::InsituStringStream& stream_;
  Value root_;
  std::vector<Value*> open_;
  std::size_t counted_ = 0;
  int line_ = 1;
  Message problem_;
  int problem_line_ = 0;
};

template <class W>
void write_value(W& writer, const Value& value) {
  const auto size = [](std::string_view text) {
    return static_cast<rapidjson::SizeType>(text.size());
  };
  switch (value.kind) {
    case Kind::null:
      writer.Null();
      break;
    case Kind::boolean:
      writer.Bool(value.text == "true");
      break;
    case Kind::number:
      writer.RawValue(value.text.data(), value.text.size(), rapidjson::kNumberType);
      break;
    case Kind::string:
      writer.String(value.text.data(), size(value.text));
      break;
    case Kind::array:
      writer.StartArray();
      for (const Value& item : value.items) {
        write_value(writer, item);
      }
      writer.EndArray();
      break;
    case Kind::object:
      writer.StartObject();
      for (std::size_t i = 0; i < value.items.size(); ++i) {
        writer.Key(value.keys[i].data(), size(value.keys[i]));
        write_value(writer, value.items[i]);
      }
      writer.EndObject();
      break;
  }
}

}  // namespace

const Value* Value::find(std::string_view key) const {
  const auto at = std::find(keys.begin(), keys.end(), key);
  return at == keys.end() ? nullptr : &items[static_cast<std::size_t>(at - keys.begin())];
}

Result<Value> read(std::string_view bytes, std::string_view file) {
  if (bytes.substr(0, 3) == "\xEF\xBB\xBF") {
    bytes.remove_prefix(3);
  }
  const auto line_of = [&](std::size_t offset) {
    const auto end = static_cast<std::ptrdiff_t>(std::min(offset, bytes.size()));
    return 1 + static_cast<int>(std::count(bytes.begin(), bytes.begin() + end, '\n'));
  };
  if (const std::size_t zero = bytes.find('\0'); zero != std::string_view::npos) {
    return fail({std::string(file),
                 Place{0, line_of(zero), {}, {}, {}},
                 {BD_TR("no valid JSON: a zero byte"), {}},
                 {}});
  }
  // In place, on a copy: strings are decoded where they stand, which takes half
  // the time of reading them through a stream.
  std::string copy(bytes);
  rapidjson::InsituStringStream stream(copy.data());
  TreeBuilder builder(bytes, stream);
  rapidjson::Reader reader;
  constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseInsituFlag |
                             rapidjson::kParseValidateEncodingFlag |
                             rapidjson::kParseNumbersAsStringsFlag;
  const rapidjson::ParseResult outcome = reader.Parse<flags>(stream, builder);
  if (outcome.IsError()) {
    Error error;
    error.file = std::string(file);
    if (outcome.Code() == rapidjson::kParseErrorTermination) {
      error.what = builder.problem();
      error.place.line = builder.problem_line();
    } else {
      error.what = {BD_TR("no valid JSON: {0}"), {rapidjson::GetParseError_En(outcome.Code())}};
      error.place.line = line_of(outcome.Offset());
    }
    return fail(std::move(error));
  }
  return builder.take();
}

std::string compact(const Value& value) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  write_value(writer, value);
  return {buffer.GetString(), buffer.GetSize()};
}

struct Writer::State {
  rapidjson::StringBuffer buffer;
  rapidjson::PrettyWriter<rapidjson::StringBuffer> writer{buffer};
};

Writer::Writer() : state_(std::make_unique<State>()) {
  state_->writer.SetIndent(' ', 2);
}
Writer::~Writer() = default;
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;

void Writer::begin_object() {
  state_->writer.StartObject();
}
void Writer::end_object() {
  state_->writer.EndObject();
}
void Writer::begin_array() {
  state_->writer.StartArray();
}
void Writer::end_array() {
  state_->writer.EndArray();
}
void Writer::key(std::string_view key) {
  state_->writer.Key(key.data(), static_cast<rapidjson::SizeType>(key.size()));
}
void Writer::string(std::string_view text) {
  state_->writer.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}
void Writer::integer(long long number) {
  state_->writer.Int64(number);
}
void Writer::boolean(bool value) {
  state_->writer.Bool(value);
}
void Writer::raw_number(std::string_view digits) {
  state_->writer.RawValue(digits.data(), digits.size(), rapidjson::kNumberType);
}
void Writer::null() {
  state_->writer.Null();
}
void Writer::value(const Value& value) {
  write_value(state_->writer, value);
}

void Writer::member(std::string_view name, std::string_view text) {
  if (!text.empty()) {
    key(name);
    string(text);
  }
}

std::string Writer::take() {
  std::string out(state_->buffer.GetString(), state_->buffer.GetSize());
  out += '\n';
  state_->buffer.Clear();
  state_->writer.Reset(state_->buffer);
  return out;
}

}  // namespace budgetdiff::json
