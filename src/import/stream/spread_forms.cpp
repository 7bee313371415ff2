#include "import/stream/spread_forms.hpp"

#include "import/paste/plain_rows.hpp"
#include "import/stream/form_categories.hpp"
#include "import/stream/form_deal.hpp"
#include "import/stream/form_labels.hpp"
#include "import/stream/form_money.hpp"
#include "import/stream/label_search.hpp"
#include "import/stream/short_lines.hpp"
#include "import/stream/spread_levels.hpp"
#include "import/stream/spread_pages.hpp"
#include "import/stream/spread_pieces.hpp"
#include "import/stream/spread_words.hpp"
#include "import/stream/supposed_name.hpp"
#include "import/stream/text_lines.hpp"
#include "import/stream/value_text.hpp"
#include "import/text/page_lines.hpp"
#include "import/text/page_structure.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

using Tokens = std::vector<StreamToken>;

struct Form {
  SpreadPieces text;
  FormDealt dealt;
};

class Forms {
 public:
  Forms(const std::vector<Line>& lines, const Tokens& tokens)
      : lines_(lines), tokens_(tokens), flows_(flows_of(lines)) {}

  std::optional<OrderedForms> run() {
    auto pages = spread_pages(lines_, tokens_);
    if (!pages || !(words_ = spread_words(lines_, pages->forms)) || !deal(pages->forms)) {
      return std::nullopt;
    }
    deal_levels();
    add_text_lines(lines_, pages->before, 0, pages->before.size(), out_.before);
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      out_.forms.push_back(written(i));
    }
    add_text_lines(lines_, pages->behind, 0, pages->behind.size(), out_.behind);
    out_.labels_apart = true;
    out_.holds = out_.holds && left_over_ * 2 <= forms_.size() && misnamed_ * 4 <= forms_.size();
    return std::move(out_);
  }

 private:
  /// What the columns without categories hold; targets also where a snapshot has no place for them
  /// (半年指标值, 上年).
  [[nodiscard]] std::vector<Role> row_roles() const {
    std::vector<Role> out;
    for (const Column& column : words_->columns.header.columns) {
      const std::u32string text = to_code_points(column.header);
      const bool target = text.find(U"指标值") != text.npos || text.find(U"目标值") != text.npos ||
                          (text.ends_with(U"年") && text.size() < 8);
      const bool basis = text.find(U"依据") != text.npos || text.find(U"说明") != text.npos;
      const bool unread = column.role == Role::remark || column.role == Role::none;
      if (column.role != Role::level1 && column.role != Role::level2) {
        out.push_back(unread && target && !basis ? Role::value : column.role);
      }
    }
    return out;
  }

  /// Deals all forms, and once more with what is known of the columns then; whether they are
  /// forms.
  bool deal(const std::vector<Tokens>& forms) {
    for (const Tokens& form : forms) {
      repeated_.add_form(form);
    }
    row_roles_ = row_roles();
    const std::vector<Role>& roles = row_roles_;
    std::transform(forms.begin(), forms.end(), std::back_inserter(forms_), [&](const Tokens& form) {
      return Form{spread_pieces(lines_, flows_, *words_, repeated_, form), {}};
    });
    const auto lists =
        static_cast<std::size_t>(std::count_if(forms_.begin(), forms_.end(), [](const Form& form) {
          return categories_come_again(form.text.categories);
        }));
    if (lists * 4 > forms_.size()) {
      return false;
    }
    DealWidths widths(roles.size(), 0);
    for (const bool again : {false, true}) {
      DealWidths measured(roles.size(), 0);
      for (Form& form : forms_) {
        std::size_t budget = most_deal_ways / (2 * forms_.size());
        auto dealt = deal_form(form.text.pieces, roles, widths, budget);
        if (dealt && (!again || dealt->rows > 0 || form.dealt.rows == 0)) {
          form.dealt = *std::move(dealt);
        }
        if (form.dealt.places.empty()) {
          form.dealt.places.resize(form.text.pieces.size());  // how its rows go took too long
        }
        measure_dealt(form.text.pieces, form.dealt, measured);
      }
      widths = measured;
    }
    std::size_t lost = 0;
    for (const Form& form : forms_) {
      lost += form.dealt.rows == 0 || !form.dealt.agrees ? 1U : 0U;
    }
    out_.holds = lost * 2 <= forms_.size();
    return true;
  }

  void deal_levels() {
    std::vector<CategoryTask> tasks;
    for (const Form& form : forms_) {
      if (form.dealt.rows > 0) {
        tasks.push_back(spread_levels(form.text, form.dealt, words_->roles, row_roles_, flows_));
      }
    }
    std::vector<CategoryAnswer> answers = deal_most_categories(tasks);
    auto next = answers.begin();
    for (const Form& form : forms_) {
      answers_.push_back(form.dealt.rows > 0 ? std::move(*next++) : CategoryAnswer{});
    }
  }

  /// The row of the project's name, if any.
  [[nodiscard]] static const PastedRow* name_of(const FormLabels& labels) {
    const auto found =
        std::find_if(labels.rows.begin(), labels.rows.end(), [](const PastedRow& row) {
          return row.cells.size() > 1 &&
                 look_up_header(to_utf8(packed(row.cells.front()))).role == Role::project_name;
        });
    return found != labels.rows.end() ? &*found : nullptr;
  }

  /// Whether the form has a name that is no part of a goal. One that is a point of a list, or that
  /// other forms have as well, is hardly its own, and a doubt.
  bool take_name(FormLabels& labels) {
    constexpr std::size_t longest = 80;
    const PastedRow* const row = name_of(labels);
    if (row == nullptr) {
      return false;
    }
    const std::u32string name = packed(row->cells.back());
    const std::size_t end = name.find_first_of(U"。；");
    if (name.size() > longest || (end != name.npos && end + 1 != name.size())) {
      return false;
    }
    if (begins_list(name) || repeated_.has(name)) {
      ++misnamed_;
      labels.doubts.push_back(row->cells.back().front().place);
    }
    return true;
  }

  ReadForm written(std::size_t i) {
    const Form& form = forms_[i];
    ReadForm out;
    Tokens top;
    for (std::size_t k = 0; k < form.text.pieces.size(); ++k) {
      if (form.dealt.places[k].column == DealPlace::outside) {
        top.push_back(form.text.pieces[k].token);
      }
    }
    auto money = form_money(lines_, top);
    const Tokens& rest = money ? money->rest : top;
    auto labels = form_labels(lines_, rest, {}, repeated_, label_budget_);
    out.unread = form.dealt.rows == 0;
    out.faulty = !labels || !form.dealt.agrees;
    if (!labels) {
      labels = form_labels(lines_, rest, {}, repeated_, label_budget_, LeftOver::is_doubt);
      ++left_over_;
    }
    const std::size_t misnamed = misnamed_;
    if (!labels || !take_name(*labels)) {
      labels = supposed_name(lines_, top, repeated_);
      if (labels) {
        labels->heading = form_items(lines_, top, repeated_).heading;
      }
      money.reset();
      ++misnamed_;
    }
    if (!labels) {
      return {};
    }
    out.faulty = out.faulty || misnamed_ > misnamed;
    if (money) {
      labels->rows.insert(labels->rows.end(), money->rows.begin(), money->rows.end());
      labels->doubts.insert(labels->doubts.end(), money->doubts.begin(), money->doubts.end());
    }
    auto grid = grid_of_labels(*labels);
    if (!grid) {
      return {};
    }
    add_text_lines(lines_, labels->heading, 0, labels->heading.size(), out.blocks);
    if (form.dealt.rows == 0) {
      grid->doubts.push_back(name_of(*labels)->cells.back().front().place);
    }
    out.blocks.emplace_back(*std::move(grid));
    if (form.dealt.rows > 0) {
      out.blocks.emplace_back(rows_of(form, answers_[i]));
    }
    return out;
  }

  /// The table of a form's indicators.
  [[nodiscard]] Grid rows_of(const Form& form, const CategoryAnswer& answer) const {
    const std::size_t head = words_->columns.grid.rows();
    Grid grid(head + form.dealt.rows, words_->roles.size());
    grid.place = words_->columns.grid.place;
    for (const Cell& cell : words_->columns.grid.cells()) {
      grid.add(cell);
    }
    std::vector<std::size_t> columns;  // of the grid
    for (std::size_t c = 0; c < words_->roles.size(); ++c) {
      const Role role = words_->roles[c];
      if (role == Role::level1 || role == Role::level2) {
        add_level(grid, head, c, role == Role::level1 ? answer.level1 : answer.level2,
                  role == Role::level1 ? answer.dealt.level1 : answer.dealt.level2);
      } else {
        columns.push_back(c);
      }
    }
    std::vector<std::vector<Tokens>> cells(form.dealt.rows, std::vector<Tokens>(columns.size()));
    for (std::size_t k = 0; k < form.text.pieces.size(); ++k) {
      const DealPlace& place = form.dealt.places[k];
      if (place.column != DealPlace::outside) {
        cells[place.row][place.column].push_back(form.text.pieces[k].token);
      }
    }
    for (std::size_t r = 0; r < cells.size(); ++r) {
      for (std::size_t c = 0; c < columns.size(); ++c) {
        const Tokens& tokens = cells[r][c];
        if (!tokens.empty()) {
          grid.add(cell_of(lines_, tokens, 0, tokens.size(), head + r, columns[c]));
        }
      }
      if (form.dealt.doubtful[r] || answer.dealt.doubtful[r]) {
        for (const Tokens& tokens : cells[r]) {
          if (!tokens.empty()) {
            grid.doubts.push_back(place_of(lines_[tokens.front().line]));
            break;
          }
        }
      }
    }
    doubt_short_lines(words_->roles, head, grid);
    return grid;
  }

  void add_level(Grid& grid, std::size_t head, std::size_t column,
                 const std::vector<FormCategory>& categories,
                 const std::vector<std::size_t>& rows) const {
    for (std::size_t r = 0; r < rows.size(); ++r) {
      if (rows[r] != DealtCategories::none) {
        const Tokens& tokens = categories[rows[r]].tokens;
        grid.add(cell_of(lines_, tokens, 0, tokens.size(), head + r, column));
      }
    }
  }

  const std::vector<Line>& lines_;
  const Tokens& tokens_;
  std::vector<std::size_t> flows_;  ///< of each line
  std::vector<Form> forms_;
  std::optional<SpreadWords> words_;
  std::vector<Role> row_roles_;
  std::vector<CategoryAnswer> answers_;
  RepeatedWords repeated_;
  std::size_t misnamed_ = 0;   ///< forms whose name is hardly their own
  std::size_t left_over_ = 0;  ///< forms whose values do not all have labels
  std::size_t label_budget_ = most_label_ways;
  OrderedForms out_;
};

}  // namespace

std::optional<OrderedForms> spread_forms(const std::vector<Line>& lines, const Tokens& tokens) {
  return Forms(lines, tokens).run();
}

}  // namespace budgetdiff::import
