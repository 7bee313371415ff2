#include "import/page/open_categories.hpp"

#include "import/categories.hpp"
#include "import/page/sum_rows.hpp"

#include <budgetdiff/text/unicode.hpp>

namespace budgetdiff::import {
namespace {

constexpr double waits = -2;
constexpr double cannot_begin = 2;
constexpr double leaves_open = 1;

bool begins(Role role, const std::string& text) {
  return role == Role::level1 ? begins_level1(text) : begins_level2(text);
}

bool is_whole(Role role, const std::string& text) {
  return role == Role::level1 ? is_level1_category(text) : is_level2_category(text);
}

}  // namespace

OpenCategories::OpenCategories(const std::vector<Role>& roles)
    : roles_(roles), open_(roles.size()) {}

double OpenCategories::fit(std::size_t column, const std::u32string& piece) const {
  const Role role = roles_[column];
  const std::string text = to_utf8(piece);
  const std::string& open = open_[column];
  if (!of_category(role)) {
    return text == "标" && open.ends_with("指") ? waits : 0;
  }
  if (!open.empty() && begins(role, open + text)) {
    return waits;
  }
  if (!begins(role, text)) {
    return cannot_begin;
  }
  return open.empty() || is_whole(role, open) ? 0 : leaves_open;
}

bool OpenCategories::waits_for(std::size_t column, const std::u32string& piece) const {
  const Role role = roles_[column];
  const std::string& open = open_[column];
  return of_category(role) && !open.empty() && begins(role, open + to_utf8(piece));
}

void OpenCategories::add(std::size_t column, const std::u32string& text) {
  const Role role = roles_[column];
  const std::string piece = to_utf8(text);
  std::string& open = open_[column];
  if (!of_category(role)) {
    open = piece;
    return;
  }
  open = !open.empty() && begins(role, open + piece) ? open + piece : piece;
  if (!begins(role, open)) {
    open.clear();
  }
}

}  // namespace budgetdiff::import
