#pragma once

/// The program's two languages. Sentences live in po/zh.po (gettext); the
/// compiled catalogue is built into the program, so that the output depends
/// on no installed file and no locale.

#include <budgetdiff/base/message.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff {

enum class Language { english, chinese };

/// The text in `language`; the English text itself where the catalogue has none.
[[nodiscard]] std::string_view translate(Language language, std::string_view english);

/// The message put together in `language`. Arguments are never translated.
[[nodiscard]] std::string say(Language language, const Message& message);

/// The same for a text with arguments.
[[nodiscard]] std::string say(Language language, std::string_view english,
                              const std::vector<std::string>& args = {});

/// The language of a locale's name ("zh_CN.UTF-8" is Chinese, all others English).
[[nodiscard]] Language language_of_locale(std::string_view locale);

}  // namespace budgetdiff
