#include <budgetdiff/text/same_name.hpp>
#include <budgetdiff/text/unicode.hpp>

namespace budgetdiff {

bool same_name(std::string_view a, std::string_view b) {
  return a == b || fold_name(a) == fold_name(b);
}

}  // namespace budgetdiff
