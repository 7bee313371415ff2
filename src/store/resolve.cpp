#include <budgetdiff/store/resolve.hpp>

#include "store/store_paths.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>

namespace budgetdiff {
namespace {

constexpr std::size_t most_named = 8;

std::vector<std::string> departments_of(const std::vector<SnapshotKey>& keys) {
  std::vector<std::string> names;
  names.reserve(keys.size());
  for (const SnapshotKey& key : keys) {
    names.push_back(key.department);
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

/// A few names for an error; "…" says that there are more.
std::string joined(const std::vector<std::string>& names) {
  std::string out;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i == most_named) {
      return out + ", …";
    }
    out += (i == 0 ? "" : ", ") + printable(names[i]);
  }
  return out;
}

}  // namespace

Result<std::string> resolve_department(const std::vector<SnapshotKey>& keys,
                                       std::string_view part) {
  const std::vector<std::string> names = departments_of(keys);
  if (names.empty()) {
    return fail({BD_TR("the store holds no snapshot yet"), {}},
                {BD_TR("import a document first: budgetdiff import FILE"), {}});
  }
  if (std::find(names.begin(), names.end(), part) != names.end()) {
    return std::string(part);
  }
  const std::string shown = printable(part);
  std::vector<std::string> fitting;
  if (part.empty()) {
    fitting = names;
  } else if (find_invalid_utf8(part) == std::string_view::npos) {
    const std::string folded = fold_name(part);
    std::vector<std::string> whole;
    for (const std::string& name : names) {
      const std::string own = fold_name(name);
      if (own == folded && !folded.empty()) {
        whole.push_back(name);
      }
      if (name.find(part) != std::string::npos ||
          (!folded.empty() && own.find(folded) != std::string::npos)) {
        fitting.push_back(name);
      }
    }
    if (whole.size() == 1) {
      return whole.front();
    }
  }
  if (fitting.size() == 1) {
    return fitting.front();
  }
  if (part.empty()) {
    return fail({BD_TR("the store holds {0} departments: {1}"),
                 {std::to_string(names.size()), joined(names)}},
                {BD_TR("name one, or a part of its name: DEPARTMENT:YEAR"), {}});
  }
  if (fitting.empty()) {
    return fail({BD_TR("no department of the store is called {0}"), {shown}},
                {BD_TR("there are: {0}"), {joined(names)}});
  }
  return fail({BD_TR("{0} is part of several names: {1}"), {shown, joined(fitting)}},
              {BD_TR("give more of the name"), {}});
}

std::string editions_of(const std::vector<SnapshotKey>& keys, std::string_view department) {
  std::vector<SnapshotKey> own;
  std::copy_if(keys.begin(), keys.end(), std::back_inserter(own),
               [department](const SnapshotKey& key) { return key.department == department; });
  std::sort(own.begin(), own.end(), [](const SnapshotKey& a, const SnapshotKey& b) {
    return a.year != b.year ? a.year < b.year : a.stage < b.stage;
  });
  std::string out;
  for (const SnapshotKey& key : own) {
    out += (out.empty() ? "" : ", ") + std::to_string(key.year);
    if (key.stage != stage::budget) {
      out += '.' + printable(key.stage);
    }
  }
  return out;
}

}  // namespace budgetdiff
