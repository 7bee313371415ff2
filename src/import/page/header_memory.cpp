#include "import/page/header_memory.hpp"

#include <cstddef>
#include <type_traits>
#include <utility>

namespace budgetdiff::import {
namespace {

/// The bytes of values one behind the other: equal where all of them are.
class Key {
 public:
  template <typename T>
  void add(const T* values, std::size_t count) {
    static_assert(std::is_arithmetic_v<T>);
    bytes_.append(reinterpret_cast<const char*>(&count), sizeof count);
    bytes_.append(reinterpret_cast<const char*>(values), count * sizeof(T));
  }
  template <typename T>
  void add(T value) {
    add(&value, 1);
  }
  [[nodiscard]] std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

/// All that the reading of lines may depend on: their words, letter by letter, and the lines.
std::string key_of(const std::vector<WordLine>& lines, int way) {
  Key key;
  key.add(way);
  for (const WordLine& line : lines) {
    key.add(line.words.size());
    key.add(line.middle);
    key.add(line.size);
    for (const PdfWord& word : line.words) {
      key.add(word.text.data(), word.text.size());
      key.add(word.char_left.data(), word.char_left.size());
      key.add(word.char_right.data(), word.char_right.size());
      key.add(word.box.left);
      key.add(word.box.top);
      key.add(word.box.right);
      key.add(word.box.bottom);
      key.add(word.size);
      key.add(word.turns);
      key.add(word.line);
      key.add(word.spacing);
    }
  }
  return key.take();
}

}  // namespace

const std::optional<HeaderBand>& HeaderMemory::band_of(
    const std::vector<WordLine>& lines, int way,
    const std::function<std::optional<HeaderBand>()>& read) {
  constexpr std::size_t most_bands = 2'000;
  std::string key = key_of(lines, way);
  if (const auto found = bands_.find(key); found != bands_.end()) {
    return found->second;
  }
  std::optional<HeaderBand> band = read();
  if (bands_.size() >= most_bands) {
    bands_.clear();
  }
  return bands_.emplace(std::move(key), std::move(band)).first->second;
}

}  // namespace budgetdiff::import
