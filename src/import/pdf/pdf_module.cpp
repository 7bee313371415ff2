#include <budgetdiff/import/pdf.hpp>
#include <budgetdiff/import/pdf_module.hpp>

extern "C" __attribute__((visibility("default"))) const budgetdiff::PdfModule*
budgetdiff_module_pdf_v1();

const budgetdiff::PdfModule* budgetdiff_module_pdf_v1() {
  static const budgetdiff::PdfModule module{BUDGETDIFF_VERSION, &budgetdiff::import_pdf};
  return &module;
}
