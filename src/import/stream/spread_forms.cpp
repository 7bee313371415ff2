#include "import/stream/spread_forms.hpp"

#include "import/paste/plain_rows.hpp"
#include "import/stream/form_categories.hpp"
#include "import/stream/form_deal.hpp"
#include "import/stream/form_labels.hpp"
#include "import/stream/form_money.hpp"
#include "import/stream/form_parts.hpp"
#include "import/stream/label_search.hpp"
#include "import/stream/spread_words.hpp"
#include "import/stream/stream_label.hpp"
#include "import/stream/text_lines.hpp"
#include "import/table/scan.hpp"
#include "import/text/page_lines.hpp"
#include "import/text/page_structure.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

using Tokens = std::vector<StreamToken>;

struct Form {
  Tokens tokens;
  std::vector<DealToken> pieces;  ///< without headers and categories
  std::vector<FormCategory> categories;
  FormDealt dealt;
  std::vector<Place> doubts;
};

class Forms {
 public:
  Forms(const std::vector<Line>& lines, const Tokens& tokens) : lines_(lines), tokens_(tokens) {
    std::size_t flow = 0;
    for (const Line& line : lines) {
      flow += line.blank_before || line.starts_page ? 1U : 0U;
      flows_.push_back(flow);
    }
  }

  std::optional<OrderedForms> run() {
    if (!take_forms() || !(words_ = spread_words(lines_, tokens_of_forms())) || !deal() ||
        !deal_levels()) {
      return std::nullopt;
    }
    add_text_lines(lines_, before_, 0, before_.size(), out_.blocks);
    for (std::size_t i = 0; i < forms_.size(); ++i) {
      if (!write(i)) {
        return std::nullopt;
      }
    }
    add_text_lines(lines_, behind_, 0, behind_.size(), out_.blocks);
    out_.forms = forms_.size();
    return std::move(out_);
  }

 private:
  [[nodiscard]] std::vector<Tokens> tokens_of_forms() const {
    std::vector<Tokens> out;
    std::transform(forms_.begin(), forms_.end(), std::back_inserter(out),
                   [](const Form& form) { return form.tokens; });
    return out;
  }

  /// A page that names a project begins a form; others go on with it, up to another section.
  bool take_forms() {
    for (std::size_t at = 0; at < tokens_.size();) {
      std::size_t end = at + 1;
      while (end < tokens_.size() &&
             lines_[tokens_[end].line].page == lines_[tokens_[at].line].page) {
        ++end;
      }
      Tokens page;
      append(page, tokens_, at, end);
      at = end;
      const std::vector<std::size_t> begins = form_begins(lines_, page);
      for (std::size_t k = 0; k < begins.size(); ++k) {
        const std::size_t part_end = k + 1 < begins.size() ? begins[k + 1] : page.size();
        if (!take_part(page, begins[k], part_end)) {
          return false;
        }
      }
    }
    for (const Form& form : forms_) {
      repeated_.add_form(form.tokens);
    }
    return !forms_.empty();
  }

  bool take_part(const Tokens& page, std::size_t begin, std::size_t end) {
    std::size_t names = 0;
    bool levels = false;
    for (std::size_t i = begin; i < end; ++i) {
      names += is_name_label(page, i) ? 1U : 0U;
      levels = levels || holds_levels(look_up_listed_header(to_utf8(page[i].text)).role);
    }
    if (names > 1) {
      return false;
    }
    if (forms_.empty() && !levels) {
      append(before_, page, begin, end);  // other tables of a budget (项目 | 预算数)
      return true;
    }
    if (names == 0 && forms_.empty()) {
      return false;
    }
    if (names > 0 && (levels || behind_.empty())) {
      if (!behind_.empty()) {
        return false;  // another kind of table between forms
      }
      forms_.emplace_back();
    }
    std::size_t section = begin;
    const auto heads = [&](std::size_t i) {
      const Line& line = lines_[page[i].line];
      return page[i].starts_line && heads_section(without_space(line.text)) && !is_title(line);
    };
    while (section < end && behind_.empty() && ((names > 0 && levels) || !heads(section))) {
      ++section;
    }
    append(forms_.back().tokens, page, begin, section);
    append(behind_, page, section, end);
    return true;
  }

  /// The pieces of a form that are no words of its header and no categories.
  void take_pieces(Form& form) const {
    const std::vector<bool> header = words_->in(lines_, form.tokens);
    Tokens rest;
    std::vector<bool> behind_header;
    std::size_t first = form.tokens.size();  // of what stands behind a word of the header
    for (std::size_t i = 0; i < form.tokens.size(); ++i) {
      if (header[i] && look_up_listed_header(to_utf8(form.tokens[i].text)).role != Role::level1) {
        first = std::min(first, rest.size());
      }
      if (!header[i]) {
        const bool behind = i > 0 && header[i - 1] &&
                            flows_[form.tokens[i].line] == flows_[form.tokens[i - 1].line];
        rest.push_back(form.tokens[i]);
        rest.back().starts_line = rest.back().starts_line || behind;
        behind_header.push_back(behind);
      }
    }
    const std::vector<bool> labels = labels_of(rest);
    Tokens others;
    for (std::size_t i = 0; i < rest.size(); ++i) {
      if (!labels[i]) {
        others.push_back(rest[i]);
      }
    }
    FormRowTokens parted = take_categories(others);
    std::size_t next = 0;  // of what is no category
    bool behind = false;
    std::size_t flow = 0;
    for (std::size_t i = 0; i < rest.size(); ++i) {
      const std::size_t here = flows_[rest[i].line];
      behind = (behind && here == flow) || behind_header[i];
      flow = here;
      DealToken piece;
      piece.token = rest[i];
      if (!labels[i]) {
        if (next == parted.kept.size() || rest[i].line != parted.kept[next].line ||
            rest[i].text != parted.kept[next].text) {
          continue;  // a category
        }
        piece.token = parted.kept[next++];
      }
      piece.label = labels[i];
      piece.above_header = i < first;
      piece.behind_category = piece.token.apart && !rest[i].starts_line;
      piece.flow = here;
      piece.page = lines_[piece.token.line].page;
      piece.behind_header = std::exchange(behind, false);
      piece.heading = is_form_heading(lines_[piece.token.line]) || is_year(piece.token.text);
      piece.repeated = repeated_.has(piece.token.text);
      form.pieces.push_back(std::move(piece));
    }
    form.categories = std::move(parted.categories);
    for (FormCategory& one : form.categories) {
      const std::size_t line = one.tokens[(one.tokens.size() - 1) / 2].line;
      one.before = static_cast<std::size_t>(
          std::find_if(form.pieces.begin(), form.pieces.end(),
                       [&](const DealToken& piece) { return piece.token.line >= line; }) -
          form.pieces.begin());
    }
    take_page_numbers(form.pieces);
  }

  /// Known labels, whole or in pieces; those that only look like one where other forms have them.
  /// What stands at the side of the indicators is none.
  [[nodiscard]] std::vector<bool> labels_of(const Tokens& tokens) const {
    std::vector<bool> out(tokens.size(), false);
    for (std::size_t i = 0; i < tokens.size();) {
      const StreamLabel label = label_at(tokens, i, tokens.size());
      const std::string text = to_utf8(joined(tokens, i, std::max(label.end, i + 1)));
      const bool known =
          label.role != Role::none && label.role != Role::indicators && !is_level1_category(text) &&
          !is_level2_category(text) &&
          (look_up_listed_header(text).role != Role::none || repeated_.has(tokens[i].text));
      for (const std::size_t end = known ? label.end : i + 1; i < end; ++i) {
        out[i] = known;
      }
    }
    return out;
  }

  /// The number of a page stands by itself.
  static void take_page_numbers(std::vector<DealToken>& pieces) {
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const bool alone = (i == 0 || pieces[i - 1].flow != pieces[i].flow) &&
                         (i + 1 == pieces.size() || pieces[i + 1].flow != pieces[i].flow);
      pieces[i].heading = pieces[i].heading || (alone && to_utf8(pieces[i].token.text) ==
                                                             std::to_string(pieces[i].page));
    }
  }

  /// （2024年度）
  static bool is_year(const std::u32string& text) {
    constexpr std::size_t longest = 10;
    return text.size() <= longest && (text.front() == U'（' || text.front() == U'(') &&
           text.find(U'年') != text.npos && text.find_first_of(U"0123456789") != text.npos;
  }

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

  /// Deals all forms, and once more with what is known of the columns then.
  bool deal() {
    const std::vector<Role> roles = row_roles();
    for (Form& form : forms_) {
      take_pieces(form);
    }
    DealWidths widths(roles.size(), 0);
    for (const bool again : {false, true}) {
      DealWidths measured(roles.size(), 0);
      for (std::size_t i = 0; i < forms_.size(); ++i) {
        Form& form = forms_[i];
        auto dealt = deal_form(form.pieces, roles, widths, budget_);
        if (!dealt) {
          if (again) {
            return false;
          }
          continue;
        }
        form.dealt = *std::move(dealt);
        measure_dealt(form.pieces, form.dealt, measured);
      }
      widths = measured;
    }
    return true;
  }

  /// Where the rows begin, in numbers that categories can stand between: two a row.
  [[nodiscard]] CategoryTask category_task(const Form& form) const {
    const std::vector<Role> roles = row_roles();
    const auto name = static_cast<std::size_t>(std::find(roles.begin(), roles.end(), Role::level3) -
                                               roles.begin());
    CategoryTask task;
    for (std::size_t r = 0; r < form.dealt.rows; ++r) {
      task.rows.push_back({2 * r, {}, form.dealt.doubtful[r]});
    }
    std::set<std::size_t> flows_of_names;
    std::vector<std::size_t> names_before{0};  // each token
    std::vector<std::size_t> last_row(1, FormCategory{}.before);
    std::size_t count = 0;
    for (std::size_t i = 0; i < form.pieces.size(); ++i) {
      const DealPlace& place = form.dealt.places[i];
      if (place.column == name) {
        count = place.row + 1;
        flows_of_names.insert(form.pieces[i].flow);
        task.rows[place.row].name += to_utf8(form.pieces[i].token.text);
      }
      names_before.push_back(count);
    }
    const auto has = [&](Role role) {
      return std::find(words_->roles.begin(), words_->roles.end(), role) != words_->roles.end();
    };
    task.has_level1 = has(Role::level1);
    task.has_level2 = has(Role::level2);
    for (std::size_t i = 0; i < form.categories.size(); ++i) {
      FormCategory category = form.categories[i];
      // Inside a name of several lines, or between two.
      const std::size_t at = category.before;
      const bool among = flows_of_names.contains(flow_of(category));
      const bool inside = at > 0 && at < form.pieces.size() &&
                          form.dealt.places[at].column == name &&
                          names_before[at] == form.dealt.places[at].row + 1;
      category.before = !among ? 0 : 2 * names_before[at] - (inside ? 1U : 0U);
      const bool first = task.has_level1 && task.has_level2 && is_first(form, i, among);
      (first ? task.first : task.among).push_back(std::move(category));
    }
    return task;
  }

  [[nodiscard]] std::size_t flow_of(const FormCategory& category) const {
    return flows_[category.tokens.front().line];
  }

  /// Whether a category is of the first level: 成本指标 may be of either, and is where 经济成本指标
  /// comes next, or in a column without names (not `among` these) that says nothing else.
  [[nodiscard]] bool is_first(const Form& form, std::size_t i, bool among) const {
    const FormCategory& one = form.categories[i];
    if (!one.level1 || !one.level2) {
      return one.level1;
    }
    const auto& all = form.categories;
    const bool next = i + 1 < all.size() && flow_of(all[i + 1]) == flow_of(one) &&
                      all[i + 1].before == one.before;
    if (next && all[i + 1].level2 && !all[i + 1].level1) {
      return true;
    }
    return !among && std::all_of(all.begin(), all.end(), [&](const FormCategory& other) {
      return flow_of(other) != flow_of(one) || other.level1;
    });
  }

  bool deal_levels() {
    std::vector<CategoryTask> tasks;
    std::transform(forms_.begin(), forms_.end(), std::back_inserter(tasks),
                   [&](const Form& form) { return category_task(form); });
    auto answers = deal_forms_categories(tasks);
    if (answers) {
      answers_ = *std::move(answers);
    }
    return answers.has_value();
  }

  bool write(std::size_t i) {
    Form& form = forms_[i];
    Tokens top;
    for (std::size_t k = 0; k < form.pieces.size(); ++k) {
      if (form.dealt.places[k].column == DealPlace::outside) {
        top.push_back(form.pieces[k].token);
      }
    }
    auto money = form_money(lines_, top);
    auto labels = form_labels(lines_, money ? money->rest : top, {}, repeated_, label_budget_);
    if (!labels) {
      return false;
    }
    if (money) {
      labels->rows.insert(labels->rows.end(), money->rows.begin(), money->rows.end());
      labels->doubts.insert(labels->doubts.end(), money->doubts.begin(), money->doubts.end());
    }
    add_text_lines(lines_, labels->heading, 0, labels->heading.size(), out_.blocks);
    out_.labels_apart = true;
    PlainRows pairs;
    for (const PastedRow& row : labels->rows) {
      pairs.add_row(row, row.cells.size() == 1 ? std::vector<std::size_t>{0}
                                               : std::vector<std::size_t>{0, 1});
    }
    for (const Place& place : labels->doubts) {
      pairs.add_doubt(place);
    }
    auto grid = std::move(pairs).grid();
    if (!grid) {
      return false;
    }
    out_.blocks.emplace_back(*std::move(grid));
    out_.blocks.emplace_back(rows_of(form, answers_[i]));
    return true;
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
    for (std::size_t k = 0; k < form.pieces.size(); ++k) {
      const DealPlace& place = form.dealt.places[k];
      if (place.column != DealPlace::outside) {
        cells[place.row][place.column].push_back(form.pieces[k].token);
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
  Tokens before_;
  std::vector<Form> forms_;
  Tokens behind_;
  std::optional<SpreadWords> words_;
  std::vector<CategoryAnswer> answers_;
  RepeatedWords repeated_;
  std::size_t budget_ = most_deal_ways;
  std::size_t label_budget_ = most_label_ways;
  OrderedForms out_;
};

}  // namespace

std::optional<OrderedForms> spread_forms(const std::vector<Line>& lines, const Tokens& tokens) {
  return Forms(lines, tokens).run();
}

}  // namespace budgetdiff::import
