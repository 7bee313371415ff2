#include "import/page/outside_lines.hpp"

#include "import/table/context.hpp"
#include "import/table/rows_between.hpp"
#include "import/table/scan.hpp"
#include "import/vocabulary.hpp"

#include <algorithm>
#include <vector>

namespace budgetdiff::import {
namespace {

/// 部门名称：X  单位：万元
bool labels_table(const PdfLine& line) {
  const std::vector<Labelled> labels = labels_in(line.line.text);
  return !labels.empty() && line.line.text.find_first_of(U"。；，") == line.line.text.npos &&
         std::all_of(labels.begin(), labels.end(), [](const Labelled& one) {
           return one.role == Role::department || one.role == Role::money_unit ||
                  one.role == Role::year;
         });
}

}  // namespace

bool stands_outside(const PdfLine& line) {
  return is_any_title(line.line.text) || labels_table(line) || opens_remark(line.line.text);
}

}  // namespace budgetdiff::import
