#include "import/mht/mht_page.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace budgetdiff::import {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return out;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) {
    return {};
  }
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

/// The line that begins at `at`, without its end; `at` moves behind it.
std::string_view take_line(std::string_view text, std::size_t& at) {
  const std::size_t end = std::min(text.find('\n', at), text.size());
  std::string_view line = text.substr(at, end - at);
  at = std::min(end + 1, text.size());
  if (line.ends_with('\r')) {
    line.remove_suffix(1);
  }
  return line;
}

/// A part's header lines and what follows the blank line behind them.
struct Part {
  std::vector<std::pair<std::string, std::string>> fields;  ///< names in small letters
  std::string_view body;

  [[nodiscard]] std::string field(std::string_view name) const {
    const auto found = std::find_if(fields.begin(), fields.end(),
                                    [&](const auto& one) { return one.first == name; });
    return found == fields.end() ? std::string() : std::string(trimmed(found->second));
  }
};

Part part_of(std::string_view text) {
  Part out;
  std::size_t at = 0;
  while (at < text.size()) {
    const std::string_view line = take_line(text, at);
    if (line.empty()) {
      break;
    }
    const std::size_t colon = line.find(':');
    if ((line.front() == ' ' || line.front() == '\t') && !out.fields.empty()) {
      out.fields.back().second += ' ' + std::string(trimmed(line));
    } else if (colon != std::string_view::npos) {
      out.fields.emplace_back(lower(trimmed(line.substr(0, colon))),
                              trimmed(line.substr(colon + 1)));
    }
  }
  out.body = text.substr(at);
  return out;
}

/// `boundary` of a header like `multipart/related; boundary="----=_NextPart"; type="text/html"`.
std::string boundary_of(const std::string& content_type) {
  const std::size_t name = lower(content_type).find("boundary=");
  if (name == std::string::npos) {
    return {};
  }
  const std::string_view rest = std::string_view(content_type).substr(name + 9);
  if (rest.starts_with('"')) {
    return std::string(rest.substr(1, rest.find('"', 1) - 1));
  }
  return std::string(trimmed(rest.substr(0, rest.find(';'))));
}

/// The parts between lines of the boundary; nothing where the last has no end.
std::optional<std::vector<Part>> parts_of(std::string_view body, const std::string& boundary) {
  const std::string mark = "--" + boundary;
  std::vector<Part> out;
  std::optional<std::size_t> begin;
  for (std::size_t at = 0; at < body.size();) {
    const std::size_t line_at = at;
    const std::string_view line = take_line(body, at);
    if (!line.starts_with(mark)) {
      continue;
    }
    const std::string_view rest = trimmed(line.substr(mark.size()));
    if (!rest.empty() && rest != "--") {
      continue;
    }
    if (begin) {
      out.push_back(part_of(body.substr(*begin, line_at - *begin)));
    }
    begin = at;
    if (rest == "--") {
      return out;
    }
  }
  return std::nullopt;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') {
    return c - '0';
  }
  const char small = static_cast<char>(c | 0x20);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

std::string from_quoted_printable(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view line = take_line(text, at);
    bool goes_on = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const int high = i + 2 < line.size() ? hex_digit(line[i + 1]) : -1;
      const int low = high >= 0 ? hex_digit(line[i + 2]) : -1;
      if (line[i] != '=') {
        out += line[i];
      } else if (low >= 0) {
        out += static_cast<char>(high * 16 + low);
        i += 2;
      } else if (trimmed(line.substr(i + 1)).empty()) {
        goes_on = true;
        break;
      } else {
        out += '=';  // as it stands: mail programs do the same
      }
    }
    if (!goes_on) {
      out += '\n';
    }
  }
  return out;
}

std::optional<std::string> from_base64(std::string_view text) {
  std::string out;
  out.reserve(text.size() / 4 * 3);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    std::uint32_t value = 0;
    if (c >= 'A' && c <= 'Z') {
      value = static_cast<std::uint32_t>(c - 'A');
    } else if (c >= 'a' && c <= 'z') {
      value = static_cast<std::uint32_t>(c - 'a' + 26);
    } else if (c >= '0' && c <= '9') {
      value = static_cast<std::uint32_t>(c - '0' + 52);
    } else if (c == '+' || c == '/') {
      value = c == '+' ? 62 : 63;
    } else if (c == '=') {
      break;
    } else if (c == ' ' || c == '\t' || c == '\r' || c == '\n') {
      continue;
    } else {
      return std::nullopt;
    }
    bits = (bits << 6U) | value;
    count += 6;
    if (count >= 8) {
      count -= 8;
      out += static_cast<char>((bits >> static_cast<unsigned>(count)) & 0xFFU);
    }
  }
  return out;
}

Result<std::string> wrong(const std::string& file, Message what) {
  return fail(Error{file,
                    {},
                    std::move(what),
                    {BD_TR("open it and save it as DOCX, XLSX or a plain HTML page"), {}}});
}

}  // namespace

Result<std::string> mht_page(std::string_view bytes, const std::string& file) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (bytes.starts_with(mark)) {
    bytes.remove_prefix(mark.size());
  }
  const Part archive =
      part_of(bytes.substr(std::min(bytes.find_first_not_of("\r\n"), bytes.size())));
  const std::string boundary = boundary_of(archive.field("content-type"));
  const auto parts = boundary.empty() ? std::nullopt : parts_of(archive.body, boundary);
  if (!parts) {
    return wrong(file, {BD_TR("the web archive is broken or cut short"), {}});
  }
  const auto is_page = [](const Part& part) {
    return lower(part.field("content-type")).starts_with("text/html");
  };
  const auto pages = std::count_if(parts->begin(), parts->end(), is_page);
  if (pages != 1) {
    return wrong(file,
                 {BD_TR("the web archive holds {0} pages and not one"), {std::to_string(pages)}});
  }
  const Part& page = *std::find_if(parts->begin(), parts->end(), is_page);
  const std::string encoding = lower(page.field("content-transfer-encoding"));
  if (encoding == "quoted-printable") {
    return from_quoted_printable(page.body);
  }
  if (encoding == "base64") {
    if (auto decoded = from_base64(page.body)) {
      return *std::move(decoded);
    }
    return wrong(file, {BD_TR("the web archive is broken or cut short"), {}});
  }
  if (encoding.empty() || encoding == "7bit" || encoding == "8bit" || encoding == "binary") {
    return std::string(page.body);
  }
  return wrong(file, {BD_TR("the web archive's page has an unknown encoding: {0}"), {encoding}});
}

}  // namespace budgetdiff::import
