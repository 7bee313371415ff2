#include "store/store_paths.hpp"

#include <budgetdiff/base/digest.hpp>
#include <budgetdiff/text/unicode.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace budgetdiff::store_paths {
namespace {

constexpr std::size_t department_limit = 200;
constexpr std::size_t stage_limit = 60;
constexpr std::size_t case_hash_digits = 8;
constexpr std::size_t cut_hash_digits = 16;

struct Range {
  char32_t first;
  char32_t last;
};

/// Controls, and what a reader cannot see: joiners, marks of direction, and
/// what file systems drop when they compare names (".g\u200cit").
constexpr std::array<Range, 12> invisible{{{0x00, 0x1F},
                                           {0x7F, 0x9F},
                                           {0xAD, 0xAD},
                                           {0x061C, 0x061C},
                                           {0x180B, 0x180E},
                                           {0x200B, 0x200F},
                                           {0x2028, 0x202E},
                                           {0x2060, 0x206F},
                                           {0xFE00, 0xFE0F},
                                           {0xFEFF, 0xFEFF},
                                           {0xFFF9, 0xFFFB},
                                           {0xE0000, 0xE0FFF}}};

/// What has no case, so that two different names of it stay different on a file
/// system that ignores case. Everything else is told apart by a hash.
constexpr std::array<Range, 12> caseless{{{0x20, 0x40},
                                          {0x5B, 0x7E},
                                          {0x2010, 0x2027},
                                          {0x2030, 0x205F},
                                          {0x2460, 0x24B5},
                                          {0x3000, 0x312F},
                                          {0x3200, 0xA4CF},
                                          {0xAC00, 0xD7A3},
                                          {0xF900, 0xFAFF},
                                          {0xFF01, 0xFF20},
                                          {0xFF3B, 0xFFEF},
                                          {0x20000, 0x3FFFF}}};

template <std::size_t n>
bool in_ranges(const std::array<Range, n>& ranges, char32_t c) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [c](const Range& range) { return c >= range.first && c <= range.last; });
}

void append_hex(std::string& out, char byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  const auto value = static_cast<unsigned char>(byte);
  out += '%';
  out += digits[value >> 4U];
  out += digits[value & 15U];
}

std::string ascii_upper(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') {
      c = static_cast<char>(c - 'a' + 'A');
    }
  }
  return out;
}

/// Windows takes no file of these names, whatever its extension.
bool is_device_name(std::string_view name) {
  std::string_view stem = name.substr(0, name.find('.'));
  while (!stem.empty() && stem.back() == ' ') {
    stem.remove_suffix(1);
  }
  const std::string upper = ascii_upper(stem);
  constexpr std::array<std::string_view, 6> whole{"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"};
  if (std::find(whole.begin(), whole.end(), upper) != whole.end()) {
    return true;
  }
  const std::string_view head = std::string_view(upper).substr(0, 3);
  const std::string_view tail = upper.size() > 3 ? std::string_view(upper).substr(3) : "";
  const bool numbered = (tail.size() == 1 && tail[0] >= '0' && tail[0] <= '9') || tail == "¹" ||
                        tail == "²" || tail == "³";
  return (head == "COM" || head == "LPT") && numbered;
}

/// The parts that one code point each became, so that cutting splits none.
std::vector<std::string> escaped_parts(std::string_view name, std::string_view also) {
  constexpr std::string_view reserved = "%/\\:*?\"<>|~";
  const std::u32string points = to_code_points(name);
  const bool device = is_device_name(name);
  std::vector<std::string> parts;
  parts.reserve(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) {
    const char32_t c = points[i];
    std::string utf8;
    append_utf8(utf8, c);
    const bool ascii = c < 0x80;
    const bool first = i == 0;
    const bool last = i + 1 == points.size();
    const bool encode = in_ranges(invisible, c) || (first && device) ||
                        (ascii && reserved.find(utf8[0]) != std::string_view::npos) ||
                        (ascii && also.find(utf8[0]) != std::string_view::npos) ||
                        (first && (c == '.' || c == '-' || c == ' ')) ||
                        (last && (c == '.' || c == ' '));
    if (!encode) {
      parts.push_back(std::move(utf8));
      continue;
    }
    std::string part;
    for (const char byte : utf8) {
      append_hex(part, byte);
    }
    parts.push_back(std::move(part));
  }
  return parts;
}

std::string escape_within(std::string_view name, std::string_view also, std::size_t limit) {
  const std::vector<std::string> parts = escaped_parts(name, also);
  std::size_t size = 0;
  for (const std::string& part : parts) {
    size += part.size();
  }
  const std::u32string points = to_code_points(name);
  const bool has_case = std::any_of(points.begin(), points.end(), [](char32_t c) {
    return !in_ranges(caseless, c) && !in_ranges(invisible, c);
  });
  std::string suffix;
  if (size + (has_case ? 1 + case_hash_digits : 0) > limit) {
    suffix = "~~" + sha256_hex(name).substr(0, cut_hash_digits);
  } else if (has_case) {
    suffix = "~" + sha256_hex(name).substr(0, case_hash_digits);
  }
  std::string out;
  for (const std::string& part : parts) {
    if (out.size() + part.size() + suffix.size() > limit) {
      break;
    }
    out += part;
  }
  return out + suffix;
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') {
    return c - '0';
  }
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

std::optional<std::string> unescape_with(std::string_view component, std::string_view also,
                                         std::size_t limit) {
  const std::string_view body = component.substr(0, component.find('~'));
  std::string name;
  for (std::size_t i = 0; i < body.size(); ++i) {
    if (body[i] != '%') {
      name += body[i];
      continue;
    }
    if (i + 2 >= body.size() || hex_digit(body[i + 1]) < 0 || hex_digit(body[i + 2]) < 0) {
      return std::nullopt;
    }
    name += static_cast<char>(hex_digit(body[i + 1]) * 16 + hex_digit(body[i + 2]));
    i += 2;
  }
  if (name.empty() || find_invalid_utf8(name) != std::string_view::npos ||
      escape_within(name, also, limit) != component) {
    return std::nullopt;
  }
  return name;
}

/// In an edition '.' and '-' part year, stage and pair.
constexpr std::string_view stage_reserved = ".-";

std::string department_file(std::string_view folder, std::string_view department,
                            std::string_view name) {
  std::string path(folder);
  path += '/';
  path += escape(department);
  path += '/';
  path += name;
  path += ".json";
  return path;
}

}  // namespace

std::string escape(std::string_view name) {
  return escape_within(name, {}, department_limit);
}

std::optional<std::string> unescape(std::string_view component) {
  return unescape_with(component, {}, department_limit);
}

std::string edition(int year, std::string_view stage) {
  std::string out = std::to_string(year);
  if (!stage.empty() && stage != stage::budget) {
    out += '.';
    out += escape_within(stage, stage_reserved, stage_limit);
  }
  return out;
}

std::optional<Edition> read_edition(std::string_view text) {
  const std::size_t dot = text.find('.');
  const std::string_view digits = text.substr(0, dot);
  Edition out;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), out.year);
  if (read.ec != std::errc() || read.ptr != digits.data() + digits.size() || out.year < 1 ||
      out.year > 9999 || std::to_string(out.year) != digits) {
    return std::nullopt;
  }
  out.stage = stage::budget;
  if (dot == std::string_view::npos) {
    return out;
  }
  const std::string_view tail = text.substr(dot + 1);
  if (tail.find("~~") != std::string_view::npos) {
    out.stage.clear();
    return out;
  }
  auto stage = unescape_with(tail, stage_reserved, stage_limit);
  if (!stage || *stage == stage::budget) {
    return std::nullopt;
  }
  out.stage = std::move(*stage);
  return out;
}

std::string snapshot_file(const SnapshotKey& key) {
  return department_file(snapshots, key.department, edition(key.year, key.stage));
}

std::string provenance_file(const SnapshotKey& key) {
  return department_file(provenance, key.department, edition(key.year, key.stage));
}

std::string source_file(std::string_view sha256, std::string_view extension) {
  std::string kept;
  for (const char c : extension) {
    kept += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  const bool plain =
      !kept.empty() && kept.size() <= 10 && std::all_of(kept.begin(), kept.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      });
  return std::string(sources) + '/' + std::string(sha256) + '.' + (plain ? kept : "bin");
}

std::string pair_name(const SnapshotKey& from, const SnapshotKey& to) {
  std::string name = edition(from.year, from.stage) + '-' + edition(to.year, to.stage);
  if (from.department != to.department) {
    name += '~' + sha256_hex(from.department).substr(0, cut_hash_digits);
  }
  return name;
}

std::string decisions_file(const SnapshotKey& from, const SnapshotKey& to) {
  return department_file(matches, to.department, pair_name(from, to));
}

std::string reviews_folder(const SnapshotKey& from, const SnapshotKey& to) {
  return std::string(reviews) + '/' + escape(to.department) + '/' + pair_name(from, to);
}

std::string comment_file(const CommentEvent& event) {
  return reviews_folder(from_key_of(event.pair), to_key_of(event.pair)) + '/' + event.change + '/' +
         event.id + ".json";
}

}  // namespace budgetdiff::store_paths
