#include <budgetdiff/text/catalogue.hpp>

#include <cstdint>
#include <cstring>

namespace budgetdiff {

// The bytes of po/zh.mo, made by cmake/EmbedFile.cmake.
extern const unsigned char zh_catalogue[];
extern const std::size_t zh_catalogue_size;

namespace {

/// Reads the binary form that msgfmt writes (GNU gettext manual, "The Format
/// of GNU MO Files"): two tables of length and offset, originals sorted.
class Catalogue {
 public:
  Catalogue(const unsigned char* bytes, std::size_t size)
      : bytes_(reinterpret_cast<const char*>(bytes)), size_(size) {}

  [[nodiscard]] std::string_view find(std::string_view text) const {
    constexpr std::uint32_t magic = 0x950412DE;
    if (size_ < 20 || number(0) != magic) {
      return {};
    }
    const std::uint32_t originals = number(12);
    const std::uint32_t translations = number(16);
    std::uint32_t low = 0;
    std::uint32_t high = number(8);
    while (low < high) {
      const std::uint32_t middle = low + (high - low) / 2;
      const std::string_view candidate = entry(originals, middle);
      if (candidate == text) {
        return entry(translations, middle);
      }
      (candidate < text ? low : high) = candidate < text ? middle + 1 : middle;
    }
    return {};
  }

 private:
  [[nodiscard]] std::uint32_t number(std::size_t at) const {
    std::uint32_t value = 0;
    std::memcpy(&value, bytes_ + at, sizeof value);
    return value;
  }
  [[nodiscard]] std::string_view entry(std::uint32_t table, std::uint32_t index) const {
    const std::size_t at = table + 8U * index;
    return {bytes_ + number(at + 4), number(at)};
  }

  const char* bytes_;
  std::size_t size_;
};

}  // namespace

std::string_view translate(Language language, std::string_view english) {
  if (language == Language::english || english.empty()) {
    return english;
  }
  const std::string_view found = Catalogue(zh_catalogue, zh_catalogue_size).find(english);
  return found.empty() ? english : found;
}

std::string say(Language language, const Message& message) {
  return substitute(translate(language, message.text), message.args);
}

std::string say(Language language, std::string_view english, const std::vector<std::string>& args) {
  return substitute(translate(language, english), args);
}

Language language_of_locale(std::string_view locale) {
  return locale.substr(0, 2) == "zh" ? Language::chinese : Language::english;
}

}  // namespace budgetdiff
