#include "codec/json_tree.hpp"

// Not RAPIDJSON_SSE2: rapidjson 1.1.0 then takes the control characters from
// 0x1A to 0x1F for plain text, and writes what it cannot read.
#include <budgetdiff/text/unicode.hpp>

#include <rapidjson/encodings.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/reader.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>
#include <algorithm>
#include <cassert>
#include <unordered_set>

namespace budgetdiff::json {
namespace {

constexpr std::size_t max_depth = 64;
constexpr std::size_t usual_members = 8;  // of an indicator or a project

/// What rapidjson found wrong, in words of the catalogue.
const char* words_for(rapidjson::ParseErrorCode code) {
  switch (code) {
    case rapidjson::kParseErrorDocumentEmpty:
      return BD_TR("no valid JSON: it is empty");
    case rapidjson::kParseErrorDocumentRootNotSingular:
      return BD_TR("no valid JSON: something stands after its end");
    case rapidjson::kParseErrorValueInvalid:
      return BD_TR("no valid JSON: a value is missing or misspelt");
    case rapidjson::kParseErrorObjectMissName:
      return BD_TR("no valid JSON: a key is missing");
    case rapidjson::kParseErrorObjectMissColon:
      return BD_TR("no valid JSON: there is no colon after a key");
    case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket:
      return BD_TR("no valid JSON: there is neither a comma nor } after a member");
    case rapidjson::kParseErrorArrayMissCommaOrSquareBracket:
      return BD_TR("no valid JSON: there is neither a comma nor ] after an item");
    case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
    case rapidjson::kParseErrorStringEscapeInvalid:
      return BD_TR("no valid JSON: an escape is misspelt");
    case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
      return BD_TR("no valid JSON: half of a surrogate pair");
    case rapidjson::kParseErrorStringMissQuotationMark:
      return BD_TR("no valid JSON: a quotation mark is missing");
    default:
      return BD_TR("no valid JSON: a number is misspelt");
  }
}

/// Builds the tree from rapidjson's events.
class TreeBuilder {
 public:
  TreeBuilder(Value& root, std::string_view bytes, rapidjson::InsituStringStream& stream)
      : root_(root), bytes_(bytes), stream_(stream) {}

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
    return !has_escapes_ || is_whole({text, size});
  }

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
    return !has_escapes_ || is_whole(text);
  }
  /// \udc00 alone decodes to bytes that are no UTF-8, and rapidjson lets it pass.
  bool is_whole(std::string_view decoded) {
    if (find_invalid_utf8(decoded) == std::string_view::npos) {
      return true;
    }
    problem_ = {BD_TR("no valid JSON: half of a surrogate pair"), {}};
    problem_line_ = line_at(stream_.Tell());
    return false;
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
    if (kind == Kind::object) {
      value.keys.reserve(usual_members);
      value.items.reserve(usual_members);
    }
    // Pointers into a vector that grows: only the innermost one grows, and
    // the pointers to the outer ones are to elements that stay where they are.
    open_.push_back(&value);
    return true;
  }
  bool doubled(const Value& object, std::size_t index) {
    problem_ = {BD_TR("the key \"{0}\" stands twice in one object"),
                {std::string(object.keys[index])}};
    problem_line_ = object.items[index].line;
    return false;
  }

  Value& root_;
  std::string_view bytes_;
  rapidjson::InsituStringStream& stream_;
  bool has_escapes_ = bytes_.find("\\u") != std::string_view::npos;
  std::vector<Value*> open_;
  std::size_t counted_ = 0;
  int line_ = 1;
  Message problem_;
  int problem_line_ = 0;
};

/// `as` makes each key and string into what is written.
template <class W, class As>
void write_value(W& writer, const Value& value, As as) {
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
    case Kind::string: {
      const auto& text = as(value.text);
      writer.String(text.data(), size(text));
      break;
    }
    case Kind::array:
      writer.StartArray();
      for (const Value& item : value.items) {
        write_value(writer, item, as);
      }
      writer.EndArray();
      break;
    case Kind::object:
      writer.StartObject();
      for (std::size_t i = 0; i < value.items.size(); ++i) {
        const auto& key = as(value.keys[i]);
        writer.Key(key.data(), size(key));
        write_value(writer, value.items[i], as);
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

Result<Tree> read(std::string_view bytes, std::string_view file) {
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
  // Not left to rapidjson, whose check takes several times as long.
  if (const std::size_t bad = find_invalid_utf8(bytes); bad != std::string_view::npos) {
    return fail({std::string(file),
                 Place{0, line_of(bad), {}, {}, {}},
                 {BD_TR("no valid JSON: it is not UTF-8"), {}},
                 {BD_TR("save it as UTF-8"), {}}});
  }
  // In place, on a copy: strings are decoded where they stand and stay there.
  Tree tree;
  tree.text_ = std::make_unique<char[]>(bytes.size() + 1);
  std::copy(bytes.begin(), bytes.end(), tree.text_.get());
  tree.root_ = std::make_unique<Value>();
  rapidjson::InsituStringStream stream(tree.text_.get());
  TreeBuilder builder(*tree.root_, bytes, stream);
  rapidjson::Reader reader;
  constexpr unsigned flags = rapidjson::kParseIterativeFlag | rapidjson::kParseInsituFlag |
                             rapidjson::kParseNumbersAsStringsFlag;
  const rapidjson::ParseResult outcome = reader.Parse<flags>(stream, builder);
  if (outcome.IsError()) {
    Error error;
    error.file = std::string(file);
    if (outcome.Code() == rapidjson::kParseErrorTermination) {
      error.what = builder.problem();
      error.place.line = builder.problem_line();
    } else {
      error.what = {words_for(outcome.Code()), {}};
      error.place.line = line_of(outcome.Offset());
    }
    return fail(std::move(error));
  }
  return tree;
}

std::string compact(const Value& value, std::string (*text)(std::string_view)) {
  rapidjson::StringBuffer buffer;
  rapidjson::Writer<rapidjson::StringBuffer> writer(buffer);
  write_value(writer, value, text);
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
  write_value(state_->writer, value, [](std::string_view text) { return text; });
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
