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
#include <limits>
#include <memory>
#include <unordered_set>
#include <utility>
#include <vector>

namespace budgetdiff::json {
namespace {

constexpr std::size_t max_depth = 64;
/// Values of one file: a value takes twenty times the two bytes that it may have been (0,), so that
/// a file of the size that documents may have would fill most memories. A snapshot of a million
/// cells, more than any document may have, has a few million.
constexpr std::size_t million = 1'000'000;
constexpr std::size_t most_values = 20 * million;
constexpr std::size_t usual_values = 256;  // open at once: projects and the members of one

/// (memchr looks at many bytes at once, which std::count does not.)
int count_lines(std::string_view text) {
  int lines = 0;
  for (std::size_t at = text.find('\n'); at != std::string_view::npos;
       at = text.find('\n', at + 1)) {
    ++lines;
  }
  return lines;
}

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

}  // namespace

/// Builds the tree from rapidjson's events. The values of what is open stand on
/// a stack; those of what is closed lie together in the tree's own memory.
class TreeBuilder {
 public:
  /// `has_escapes`: \\u stands somewhere in `bytes`.
  TreeBuilder(std::pmr::memory_resource& memory, std::string_view bytes,
              rapidjson::InsituStringStream& stream, bool has_escapes)
      : memory_(memory), bytes_(bytes), stream_(stream), has_escapes_(has_escapes) {
    values_.reserve(usual_values);
  }

  bool Null() { return scalar(Kind::null, {}, stream_.Tell()); }
  bool Bool(bool value) { return scalar(Kind::boolean, value ? "true" : "false", stream_.Tell()); }
  bool RawNumber(const char* text, rapidjson::SizeType size, bool /*copy*/) {
    return scalar(Kind::number, {text, size}, offset_of(text));
  }
  bool String(const char* text, rapidjson::SizeType size, bool /*copy*/) {
    return scalar(Kind::string, {text, size}, offset_of(text)) &&
           (!has_escapes_ || is_whole({text, size}));
  }
  // Never called: all numbers come as RawNumber.
  bool Int(int /*n*/) { return false; }
  bool Uint(unsigned /*n*/) { return false; }
  bool Int64(std::int64_t /*n*/) { return false; }
  bool Uint64(std::uint64_t /*n*/) { return false; }
  bool Double(double /*n*/) { return false; }

  bool StartObject() { return open(Kind::object); }
  bool StartArray() { return open(Kind::array); }
  bool EndObject(rapidjson::SizeType /*count*/) { return has_single_keys() && close(); }
  bool EndArray(rapidjson::SizeType /*count*/) { return close(); }
  bool Key(const char* text, rapidjson::SizeType size, bool /*copy*/) {
    count_lines_to(offset_of(text));
    counted_ += size;
    key_ = {text, size};
    return !has_escapes_ || is_whole(key_);
  }

  /// After all events.
  const Value* root() { return keep(0); }

  [[nodiscard]] const Message& problem() const { return problem_; }
  [[nodiscard]] int problem_line() const { return problem_line_; }

 private:
  struct Open {
    std::size_t first;  ///< of its items on the stack
    Value value;
  };

  [[nodiscard]] std::size_t offset_of(const char* text) const {
    return static_cast<std::size_t>(text - bytes_.data());
  }
  /// Strings are decoded where they stand and may then hold line ends that are
  /// none of the file, so they are stepped over in `counted_`. (What is left
  /// behind them up to their raw end holds none: JSON has them escaped.)
  void count_lines_to(std::size_t offset) {
    if (offset > counted_) {
      const auto begin = bytes_.begin() + static_cast<std::ptrdiff_t>(counted_);
      const auto end = bytes_.begin() + static_cast<std::ptrdiff_t>(offset);
      line_ += static_cast<int>(std::count(begin, end, '\n'));
      counted_ = offset;
    }
  }
  Value made(Kind kind) {
    Value value;
    value.kind_ = kind;
    value.line_ = line_;
    value.key_ = key_.data();
    value.key_size_ = static_cast<std::uint32_t>(key_.size());
    key_ = {};
    return value;
  }
  bool scalar(Kind kind, std::string_view text, std::size_t offset) {
    if (!count()) {
      return false;
    }
    count_lines_to(offset);
    counted_ += kind == Kind::string ? text.size() : 0;
    Value& value = values_.emplace_back(made(kind));
    value.text_ = text.data();
    value.size_ = static_cast<std::uint32_t>(text.size());
    return true;
  }
  bool count() {
    return ++count_ <= most_values || fails({BD_TR("holds more than {0} million values"),
                                             {std::to_string(most_values / million)}},
                                            line_);
  }
  /// \udc00 alone decodes to bytes that are no UTF-8, and rapidjson lets it pass.
  bool is_whole(std::string_view decoded) {
    return find_invalid_utf8(decoded) == std::string_view::npos ||
           fails({BD_TR("no valid JSON: half of a surrogate pair"), {}}, line_);
  }
  bool open(Kind kind) {
    count_lines_to(stream_.Tell());
    if (!count()) {
      return false;
    }
    if (open_.size() == max_depth) {
      return fails({BD_TR("nested deeper than {0} levels"), {std::to_string(max_depth)}}, line_);
    }
    open_.push_back({values_.size(), made(kind)});
    return true;
  }
  bool close() {
    Value value = open_.back().value;
    const std::size_t first = open_.back().first;
    value.size_ = static_cast<std::uint32_t>(values_.size() - first);
    value.items_ = keep(first);
    values_.resize(first);
    values_.push_back(value);
    open_.pop_back();
    return true;
  }
  /// The values from `first` on, where they stay.
  const Value* keep(std::size_t first) {
    const std::size_t count = values_.size() - first;
    if (count == 0) {
      return nullptr;
    }
    auto* const items =
        static_cast<Value*>(memory_.allocate(count * sizeof(Value), alignof(Value)));
    std::uninitialized_copy_n(values_.begin() + static_cast<std::ptrdiff_t>(first), count, items);
    return items;
  }
  bool has_single_keys() {
    const auto members = std::span(values_).subspan(open_.back().first);
    // Small objects, the usual kind, are searched pair by pair.
    if (members.size() <= 16) {
      for (std::size_t i = 1; i < members.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
          if (members[i].key() == members[j].key()) {
            return doubled(members[i]);
          }
        }
      }
      return true;
    }
    std::unordered_set<std::string_view> seen;
    for (const Value& member : members) {
      if (!seen.insert(member.key()).second) {
        return doubled(member);
      }
    }
    return true;
  }
  bool doubled(const Value& member) {
    return fails({BD_TR("the key \"{0}\" stands twice in one object"), {std::string(member.key())}},
                 member.line());
  }
  bool fails(Message problem, int line) {
    problem_ = std::move(problem);
    problem_line_ = line;
    return false;
  }

  std::pmr::memory_resource& memory_;
  std::string_view bytes_;
  rapidjson::InsituStringStream& stream_;
  bool has_escapes_;
  std::vector<Value> values_;
  std::vector<Open> open_;
  std::string_view key_;
  std::size_t counted_ = 0;
  std::size_t count_ = 0;
  int line_ = 1;
  Message problem_;
  int problem_line_ = 0;
};

namespace {

/// `as` makes each key and string into what is written.
template <class W, class As>
void write_value(W& writer, const Value& value, As as) {
  const auto size = [](std::string_view text) {
    return static_cast<rapidjson::SizeType>(text.size());
  };
  switch (value.kind()) {
    case Kind::null:
      writer.Null();
      break;
    case Kind::boolean:
      writer.Bool(value.text() == "true");
      break;
    case Kind::number:
      writer.RawValue(value.text().data(), value.text().size(), rapidjson::kNumberType);
      break;
    case Kind::string: {
      const auto& text = as(value.text());
      writer.String(text.data(), size(text));
      break;
    }
    case Kind::array:
      writer.StartArray();
      for (const Value& item : value.items()) {
        write_value(writer, item, as);
      }
      writer.EndArray();
      break;
    case Kind::object:
      writer.StartObject();
      for (const Value& item : value.items()) {
        const auto& key = as(item.key());
        writer.Key(key.data(), size(key));
        write_value(writer, item, as);
      }
      writer.EndObject();
      break;
  }
}

}  // namespace

const Value* Value::find(std::string_view key) const {
  for (const Value& item : items()) {
    if (item.key() == key) {
      return &item;
    }
  }
  return nullptr;
}

Result<Tree> read(std::string bytes, std::string_view file) {
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    bytes.erase(0, 3);
  }
  const auto error_at = [&](std::size_t offset, Message what, Message what_to_do = {}) {
    const int line = 1 + count_lines(std::string_view(bytes).substr(0, offset));
    return fail(
        {std::string(file), Place{0, line, {}, {}, {}}, std::move(what), std::move(what_to_do)});
  };
  if (bytes.size() > std::numeric_limits<rapidjson::SizeType>::max()) {
    return fail({std::string(file), {}, {BD_TR("is larger than 4 GiB"), {}}, {}});
  }
  if (const std::size_t zero = bytes.find('\0'); zero != std::string::npos) {
    return error_at(zero, {BD_TR("no valid JSON: a zero byte"), {}});
  }
  // Not left to rapidjson, whose check takes several times as long.
  if (const std::size_t bad = find_invalid_utf8(bytes); bad != std::string_view::npos) {
    return error_at(bad, {BD_TR("no valid JSON: it is not UTF-8"), {}},
                    {BD_TR("save it as UTF-8"), {}});
  }
  const bool has_escapes = bytes.find("\\u") != std::string::npos;
  const bool is_canonical_text =
      !has_escapes && bytes.find("\\r") == std::string::npos && is_surely_nfc(bytes);
  // Decoding in place may put line ends where the file has none.
  const bool keeps_lines = !has_escapes && bytes.find("\\n") == std::string::npos;
  const int lines = keeps_lines ? 0 : count_lines(bytes);
  // In place: strings are decoded where they stand and stay there.
  Tree tree;
  tree.text_ = std::make_unique<std::string>(std::move(bytes));
  tree.items_ = std::make_unique<std::pmr::monotonic_buffer_resource>(tree.text_->size() + 1);
  rapidjson::InsituStringStream stream(tree.text_->data());
  TreeBuilder builder(*tree.items_, *tree.text_, stream, has_escapes);
  rapidjson::Reader reader;
  constexpr unsigned flags = rapidjson::kParseInsituFlag | rapidjson::kParseNumbersAsStringsFlag;
  const rapidjson::ParseResult outcome = reader.Parse<flags>(stream, builder);
  if (outcome.IsError()) {
    Error error;
    error.file = std::string(file);
    if (outcome.Code() == rapidjson::kParseErrorTermination) {
      error.what = builder.problem();
      error.place.line = builder.problem_line();
    } else {
      error.what = {words_for(outcome.Code()), {}};
      // What lies behind is as it was.
      const std::string_view text = *tree.text_;
      error.place.line = 1 + (keeps_lines ? count_lines(text.substr(0, outcome.Offset()))
                                          : lines - count_lines(text.substr(outcome.Offset())));
    }
    return fail(std::move(error));
  }
  tree.root_ = builder.root();
  tree.is_canonical_text_ = is_canonical_text;
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
