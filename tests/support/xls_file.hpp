#pragma once

/// .xls files for tests: records put together and laid into a compound file.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <utility>
#include <vector>

namespace budgetdiff::test {

inline std::string bytes_of(std::uint64_t value, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    out += static_cast<char>((value >> (8 * i)) & 0xFFU);
  }
  return out;
}
inline std::string two(std::size_t value) {
  return bytes_of(value, 2);
}
inline std::string four(std::size_t value) {
  return bytes_of(value, 4);
}
inline std::string eight(double value) {
  std::uint64_t bits = 0;
  std::memcpy(&bits, &value, sizeof bits);
  return bytes_of(bits, 8);
}

inline std::string record(std::size_t kind, const std::string& bytes) {
  return two(kind) + two(bytes.size()) + bytes;
}

/// Letters of 16 bits, without their length.
inline std::string wide(const std::u16string& text) {
  std::string out;
  for (const char16_t unit : text) {
    out += two(unit);
  }
  return out;
}

inline std::string cell(std::size_t row, std::size_t column, std::size_t format = 0) {
  return two(row) + two(column) + two(format);
}

inline std::string label(std::size_t row, std::size_t column, const std::u16string& text) {
  return record(0x204, cell(row, column) + two(text.size()) + "\x01" + wide(text));
}

inline std::string begin_of(std::size_t version, std::size_t kind) {
  return record(0x809, two(version) + two(kind) + std::string(12, '\0'));
}

struct XlsSheet {
  std::u16string name;
  std::string records;
  std::size_t state = 0;  ///< 1: hidden
};

/// A workbook's stream: `globals` stand before its sheets' list.
inline std::string xls_stream(const std::vector<XlsSheet>& sheets, const std::string& globals = "",
                              std::size_t version = 0x600) {
  const auto list = [&](const std::vector<std::size_t>& places) {
    std::string out;
    for (std::size_t i = 0; i < sheets.size(); ++i) {
      const XlsSheet& one = sheets[i];
      out += record(0x85, four(places[i]) + bytes_of(one.state, 2) + bytes_of(one.name.size(), 1) +
                              "\x01" + wide(one.name));
    }
    return out;
  };
  std::vector<std::size_t> places(sheets.size(), 0);
  const std::string head = begin_of(version, 5) + globals;
  const std::string end = record(0x0A, "");
  std::size_t at = head.size() + list(places).size() + end.size();
  std::string bodies;
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    places[i] = at + bodies.size();
    bodies += begin_of(version, 0x10) + sheets[i].records + end;
  }
  return head + list(places) + end + bodies;
}

/// A compound file whose topmost folder has one stream.
inline std::string compound_file(std::string stream, const std::string& name = "Workbook") {
  constexpr std::size_t sector = 512;
  stream.resize((std::max<std::size_t>(stream.size(), 4096) + sector - 1) / sector * sector);
  const std::size_t sectors = stream.size() / sector;
  const std::size_t tables = (sectors + 2) / 127 + 1;
  // Sectors: the stream, the folder, the tables of chains.
  std::string chains;
  for (std::size_t i = 0; i < tables * 128; ++i) {
    const bool ends = i + 1 == sectors || i == sectors;
    chains += four(i > sectors ? 0xFFFFFFFF : ends ? 0xFFFFFFFE : i + 1);
  }
  std::string header = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(16, '\0') + two(0x3E) +
                       two(3) + two(0xFFFE) + two(9) + two(6) + std::string(10, '\0') +
                       four(tables) + four(sectors) + four(0) + four(4096) + four(0xFFFFFFFE) +
                       four(0) + four(0xFFFFFFFE) + four(0);
  for (std::size_t i = 0; i < 109; ++i) {
    header += four(i < tables ? sectors + 1 + i : 0xFFFFFFFF);
  }
  const auto entry = [](const std::string& named, std::size_t kind, std::size_t child,
                        std::size_t start, std::size_t size) {
    std::string out;
    for (const char c : named) {
      out += two(static_cast<unsigned char>(c));
    }
    out.resize(64);
    return out + two(named.size() * 2 + 2) + bytes_of(kind, 1) + "\x01" + four(0xFFFFFFFF) +
           four(0xFFFFFFFF) + four(child) + std::string(36, '\0') + four(start) + four(size) +
           four(0);
  };
  const std::string folder = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) +
                             entry(name, 2, 0xFFFFFFFF, 0, stream.size()) + std::string(256, '\0');
  return header + stream + folder + chains;
}

inline std::string xls_file(const std::vector<XlsSheet>& sheets, const std::string& globals = "") {
  return compound_file(xls_stream(sheets, globals));
}

}  // namespace budgetdiff::test
