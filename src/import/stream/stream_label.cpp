#include "import/stream/stream_label.hpp"

#include "import/text/amount_run.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <string>

namespace budgetdiff::import {
namespace {

constexpr std::size_t longest_label = 24;
/// A label is broken into so many pieces at most.
constexpr std::size_t most_pieces = 5;

}  // namespace

StreamLabel label_at(const std::vector<StreamToken>& tokens, std::size_t at, std::size_t end) {
  StreamLabel out{at, Role::none};
  std::u32string text;
  for (std::size_t k = at; k < end && k < at + most_pieces; ++k) {
    // What is a label by itself is no rest of one; brackets and numbers begin none.
    const bool another = k > at && out.role != Role::none && tokens[k].text.size() > 2 &&
                         look_up_listed_header(to_utf8(tokens[k].text)).role != Role::none;
    // 71.2000 above 年度资金总额 is an amount, and neither a point's number nor a year before it.
    const bool bracket =
        k == at && (tokens[k].text.front() == U'（' || tokens[k].text.front() == U'(' ||
                    (is_digit(tokens[k].text.back()) &&
                     tokens[k].text.find_first_not_of(U"0123456789.,，") == std::u32string::npos));
    text += tokens[k].text;
    // 3 | 年度预算, 资金 | 项目资金: what comes before a label is no piece of it, unless both are
    // one that is listed (年度 | 总体目标).
    const bool before = k > at && out.role == Role::none && tokens[k].text.size() > 2 &&
                        look_up_listed_header(to_utf8(tokens[k].text)).role != Role::none &&
                        look_up_listed_header(to_utf8(text)).role == Role::none;
    if (another || before || bracket || text.size() > longest_label ||
        (k > at &&
         (!may_join(tokens[k - 1], tokens[k]) || read_published_amount(tokens[k].text)))) {
      break;
    }
    if (const Role role = look_up_header(to_utf8(text)).role; role != Role::none) {
      out = {k + 1, role};
    }
  }
  return out;
}

}  // namespace budgetdiff::import
