#include "import/page/category_sense.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace budgetdiff::import {
namespace {

/// A rate is of quality or a benefit. Of benefits the last four are kinds.
enum class Sense {
  quantity,
  quality,
  rate,
  time,
  cost,
  satisfaction,
  benefit,
  economy,
  society,
  ecology,
  lasting
};

bool is_benefit(Sense sense) {
  return sense >= Sense::benefit;
}

struct Word {
  std::string_view text;
  Sense sense;
};

/// Of a category's words the first that it holds counts.
constexpr auto of_category = std::to_array<Word>({{"满意", Sense::satisfaction},
                                                  {"经济效益", Sense::economy},
                                                  {"社会效益", Sense::society},
                                                  {"生态", Sense::ecology},
                                                  {"可持续", Sense::lasting},
                                                  {"效益", Sense::benefit},
                                                  {"影响", Sense::benefit},
                                                  {"数量", Sense::quantity},
                                                  {"质量", Sense::quality},
                                                  {"时效", Sense::time},
                                                  {"成本", Sense::cost}});

/// Of a name's the same, the surest first.
constexpr auto of_name = std::to_array<Word>(
    {{"满意", Sense::satisfaction}, {"成本", Sense::cost},        {"控制数", Sense::cost},
     {"预算", Sense::cost},         {"概算", Sense::cost},        {"造价", Sense::cost},
     {"费标准", Sense::cost},       {"差错", Sense::quality},     {"投诉", Sense::rate},
     {"事故", Sense::quality},      {"补助标准", Sense::cost},    {"可持续", Sense::lasting},
     {"长效", Sense::lasting},      {"使用年限", Sense::lasting}, {"意识", Sense::society},
     {"知晓", Sense::society},      {"就业", Sense::society},     {"权益", Sense::society},
     {"舆情", Sense::society},      {"社会影响", Sense::society}, {"产业", Sense::economy},
     {"增收", Sense::economy},      {"消费", Sense::economy},     {"收入", Sense::economy},
     {"环境", Sense::ecology},      {"污染", Sense::ecology},     {"减排", Sense::ecology},
     {"绿化覆盖", Sense::ecology},  {"生态", Sense::ecology},     {"影响", Sense::benefit},
     {"提升", Sense::benefit},      {"促进", Sense::benefit},     {"受益", Sense::benefit},
     {"稳定", Sense::benefit},      {"总额", Sense::cost},        {"及时", Sense::time},
     {"时间", Sense::time},         {"时限", Sense::time},        {"周期", Sense::time},
     {"按时", Sense::time},         {"合格", Sense::quality},     {"达标", Sense::quality},
     {"准确", Sense::quality},      {"完整", Sense::quality},     {"率", Sense::rate},
     {"次数", Sense::quantity},     {"人数", Sense::quantity},    {"数量", Sense::quantity},
     {"面积", Sense::quantity},     {"个数", Sense::quantity},    {"人次", Sense::quantity},
     {"份数", Sense::quantity},     {"质量", Sense::quality},     {"标准", Sense::quality}});

template <std::size_t n>
std::optional<Sense> sense_of(std::string_view text, const std::array<Word, n>& words) {
  const auto found = std::find_if(words.begin(), words.end(), [&](const Word& word) {
    return text.find(word.text) != std::string_view::npos;
  });
  return found == words.end() ? std::nullopt : std::optional(found->sense);
}

/// 册数, 阅览室座位数（个）: what is counted is said at the end; 数字 counts nothing.
bool ends_with_count(std::string_view name) {
  const std::size_t bracket = std::min(name.rfind("（"), name.rfind('('));
  return name.substr(0, bracket).ends_with("数");
}

}  // namespace

bool speaks_for_another(std::string_view name, std::string_view level2) {
  std::optional<Sense> of = sense_of(name, of_name);
  if (!of && ends_with_count(name)) {
    of = Sense::quantity;
  }
  const std::optional<Sense> category = sense_of(level2, of_category);
  if (!of || !category || *of == *category) {
    return false;
  }
  // What is counted may be a benefit as well; a benefit of no kind, one of any.
  if (is_benefit(*category)) {
    return *of != Sense::quantity && *of != Sense::rate && *of != Sense::benefit &&
           (!is_benefit(*of) || *category != Sense::benefit);
  }
  return *of != Sense::rate || *category != Sense::quality;
}

double speaks_against(std::string_view name, std::string_view level2) {
  constexpr double hardly = 0.4;
  const std::optional<Sense> category = sense_of(level2, of_category);
  if (name.empty() || !category) {
    return 0;
  }
  const auto lacks = [name](const auto& words) {
    return std::none_of(words.begin(), words.end(), [&](std::string_view word) {
      return name.find(word) != std::string_view::npos;
    });
  };
  if (*category == Sense::satisfaction) {
    return lacks(std::to_array<std::string_view>({"满意", "好评", "评价", "认可", "认同"})) ? 1 : 0;
  }
  if (speaks_for_another(name, level2)) {
    return 1;
  }
  const bool costs =
      *category == Sense::cost &&
      lacks(std::to_array<std::string_view>({"成本", "预算", "费", "价", "资金", "支出", "节约",
                                             "标准", "投入", "额", "控制", "概算"}));
  const bool takes_time =
      *category == Sense::time && lacks(std::to_array<std::string_view>(
                                      {"时", "期", "进度", "年", "月", "日", "天", "当", "周"}));
  return costs || takes_time ? hardly : 0;
}

}  // namespace budgetdiff::import
