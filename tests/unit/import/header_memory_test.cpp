#include "import/page/header_memory.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

namespace budgetdiff::import {
namespace {

std::vector<WordLine> line_with(const std::u32string& text, double left) {
  PdfWord word;
  word.text = text;
  word.box = {left, 10, left + 20, 20};
  for (std::size_t i = 0; i < text.size(); ++i) {
    word.char_left.push_back(left + 10.0 * static_cast<double>(i));
    word.char_right.push_back(left + 10.0 * static_cast<double>(i + 1));
  }
  word.size = 10;
  return {{{word}, 15, 10}};
}

TEST(HeaderMemory, AsksOnceForTheSameWordsInTheSamePlaces) {
  HeaderMemory memory;
  int asked = 0;
  const auto read = [&]() -> std::optional<HeaderBand> {
    HeaderBand band;
    band.known = static_cast<std::size_t>(++asked);
    return band;
  };
  EXPECT_EQ(memory.band_of(line_with(U"项目", 50), 0, read)->known, 1U);
  EXPECT_EQ(memory.band_of(line_with(U"项目", 50), 0, read)->known, 1U);
  EXPECT_EQ(asked, 1);
}

TEST(HeaderMemory, AsksAgainForOtherWordsPlacesOrWays) {
  HeaderMemory memory;
  int asked = 0;
  const auto read = [&]() -> std::optional<HeaderBand> {
    ++asked;
    return std::nullopt;
  };
  EXPECT_FALSE(memory.band_of(line_with(U"项目", 50), 0, read));
  EXPECT_FALSE(memory.band_of(line_with(U"项日", 50), 0, read));
  EXPECT_FALSE(memory.band_of(line_with(U"项目", 51), 0, read));
  EXPECT_FALSE(memory.band_of(line_with(U"项目", 50), 1, read));
  EXPECT_EQ(asked, 4);
}

TEST(HeaderMemory, ForgetsWhatIsTooMuchAndReadsItAgain) {
  HeaderMemory memory;
  int asked = 0;
  const auto read = [&]() -> std::optional<HeaderBand> {
    ++asked;
    return std::nullopt;
  };
  constexpr int many = 10'000;
  for (int i = 0; i < many; ++i) {
    EXPECT_FALSE(memory.band_of(line_with(U"项目", i), 0, read));
  }
  EXPECT_FALSE(memory.band_of(line_with(U"项目", 0), 0, read));
  EXPECT_EQ(asked, many + 1);
}

}  // namespace
}  // namespace budgetdiff::import
