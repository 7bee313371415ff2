#include "import/table/continued.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <cstddef>
#include <iterator>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

bool is_rest_of(const ProjectText& next, const ProjectText& form) {
  const std::u32string_view name = without_continued(next.name.text);
  const bool says_more = !next.money.empty() || !next.goal.empty() || !next.annual_goal.empty();
  return form.has_form && next.has_form && !name.empty() &&
         fold_name(published(name)) == fold_name(published(form.name.text)) && !says_more &&
         next.has_indicators();
}

}  // namespace

std::u32string_view without_continued(std::u32string_view text) {
  if (text.empty() || std::u32string_view(U"）)").find(text.back()) == text.npos) {
    return text;
  }
  const std::size_t open = text.find_last_of(U"（(");
  if (open == text.npos) {
    return text;
  }
  std::u32string_view inside = text.substr(open + 1, text.size() - open - 2);
  if (!inside.starts_with(U'续')) {
    return text;
  }
  inside.remove_prefix(1);
  // （续建） is a kind of project.
  const bool mark =
      inside.find_first_not_of(U"表页上0123456789一二三四五六七八九十") == inside.npos;
  return mark ? text.substr(0, open) : text;
}

void take_off_continued(Flow& name, const Flow& above) {
  const std::u32string_view bare = without_continued(name.text);
  if (bare.size() < name.size() && bare == above.text) {
    name = name.sub(0, bare.size());
  }
}

void join_continued_forms(TableRecords& records) {
  std::vector<ProjectText> joined;
  for (ProjectText& project : records.projects) {
    if (joined.empty() || !is_rest_of(project, joined.back())) {
      joined.push_back(std::move(project));
      continue;
    }
    ProjectText& form = joined.back();
    std::move(project.rows.begin(), project.rows.end(), std::back_inserter(form.rows));
    form.append_lists(project);
  }
  records.projects = std::move(joined);
}

}  // namespace budgetdiff::import
