#include "diff/change_id.hpp"

#include <budgetdiff/base/digest.hpp>

#include <set>
#include <unordered_map>

namespace budgetdiff {
namespace {

constexpr char separator = '\x1f';
constexpr std::size_t id_length = 12;

std::string year_and_stage(const Snapshot& snapshot) {
  return (snapshot.year ? std::to_string(*snapshot.year) : "") + separator + snapshot.stage +
         separator;
}

std::vector<std::string> numbered_names(const Snapshot& snapshot) {
  std::unordered_map<std::string_view, std::size_t> seen;
  std::vector<std::string> names;
  names.reserve(snapshot.projects.size());
  for (const Project& project : snapshot.projects) {
    const std::size_t count = ++seen[project.name];
    names.push_back(count == 1 ? project.name : project.name + "#" + std::to_string(count));
  }
  return names;
}

std::string sorted_names(const std::vector<std::string>& names,
                         const std::vector<std::size_t>& positions) {
  std::set<std::string_view> sorted;
  for (const std::size_t position : positions) {
    sorted.insert(names[position]);
  }
  std::string out;
  for (const std::string_view name : sorted) {
    out += name;
    out += '\x1d';
  }
  return out;
}

}  // namespace

ChangeIds::ChangeIds(const Snapshot& from, const Snapshot& to, bool wanted)
    : wanted_(wanted),
      context_((to.department.empty() ? from.department : to.department) + separator +
               year_and_stage(from) + year_and_stage(to)),
      from_names_(wanted ? numbered_names(from) : std::vector<std::string>()),
      to_names_(wanted ? numbered_names(to) : std::vector<std::string>()) {}

std::string ChangeIds::from_names(const std::vector<std::size_t>& positions) const {
  return wanted_ ? sorted_names(from_names_, positions) : std::string();
}

std::string ChangeIds::to_names(const std::vector<std::size_t>& positions) const {
  return wanted_ ? sorted_names(to_names_, positions) : std::string();
}

std::string ChangeIds::make(std::initializer_list<std::string_view> parts) const {
  if (!wanted_) {
    return {};
  }
  std::string text = context_;
  for (const std::string_view part : parts) {
    text += part;
    text += separator;
  }
  return sha256_hex(text).substr(0, id_length);
}

}  // namespace budgetdiff
