#include "import/stream/spread_pieces.hpp"

#include "import/stream/form_parts.hpp"
#include "import/stream/spread_heads.hpp"
#include "import/stream/stream_label.hpp"
#include "import/vocabulary.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace budgetdiff::import {
namespace {

using Tokens = std::vector<StreamToken>;

/// Known labels, whole or in pieces; those that only look like one where other forms have them.
/// What stands at the side of the indicators is none.
std::vector<bool> labels_of(const Tokens& tokens, const RepeatedWords& repeated) {
  std::vector<bool> out(tokens.size(), false);
  for (std::size_t i = 0; i < tokens.size();) {
    const StreamLabel label = label_at(tokens, i, tokens.size());
    const std::string text = to_utf8(joined(tokens, i, std::max(label.end, i + 1)));
    const bool known =
        label.role != Role::none && label.role != Role::indicators && !is_level1_category(text) &&
        !is_level2_category(text) &&
        (look_up_listed_header(text).role != Role::none || repeated.has(tokens[i].text));
    for (const std::size_t end = known ? label.end : i + 1; i < end; ++i) {
      out[i] = known;
    }
  }
  return out;
}

/// Whether a token ends the label of a project's name.
bool heads_name(const Tokens& tokens, std::size_t at) {
  return look_up_listed_header(to_utf8(tokens[at].text)).role == Role::project_name;
}

/// The number of a page stands by itself.
void take_page_numbers(std::vector<DealToken>& pieces) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    const bool alone = (i == 0 || pieces[i - 1].flow != pieces[i].flow) &&
                       (i + 1 == pieces.size() || pieces[i + 1].flow != pieces[i].flow);
    pieces[i].heading = pieces[i].heading ||
                        (alone && to_utf8(pieces[i].token.text) == std::to_string(pieces[i].page));
  }
}

/// （2024年度）
bool is_year(const std::u32string& text) {
  constexpr std::size_t longest = 10;
  return text.size() <= longest && (text.front() == U'（' || text.front() == U'(') &&
         text.find(U'年') != text.npos && text.find_first_of(U"0123456789") != text.npos;
}

}  // namespace

std::vector<std::size_t> flows_of(const std::vector<Line>& lines) {
  std::vector<std::size_t> out;
  std::size_t flow = 0;
  for (const Line& line : lines) {
    flow += line.blank_before || line.starts_page ? 1U : 0U;
    out.push_back(flow);
  }
  return out;
}

SpreadPieces spread_pieces(const std::vector<Line>& lines, const std::vector<std::size_t>& flows,
                           const SpreadWords& words, const RepeatedWords& repeated,
                           const Tokens& form) {
  SpreadPieces out;
  const std::vector<bool> header = words.in(lines, form);
  Tokens rest;
  std::vector<bool> behind_header;
  std::size_t first = form.size();  // of what stands behind a word of the header
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (header[i] && look_up_listed_header(to_utf8(form[i].text)).role != Role::level1) {
      first = std::min(first, rest.size());
    }
    if (!header[i]) {
      const bool behind = i > 0 && header[i - 1] && flows[form[i].line] == flows[form[i - 1].line];
      rest.push_back(form[i]);
      rest.back().starts_line = rest.back().starts_line || behind;
      behind_header.push_back(behind);
    }
  }
  const std::vector<bool> labels = labels_of(rest, repeated);
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
    const std::size_t here = flows[rest[i].line];
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
    piece.page = lines[piece.token.line].page;
    piece.behind_header = std::exchange(behind, false);
    piece.heading = is_form_heading(lines[piece.token.line]) || is_year(piece.token.text);
    piece.repeated = repeated.has(piece.token.text);
    piece.behind_label = !labels[i] && i > 0 && labels[i - 1] && rest[i].starts_line &&
                         flows[rest[i - 1].line] == here && heads_name(rest, i - 1);
    out.pieces.push_back(std::move(piece));
  }
  out.categories = std::move(parted.categories);
  for (FormCategory& one : out.categories) {
    const std::size_t line = one.tokens[(one.tokens.size() - 1) / 2].line;
    one.before = static_cast<std::size_t>(
        std::find_if(out.pieces.begin(), out.pieces.end(),
                     [&](const DealToken& piece) { return piece.token.line >= line; }) -
        out.pieces.begin());
  }
  take_page_numbers(out.pieces);
  tell_heads(lines, flows, words, form, header, out.pieces);
  return out;
}

}  // namespace budgetdiff::import
