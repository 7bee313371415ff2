#include "import/table/decided_amounts.hpp"

#include "import/table/amount_words.hpp"
#include "import/table/column_words.hpp"
#include "import/table/form_sums.hpp"
#include "import/table/money_records.hpp"
#include "import/table/records.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/model/snapshot.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr auto words_of_asking = std::to_array<std::string_view>(
    {"申报", "申请", "上报", "送审", "报审", "一上", "二上", "需求", "请求"});
constexpr auto words_of_review = std::to_array<std::string_view>(
    {"审核", "评审", "初审", "复核", "建议", "一下", "控制", "拟安排"});
constexpr auto words_of_approval = std::to_array<std::string_view>(
    {"审定", "核定", "批复", "批准", "核准", "审批", "二下", "财审", "终审"});
/// They approve where nothing says that they are but asked for or proposed (申请安排资金).
constexpr auto words_of_allotment = std::to_array<std::string_view>({"安排", "下达"});

template <typename Words>
bool has_any(std::string_view text, const Words& words) {
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return text.find(word) != text.npos; });
}

std::string spelled(std::string_view word) {
  return part_by_brackets(header_spelling(word), Brackets::outside);
}

std::vector<std::string> parts_of(const std::string& header) {
  std::vector<std::string> out;
  for (std::size_t at = 0; at <= header.size();) {
    const std::size_t end = std::min(header.find('/', at), header.size());
    out.push_back(header.substr(at, end - at));
    at = end + 1;
  }
  return out;
}

/// Two steps of a budget's way differ for a column's amount; a plain 预算数 is its end.
int rank_of(Decision decision) {
  switch (decision) {
    case Decision::asked:
      return 0;
    case Decision::reviewed:
      return 1;
    case Decision::unsaid:
    case Decision::approved:
      break;
  }
  return 2;
}

/// A word of a header or a label that says how far its amounts had come.
struct Decided {
  Decision decision = Decision::unsaid;
  std::string word;  ///< that says it, without a unit; else the last
};

Decided decided_in(const std::string& header) {
  Decided out;
  for (const std::string& part : parts_of(header)) {
    const Decision decision = decision_of(part);
    if (decision != Decision::unsaid || out.decision == Decision::unsaid) {
      out = {decision, without_money_unit(part)};
    }
  }
  return out;
}

bool is_other_stage(std::string_view key) {
  return key != column::total && !is_source(key);
}

/// Whether a header is of a whole amount of the table's year, listed or not.
bool is_contender(const std::string& header, const std::string& key) {
  const std::vector<std::string> parts = parts_of(header);
  const bool total = key == column::total;
  const bool unknown = look_up_header(parts.back()).role == Role::none;
  return (total || (unknown && !is_other_stage(key))) && amount_time(header) != AmountTime::other &&
         std::all_of(parts.begin(), parts.end(), [&](const std::string& part) {
           return is_sum_label(part) || is_subtotal_label(part) || is_whole_amount(part) ||
                  (total && decision_of(part) == Decision::unsaid);
         });
}

}  // namespace

Decision decision_of(std::string_view published) {
  const std::string word = spelled(published);
  return has_any(word, words_of_approval)    ? Decision::approved
         : has_any(word, words_of_review)    ? Decision::reviewed
         : has_any(word, words_of_asking)    ? Decision::asked
         : has_any(word, words_of_allotment) ? Decision::approved
                                             : Decision::unsaid;
}

bool is_whole_amount(std::string_view published) {
  constexpr auto others = std::to_array<std::string_view>(
      {"主管", "部门", "单位", "财政", "项目", "预算", "资金", "经费", "金额", "总额",
       "额度", "数额", "总数", "年度", "本年", "当年", "今年", "年初", "支出", "本次",
       "专项", "投资", "合计", "意见", "结果", "数",   "额",   "总",   "度",   "局"});
  const std::string word = spelled(published);
  std::string_view rest = without_numbering(word);
  if (const auto year = column_year(rest); year && rest.size() > 7) {
    rest.remove_prefix(rest.starts_with("20") ? 7 : 0);  // 2025年
  }
  const auto strip = [&](const auto& words) {
    for (const std::string_view one : words) {
      if (rest.starts_with(one)) {
        rest.remove_prefix(one.size());
        return true;
      }
    }
    return false;
  };
  while (!rest.empty() &&
         (strip(words_of_asking) || strip(words_of_review) || strip(words_of_approval) ||
          strip(words_of_allotment) || strip(others))) {
  }
  return rest.empty();
}

std::optional<std::size_t> last_decided(const std::vector<Decision>& amounts) {
  std::optional<std::size_t> last;
  bool differ = false;
  for (std::size_t i = 0; i < amounts.size(); ++i) {
    differ = differ || rank_of(amounts[i]) != rank_of(amounts.front());
    if (!last || rank_of(amounts[i]) > rank_of(amounts[*last])) {
      last = i;
    }
  }
  return differ ? last : std::nullopt;
}

std::string take_decided_columns(std::vector<Column>& columns) {
  std::string taken;
  std::set<int> years;
  for (const Column& column : columns) {
    years.insert(column.year);
  }
  for (const int year : years) {
    std::vector<std::size_t> contenders;
    std::vector<Decision> decisions;
    for (std::size_t c = 0; c < columns.size(); ++c) {
      const Column& column = columns[c];
      if (column.role == Role::money && column.year == year && column.stage_key.empty() &&
          is_contender(column.header, column.key)) {
        contenders.push_back(c);
        decisions.push_back(decided_in(column.header).decision);
      }
    }
    const auto last = last_decided(decisions);
    if (!last) {
      continue;
    }
    const int rank = rank_of(decisions[*last]);
    for (std::size_t i = 0; i < contenders.size(); ++i) {
      if (rank_of(decisions[i]) < rank) {
        columns[contenders[i]].key = decided_in(columns[contenders[i]].header).word;
      }
    }
    Column& own = columns[contenders[*last]];
    own.key = column::total;
    own.word = decided_in(own.header).word;
    taken = taken.empty() ? own.header : taken;
    // The sources of what was but asked for are none of what was approved.
    for (std::size_t c = 0; c < columns.size(); ++c) {
      Column& column = columns[c];
      const Decided decided = decided_in(column.header);
      const bool contends = std::find(contenders.begin(), contenders.end(), c) != contenders.end();
      if (column.role == Role::money && column.year == year && !contends &&
          !is_other_stage(column.key) && column.stage_key.empty() &&
          rank_of(decided.decision) < rank && column.header.find('/') != column.header.npos) {
        column.key =
            std::string(published_word(column.key)).append("（").append(decided.word).append("）");
        column.word = column.key;
      }
    }
  }
  return taken;
}

std::string take_decided_labels(TableRecords& records) {
  std::string taken;
  for (ProjectText& project : records.projects) {
    std::vector<MoneyText*> contenders;
    std::vector<Decision> decisions;
    for (MoneyText& money : project.money) {
      const bool of_word = money.key == column::total || money.key == amount_key(money.word);
      const bool own = of_word && !money.word.empty() && !money.adds && money.stage_key.empty() &&
                       money.part_key.empty() && money.sum_word.empty();
      if (project.has_form && own && is_contender(money.word, money.key)) {
        contenders.push_back(&money);
        decisions.push_back(decision_of(money.word));
      }
    }
    const auto last = last_decided(decisions);
    if (!last) {
      continue;
    }
    const int rank = rank_of(decisions[*last]);
    for (std::size_t i = 0; i < contenders.size(); ++i) {
      if (rank_of(decisions[i]) >= rank) {
        continue;
      }
      const std::string word = amount_key(contenders[i]->word);
      for (MoneyText& money : project.money) {
        if (!money.sum_word.empty() && money.sum_word == contenders[i]->word) {
          money.key = std::string(published_word(money.key)).append("（").append(word).append("）");
          money.word = money.key;
        }
      }
      contenders[i]->key = word;
    }
    contenders[*last]->key = column::total;
    taken = taken.empty() ? without_colon(contenders[*last]->word) : taken;
  }
  return taken;
}

void say_decided(const std::string& word, const Place& place, std::vector<Finding>& findings) {
  Finding finding{"stage-columns",
                  Severity::note,
                  place,
                  "",
                  {BD_TR("what was asked for and what was decided on stand side by side; the total "
                         "of this snapshot is the column {0}"),
                   {word}}};
  if (!word.empty()) {
    say_once(std::move(finding), findings);
  }
}

}  // namespace budgetdiff::import
