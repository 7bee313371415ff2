#include "codec/snapshot_parts.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <charconv>
#include <utility>

namespace budgetdiff::json {
namespace {

constexpr std::array<std::string_view, 8> indicator_keys{"level1_code",   "level1", "level2_code",
                                                         "level2",        "name",   "period_target",
                                                         "annual_target", "weight"};
constexpr std::array<std::string_view, 8> project_keys{
    "name", "code", "type", "spending_unit", "funding", "goal", "annual_goal", "indicators"};

/// -12.50: a number that is written as amounts are; what is none of them is too large.
bool is_decimal(std::string_view text) {
  text.remove_prefix(text.starts_with('-') ? 1 : 0);
  const std::size_t point = std::min(text.find('.'), text.size());
  const auto digits = [](std::string_view part) {
    return !part.empty() && part.find_first_not_of("0123456789") == part.npos;
  };
  return digits(text.substr(0, point)) && (point == text.size() || digits(text.substr(point + 1)));
}

}  // namespace

void write_funding(Writer& out, std::string_view name, const Funding& funding) {
  if (funding.empty()) {
    return;
  }
  out.key(name);
  out.begin_object();
  for (const auto& [column, amount] : funding.items()) {
    out.key(column);
    out.string(amount.to_string());
  }
  out.end_object();
}

void write_extra(Writer& out, const std::vector<ExtraMember>& extra) {
  for (const ExtraMember& member : extra) {
    // What is kept is what json::compact wrote, so it reads back.
    if (const auto value = read(member.json, {})) {
      out.key(member.key);
      out.value(value->root());
    }
  }
}

void write_indicator(Writer& out, const Indicator& indicator) {
  out.begin_object();
  out.member("level1_code", indicator.level1_code);
  out.member("level1", indicator.level1);
  out.member("level2_code", indicator.level2_code);
  out.member("level2", indicator.level2);
  out.member("name", indicator.name);
  out.member("period_target", indicator.period_target);
  out.member("annual_target", indicator.annual_target);
  out.member("weight", indicator.weight);
  write_extra(out, indicator.extra);
  out.end_object();
}

void write_project(Writer& out, const Project& project) {
  out.begin_object();
  out.member("name", project.name);
  out.member("code", project.code);
  out.member("type", project.type);
  out.member("spending_unit", project.spending_unit);
  write_funding(out, "funding", project.funding);
  out.member("goal", project.goal);
  out.member("annual_goal", project.annual_goal);
  if (!project.indicators.empty()) {
    out.key("indicators");
    out.begin_array();
    for (const Indicator& indicator : project.indicators) {
      write_indicator(out, indicator);
    }
    out.end_array();
  }
  write_extra(out, project.extra);
  out.end_object();
}

std::string canonical_text(std::string_view text) {
  if (is_surely_nfc(text) && text.find('\r') == std::string_view::npos) {
    return std::string(text);
  }
  std::string out = to_nfc(text);
  if (out.find('\r') != std::string::npos) {
    std::string clean;
    for (std::size_t i = 0; i < out.size(); ++i) {
      if (out[i] != '\r') {
        clean += out[i];
      } else if (i + 1 == out.size() || out[i + 1] != '\n') {
        clean += '\n';
      }
    }
    out = std::move(clean);
  }
  return out;
}

void ObjectReader::error(const Value& at, Message what, Message what_to_do) {
  if (!failed_) {
    failed_ = true;
    error_ = {std::string(file_), Place{0, at.line(), {}, {}, {}}, std::move(what),
              std::move(what_to_do)};
  }
}

bool ObjectReader::opens(const Value& root, std::string_view schema, const char* no_object,
                         const char* other) {
  if (root.kind() != Kind::object) {
    error(root, {no_object, {}});
    return false;
  }
  std::string found;
  text(root, "schema", found);
  if (found != schema) {
    error(root, {other, {found, std::string(schema)}});
  }
  return true;
}

const Value* ObjectReader::find(const Value& object, std::string_view key) {
  const auto items = object.items();
  if (&object != object_) {
    object_ = &object;
    next_ = 0;
  }
  for (std::size_t i = next_; i < items.size(); ++i) {
    if (items[i].key() == key) {
      next_ = i + 1;
      return items[i].kind() == Kind::null ? nullptr : &items[i];
    }
  }
  for (std::size_t i = 0; i < std::min(next_, items.size()); ++i) {
    if (items[i].key() == key) {
      return items[i].kind() == Kind::null ? nullptr : &items[i];
    }
  }
  return nullptr;
}

void ObjectReader::text(const Value& object, std::string_view key, std::string& out) {
  const Value* value = find(object, key);
  if (value == nullptr) {
    return;
  }
  if (value->kind() != Kind::string) {
    error(*value, {BD_TR("\"{0}\" is no text"), {std::string(key)}},
          {BD_TR("write it in quotation marks"), {}});
    return;
  }
  if (is_canonical_text_) {
    out.assign(value->text());
  } else {
    out = canonical_text(value->text());
  }
}

void ObjectReader::integer(const Value& object, std::string_view key, long long least,
                           long long most, std::optional<long long>& out) {
  const Value* value = find(object, key);
  if (value == nullptr) {
    return;
  }
  long long number = 0;
  const char* const end = value->text().data() + value->text().size();
  const auto [stop, failure] = std::from_chars(value->text().data(), end, number);
  if (value->kind() != Kind::number || failure != std::errc{} || stop != end || number < least ||
      number > most) {
    error(*value, {BD_TR("\"{0}\" is no whole number from {1} to {2}: {3}"),
                   {std::string(key), std::to_string(least), std::to_string(most),
                    std::string(value->text())}});
    return;
  }
  out = number;
}

void ObjectReader::amount(const Value& object, std::string_view key, std::optional<Amount>& out) {
  const Value* value = find(object, key);
  if (value == nullptr) {
    return;
  }
  const bool scalar = value->kind() == Kind::string || value->kind() == Kind::number;
  const auto amount = scalar ? Amount::parse_computed(value->text()) : std::nullopt;
  if (!amount) {
    no_amount(*value, key);
    return;
  }
  out = *amount;
}

void ObjectReader::no_amount(const Value& value, std::string_view key) {
  if (is_decimal(value.text())) {
    error(value,
          {BD_TR("\"{0}\" is too large or has too many decimals: {1}"),
           {std::string(key), std::string(value.text())}},
          {BD_TR("an amount has 18 digits at most; give it in a larger unit of money"), {}});
    return;
  }
  error(value, {BD_TR("\"{0}\" is no amount: {1}"), {std::string(key), std::string(value.text())}},
        {BD_TR("write a decimal number in quotation marks, without separators, such as "
               "\"1234.56\""),
         {}});
}

void ObjectReader::boolean(const Value& object, std::string_view key, bool& out) {
  const Value* value = find(object, key);
  if (value == nullptr) {
    return;
  }
  if (value->kind() != Kind::boolean) {
    error(*value, {BD_TR("\"{0}\" is neither true nor false"), {std::string(key)}});
    return;
  }
  out = value->text() == "true";
}

const Value* ObjectReader::member(const Value& object, std::string_view key, Kind kind) {
  const Value* value = find(object, key);
  if (value == nullptr) {
    return nullptr;
  }
  if (value->kind() != kind) {
    error(*value,
          {kind == Kind::array ? BD_TR("\"{0}\" is no array") : BD_TR("\"{0}\" is no object"),
           {std::string(key)}});
    return nullptr;
  }
  return value;
}

std::vector<const Value*> ObjectReader::objects(const Value& object, std::string_view key) {
  std::vector<const Value*> out;
  if (const Value* list = member(object, key, Kind::array)) {
    out.reserve(list->items().size());
    for (const Value& item : list->items()) {
      if (item.kind() != Kind::object) {
        error(item, {BD_TR("an item of \"{0}\" is no object"), {std::string(key)}});
        break;
      }
      out.push_back(&item);
    }
  }
  return out;
}

void ObjectReader::funding(const Value& object, std::string_view key, Funding& out) {
  const Value* columns = member(object, key, Kind::object);
  if (columns == nullptr) {
    return;
  }
  for (const Value& value : columns->items()) {
    if (value.kind() == Kind::null) {
      continue;
    }
    const bool scalar = value.kind() == Kind::string || value.kind() == Kind::number;
    const auto found = scalar ? Amount::parse(value.text()) : std::nullopt;
    const std::string column = canonical_text(value.key());
    if (!found) {
      no_amount(value, value.key());
      return;
    }
    if (out.find(column) != nullptr) {
      error(value, {BD_TR("the key \"{0}\" stands twice in one object"), {column}});
      return;
    }
    out.set(column, *found);
  }
}

void ObjectReader::extra(const Value& object, const std::string_view* known,
                         std::size_t known_count, std::vector<ExtraMember>& out) {
  // Canonical objects have their members in the order of `known`.
  const std::string_view* const end = known + known_count;
  const std::string_view* next = known;
  for (const Value& item : object.items()) {
    const std::string_view* found = std::find(next, end, item.key());
    if (found == end) {
      found = std::find(known, next, item.key());
      if (found == next) {
        out.push_back({canonical_text(item.key()), compact(item, canonical_text)});
        continue;
      }
    }
    next = found + 1;
  }
  if (out.empty()) {
    return;
  }
  std::sort(out.begin(), out.end(),
            [](const ExtraMember& a, const ExtraMember& b) { return a.key < b.key; });
  const auto twin =
      std::adjacent_find(out.begin(), out.end(),
                         [](const ExtraMember& a, const ExtraMember& b) { return a.key == b.key; });
  if (twin != out.end()) {
    error(object, {BD_TR("the key \"{0}\" stands twice in one object"), {twin->key}});
  }
}

Indicator read_indicator(ObjectReader& in, const Value& object) {
  Indicator indicator;
  in.text(object, "level1_code", indicator.level1_code);
  in.text(object, "level1", indicator.level1);
  in.text(object, "level2_code", indicator.level2_code);
  in.text(object, "level2", indicator.level2);
  in.text(object, "name", indicator.name);
  in.text(object, "period_target", indicator.period_target);
  in.text(object, "annual_target", indicator.annual_target);
  in.text(object, "weight", indicator.weight);
  in.extra(object, indicator_keys.data(), indicator_keys.size(), indicator.extra);
  return indicator;
}

Project read_project(ObjectReader& in, const Value& object) {
  Project project;
  in.text(object, "name", project.name);
  if (in.ok() && project.name.empty()) {
    in.error(object, {BD_TR("a project without a name"), {}}, {BD_TR("give it a \"name\""), {}});
  }
  in.text(object, "code", project.code);
  in.text(object, "type", project.type);
  in.text(object, "spending_unit", project.spending_unit);
  in.funding(object, "funding", project.funding);
  in.text(object, "goal", project.goal);
  in.text(object, "annual_goal", project.annual_goal);
  const auto indicators = in.objects(object, "indicators");
  project.indicators.reserve(indicators.size());
  for (const Value* item : indicators) {
    project.indicators.push_back(read_indicator(in, *item));
  }
  in.extra(object, project_keys.data(), project_keys.size(), project.extra);
  return project;
}

}  // namespace budgetdiff::json
