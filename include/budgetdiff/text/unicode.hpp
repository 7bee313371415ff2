#pragma once

/// Unicode, through ICU (wrapped here and nowhere else). All text is UTF-8.
///
/// Loading ICU's data costs as much as a small diff, so each function first
/// looks whether its input needs ICU at all.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff {

/// Where the first byte that is not valid UTF-8 stands; npos if there is none.
[[nodiscard]] std::size_t find_invalid_utf8(std::string_view text);

/// Whether `text` is in Normalization Form C, as far as that can be told without
/// ICU: false means that to_nfc() must look. REQUIRES: valid UTF-8.
[[nodiscard]] bool is_surely_nfc(std::string_view text);

/// Encodings of text files other than UTF-8.
enum class Encoding {
  gb18030,  ///< GBK and GB2312 are parts of it
  utf16,    ///< with a byte order mark: Excel's "Unicode text"
};

/// `bytes` of that encoding as UTF-8; nothing where a byte is not of it.
[[nodiscard]] std::optional<std::string> from_encoding(std::string_view bytes, Encoding encoding);

/// Normalization Form C. REQUIRES: valid UTF-8.
[[nodiscard]] std::string to_nfc(std::string_view text);

/// What is left of a name when spelling is taken away: NFKC with case folded,
/// without white space, punctuation, brackets and invisible characters. Two
/// names with equal folds are the same name written in two ways. Symbols that
/// carry meaning (% ‰ + < > = ≥ ≤) stay.
[[nodiscard]] std::string fold_name(std::string_view text);

/// fold_name() as code points, for those that count characters.
[[nodiscard]] std::u32string fold_name_wide(std::string_view text);
[[nodiscard]] std::u32string fold_name_wide(std::u32string_view text);

/// What is left of a text when only width, compatibility forms and white space
/// are taken away (NFKC, case folded, no white space; punctuation stays).
[[nodiscard]] std::string fold_width(std::string_view text);
[[nodiscard]] std::u32string fold_width_wide(std::string_view text);

/// Columns that `text` takes on a terminal: wide characters two, marks none.
[[nodiscard]] std::size_t display_width(std::string_view text);

/// The words of `text` in order, by ICU's dictionary for Chinese; punctuation
/// and blanks are words of their own. Joined they give `text` again.
[[nodiscard]] std::vector<std::string> words(std::string_view text);

/// The same from ICU's breaker, which words() asks only where it must: making it
/// takes longer than comparing two snapshots.
[[nodiscard]] std::vector<std::string> words_by_icu(std::string_view text);

/// The code points of `text`. Invalid bytes become U+FFFD.
[[nodiscard]] std::u32string to_code_points(std::string_view text);
[[nodiscard]] std::string to_utf8(std::u32string_view code_points);
void append_utf8(std::string& out, char32_t code_point);

/// Han, kana, Hangul or full-width punctuation: text set without word spaces.
[[nodiscard]] bool is_cjk(char32_t code_point);

/// `text` with control characters (but '\n' where `keep_newlines`), bidirectional
/// overrides and invalid bytes written visibly (\x1b, \u202e), safe for a terminal.
[[nodiscard]] std::string printable(std::string_view text, bool keep_newlines = false);

}  // namespace budgetdiff
