#include "import/page/header_repeats.hpp"

#include <algorithm>
#include <optional>

namespace budgetdiff::import {
namespace {

constexpr std::size_t most_headers = 1'000;

/// The letters of a line, each with its word and place in it.
struct Letter {
  const PdfWord* word = nullptr;
  std::size_t at = 0;
};

std::vector<Letter> letters_of(const WordLine& line) {
  std::vector<Letter> out;
  for (const PdfWord& word : line.words) {
    for (std::size_t i = 0; i < word.text.size(); ++i) {
      out.push_back({&word, i});
    }
  }
  return out;
}

/// Which letter of a line stands at `left`.
std::optional<std::size_t> letter_at(const std::vector<Letter>& letters, double left) {
  const auto found = std::find_if(letters.begin(), letters.end(), [&](const Letter& one) {
    return one.word->char_left[one.at] == left;
  });
  return found == letters.end() ? std::nullopt
                                : std::optional(static_cast<std::size_t>(found - letters.begin()));
}

}  // namespace

void HeaderRepeats::settle(HeaderBand& band, const std::vector<WordLine>& lines) {
  std::vector<std::vector<Letter>> letters;
  std::vector<int> numbers;
  std::u32string key;
  for (const WordLine& line : lines) {
    if (line.middle < band.top || line.middle > band.bottom || line.words.empty()) {
      continue;
    }
    letters.push_back(letters_of(line));
    numbers.push_back(line.words.front().line);
    for (const PdfWord& word : line.words) {
      key += word.text;
    }
    key += U'\n';
  }
  const auto known = readings_.find(key);
  if (known != readings_.end() &&
      std::pair(known->second.known, known->second.weight) >= std::pair(band.known, band.weight)) {
    const Reading& reading = known->second;
    band.cells.clear();
    for (const ReadCell& cell : reading.cells) {
      HeaderCell& own = band.cells.emplace_back();
      own.text = cell.text;
      own.term = cell.term;
      for (const Piece& piece : cell.pieces) {
        for (std::size_t i = piece.begin; i < piece.end; ++i) {
          const Letter& letter = letters[piece.line][i];
          PdfWord word = part_of(*letter.word, letter.at, letter.at + 1);
          own.box = own.words.empty() ? word.box
                                      : Box{std::min(own.box.left, word.box.left),
                                            std::min(own.box.top, word.box.top),
                                            std::max(own.box.right, word.box.right),
                                            std::max(own.box.bottom, word.box.bottom)};
          own.words.push_back(std::move(word));
        }
      }
    }
    band.known = reading.known;
    band.weight = reading.weight;
    return;
  }
  Reading reading{{}, band.known, band.weight};
  for (const HeaderCell& cell : band.cells) {
    ReadCell& read = reading.cells.emplace_back();
    read.text = cell.text;
    read.term = cell.term;
    for (const PdfWord& word : cell.words) {
      const auto line = std::find(numbers.begin(), numbers.end(), word.line);
      if (line == numbers.end()) {
        return;
      }
      const auto number = static_cast<std::size_t>(line - numbers.begin());
      for (const double left : word.char_left) {
        const auto at = letter_at(letters[number], left);
        if (!at) {
          return;
        }
        read.pieces.push_back({number, *at, *at + 1});
      }
    }
  }
  if (readings_.size() < most_headers || known != readings_.end()) {
    readings_[key] = std::move(reading);
  }
}

}  // namespace budgetdiff::import
