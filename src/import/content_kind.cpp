#include <budgetdiff/import/pdf.hpp>

namespace budgetdiff {

bool looks_like_pdf(std::string_view bytes) {
  // The header may stand a little behind the start; that it is near is the rule
  // readers go by.
  return bytes.substr(0, 1024).find("%PDF-") != std::string_view::npos;
}

}  // namespace budgetdiff
