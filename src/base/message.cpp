#include <budgetdiff/base/message.hpp>

#include <cstddef>

namespace budgetdiff {

std::string substitute(std::string_view text, const std::vector<std::string>& args) {
  std::string out;
  out.reserve(text.size() + 16);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '{') {
      out += text[i];
      continue;
    }
    if (i + 1 < text.size() && text[i + 1] == '{') {
      out += '{';
      ++i;
      continue;
    }
    // One digit is enough for any sentence and keeps "{10}" of user text safe.
    if (i + 2 < text.size() && text[i + 1] >= '0' && text[i + 1] <= '9' && text[i + 2] == '}') {
      const auto index = static_cast<std::size_t>(text[i + 1] - '0');
      if (index < args.size()) {
        out += args[index];
        i += 2;
        continue;
      }
    }
    out += '{';
  }
  return out;
}

}  // namespace budgetdiff
