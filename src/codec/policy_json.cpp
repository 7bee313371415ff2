#include <budgetdiff/codec/policy_json.hpp>

#include "codec/json_tree.hpp"
#include "codec/snapshot_parts.hpp"

#include <budgetdiff/model/money_unit.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace budgetdiff {
namespace {

using json::Kind;
using json::ObjectReader;
using json::Value;

using Words = std::vector<std::string_view>;

std::string listed(const Words& words) {
  std::string out;
  for (const std::string_view word : words) {
    out += out.empty() ? "" : ", ";
    out += word;
  }
  return out;
}

/// What each rule may say, beside what all may.
const Words& keys_of(RuleKind kind) {
  static const std::map<RuleKind, Words> keys{
      {RuleKind::change, {"percent", "amount", "both", "direction", "columns"}},
      {RuleKind::new_project, {}},
      {RuleKind::ended_project, {}},
      {RuleKind::loosened_target, {}},
      {RuleKind::doubtful_match, {"confidence"}},
      {RuleKind::unexplained, {"amount"}},
      {RuleKind::open_comment, {"kinds"}},
      {RuleKind::finding, {"severity"}},
  };
  return keys.at(kind);
}

/// What each rule may leave out.
Words exceptions_of(RuleKind kind) {
  switch (kind) {
    case RuleKind::change:
      return {"projects", "columns"};
    case RuleKind::loosened_target:
      return {"projects", "categories"};
    case RuleKind::finding:
      return {"projects", "codes"};
    case RuleKind::unexplained:
      return {};
    case RuleKind::new_project:
    case RuleKind::ended_project:
    case RuleKind::doubtful_match:
    case RuleKind::open_comment:
      break;
  }
  return {"projects"};
}

class PolicyReader {
 public:
  PolicyReader(std::string_view file, const json::Tree& tree) : in_(file, tree) {}

  Result<Policy> read(const Value& root) {
    Policy policy;
    if (root.kind() != Kind::object) {
      in_.error(root, {BD_TR("this JSON is no policy: it is no object"), {}});
      return fail(in_.take_error());
    }
    std::string schema;
    in_.text(root, "schema", schema);
    if (schema != Policy::schema) {
      in_.error(root,
                {BD_TR("this JSON is no policy: its schema is {0}, not {1}"),
                 {schema, std::string(Policy::schema)}},
                {BD_TR("begin it with \"schema\": \"{0}\""), {std::string(Policy::schema)}});
    }
    only(root, {"schema", "description", "rules"});
    if (root.find("rules") == nullptr) {
      in_.error(root, {BD_TR("this policy has no \"rules\""), {}},
                {BD_TR("docs/formats/policy.md has an example"), {}});
    }
    for (const Value* item : in_.objects(root, "rules")) {
      policy.rules.push_back(rule(*item));
    }
    if (in_.ok() && policy.rules.empty()) {
      in_.error(root, {BD_TR("this policy has no \"rules\""), {}},
                {BD_TR("docs/formats/policy.md has an example"), {}});
    }
    if (!in_.ok()) {
      return fail(in_.take_error());
    }
    return policy;
  }

 private:
  /// Any other key is a slip of the pen, and would be a rule that does nothing.
  void only(const Value& object, const Words& known) {
    for (const Value& item : object.items()) {
      if (std::find(known.begin(), known.end(), item.key()) == known.end()) {
        in_.error(item, {BD_TR("\"{0}\" is not known here"), {std::string(item.key())}},
                  {BD_TR("known are {0}"), {listed(known)}});
      }
    }
  }

  /// The member's position among the words; the first where it is absent.
  std::size_t word(const Value& object, std::string_view key, const Words& words) {
    std::string text;
    in_.text(object, key, text);
    if (text.empty() && object.find(key) == nullptr) {
      return 0;
    }
    return position(*object.find(key), key, text, words);
  }

  std::size_t position(const Value& at, std::string_view key, std::string_view text,
                       const Words& words) {
    const auto found = std::find(words.begin(), words.end(), text);
    if (found == words.end()) {
      in_.error(at,
                {BD_TR("\"{0}\" is an unknown word: {1}"), {std::string(key), std::string(text)}},
                {BD_TR("known are {0}"), {listed(words)}});
      return 0;
    }
    return static_cast<std::size_t>(found - words.begin());
  }

  std::vector<std::string> texts(const Value& object, std::string_view key) {
    std::vector<std::string> out;
    if (const Value* const list = in_.member(object, key, Kind::array)) {
      for (const Value& item : list->items()) {
        if (item.kind() != Kind::string || item.text().empty()) {
          in_.error(item, {BD_TR("an item of \"{0}\" is no text"), {std::string(key)}});
          break;
        }
        out.push_back(json::canonical_text(item.text()));
      }
    }
    return out;
  }

  /// A decimal number that is not negative, as JSON number or text.
  std::optional<Amount> number(const Value& object, std::string_view key, std::string_view text) {
    constexpr Amount::Integer most = 1'000'000'000;
    const auto read = Amount::parse(text);
    if (!read || read->is_negative() || read->mantissa() > most) {
      in_.error(*object.find(key),
                {BD_TR("\"{0}\" is no number from 0 on with at most 9 digits: {1}"),
                 {std::string(key), std::string(text)}});
      return std::nullopt;
    }
    return read;
  }

  std::optional<Amount> number(const Value& object, std::string_view key) {
    const Value* const value = object.find(key);
    if (value == nullptr) {
      return std::nullopt;
    }
    std::string text = fold_width(value->text());
    if (text.ends_with('%')) {
      text.pop_back();
    }
    const bool scalar = value->kind() == Kind::number || value->kind() == Kind::string;
    return number(object, key, scalar ? text : "");
  }

  /// "100万元", "100 万元", or 100 in the unit of the later snapshot.
  void amount(const Value& object, PolicyRule& rule) {
    const Value* const value = object.find("amount");
    if (value == nullptr) {
      return;
    }
    const bool scalar = value->kind() == Kind::number || value->kind() == Kind::string;
    std::string text = scalar ? fold_width(value->text()) : "";
    std::erase(text, ',');
    const std::size_t end = std::min(text.find_first_not_of("0123456789.-"), text.size());
    rule.amount_unit = text.substr(end);
    rule.amount = number(object, "amount", text.substr(0, end));
    if (!rule.amount_unit.empty() && !read_money_unit(rule.amount_unit)) {
      in_.error(*value, {BD_TR("{0} is no unit of money"), {rule.amount_unit}},
                {BD_TR("write for example 100万元"), {}});
    }
  }

  void demand(const Value& object, PolicyRule& rule) {
    in_.boolean(object, "resolved", rule.demands_resolved);
    rule.demands_comment = rule.demands_resolved || object.find("demand") != nullptr;
    const Words words{"comment", "question", "explanation", "note"};
    const std::size_t wanted = word(object, "demand", words);
    if (wanted > 0) {
      constexpr std::array kinds{CommentKind::question, CommentKind::explanation,
                                 CommentKind::note};
      rule.demanded_kind = kinds[wanted - 1];
    }
  }

  PolicyRule rule(const Value& object) {
    PolicyRule out;
    out.line = object.line();
    constexpr std::array all{RuleKind::change,         RuleKind::new_project,
                             RuleKind::ended_project,  RuleKind::loosened_target,
                             RuleKind::doubtful_match, RuleKind::unexplained,
                             RuleKind::open_comment,   RuleKind::finding};
    Words words;
    for (const RuleKind kind : all) {
      words.push_back(to_string(kind));
    }
    if (object.find("rule") == nullptr) {
      in_.error(object, {BD_TR("a rule must say what it is about in \"rule\""), {}},
                {BD_TR("known are {0}"), {listed(words)}});
      return out;
    }
    out.kind = all[word(object, "rule", words)];
    if (!in_.ok()) {
      return out;
    }
    Words known{"rule", "name"};
    const Words exceptions = exceptions_of(out.kind);
    if (!exceptions.empty()) {
      known.push_back("except");
    }
    const Words& own = keys_of(out.kind);
    known.insert(known.end(), own.begin(), own.end());
    if (out.kind != RuleKind::open_comment) {
      known.insert(known.end(), {"demand", "resolved"});
    }
    only(object, known);
    in_.text(object, "name", out.name);
    out.percent = number(object, "percent");
    amount(object, out);
    in_.boolean(object, "both", out.both);
    out.direction = std::array{
        ChangeDirection::any, ChangeDirection::increase,
        ChangeDirection::decrease}[word(object, "direction", {"any", "increase", "decrease"})];
    out.columns = texts(object, "columns");
    out.confidence = number(object, "confidence");
    // The first is what an absent one means.
    out.severity =
        std::array{Severity::warning, Severity::note,
                   Severity::error}[word(object, "severity", {"warning", "note", "error"})];
    kinds(object, out);
    demand(object, out);
    if (const Value* const except = in_.member(object, "except", Kind::object)) {
      only(*except, exceptions);
      out.except_projects = texts(*except, "projects");
      out.except_categories = texts(*except, "categories");
      out.except_columns = texts(*except, "columns");
      out.except_codes = texts(*except, "codes");
    }
    if (in_.ok() && out.kind == RuleKind::change && !out.percent && !out.amount) {
      in_.error(object, {BD_TR("a rule on changes needs a limit"), {}},
                {BD_TR("add \"percent\": \"20\" or \"amount\": \"100万元\""), {}});
    }
    if (in_.ok() && out.both && (!out.percent || !out.amount)) {
      in_.error(object, {BD_TR("\"both\" needs \"percent\" and \"amount\""), {}});
    }
    return out;
  }

  void kinds(const Value& object, PolicyRule& rule) {
    const Words words{"question", "explanation", "note"};
    for (const std::string& text : texts(object, "kinds")) {
      constexpr std::array all{CommentKind::question, CommentKind::explanation, CommentKind::note};
      rule.kinds.push_back(all[position(*object.find("kinds"), "kinds", text, words)]);
    }
  }

  ObjectReader in_;
};

}  // namespace

Result<Policy> read_policy(std::string_view bytes, std::string_view file) {
  const auto tree = json::read(std::string(bytes), file);
  if (!tree) {
    return fail(tree.error());
  }
  return PolicyReader(file, *tree).read(tree->root());
}

}  // namespace budgetdiff
