#include <budgetdiff/model/extra_members.hpp>

#include <map>
#include <utility>

namespace budgetdiff {

std::vector<MemberChange> changed_members(const std::vector<ExtraMember>& from,
                                          const std::vector<ExtraMember>& to) {
  std::map<std::string, std::pair<std::string, std::string>> members;
  for (const ExtraMember& member : from) {
    members[member.key].first = member.json;
  }
  for (const ExtraMember& member : to) {
    members[member.key].second = member.json;
  }
  std::vector<MemberChange> out;
  for (auto& [key, values] : members) {
    if (values.first != values.second) {
      out.push_back({key, std::move(values.first), std::move(values.second)});
    }
  }
  return out;
}

}  // namespace budgetdiff
