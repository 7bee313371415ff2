#include "import/text/radicals.hpp"

#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Unicode's Equivalent_Unified_Ideograph of U+2E80 …; what has none there, or one that no
/// published table holds, stands for itself.
constexpr char32_t first_supplement = 0x2E80;
constexpr std::u32string_view supplement =
    U"\u2E80厂乛乚乙亻冂\u2E87刀刂卜㔾小小兀尣尢\u2E91巳幺彑彐忄心扌攵\u2E9A旡日月歺母"
    U"民氵氺灬爫爫丬牛犭王\u2EAA目示礻\u2EAE糹纟罓罒㓁冗\u2EB5羊\u2EB7\u2EB8耂肀聿肉\u2EBD艹艹"
    U"艹虎衤覀西见角\u2EC7讠贝\u2ECA车辶辶辶邑钅長镸长门\u2ED5阝雨青韦页风飞食\u2EDE飠"
    U"饣\u2EE1马骨鬼鱼鸟卤麦黄黾斉齐歯齿竜龙龜亀龟";

/// The same of U+2F00 …, which have one each; but fonts of the mainland show 户 for ⼾, not 戶.
constexpr char32_t first_kangxi = 0x2F00;
constexpr std::u32string_view kangxi =
    U"一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土"
    U"士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈户手"
    U"支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉"
    U"瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳"
    U"聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛"
    U"辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯"
    U"鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

static_assert(supplement.size() == 0x2EF4 - first_supplement);
static_assert(kangxi.size() == 0x2FD6 - first_kangxi);

}  // namespace

std::u32string without_radicals(std::u32string text) {
  for (char32_t& c : text) {
    if (c < first_supplement || c >= first_kangxi + kangxi.size()) {
      continue;
    }
    if (c >= first_kangxi) {
      c = kangxi[c - first_kangxi];
    } else if (c - first_supplement < supplement.size()) {
      c = supplement[c - first_supplement];
    }
  }
  return text;
}

}  // namespace budgetdiff::import
