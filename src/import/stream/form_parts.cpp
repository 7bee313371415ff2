#include "import/stream/form_parts.hpp"

#include "import/stream/form_cuts.hpp"
#include "import/stream/stream_header.hpp"
#include "import/stream/stream_label.hpp"
#include "import/table/context.hpp"
#include "import/table/scan.hpp"
#include "import/text/amount_run.hpp"
#include "import/text/page_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

using Tokens = std::vector<StreamToken>;

Role role_of(const StreamToken& token) {
  return look_up_listed_header(to_utf8(token.text)).role;
}

class Pages {
 public:
  Pages(const std::vector<Line>& lines, const Tokens& tokens) : lines_(lines), tokens_(tokens) {}

  std::optional<FormDocument> run() {
    return take_pages() && !out_.forms.empty() ? std::optional(std::move(out_)) : std::nullopt;
  }

 private:
  /// The forms of the pages: one that names a project begins one, others go on with it.
  bool take_pages() {
    std::vector<Tokens> parts = parts_of_pages(lines_, tokens_);
    return std::all_of(parts.begin(), parts.end(),
                       [&](Tokens& part) { return take_page(std::move(part)); });
  }

  bool take_page(Tokens page) {
    std::size_t names = 0;
    for (std::size_t i = 0; i < page.size(); ++i) {
      names += is_name_label(page, i) ? 1U : 0U;
    }
    const bool open = !out_.forms.empty() && out_.behind.empty();
    const Tokens untouched = page;
    const auto header = take_header(page);
    const bool begins = names > 0 && (header || open);
    if (names > 1 && begins) {
      return false;
    }
    if (!begins && !open) {
      const bool levels = std::any_of(page.begin(), page.end(), [](const StreamToken& token) {
        return holds_levels(role_of(token));
      });
      if (names > 0 && levels) {
        return false;  // a form that is not understood
      }
      append(out_.forms.empty() ? out_.before : out_.behind, untouched, 0, untouched.size());
      return true;
    }
    if (begins) {
      if (!out_.behind.empty()) {
        return false;  // another kind of table between forms
      }
      out_.forms.emplace_back();
    }
    FormParts& form = out_.forms.back();
    std::size_t rows = 0;
    if (header) {
      const bool known = !form.header.empty();
      if (!known) {
        append(form.header, page, header->begin, header->end);
      }
      Tokens top;
      append(top, page, 0, header->begin);
      if (begins) {
        take_top(form, std::move(top));
      } else {
        take_rows(form, top, 0);
      }
      rows = header->end;
      form.main_roles = header->roles;
    }
    const std::size_t behind = take_columns(form, page, rows);
    page.resize(behind);
    take_rows(form, page, rows);
    return true;
  }

  /// Categories of the left column stand above the header, alone in their lines.
  static void take_top(FormParts& form, Tokens top) {
    FormRowTokens parts = take_categories(top);
    for (const FormCategory& one : parts.categories) {
      if (!one.level1 || one.leads_line) {
        form.top = std::move(top);
        return;
      }
    }
    form.first = std::move(parts.categories);
    // The words at the side are labels here, and stay.
    for (const StreamToken& token : top) {
      const bool category =
          std::any_of(form.first.begin(), form.first.end(), [&](const FormCategory& one) {
            return std::any_of(one.tokens.begin(), one.tokens.end(), [&](const StreamToken& piece) {
              return piece.line == token.line && piece.text == token.text;
            });
          });
      if (!category) {
        form.top.push_back(token);
      }
    }
  }

  /// What stands behind the rows on a page: columns, each below its word, and before these, or
  /// behind a line that labels the table, values of the form's labels. Where it begins.
  std::size_t take_columns(FormParts& form, const Tokens& page, std::size_t from) const {
    const auto alone = [&](std::size_t i) {
      return page[i].starts_line && (i + 1 == page.size() || page[i + 1].starts_line);
    };
    const auto heads_column = [&](std::size_t i) {
      const Role role = look_up_header(to_utf8(page[i].text)).role;
      return alone(i) && (holds_targets(role) || role == Role::measurement_unit ||
                          role == Role::weight || role == Role::comparator);
    };
    std::size_t begin = from;
    while (begin < page.size() && !heads_column(begin) &&
           (begin == from || !page[begin].starts_line ||
            !is_form_heading(lines_[page[begin].line]) || is_title(lines_[page[begin].line]))) {
      ++begin;
    }
    if (begin == page.size() || begin == from) {
      return page.size();
    }
    const std::size_t columns = begin;
    while (begin > from && alone(begin - 1) && is_label_value(page[begin - 1])) {
      --begin;
    }
    append(form.late, page, begin, columns);
    for (std::size_t i = columns; i < page.size(); ++i) {
      if (page[i].starts_line && is_form_heading(lines_[page[i].line])) {
        while (i + 1 < page.size() && !page[i + 1].starts_line) {
          ++i;
        }
      } else if (heads_column(i)) {
        form.header.push_back(page[i]);
        form.columns.push_back({look_up_header(to_utf8(page[i].text)).role, {}});
      } else if (form.columns.empty()) {
        form.late.push_back(page[i]);
      } else if (page[i].starts_line) {
        form.columns.back().cells.push_back(page[i]);
      } else {
        form.columns.back().cells.back().text += page[i].text;
      }
    }
    return begin;
  }

  /// The tokens of rows, up to what is below the last form.
  void take_rows(FormParts& form, const Tokens& page, std::size_t from) {
    for (std::size_t at = from; at < page.size(); ++at) {
      const Line& line = lines_[page[at].line];
      if (page[at].starts_line && !out_.behind.empty()) {
        append(out_.behind, page, at, page.size());
        return;
      }
      const bool section = heads_section(without_space(line.text)) && !is_title(line);
      if (page[at].starts_line && section) {
        append(out_.behind, page, at, page.size());
        return;
      }
      if (!is_form_heading(line)) {
        form.rows.push_back(page[at]);
      }
    }
  }

  const std::vector<Line>& lines_;
  const Tokens& tokens_;
  FormDocument out_;
};

}  // namespace

std::optional<StreamHeader> take_header(Tokens& page) {
  const auto find = [&](std::size_t from, auto is) {
    while (from < page.size() && !is(page[from])) {
      ++from;
    }
    return from;
  };
  const std::size_t first =
      find(0, [](const StreamToken& one) { return role_of(one) == Role::level1; });
  std::size_t at = find(0, [](const StreamToken& one) {
    return role_of(one) == Role::level2 || role_of(one) == Role::level3;
  });
  if (at == page.size()) {
    return std::nullopt;
  }
  if (first < page.size() && first + 1 != at) {
    StreamToken word = page[first];
    page.erase(page.begin() + static_cast<std::ptrdiff_t>(first));
    at -= first < at ? 1U : 0U;
    page[at].starts_line = page[at].starts_line || word.starts_line;
    word.starts_line = true;
    page.insert(page.begin() + static_cast<std::ptrdiff_t>(at), std::move(word));
  } else if (first + 1 == at) {
    at = first;
  }
  auto header = find_stream_header(page, at);
  if (header && header->begin == at) {
    return header;
  }
  // The words of columns that stand behind the rows are not here.
  StreamHeader words{at, at, {}, {}};
  while (words.end < page.size() && role_of(page[words.end]) != Role::none) {
    words.cells.emplace_back(words.end, words.end + 1);
    words.roles.push_back(role_of(page[words.end]));
    ++words.end;
  }
  const bool named =
      std::find(words.roles.begin(), words.roles.end(), Role::level3) != words.roles.end();
  return named ? std::optional(std::move(words)) : std::nullopt;
}

bool is_form_heading(const Line& line) {
  if (is_title(line) || heads_section(without_space(line.text))) {
    return true;
  }
  const std::vector<Labelled> labels = labels_in(line.text);
  return !labels.empty() && std::all_of(labels.begin(), labels.end(), [](const Labelled& one) {
    return !one.value.empty() && (one.role == Role::department || one.role == Role::spending_unit ||
                                  one.role == Role::money_unit || one.role == Role::year);
  });
}

bool is_name_label(const Tokens& tokens, std::size_t at) {
  return tokens[at].starts_line && tokens[at].text.find_first_of(U"项专政") == 0 &&
         label_at(tokens, at, tokens.size()).role == Role::project_name;
}

void append(Tokens& to, const Tokens& from, std::size_t begin, std::size_t end) {
  to.insert(to.end(), from.begin() + static_cast<std::ptrdiff_t>(begin),
            from.begin() + static_cast<std::ptrdiff_t>(end));
}

bool is_label_value(const StreamToken& token) {
  const std::u32string& text = token.text;
  const bool body = std::u32string_view(U"局厅委院所站办会部校心队园馆）").find(text.back()) !=
                    std::u32string_view::npos;
  return read_published_amount(text) || body ||
         text.find_first_not_of(U"0123456789-—~至/.年月日") == text.npos;
}

std::optional<FormDocument> form_parts(const std::vector<Line>& lines, const Tokens& tokens) {
  return Pages(lines, tokens).run();
}

}  // namespace budgetdiff::import
