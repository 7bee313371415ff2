#include "diff/word_diff.hpp"

#include "diff/sequence_diff.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <unordered_map>
#include <utility>

namespace budgetdiff {
namespace {

void append(std::vector<TextEdit>& edits, TextEdit::Kind kind, std::string text) {
  if (text.empty()) {
    return;
  }
  if (!edits.empty() && edits.back().kind == kind) {
    edits.back().text += text;
  } else {
    edits.push_back({kind, std::move(text)});
  }
}

std::string joined(const std::vector<std::string>& words, std::size_t first, std::size_t last) {
  std::string out;
  for (std::size_t i = first; i < last; ++i) {
    out += words[i];
  }
  return out;
}

/// One character that is no line end: 的 kept between two edits helps nobody.
bool is_single(const std::string& text) {
  return text != "\n" && to_code_points(text).size() == 1;
}

bool is_ascii_word(char32_t c) {
  return (c >= U'0' && c <= U'9') || (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
}

/// The edits where one text is the other with one passage put in or taken out:
/// no words are needed to say that, and loading ICU's dictionary costs more
/// than the rest of a small diff. Nothing where the passage is a single
/// character or would cut a number or a Latin word.
std::vector<TextEdit> one_passage(const std::u32string& a, const std::u32string& b) {
  if (a.empty() || b.empty()) {
    return {};
  }
  const bool grows = b.size() > a.size();
  const std::u32string& less = grows ? a : b;
  const std::u32string& more = grows ? b : a;
  const auto differ = std::mismatch(less.begin(), less.end(), more.begin());
  const auto prefix = static_cast<std::size_t>(differ.first - less.begin());
  const std::size_t length = more.size() - less.size();
  const std::u32string_view rest = std::u32string_view(less).substr(prefix);
  if (length < 2 || std::u32string_view(more).substr(prefix + length) != rest) {
    return {};
  }
  const auto cuts = [&](std::size_t at) {
    return at > 0 && at < more.size() && is_ascii_word(more[at - 1]) && is_ascii_word(more[at]);
  };
  if (cuts(prefix) || cuts(prefix + length)) {
    return {};
  }
  std::vector<TextEdit> edits;
  append(edits, TextEdit::Kind::keep, to_utf8(std::u32string_view(more).substr(0, prefix)));
  append(edits, grows ? TextEdit::Kind::insert : TextEdit::Kind::remove,
         to_utf8(std::u32string_view(more).substr(prefix, length)));
  append(edits, TextEdit::Kind::keep, to_utf8(rest));
  return edits;
}

/// Between a and b words always end, whatever else the text says: behind 。 and 、
/// and line ends, and behind ， and ； that stand in no number.
bool ends_words(char32_t a, char32_t b) {
  const bool digit = (b >= U'0' && b <= U'9') || (b >= U'０' && b <= U'９');
  return a == U'。' || a == U'、' || a == U'\n' || ((a == U'，' || a == U'；') && !digit);
}

/// What two texts share at their ends, up to where words end in both. It need
/// not be cut into words, which is what takes the time.
struct SharedEnds {
  std::size_t prefix = 0;  ///< code points
  std::size_t suffix = 0;
};

SharedEnds shared_ends(std::u32string_view a, std::u32string_view b) {
  SharedEnds out;
  const std::size_t shorter = std::min(a.size(), b.size());
  for (std::size_t i = 0; i + 1 < shorter && a[i] == b[i]; ++i) {
    if (ends_words(a[i], a[i + 1]) && ends_words(b[i], b[i + 1])) {
      out.prefix = i + 1;
    }
  }
  const auto from_end = [](std::u32string_view text, std::size_t i) {
    return text[text.size() - i];
  };
  for (std::size_t i = 1; i + out.prefix < shorter && from_end(a, i) == from_end(b, i); ++i) {
    if (ends_words(from_end(a, i + 1), from_end(a, i)) &&
        ends_words(from_end(b, i + 1), from_end(b, i))) {
      out.suffix = i;
    }
  }
  return out;
}

std::vector<TextEdit> diff_words(std::string_view from, std::string_view to) {
  const std::vector<std::string> before = words(from);
  const std::vector<std::string> after = words(to);
  std::unordered_map<std::string_view, std::uint32_t> numbers;
  const auto number_all = [&](const std::vector<std::string>& list) {
    std::vector<std::uint32_t> out;
    out.reserve(list.size());
    for (const std::string& word : list) {
      out.push_back(
          numbers.emplace(word, static_cast<std::uint32_t>(numbers.size())).first->second);
    }
    return out;
  };
  const std::vector<std::uint32_t> a = number_all(before);
  const std::vector<std::uint32_t> b = number_all(after);
  std::vector<CommonRun> runs = common_runs(a, b);

  // Fold a single character between two real edits into them. The ends of the
  // texts count as common runs of no length.
  runs.push_back({a.size(), b.size(), 0});
  std::vector<CommonRun> kept;
  CommonRun last;
  for (std::size_t r = 0; r < runs.size(); ++r) {
    const CommonRun& run = runs[r];
    if (r + 1 < runs.size() && run.length == 1 && is_single(before[run.from])) {
      const CommonRun& next = runs[r + 1];
      const bool edited_before =
          run.from > last.from + last.length && run.to > last.to + last.length;
      const bool edited_after = next.from > run.from + 1 && next.to > run.to + 1;
      if (edited_before && edited_after) {
        continue;
      }
    }
    kept.push_back(run);
    last = run;
  }

  std::vector<TextEdit> edits;
  std::size_t i = 0;
  std::size_t j = 0;
  for (const CommonRun& run : kept) {
    append(edits, TextEdit::Kind::remove, joined(before, i, run.from));
    append(edits, TextEdit::Kind::insert, joined(after, j, run.to));
    append(edits, TextEdit::Kind::keep, joined(before, run.from, run.from + run.length));
    i = run.from + run.length;
    j = run.to + run.length;
  }
  return edits;
}

}  // namespace

std::vector<TextEdit> word_diff(std::string_view from, std::string_view to) {
  const std::u32string a = to_code_points(from);
  const std::u32string b = to_code_points(to);
  if (std::vector<TextEdit> edits = one_passage(a, b); !edits.empty()) {
    return edits;
  }
  const SharedEnds shared = shared_ends(a, b);
  const auto middle = [&](const std::u32string& text) {
    return to_utf8(std::u32string_view(text).substr(shared.prefix,
                                                    text.size() - shared.prefix - shared.suffix));
  };
  std::vector<TextEdit> edits;
  append(edits, TextEdit::Kind::keep, to_utf8(std::u32string_view(a).substr(0, shared.prefix)));
  for (TextEdit& edit : diff_words(middle(a), middle(b))) {
    append(edits, edit.kind, std::move(edit.text));
  }
  append(edits, TextEdit::Kind::keep,
         to_utf8(std::u32string_view(a).substr(a.size() - shared.suffix)));
  return edits;
}

}  // namespace budgetdiff
