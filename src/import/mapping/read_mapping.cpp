#include <budgetdiff/import/mapping.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace budgetdiff {
namespace {

using nlohmann::json;

constexpr auto known = std::to_array<std::string_view>({"schema",
                                                        "name",
                                                        "name_separator",
                                                        "name_skip",
                                                        "sum_names",
                                                        "amounts",
                                                        "code",
                                                        "type",
                                                        "goal",
                                                        "spending_unit",
                                                        "department",
                                                        "year",
                                                        "department_text",
                                                        "year_value",
                                                        "unit",
                                                        "sheet",
                                                        "header_row",
                                                        "where",
                                                        "comment",
                                                        "decimal",
                                                        "year_offset"});

/// Years that a store's snapshots are of, as --year takes them.
constexpr long long first_year = 1900;
constexpr long long last_year = 2200;
/// 民國 is 1911 behind, พ.ศ. 543 ahead; no calendar in use is further off than this.
constexpr long long most_offset = 9999;

/// Texts of a string or an array of strings; false for anything else.
bool read_texts(const json& value, std::vector<std::string>& out) {
  if (value.is_string()) {
    out.push_back(value.get<std::string>());
    return true;
  }
  if (!value.is_array()) {
    return false;
  }
  for (const json& one : value) {
    if (!one.is_string()) {
      return false;
    }
    out.push_back(one.get<std::string>());
  }
  return true;
}

bool read_pairs(const json& value, std::vector<std::pair<std::string, std::string>>& out) {
  if (!value.is_object()) {
    return false;
  }
  for (const auto& [key, text] : value.items()) {
    if (!text.is_string()) {
      return false;
    }
    // As the snapshot will keep it.
    std::string kept = to_nfc(key);
    std::erase(kept, '\r');
    out.emplace_back(std::move(kept), text.get<std::string>());
  }
  return true;
}

}  // namespace

Result<TableMapping> read_mapping(std::string_view text, const std::string& file) {
  const auto wrong = [&](Message what) {
    return fail(Error{
        file, {}, std::move(what), {BD_TR("docs/importing-tables.md describes the file"), {}}});
  };
  const json root = json::parse(text, nullptr, false);
  if (root.is_discarded() || !root.is_object()) {
    return wrong({BD_TR("the mapping is no JSON object"), {}});
  }
  TableMapping out;
  for (const auto& item : root.items()) {
    const std::string& key = item.key();
    const json& value = item.value();
    if (std::find(known.begin(), known.end(), key) == known.end()) {
      return wrong({BD_TR("the mapping has an unknown key: {0}"), {key}});
    }
    bool good = true;
    const auto text_into = [&](std::string& to) {
      good = value.is_string();
      if (good) {
        to = value.get<std::string>();
      }
    };
    const auto number_into = [&](auto& to, long long least, long long most) {
      good = value.is_number_integer() && value.get<long long>() >= least &&
             value.get<long long>() <= most;
      if (good) {
        to = value.get<int>();
      }
    };
    if (key == "schema") {
      good = value == "budgetdiff/mapping/1";
    } else if (key == "name") {
      good = read_texts(value, out.name);
    } else if (key == "name_skip") {
      good = read_texts(value, out.name_skip);
    } else if (key == "sum_names") {
      good = read_texts(value, out.sum_names);
    } else if (key == "amounts") {
      good = read_pairs(value, out.amounts);
    } else if (key == "where") {
      good = read_pairs(value, out.where);
    } else if (key == "name_separator") {
      text_into(out.name_separator);
    } else if (key == "code") {
      text_into(out.code);
    } else if (key == "type") {
      text_into(out.type);
    } else if (key == "goal") {
      text_into(out.goal);
    } else if (key == "spending_unit") {
      text_into(out.spending_unit);
    } else if (key == "department") {
      text_into(out.department);
    } else if (key == "year") {
      text_into(out.year);
    } else if (key == "department_text") {
      text_into(out.department_text);
    } else if (key == "unit") {
      text_into(out.unit);
    } else if (key == "sheet") {
      text_into(out.sheet);
    } else if (key == "year_value") {
      number_into(out.year_value, first_year, last_year);
    } else if (key == "year_offset") {
      number_into(out.year_offset, -most_offset, most_offset);
    } else if (key == "header_row") {
      number_into(out.header_row, 1, 999'999);
    } else if (key == "decimal") {
      good = value == "." || value == ",";
      out.decimal = value == "," ? DecimalSign::comma : DecimalSign::point;
    }
    if (!good) {
      return wrong({BD_TR("the mapping's value of {0} is of the wrong kind"), {key}});
    }
  }
  if (out.name.empty() || out.amounts.empty()) {
    return wrong({BD_TR("the mapping needs \"name\" and at least one column in \"amounts\""), {}});
  }
  return out;
}

}  // namespace budgetdiff
