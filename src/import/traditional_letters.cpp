#include "import/traditional_letters.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <bitset>
#include <cstddef>

namespace budgetdiff::import {
namespace {

// What ICU's Hant-Hans makes of letters, for the letters of header words and titles. A table,
// since loading the transliterator takes longer than reading most tables.
constexpr std::u32string_view traditional =
    U"佔來係俱個備僑價億兒內別則劃動務匯區協員問單國園團執報場婦學實審專對導層屬幣庫廠"
    U"廳後復態戶撥擔據數斷時曆會業標機欄權歷歸殘決況測準滿濟營狀獄現環產當發監眾確碼種"
    U"稱簡籌紅級細終組結經編縣總績繫續義聯職臺萬處號補製複見規覽計設註証評話說調請證變"
    U"負財貨責費資賦質較輯轉辦週進運過達還邏鄉醫釋銀銷鎮長門開間関關隊階際電響頁項預領"
    U"題額類餘館體髮點黨";
constexpr std::u32string_view in_simplified =
    U"占来系具个备侨价亿儿内别则划动务汇区协员问单国园团执报场妇学实审专对导层属币库厂"
    U"厅后复态户拨担据数断时历会业标机栏权历归残决况测准满济营状狱现环产当发监众确码种"
    U"称简筹红级细终组结经编县总绩系续义联职台万处号补制复见规览计设注证评话说调请证变"
    U"负财货责费资赋质较辑转办周进运过达还逻乡医释银销镇长门开间关关队阶际电响页项预领"
    U"题额类余馆体发点党";
static_assert(traditional.size() == in_simplified.size());

constexpr char32_t first_han = 0x4E00;
constexpr char32_t last_han = 0x9FFF;

bool is_traditional(char32_t letter) {
  static const auto letters = [] {
    std::bitset<last_han - first_han + 1> out;
    for (const char32_t one : traditional) {
      out.set(one - first_han);
    }
    return out;
  }();
  return letter >= first_han && letter <= last_han && letters.test(letter - first_han);
}

}  // namespace

char32_t simplified(char32_t letter) {
  if (!is_traditional(letter)) {
    return letter;
  }
  const auto* const at = std::lower_bound(traditional.begin(), traditional.end(), letter);
  return in_simplified[static_cast<std::size_t>(at - traditional.begin())];
}

std::string simplified(std::string text) {
  // Nearly all texts hold none of these letters; they are of three bytes each.
  const auto holds = [&] {
    for (std::size_t at = 0; at + 2 < text.size(); ++at) {
      const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[at + i]); };
      if (byte(0) >= 0xE4U && byte(0) <= 0xE9U) {
        const char32_t letter =
            (byte(0) & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
        if (is_traditional(letter)) {
          return true;
        }
        at += 2;
      }
    }
    return false;
  };
  if (!holds()) {
    return text;
  }
  return to_utf8(simplified(to_code_points(text)));
}

std::u32string simplified(std::u32string_view text) {
  std::u32string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char32_t letter) { return simplified(letter); });
  return out;
}

std::u32string_view traditional_letters() {
  return traditional;
}

}  // namespace budgetdiff::import
