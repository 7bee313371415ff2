#include "serve/news.hpp"

#include <algorithm>
#include <utility>

namespace budgetdiff::serving {

std::optional<std::string> known_to(std::string_view head) {
  constexpr std::string_view events = "GET /api/events?";
  if (!head.starts_with(events)) {
    return std::nullopt;
  }
  std::string_view query = head.substr(events.size());
  query = query.substr(0, query.find_first_of(" #\r\n"));
  constexpr std::string_view name = "after=";
  while (!query.empty()) {
    const std::string_view one = query.substr(0, query.find('&'));
    if (one.starts_with(name)) {
      return std::string(one.substr(name.size()));
    }
    query.remove_prefix(std::min(one.size() + 1, query.size()));
  }
  return std::nullopt;
}

std::string News::head() {
  if (!store_) {
    auto opened = options_.open_store();
    if (!opened) {
      return {};
    }
    store_ = std::move(*opened);
  }
  auto head = store_->resolve("");
  if (!head) {
    store_.reset();
    return {};
  }
  return std::move(*head);
}

}  // namespace budgetdiff::serving
