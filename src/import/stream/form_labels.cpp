#include "import/stream/form_labels.hpp"

#include "import/paste/plain_rows.hpp"
#include "import/stream/label_search.hpp"
#include "import/stream/value_text.hpp"
#include "import/text/flow.hpp"
#include "import/text/page_structure.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <set>
#include <utility>

namespace budgetdiff::import {
namespace {

/// Writes labels and values in turn.
class Labels {
 public:
  Labels(const std::vector<Line>& lines, FormItems form, std::vector<LabelStep> steps,
         const std::vector<StreamToken>& late, LeftOver left_over)
      : lines_(lines),
        form_(std::move(form)),
        steps_(std::move(steps)),
        late_(late),
        left_over_(left_over) {}

  std::optional<FormLabels> run() {
    std::size_t used = 0;
    std::size_t before = 0;  // labels among the items that are written
    const auto blanks = [&](std::size_t to) {
      for (; before < to; ++before) {
        if (form_.items[before].label && !filled_.contains(before)) {
          write_blank(form_.items[before]);
        }
      }
    };
    const auto skip = [&](std::size_t to) {
      for (; used < to; ++used) {
        write_blank(form_.waiting[used]);
      }
    };
    for (const LabelStep& step : steps_) {
      if (step.label != LabelStep::nowhere) {
        filled_.insert(step.label);
      }
    }
    for (const LabelStep& step : steps_) {
      const FormItem& item = form_.items[step.from];
      if (cuts_sentence(step)) {
        doubt(cell(item));
      }
      switch (step.act) {
        case LabelAct::take:
          skip(step.used - 1);
          write_value(form_.waiting[used++], item);
          break;
        case LabelAct::fill:
          blanks(step.label);
          write_value(form_.items[step.label], item);
          break;
        case LabelAct::go_on:
          if (out_.rows.empty() && left_over_ == LeftOver::is_doubt) {
            doubt(cell(item));
            break;
          }
          if (out_.rows.empty()) {
            return std::nullopt;  // behind nothing
          }
          if (may_begin(step)) {
            doubt(cell(item));
          }
          go_on(item);
          break;
        case LabelAct::above:
          blanks(step.label);
          write_value(form_.items[step.label], item);
          for (std::size_t i = step.from + 1; i < step.label; ++i) {
            go_on(form_.items[i]);
          }
          break;
        case LabelAct::loose:
          if (left_over_ == LeftOver::refuses && (is_sum(item.text) || is_prose(item.text))) {
            return std::nullopt;
          }
          if (!close_bracket(item) && !item.repeated) {
            doubt(cell(item));  // text of a goal, perhaps
          }
          break;
        default:
          break;
      }
    }
    skip(form_.waiting.size());
    blanks(form_.items.size());
    if (!fill_late() || !named_) {
      return std::nullopt;
    }
    out_.apart = !form_.waiting.empty();
    doubt_amounts();
    for (const PastedRow& row : out_.rows) {
      // Where not all values fit, each may be another label's.
      const bool unsure = left_over_ == LeftOver::is_doubt;
      if (row.cells.size() > 1 && (unsure || !closes_brackets(packed(row.cells.back())))) {
        doubt(row.cells.back());
      }
    }
    out_.heading = std::move(form_.heading);
    return std::move(out_);
  }

 private:
  [[nodiscard]] PastedCell cell(const FormItem& item) const {
    return cell_of(lines_, form_.tokens, item.begin, item.end, 0, 0).lines;
  }

  /// A label, with what stands below it of its unit.
  void write_label(const FormItem& item) {
    out_.rows.emplace_back();
    out_.rows.back().cells.push_back(cell(item));
    if (form_.unit && item.term.role == Role::money) {
      const PastedCell more =
          cell_of(lines_, form_.tokens, form_.unit->first, form_.unit->second, 0, 0).lines;
      PastedCell& label = out_.rows.back().cells.back();
      label.insert(label.end(), more.begin(), more.end());
      form_.unit.reset();
    }
  }

  void write_value(const FormItem& label, const FormItem& value) {
    write_label(label);
    out_.rows.back().cells.push_back(cell(value));
    named_ = named_ || label.term.role == Role::project_name;
  }

  void go_on(const FormItem& value) {
    const PastedCell more = cell(value);
    PastedCell& last = out_.rows.back().cells.back();
    last.insert(last.end(), more.begin(), more.end());
  }

  /// The rest of a value may stand behind the next label's (…（含中小河流站 | 项目编码 | 3300 |
  /// 网）): it goes to the one whose bracket it closes.
  bool close_bracket(const FormItem& rest) {
    for (auto row = out_.rows.rbegin(); row != out_.rows.rend(); ++row) {
      if (row->cells.size() > 1 && closes_bracket_of(packed(row->cells.back()), rest.text)) {
        const PastedCell more = cell(rest);
        row->cells.back().insert(row->cells.back().end(), more.begin(), more.end());
        return true;
      }
    }
    return false;
  }

  /// A blank label says nothing, but for a unit.
  void write_blank(const FormItem& label) {
    if ((label.term.role == Role::money && form_.unit) ||
        !money_unit_in_header(to_utf8(label.text)).empty()) {
      write_label(label);
    }
  }

  /// Of several goals: whether the next may begin here as well, behind a line that ends a sentence.
  [[nodiscard]] bool may_begin(const LabelStep& step) const {
    const auto goal = [](const FormItem& item) { return item.label && is_goal(item.term.role); };
    const auto goals = std::count_if(form_.items.begin(), form_.items.end(), goal) +
                       std::count_if(form_.waiting.begin(), form_.waiting.end(), goal);
    const FormItem& item = form_.items[step.from];
    const FormItem& before = form_.items[step.from - 1];
    return goals > 1 && !before.label && is_prose(item.text) && is_prose(before.text) &&
           closes_sentence(before.text) && point_of(item.text).empty();
  }

  /// Whether a value begins inside what the lines before it say.
  [[nodiscard]] bool cuts_sentence(const LabelStep& step) const {
    if (step.act != LabelAct::take && step.act != LabelAct::fill && step.act != LabelAct::above) {
      return false;
    }
    std::size_t before = step.from;
    while (before > 0 && form_.items[before - 1].label) {
      --before;
    }
    return before > 0 && is_prose(form_.items[step.from].text) &&
           is_prose(form_.items[before - 1].text) && !closes_sentence(form_.items[before - 1].text);
  }

  /// 其他资金：12.00 says whose its amount is; whether a token does.
  bool write_labelled(const StreamToken& token) {
    const std::size_t colon = token.text.find_first_of(U"：:");
    if (colon == token.text.npos || !is_amount(token.text.substr(colon + 1)) ||
        look_up_listed_header(to_utf8(token.text.substr(0, colon))).role != Role::money) {
      return false;
    }
    std::vector<StreamToken> parts{token, token};
    parts[0].text.resize(colon);
    parts[1].text.erase(0, colon + 1);
    out_.rows.emplace_back();
    for (std::size_t i = 0; i < parts.size(); ++i) {
      out_.rows.back().cells.push_back(cell_of(lines_, parts, i, i + 1, 0, 0).lines);
    }
    return true;
  }

  /// Deals the late values to the labels that have none; whether all amounts and prose fit.
  bool fill_late() {
    std::vector<const FormItem*> blank;
    std::set<std::size_t> taken;
    for (const LabelStep& step : steps_) {
      if (step.act == LabelAct::take) {
        taken.insert(step.used - 1);
      }
    }
    for (std::size_t q = 0; q < form_.waiting.size(); ++q) {
      if (!taken.contains(q)) {
        blank.push_back(&form_.waiting[q]);
      }
    }
    for (std::size_t i = 0; i < form_.items.size(); ++i) {
      if (form_.items[i].label && !filled_.contains(i)) {
        blank.push_back(&form_.items[i]);
      }
    }
    // Dates and bodies may stay without a label; amounts may not.
    std::size_t money = 0;
    std::size_t amounts = 0;
    for (const FormItem* label : blank) {
      money += label->term.role == Role::money ? 1U : 0U;
    }
    auto label = blank.begin();
    for (const StreamToken& token : late_) {
      if (write_labelled(token)) {
        continue;
      }
      const auto fits = std::find_if(label, blank.end(), [&](const FormItem* one) {
        return fit_of_value(token.text, one->term.role) < 1;
      });
      const bool amount = is_amount(token.text);
      amounts += amount ? 1U : 0U;
      if (fits == blank.end()) {
        const bool heavy = amount || is_prose(token.text);
        if (heavy && left_over_ == LeftOver::refuses) {
          return false;
        }
        if (heavy) {
          out_.doubts.push_back(place_of(lines_[token.line]));
        }
        continue;
      }
      write_label(**fits);
      const std::vector<StreamToken> one{token};
      out_.rows.back().cells.push_back(cell_of(lines_, one, 0, 1, 0, 0).lines);
      named_ = named_ || (*fits)->term.role == Role::project_name;
      // One of several that stand apart may be any label's: others may have the amount of this one.
      const bool others = std::any_of(steps_.begin(), steps_.end(), [&](const LabelStep& step) {
        return step.label != LabelStep::nowhere && form_.items[step.label].term.role == Role::money;
      });
      if (amount && (others || (amounts > 1 && amounts < money))) {
        doubt(out_.rows.back().cells.back());
      }
      label = fits + 1;
    }
    return true;
  }

  void doubt(const PastedCell& value) { out_.doubts.push_back(value.front().place); }

  /// Amounts that follow one another behind more labels than they are: which of these are blank
  /// is a guess.
  void doubt_amounts() {
    std::vector<const FormItem*> labels;  // a run of them
    std::set<const FormItem*> filled;
    const FormItem* last = nullptr;
    const auto settle = [&] {
      std::size_t money = 0;
      std::size_t blank = 0;
      bool total = false;
      for (const FormItem* label : labels) {
        if (label->term.role == Role::money) {
          const bool side = total && label->term.column == "total";
          money += filled.contains(label) ? 1U : 0U;
          blank += filled.contains(label) || side ? 0U : 1U;
          total = total || (filled.contains(label) && label->term.column == "total");
        }
      }
      if (money > 1 && blank > 0) {
        doubt(cell(*last));
      }
      labels.clear();
    };
    std::size_t used = 0;
    for (const LabelStep& step : steps_) {
      if (step.act == LabelAct::take) {
        used = step.used;
        filled.insert(&form_.waiting[used - 1]);
        last = form_.waiting[used - 1].term.role == Role::money ? &form_.items[step.from] : last;
      }
    }
    for (const FormItem& label : form_.waiting) {
      labels.push_back(&label);
    }
    settle();
    for (const LabelStep& step : steps_) {
      if (step.act == LabelAct::fill) {
        filled.insert(&form_.items[step.label]);
        last = form_.items[step.label].term.role == Role::money ? &form_.items[step.from] : last;
      }
    }
    for (std::size_t i = 0; i < form_.items.size(); ++i) {
      if (!form_.items[i].label) {
        settle();
      } else {
        labels.push_back(&form_.items[i]);
      }
    }
    settle();
  }

  const std::vector<Line>& lines_;
  FormItems form_;
  std::vector<LabelStep> steps_;
  const std::vector<StreamToken>& late_;
  LeftOver left_over_;
  std::set<std::size_t> filled_;  ///< labels among the items
  bool named_ = false;
  FormLabels out_;
};

}  // namespace

std::optional<FormLabels> form_labels(const std::vector<Line>& lines,
                                      const std::vector<StreamToken>& tokens,
                                      const std::vector<StreamToken>& late,
                                      const RepeatedWords& repeated, std::size_t& budget,
                                      LeftOver left_over) {
  FormItems form = form_items(lines, tokens, repeated);
  auto steps = search_labels(form, budget, left_over == LeftOver::is_doubt);
  return steps ? Labels(lines, std::move(form), *std::move(steps), late, left_over).run()
               : std::nullopt;
}

std::optional<Grid> grid_of_labels(const FormLabels& labels) {
  PlainRows pairs;
  for (const PastedRow& row : labels.rows) {
    pairs.add_row(
        row, row.cells.size() == 1 ? std::vector<std::size_t>{0} : std::vector<std::size_t>{0, 1});
  }
  for (const Place& place : labels.doubts) {
    pairs.add_doubt(place);
  }
  return std::move(pairs).grid();
}

}  // namespace budgetdiff::import
