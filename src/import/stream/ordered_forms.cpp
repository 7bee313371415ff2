#include "import/stream/ordered_forms.hpp"

#include "import/page/word_kinds.hpp"
#include "import/paste/plain_rows.hpp"
#include "import/stream/form_categories.hpp"
#include "import/stream/form_labels.hpp"
#include "import/stream/form_money.hpp"
#include "import/stream/form_parts.hpp"
#include "import/stream/form_rows.hpp"
#include "import/stream/label_search.hpp"
#include "import/stream/row_search.hpp"
#include "import/stream/stream_columns.hpp"
#include "import/stream/stream_header.hpp"
#include "import/stream/stream_rows.hpp"
#include "import/stream/text_lines.hpp"
#include "import/text/flow.hpp"
#include "import/text/page_structure.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

using Tokens = std::vector<StreamToken>;

/// Forms with the same header.
struct Group {
  StreamRows rows;
  std::vector<Role> roles;  ///< of its columns
};

struct Form {
  FormParts parts;
  Group* group = nullptr;
  std::size_t number = 0;  ///< of its indicators in the group
  std::vector<Place> doubts;
  FormRowTokens tokens;        ///< of its rows
  std::vector<FormRow> found;  ///< its rows
  CategoryAnswer answer;
  ReadForm read;
  bool lost = false;  ///< it is not understood
};

class Forms {
 public:
  Forms(const std::vector<Line>& lines, const Tokens& tokens) : lines_(lines), tokens_(tokens) {}

  std::optional<OrderedForms> run() {
    auto document = form_parts(lines_, tokens_);
    if (!document) {
      return std::nullopt;
    }
    for (FormParts& parts : document->forms) {
      forms_.emplace_back();
      forms_.back().parts = std::move(parts);
    }
    if (!search_rows()) {
      return std::nullopt;
    }
    deal_levels();
    add_text_lines(lines_, document->before, 0, document->before.size(), out_.before);
    for (const Form& form : forms_) {
      repeated_.add_form(form.parts.top);
    }
    for (Form& form : forms_) {
      form.lost = form.lost || !write(form);
    }
    add_text_lines(lines_, document->behind, 0, document->behind.size(), out_.behind);
    read_rows();
    for (Form& form : forms_) {
      out_.forms.push_back(form.lost ? ReadForm{} : std::move(form.read));
    }
    return std::move(out_);
  }

 private:
  /// Cuts the rows of all forms with the same header together; whether they are forms.
  bool search_rows() {
    std::map<std::u32string, std::vector<Form*>> members;
    std::size_t lists = 0;
    for (Form& form : forms_) {
      const Tokens& header = form.parts.header;
      form.tokens = take_categories(form.parts.rows);
      lists += categories_come_again(form.tokens.categories) ? 1U : 0U;
      form.lost = header.empty() || !put_columns_beside(form);
      if (!form.lost) {
        members[joined(header, 0, header.size())].push_back(&form);
      }
    }
    if (lists * 4 > forms_.size()) {
      return false;
    }
    for (const auto& [words, group] : members) {
      take_last_columns(group);
    }
    for (const auto& [words, group] : members) {
      search_group(words, group);
    }
    return true;
  }

  /// Puts columns that stand behind a form's rows beside these; whether they fit.
  static bool put_columns_beside(Form& form) {
    if (form.parts.columns.empty()) {
      return true;
    }
    std::vector<Role> roles;
    for (const Role role : form.parts.main_roles) {
      if (role != Role::level1 && role != Role::level2) {
        roles.push_back(role);
      }
    }
    // Behind the last row's cell stand values of the form's labels.
    const std::size_t rows = rows_before_columns(form.tokens, roles);
    for (FormColumn& column : form.parts.columns) {
      auto& cells = column.cells;
      std::size_t end = cells.size();
      while (rows > 0 && end > rows && is_label_value(cells[end - 1])) {
        --end;
      }
      append(form.parts.late, cells, end, cells.size());
      cells.resize(end);
    }
    auto whole = with_columns(form.tokens, roles, form.parts.columns);
    if (whole) {
      form.tokens = *std::move(whole);
    }
    return whole.has_value();
  }

  /// What stands first below the headers of several forms is a column's word that nobody knows.
  static void take_last_columns(const std::vector<Form*>& members) {
    constexpr std::size_t longest = 12;
    const Tokens& of_first = members.front()->tokens.kept;
    const StreamToken* const word = of_first.empty() ? nullptr : &of_first.front();
    const auto counts = [](const StreamToken& token) {
      const WordKind kind = kind_of(token.text);
      return kind.number || kind.target || kind.compares || kind.percent;
    };
    // A first row's name has its figures behind it.
    const auto heads = [&](const Form* form) {
      const Tokens& kept = form->tokens.kept;
      const auto& categories = form->tokens.categories;
      const bool before_category =
          std::any_of(categories.begin(), categories.end(),
                      [](const FormCategory& one) { return one.before == 1; });
      const bool before_name = kept.size() > 2 && !counts(kept[1]) && counts(kept[2]);
      return kept.size() > 1 && kept.front().text == word->text &&
             (before_category || before_name) &&
             std::all_of(categories.begin(), categories.end(),
                         [](const FormCategory& one) { return one.before > 0; });
    };
    const bool all = members.size() > 1 && word != nullptr && word->starts_line &&
                     word->text.size() <= longest &&
                     std::all_of(word->text.begin(), word->text.end(), is_cjk) &&
                     std::all_of(members.begin(), members.end(), heads);
    if (!all) {
      return;
    }
    for (Form* const form : members) {
      FormRowTokens& part = form->tokens;
      form->parts.header.push_back(part.kept.front());
      part.kept.erase(part.kept.begin());
      for (FormCategory& category : part.categories) {
        --category.before;
      }
    }
  }

  void search_group(const std::u32string& words, const std::vector<Form*>& members) {
    const Tokens& header = members.front()->parts.header;
    auto read = find_stream_header(header, 0);
    for (std::size_t i = read ? read->end : header.size(); i < header.size(); ++i) {
      read->cells.emplace_back(i, i + 1);
      read->roles.push_back(Role::remark);
      read->end = i + 1;
    }
    const auto columns = read ? stream_columns(lines_, header, *read) : std::nullopt;
    if (!columns) {
      for (Form* const form : members) {
        form->lost = true;
      }
      return;
    }
    Group& group = groups_.emplace(words, Group{StreamRows(lines_, *columns), {}}).first->second;
    std::vector<Role> roles;
    for (const Role role : columns->kinds) {
      group.roles.push_back(role);
      if (role != Role::level1 && role != Role::level2) {
        roles.push_back(role);
      }
    }
    std::vector<RowSearch> searches;
    std::vector<ColumnFacts> facts(roles.size());
    std::vector<Form*> searched;
    std::size_t rows = 0;
    searches.reserve(members.size());
    for (Form* const form : members) {
      form->group = &group;
      form->lost = form->tokens.kept.empty() || form->tokens.kept.size() > most_row_tokens;
      if (!form->lost) {
        searched.push_back(form);
        searches.emplace_back(form->tokens.kept, roles);
        rows += searches.back().measure(facts);
      }
    }
    for (std::size_t k = 0; k < searched.size(); ++k) {
      searches[k].learn(facts, rows);
      searched[k]->found = form_rows(searches[k].run(), searched[k]->tokens.kept, roles);
    }
  }

  void deal_levels() {
    std::vector<CategoryTask> tasks;
    std::vector<Form*> dealt;
    for (Form& form : forms_) {
      const auto has = [&](Role role) {
        const auto& roles = form.group->roles;
        return std::find(roles.begin(), roles.end(), role) != roles.end();
      };
      if (!form.lost) {
        tasks.push_back({form.parts.first, form.tokens.categories, form.found, has(Role::level1),
                         has(Role::level2)});
        dealt.push_back(&form);
      }
    }
    std::vector<std::optional<CategoryAnswer>> answers = deal_forms_categories(tasks);
    for (std::size_t k = 0; k < dealt.size(); ++k) {
      dealt[k]->lost = !answers[k];
      dealt[k]->answer = answers[k] ? *std::move(answers[k]) : CategoryAnswer{};
    }
  }

  /// The labels of a form with their values; amounts that stand before some of their labels by
  /// the order of both.
  std::optional<FormLabels> labels_of(const Form& form) {
    auto labels = form_labels(lines_, form.parts.top, form.parts.late, repeated_, budget_);
    if (labels) {
      return labels;
    }
    auto money = form_money(lines_, form.parts.top);
    labels = money ? form_labels(lines_, money->rest, form.parts.late, repeated_, budget_)
                   : std::nullopt;
    if (labels) {
      labels->rows.insert(labels->rows.end(), money->rows.begin(), money->rows.end());
      labels->doubts.insert(labels->doubts.end(), money->doubts.begin(), money->doubts.end());
    }
    return labels;
  }

  bool write(Form& form) {
    auto labels = labels_of(form);
    if (!labels) {
      return false;
    }
    std::vector<Block>& blocks = form.read.blocks;
    add_text_lines(lines_, labels->heading, 0, labels->heading.size(), blocks);
    out_.labels_apart = out_.labels_apart || labels->apart;
    auto grid = grid_of_labels(*labels);
    if (!grid) {
      return false;
    }
    blocks.emplace_back(*std::move(grid));
    Tokens rows;
    const Tokens& kept = form.tokens.kept;
    const CategoryAnswer& answer = form.answer;
    for (std::size_t r = 0; r < form.found.size(); ++r) {
      const std::size_t begin = form.found[r].begin;
      const std::size_t end = r + 1 < form.found.size() ? form.found[r + 1].begin : kept.size();
      write_category(answer.level1, answer.dealt.level1[r], rows);
      write_category(answer.level2, answer.dealt.level2[r], rows);
      append(rows, kept, begin, end);
      if (answer.dealt.doubtful[r] || form.found[r].doubtful) {
        form.doubts.push_back(place_of(lines_[kept[begin].line]));
      }
    }
    form.number = form.group->rows.add(std::move(rows));
    return true;
  }

  static void write_category(const std::vector<FormCategory>& categories, std::size_t which,
                             Tokens& rows) {
    if (which == DealtCategories::none) {
      return;
    }
    for (const StreamToken& piece : categories[which].tokens) {
      rows.push_back(piece);
      rows.back().starts_line = true;
    }
  }

  /// The tables of indicators; those that do not hold are lost.
  void read_rows() {
    std::map<const Group*, std::vector<StreamTable>> read;
    for (auto& [words, group] : groups_) {
      read.emplace(&group, group.rows.read());
    }
    for (Form& form : forms_) {
      if (form.lost) {
        continue;
      }
      StreamTable& table = read.at(form.group)[form.number];
      form.lost = table.doubtful;
      table.grid.doubts.insert(table.grid.doubts.end(), form.doubts.begin(), form.doubts.end());
      form.read.blocks.emplace_back(std::move(table.grid));
    }
  }

  const std::vector<Line>& lines_;
  const Tokens& tokens_;
  std::vector<Form> forms_;
  std::map<std::u32string, Group> groups_;  ///< by the words of their header
  RepeatedWords repeated_;
  std::size_t budget_ = most_label_ways;
  OrderedForms out_;
};

}  // namespace

std::optional<OrderedForms> ordered_forms(const std::vector<Line>& lines, const Tokens& tokens) {
  return Forms(lines, tokens).run();
}

}  // namespace budgetdiff::import
