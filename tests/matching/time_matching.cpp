/// Times match() on made-up pairs: time_matching [PROJECTS …]. Of the earlier
/// projects 20% are renamed, 3% removed, 3% split and as many added; every goal
/// has some fifty characters and every project four indicators.

#include <budgetdiff/match/matcher.hpp>

#include <chrono>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <random>
#include <string>
#include <vector>

namespace {

using budgetdiff::Amount;
using budgetdiff::Indicator;
using budgetdiff::Project;
using budgetdiff::Snapshot;

const std::vector<std::string> places = {"东湖", "西岭", "南江", "北山", "新港", "清河", "云岭",
                                         "平原", "临江", "古城", "海宁", "长滩", "白沙", "石桥"};
const std::vector<std::string> subjects = {
    "农村公路", "危旧桥梁", "公交运营",   "中小河流", "小型水库",   "农村饮水",
    "学前教育", "乡村教师", "公共图书馆", "文物保护", "老旧小区",   "市政照明",
    "农村危房", "耕地地力", "动物疫病",   "生猪良种", "乡村医生",   "急救体系",
    "无偿献血", "居家养老", "特困人员",   "残疾人",   "社区工作者", "退役士兵"};
const std::vector<std::string> actions = {"养护", "改造", "补贴", "治理", "除险加固", "宣传",
                                          "培训", "监测", "整治", "示范", "保障",     "普查"};
const std::vector<std::string> endings = {"专项经费", "经费", "项目", "补助资金", "工作经费"};
const std::vector<std::string> purposes = {"改善群众生产生活条件", "消除安全隐患",
                                           "提高服务水平",         "保障基本权益",
                                           "促进高质量发展",       "落实上级任务"};
const std::vector<std::string> measures = {"完成数量",       "验收合格率", "资金拨付及时率",
                                           "服务对象满意度", "覆盖率",     "投诉次数"};

class Maker {
 public:
  Snapshot earlier(std::size_t count) {
    Snapshot out = empty(2023);
    for (std::size_t n = 0; n < count; ++n) {
      out.projects.push_back(project());
    }
    return out;
  }

  Snapshot later(const Snapshot& earlier) {
    Snapshot out = empty(2024);
    for (const Project& before : earlier.projects) {
      const std::size_t dice = random_() % 100;
      Project after = before;
      after.funding.set("total", Amount(static_cast<int>(1000 + random_() % 900'000), 2));
      if (dice < 20) {
        after.name = one_of(places) + "区" + before.name.substr(0, before.name.size() - 6) + "资金";
      } else if (dice < 23) {
        out.projects.push_back(project());
        continue;
      } else if (dice < 26) {
        Project second = after;
        second.name += "（二期）";
        after.name += "（一期）";
        out.projects.push_back(second);
      }
      out.projects.push_back(after);
    }
    return out;
  }

 private:
  static Snapshot empty(int year) {
    Snapshot out;
    out.department = "示例市财政局";
    out.year = year;
    out.unit = "万元";
    return out;
  }

  const std::string& one_of(const std::vector<std::string>& list) {
    return list[random_() % list.size()];
  }

  /// A name of its own, as rare as real ones are.
  std::string rare_name() {
    std::string out;
    for (int i = 0; i < 2; ++i) {
      const auto c = static_cast<char32_t>(0x4E00 + random_() % 3000);
      out += static_cast<char>(0xE0 | (c >> 12));
      out += static_cast<char>(0x80 | ((c >> 6) & 0x3F));
      out += static_cast<char>(0x80 | (c & 0x3F));
    }
    return out;
  }

  Project project() {
    Project out;
    const std::string where = one_of(places) + rare_name() + "镇";
    const std::string what = one_of(subjects);
    const std::string how = one_of(actions);
    out.name = where + what + how + one_of(endings);
    out.goal = "通过开展" + where + what + how + "工作，" + one_of(purposes) + "，" +
               one_of(purposes) + "，确保全年任务按期完成并取得良好社会效益。";
    out.funding.set("total", Amount(static_cast<int>(1000 + random_() % 900'000), 2));
    for (int n = 0; n < 4; ++n) {
      Indicator indicator;
      indicator.level1 = "产出指标";
      indicator.level2 = "数量指标";
      indicator.name = (n < 2 ? what + how : "") + one_of(measures);
      indicator.annual_target = "≥90%";
      out.indicators.push_back(indicator);
    }
    return out;
  }

  std::mt19937 random_{20260101};
};

/// Largest memory this process has used, MiB; 0 where the system does not say.
long peak_memory() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.rfind("VmHWM:", 0) == 0) {
      return std::atol(line.c_str() + 6) / 1024;
    }
  }
  return 0;
}

}  // namespace

int main(int count, char** words) {
  std::vector<std::size_t> sizes;
  for (int i = 1; i < count; ++i) {
    sizes.push_back(std::strtoul(words[i], nullptr, 10));
  }
  if (sizes.empty()) {
    sizes = {100, 1'000, 10'000, 50'000};
  }
  std::cout << "projects  milliseconds  groups  peak MiB\n";
  for (const std::size_t size : sizes) {
    Maker maker;
    const Snapshot from = maker.earlier(size);
    const Snapshot to = maker.later(from);
    const auto start = std::chrono::steady_clock::now();
    const std::size_t groups = budgetdiff::match(from, to).groups.size();
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(
        std::chrono::steady_clock::now() - start);
    std::cout << size << "  " << took.count() << "  " << groups << "  " << peak_memory() << '\n';
  }
  return 0;
}
