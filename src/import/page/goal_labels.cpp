#include "import/page/goal_labels.hpp"

#include "import/page/lines.hpp"
#include "import/text/source_lines.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr std::size_t longest_part = 8;  // of a broken label
constexpr std::u32string_view goal_word = U"目标";
/// What is shorter is a part of a label, or its number.
constexpr std::size_t shortest_unknown = 4;
constexpr std::size_t least_prose = 12;
/// Lines between a section's label and those of its goals.
constexpr std::size_t reach = 12;

Role role_of(const std::u32string& text) {
  return look_up_header(to_utf8(text)).role;
}

/// The next piece at the side, behind line `line`, and the line that it is on.
std::pair<const FormPiece*, std::size_t> next_at_side(
    const std::vector<Pieces>& lines, std::size_t line, std::size_t end,
    const std::function<bool(const FormPiece&)>& at_side) {
  constexpr std::size_t furthest = 4;
  for (std::size_t i = line + 1; i < std::min(end, line + furthest); ++i) {
    for (const FormPiece& piece : lines[i]) {
      if (at_side(piece)) {
        return {&piece, i};
      }
    }
  }
  return {nullptr, end};
}

/// Whether the next pieces at the side make a goal's label with `text`. One that is a label by
/// itself (绩效, 目标) may end that of which no part says 目标 yet.
bool goes_on_below(const std::vector<Pieces>& lines, std::size_t line, std::size_t end,
                   std::u32string text, const std::function<bool(const FormPiece&)>& at_side) {
  constexpr std::size_t most_parts = 3;
  for (std::size_t part = 0; part < most_parts; ++part) {
    const auto [piece, of] = next_at_side(lines, line, end, at_side);
    if (piece == nullptr || letters(*piece) > longest_part ||
        (piece->is_label() && (text.ends_with(goal_word) || letters(*piece) > shortest_unknown))) {
      return false;
    }
    text += text_of(piece->words);
    line = of;
    if (is_goal_role(role_of(text))) {
      return true;
    }
  }
  return false;
}

}  // namespace

bool is_goal_role(Role role) {
  return role == Role::goal || role == Role::annual_goal;
}

std::size_t letters(const FormPiece& piece) {
  return text_of(piece.words).size();
}

PastedCell cell_of_piece(const FormPiece& piece, int page) {
  PastedCell out;
  for (PdfLine& line : lines_of(piece.words, page)) {
    out.push_back(std::move(line.line));
  }
  return out;
}

namespace {

/// Whether a line begins with one of these numbers of a point.
bool begins_point(const Pieces& line, std::u32string_view numbers) {
  const FormPiece& piece =
      line.size() > 1 && letters(line.front()) <= longest_part ? line[1] : line.front();
  std::u32string_view text;
  const std::u32string all = text_of(piece.words);
  text = all;
  if (text.starts_with(U"目标")) {
    text.remove_prefix(2);
  }
  if (text.starts_with(U"（") || text.starts_with(U"(")) {
    text.remove_prefix(1);
  }
  return text.size() > 1 && numbers.find(text.front()) != numbers.npos &&
         std::u32string_view(U".、．）):：").find(text[1]) != std::u32string_view::npos;
}

}  // namespace

bool begins_later_point(const Pieces& line) {
  return begins_point(line, U"23456789二三四五六七八九②③④⑤⑥⑦⑧⑨");
}

bool begins_first_point(const Pieces& line) {
  return begins_point(line, U"1一①");
}

bool begins_goal_label(const std::vector<Pieces>& lines, std::size_t line) {
  constexpr std::size_t most_lines = 4;
  const Pieces& first = lines[line];
  // 年度 | 年计划投入资金 | 54.46万元，…: blanks may part the text.
  if (first.size() < 2 || letters(first.front()) >= shortest_unknown ||
      std::any_of(first.begin() + 1, first.end(),
                  [](const FormPiece& piece) { return piece.is_label(); })) {
    return false;
  }
  if (first.size() > 2 && std::none_of(first.begin() + 1, first.end(), [](const FormPiece& piece) {
        return letters(piece) >= least_prose;
      })) {
    return false;
  }
  std::u32string text = text_of(first.front().words);
  for (std::size_t i = line + 1; i < std::min(lines.size(), line + most_lines); ++i) {
    const FormPiece& piece = lines[i].front();
    if (letters(piece) > shortest_unknown || piece.box.right > first[1].box.left) {
      break;
    }
    text += text_of(piece.words);
    if (is_goal_role(role_of(text))) {
      return true;
    }
  }
  // 目标 may stand beside the header.
  return letters(first.back()) > longest_part && is_goal_role(role_of(text + U"目标"));
}

namespace {

/// Whether a text is the first part of a goal's label, broken wherever: 年度绩.
bool begins_goal(const std::u32string& text) {
  constexpr std::array<std::u32string_view, 5> rests{U"目标", U"标", U"效目标", U"体目标",
                                                     U"绩效目标"};
  return std::any_of(rests.begin(), rests.end(), [&](std::u32string_view rest) {
    return is_goal_role(role_of(text + std::u32string(rest)));
  });
}

/// Whether it may be the last part of one: 效目标.
bool ends_with_goal(const std::u32string& text) {
  return text == U"标" || (text.size() <= longest_part && text.ends_with(goal_word));
}

}  // namespace

bool ends_goal_label(const std::vector<Pieces>& lines, std::size_t end) {
  std::u32string text;
  for (std::size_t i = 0; i < end && text.size() <= longest_part; ++i) {
    for (const FormPiece& piece : lines[i]) {
      text += text_of(piece.words);
    }
  }
  return ends_with_goal(text);
}

void part_side_words(std::vector<Pieces>& lines) {
  const auto beside = [&](std::size_t i, const FormPiece& piece) {
    const Pieces& line = lines[i];
    const double letter = piece.size;
    return line.size() > 1 && letters(line.front()) <= shortest_unknown &&
           std::abs(line.front().box.left - piece.box.left) <= letter &&
           std::abs(line[1].box.left - piece.words[1].box.left) <= 2 * letter;
  };
  // 项目总体目 | 97%，… above 标 | …: the lines whose first words are a goal's label together.
  const auto lines_of_label = [&](std::size_t i, const FormPiece& piece) {
    std::vector<std::size_t> out{i};
    std::u32string text = text_of({piece.words.front()});
    for (std::size_t k = i + 1; k < std::min(lines.size(), i + 4) && text.size() <= longest_part;
         ++k) {
      const FormPiece& below = lines[k].front();
      const double texts = piece.words[1].box.left;
      if (below.box.left >= texts) {
        continue;  // nothing stands at the side there
      }
      const std::u32string part = text_of({below.words.front()});
      // 目标 before 2.完成… is a label by itself, and the end of this one.
      const bool other = below.is_label() && !is_goal_role(role_of(text + part));
      if (part.size() > shortest_unknown || below.words.front().box.right > texts || other) {
        break;
      }
      text += part;
      out.push_back(k);
      if (is_goal_role(role_of(text))) {
        return out;
      }
    }
    return std::vector<std::size_t>{};
  };
  const auto part_first = [&](Pieces& line) {
    std::vector<PdfWord> words = line.front().words;
    if (words.size() > 1) {
      line.front() = piece_of({words.front()});
      words.erase(words.begin());
      line.insert(line.begin() + 1, piece_of(std::move(words)));
    }
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const FormPiece& front = lines[i].front();
    if (front.words.size() < 2 || front.is_label() ||
        text_of({front.words.front()}).size() > longest_part) {
      continue;
    }
    const bool part =
        text_of({front.words.front()}).size() <= shortest_unknown &&
        ((i > 0 && beside(i - 1, front)) || (i + 1 < lines.size() && beside(i + 1, front)));
    const std::vector<std::size_t> label = lines_of_label(i, front);
    if (part) {
      part_first(lines[i]);
    }
    for (const std::size_t line : label) {
      part_first(lines[line]);
    }
  }
}

void drop_section_labels(std::vector<Pieces>& lines) {
  struct Label {
    std::size_t line = 0;
    Box box;
  };
  std::vector<Label> labels;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (const FormPiece& piece : lines[i]) {
      if (is_goal_role(piece.term.role)) {
        labels.push_back({i, piece.box});
      }
    }
  }
  const auto near = [](const Label& a, const Label& b) {
    return std::max(a.line, b.line) - std::min(a.line, b.line) <= reach;
  };
  for (const Label& section : labels) {
    std::vector<const Label*> goals;
    for (const Label& other : labels) {
      if (other.box.left >= section.box.right && near(section, other) &&
          std::all_of(goals.begin(), goals.end(), [&](const Label* goal) {
            // One below the other, wherever print has slid what stands right of the section's
            // words.
            return goal->line != other.line && std::min(goal->box.right, other.box.right) >
                                                   std::max(goal->box.left, other.box.left);
          })) {
        goals.push_back(&other);
      }
    }
    if (goals.size() != 2) {
      continue;
    }
    std::erase_if(lines[section.line], [&](const FormPiece& piece) {
      return is_goal_role(piece.term.role) && piece.box.left == section.box.left;
    });
  }
  std::erase_if(lines, [](const Pieces& line) { return line.empty(); });
}

std::vector<SideLabel> side_labels(const std::vector<Pieces>& lines, std::size_t begin,
                                   std::size_t end,
                                   const std::function<bool(const FormPiece&)>& at_side, int page,
                                   Cut cut) {
  std::vector<SideLabel> out;
  std::u32string text;
  SideLabel open;
  const auto end_unknown = [&] {
    if (text.size() >= shortest_unknown) {
      open.known = false;
      out.push_back(std::exchange(open, {}));
    }
    open = {};
    text.clear();
  };
  for (std::size_t i = begin; i < end; ++i) {
    for (const FormPiece& piece : lines[i]) {
      if (!at_side(piece)) {
        continue;
      }
      const std::u32string own = text_of(piece.words);
      // （%） ends a label above, and begins none.
      const bool says_nothing = std::none_of(own.begin(), own.end(), [](char32_t c) {
        return is_digit(c) || (is_cjk(c) && c != U'（' && c != U'）' && c != U'％');
      });
      if (text.empty() && says_nothing) {
        continue;
      }
      const bool whole = is_goal_role(piece.term.role) || own.size() > longest_part;
      // 绩效 is a goal's label by itself, and a part of 年度 | 绩效 | 目标, of which the last line
      // may be elsewhere.
      const bool part = !text.ends_with(goal_word) &&
                        (goes_on_below(lines, i, end, text + own, at_side) ||
                         (next_at_side(lines, i, end, at_side).first == nullptr &&
                          is_goal_role(role_of(text + own + std::u32string(goal_word)))));
      if (!text.empty() && whole && !is_goal_role(role_of(text + own)) && !part) {
        end_unknown();
      }
      if (text.empty()) {
        open = {i, i, {}, true};
      }
      text += own;
      const PastedCell cell = cell_of_piece(piece, page);
      open.cell.insert(open.cell.end(), cell.begin(), cell.end());
      open.last = i;
      if (is_goal_role(role_of(text)) && !goes_on_below(lines, i, end, text, at_side)) {
        out.push_back(std::exchange(open, {}));
        text.clear();
      }
    }
  }
  const bool broken = (cut.at_foot && begins_goal(text)) ||
                      (cut.at_head && open.first == begin && ends_with_goal(text));
  if (!text.empty() && (broken || is_goal_role(role_of(text + U"目标")))) {
    out.push_back(std::exchange(open, {}));
    text.clear();
  }
  end_unknown();
  // 目标, its last line, may stand beside the header.
  if (!cut.at_foot && !out.empty() && out.back().known &&
      !packed(out.back().cell).ends_with(U"目标") &&
      is_goal_role(role_of(packed(out.back().cell) + U"目标"))) {
    out.back().cell.push_back({U"目标", out.back().cell.back().place});
  }
  return std::any_of(out.begin(), out.end(), [](const SideLabel& label) { return label.known; })
             ? out
             : std::vector<SideLabel>{};
}

}  // namespace budgetdiff::import
