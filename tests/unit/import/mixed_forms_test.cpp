#include "import/stream/mixed_forms.hpp"

#include "import/stream/supposed_name.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace budgetdiff::import {
namespace {

/// A form whose only line is a text; "" is not understood.
ReadForm form(const char32_t* text, bool faulty = false) {
  ReadForm out;
  if (*text != 0) {
    out.blocks.emplace_back(TextLine{text, {}});
  }
  out.faulty = faulty;
  return out;
}

std::u32string text_of(const ReadForm& form) {
  return std::get<TextLine>(form.blocks.front()).text;
}

TEST(MixedForms, HaveOfEachFormWhatIsUnderstood) {
  OrderedForms ordered;
  OrderedForms spread;
  ordered.forms = {form(U"甲"), form(U""), form(U"丙")};
  spread.forms = {form(U"", true), form(U"乙", true), form(U"丁")};
  const auto mixed = mixed_forms(ordered, spread);
  ASSERT_TRUE(mixed);
  EXPECT_EQ(text_of(mixed->forms[0]), U"甲");
  EXPECT_EQ(text_of(mixed->forms[1]), U"乙");
  EXPECT_EQ(text_of(mixed->forms[2]), U"丁");
}

TEST(MixedForms, AreNoneWhereAFormIsNotUnderstoodOrMostAreFaulty) {
  OrderedForms ordered;
  OrderedForms spread;
  ordered.forms = {form(U"甲"), form(U"")};
  spread.forms = {form(U"乙"), form(U"")};
  EXPECT_FALSE(mixed_forms(ordered, spread));
  ordered.forms = {form(U""), form(U"")};
  spread.forms = {form(U"甲", true), form(U"乙", true)};
  EXPECT_FALSE(mixed_forms(ordered, spread));
  spread.forms.pop_back();
  EXPECT_FALSE(mixed_forms(ordered, spread));
}

TEST(MixedForms, AFormOfWhichNoMoreIsToldHasASupposedName) {
  const auto lines = source_lines("项目名称\n预算数\n绩效目标\n\n12.00\n护林防火补助\n巡护\n", "x");
  ASSERT_TRUE(lines);
  RepeatedWords repeated;
  const auto name = supposed_name(*lines, tokens_of(*lines), repeated);
  ASSERT_TRUE(name);
  ASSERT_EQ(name->rows.size(), 1U);
  EXPECT_EQ(to_utf8(name->rows[0].cells[1].front().text), "护林防火补助");
  EXPECT_EQ(name->doubts.size(), 1U);
  const auto nothing = source_lines("项目名称\n预算数\n\n12.00\n", "x");
  EXPECT_FALSE(supposed_name(*nothing, tokens_of(*nothing), repeated));
}

}  // namespace
}  // namespace budgetdiff::import
