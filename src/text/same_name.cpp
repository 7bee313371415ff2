#include <budgetdiff/text/same_name.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <cstddef>

namespace budgetdiff {
namespace {

bool is_one_of(char32_t c, std::u32string_view marks) {
  return marks.find(c) != marks.npos;
}

/// The form that stands for all of a mark's; 0 for what is left out.
char32_t one_form(char32_t c) {
  return is_one_of(c, U"“”„‟‘’‚‛\"'「」『』〝〞＂＇") ? U'\0'
         : is_one_of(c, U"（(【〔［[〖｛{〈《")       ? U'('
         : is_one_of(c, U"）)】〕］]〗｝}〉》")       ? U')'
         : is_one_of(c, U"-‐‑‒–—―─－﹣−")             ? U'-'
         : is_one_of(c, U"·•・‧∙⋅●")                  ? U'·'
         : is_one_of(c, U"~～〜∼")                    ? U'~'
         : c == U'。'                                 ? U'.'
         : c == U'、' || c == U'，' || c == U'；'     ? U','
         : c == U';'                                  ? U','
                                                      : c;
}

std::u32string fold_prose(std::string_view text) {
  std::u32string out;
  const auto end_paragraph = [&] {
    while (!out.empty() && (out.back() == U'.' || out.back() == U',')) {
      out.pop_back();
    }
  };
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    for (const char32_t c : fold_width_wide(text.substr(begin, end - begin))) {
      const char32_t form = one_form(c);
      const bool dash_again = form == U'-' && !out.empty() && out.back() == U'-';
      if (form != U'\0' && !dash_again) {
        out += form;
      }
    }
    end_paragraph();
    begin = end + 1;
  }
  return out;
}

}  // namespace

bool same_name(std::string_view a, std::string_view b) {
  return a == b || fold_name(a) == fold_name(b);
}

std::string fold_category(std::string_view text) {
  std::string out = fold_name(text);
  constexpr std::string_view ending = "指标";
  if (out.size() > ending.size() && out.ends_with(ending)) {
    out.resize(out.size() - ending.size());
  }
  return out;
}

bool same_category(std::string_view a, std::string_view b) {
  return a == b || fold_category(a) == fold_category(b);
}

bool same_prose(std::string_view a, std::string_view b) {
  return a == b || fold_prose(a) == fold_prose(b);
}

}  // namespace budgetdiff
