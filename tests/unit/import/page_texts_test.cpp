#include "import/pdf/page_texts.hpp"

#include "documents.hpp"

#include <poppler-document.h>

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

constexpr std::size_t no_end = 1'000'000;

std::u32string text_of(const std::optional<PageText>& page) {
  std::u32string out;
  for (const PdfWord& word : page ? page->words : std::vector<PdfWord>{}) {
    out += word.text + U' ';
  }
  return out;
}

class PageTexts : public testing::Test {
 protected:
  [[nodiscard]] std::vector<std::optional<PageText>> read(const std::vector<bool>& wanted,
                                                          std::size_t most_words) const {
    return page_texts(*document_, bytes_, wanted, most_words);
  }
  [[nodiscard]] std::size_t pages() const { return static_cast<std::size_t>(document_->pages()); }

 private:
  std::string bytes_ = test::read_golden("whole-budget.pdf");
  std::unique_ptr<poppler::document> document_{
      poppler::document::load_from_raw_data(bytes_.data(), static_cast<int>(bytes_.size()))};
};

TEST_F(PageTexts, OfManyPagesAreThoseOfEachPageByItself) {
  ASSERT_GE(pages(), 10U);  // more than one reader takes its part of
  const auto together = read(std::vector<bool>(pages(), true), no_end);
  for (std::size_t i = 0; i < pages(); ++i) {
    std::vector<bool> alone(pages(), false);
    alone[i] = true;
    const auto one = read(alone, no_end);
    EXPECT_FALSE(text_of(together[i]).empty()) << i;
    EXPECT_EQ(text_of(together[i]), text_of(one[i])) << i;
  }
}

TEST_F(PageTexts, AreNothingWhereNobodyWantsThem) {
  std::vector<bool> wanted(pages(), true);
  wanted[3] = false;
  const auto texts = read(wanted, no_end);
  ASSERT_EQ(texts.size(), pages());
  EXPECT_FALSE(texts[3]);
  EXPECT_TRUE(texts[2]);
  EXPECT_TRUE(texts[4]);
}

TEST_F(PageTexts, EndBehindTooManyWords) {
  const auto texts = read(std::vector<bool>(pages(), true), 0);
  std::size_t readable = 0;
  std::size_t words = 0;
  for (const std::optional<PageText>& text : texts) {
    readable += text ? 1U : 0U;
    words += text ? text->words.size() : 0U;
  }
  EXPECT_GT(words, 0U);  // so that the caller sees that there were too many
  EXPECT_LT(readable, texts.size());
}

}  // namespace
}  // namespace budgetdiff::import
