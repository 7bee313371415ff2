#include "import/xls/compound_file.hpp"

#include "import/xls/little_endian.hpp"

#include <algorithm>
#include <utility>

namespace budgetdiff::import {
namespace {

constexpr std::size_t header_size = 512;
constexpr std::size_t small_sector = 64;
constexpr std::size_t entry_size = 128;
constexpr std::size_t fat_places_in_header = 109;
/// Sector numbers from here on are marks: end of chain, free, allocation.
constexpr std::uint32_t first_mark = 0xFFFFFFFA;

std::string capitals(std::string_view name) {
  std::string out(name);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; });
  return out;
}

/// The name of a folder's entry; letters beyond ASCII become '?'.
std::string entry_name(std::string_view entry) {
  std::string out;
  const std::size_t length = std::min<std::size_t>(u16(entry, 64), 64);
  for (std::size_t at = 0; at + 2 < length; at += 2) {
    const std::uint16_t unit = u16(entry, at);
    out += unit < 0x80 ? static_cast<char>(unit) : '?';
  }
  return capitals(out);
}

}  // namespace

std::optional<CompoundFile> CompoundFile::open(std::string_view bytes) {
  CompoundFile file(bytes);
  if (bytes.size() < header_size || !file.read_allocation() || !file.read_folder()) {
    return std::nullopt;
  }
  return file;
}

std::string_view CompoundFile::sector(std::uint32_t number) const {
  // The header takes the place of one sector.
  const std::uint64_t begin = (std::uint64_t{number} + 1) * sector_size_;
  return begin < bytes_.size() ? bytes_.substr(begin, sector_size_) : std::string_view();
}

bool CompoundFile::read_allocation() {
  const std::uint16_t shift = u16(bytes_, 0x1E);
  if (shift != 9 && shift != 12) {
    return false;
  }
  sector_size_ = std::size_t{1} << shift;
  smallest_in_sectors_ = u32(bytes_, 0x38);
  const std::size_t most = bytes_.size() / sector_size_;
  const auto take_numbers = [](std::string_view from, Chain& to) {
    for (std::size_t at = 0; at + 4 <= from.size(); at += 4) {
      to.push_back(u32(from, at));
    }
  };
  // Where the table of chains itself lies: the header says it, and behind it a list.
  Chain places;
  take_numbers(bytes_.substr(0x4C, fat_places_in_header * 4), places);
  std::size_t lists = std::min<std::size_t>(u32(bytes_, 0x48), most);
  for (std::uint32_t list = u32(bytes_, 0x44); lists > 0 && list < first_mark; --lists) {
    const std::string_view one = sector(list);
    if (one.size() < sector_size_) {
      return false;
    }
    take_numbers(one.substr(0, sector_size_ - 4), places);
    list = u32(one, sector_size_ - 4);
  }
  for (const std::uint32_t place : places) {
    if (place >= first_mark) {
      continue;
    }
    if (next_.size() > most) {
      break;  // each sector of the file has its number
    }
    const std::string_view one = sector(place);
    if (one.empty()) {
      return false;
    }
    take_numbers(one, next_);
  }
  return true;
}

std::optional<CompoundFile::Chain> CompoundFile::chain(std::uint32_t start,
                                                       const Chain& next) const {
  Chain out;
  for (std::uint32_t at = start; at < first_mark; at = next[at]) {
    if (at >= next.size() || out.size() >= next.size()) {
      return std::nullopt;  // out of the file, or in a circle
    }
    out.push_back(at);
  }
  return out;
}

std::optional<std::string> CompoundFile::in_sectors(std::uint32_t start, std::uint64_t size) const {
  const auto numbers = chain(start, next_);
  if (!numbers || size > bytes_.size()) {
    return std::nullopt;
  }
  std::string out;
  out.reserve(size);
  for (const std::uint32_t number : *numbers) {
    if (out.size() >= size) {
      break;
    }
    // The last sector of a file may be cut where its stream ends.
    out += sector(number).substr(0, size - out.size());
  }
  if (out.size() < size) {
    return std::nullopt;
  }
  return out;
}

bool CompoundFile::read_folder() {
  const auto numbers = chain(u32(bytes_, 0x30), next_);
  if (!numbers) {
    return false;
  }
  std::string folder;
  for (const std::uint32_t number : *numbers) {
    const std::string_view one = sector(number);
    if (one.size() < sector_size_) {
      return false;  // entries that are lost could be any
    }
    folder += one;
  }
  const std::size_t count = folder.size() / entry_size;
  const auto entry_at = [&](std::size_t i) {
    return std::string_view(folder).substr(i * entry_size, entry_size);
  };
  constexpr unsigned char root = 5;
  constexpr unsigned char stream = 2;
  if (count == 0 || static_cast<unsigned char>(folder[66]) != root) {
    return false;
  }
  // A folder's entries are a tree of neighbours, which begins at its child.
  std::vector<bool> seen(count, false);
  std::vector<std::uint32_t> open{u32(entry_at(0), 76)};
  while (!open.empty()) {
    const std::uint32_t i = open.back();
    open.pop_back();
    if (i >= count || seen[i]) {
      continue;
    }
    seen[i] = true;
    const std::string_view entry = entry_at(i);
    open.push_back(u32(entry, 68));
    open.push_back(u32(entry, 72));
    if (static_cast<unsigned char>(entry[66]) == stream) {
      // Sizes of more than 32 bits are for files that are refused anyway; files with
      // small sectors may have anything there.
      entries_.push_back({entry_name(entry), u32(entry, 116), u32(entry, 120)});
    }
  }
  const std::uint32_t small_places = u32(bytes_, 0x3C);
  if (const auto places = chain(small_places, next_); places && small_places < first_mark) {
    for (const std::uint32_t number : *places) {
      const std::string_view one = sector(number);
      for (std::size_t at = 0; at + 4 <= one.size(); at += 4) {
        next_small_.push_back(u32(one, at));
      }
    }
    if (auto all = in_sectors(u32(entry_at(0), 116), u32(entry_at(0), 120))) {
      small_ = std::move(*all);
    }
  }
  return true;
}

bool CompoundFile::has(std::string_view name) const {
  const std::string wanted = capitals(name);
  return std::any_of(entries_.begin(), entries_.end(),
                     [&](const Entry& entry) { return entry.name == wanted; });
}

std::optional<std::string> CompoundFile::read(std::string_view name) const {
  const std::string wanted = capitals(name);
  const auto found = std::find_if(entries_.begin(), entries_.end(),
                                  [&](const Entry& entry) { return entry.name == wanted; });
  if (found == entries_.end()) {
    return std::nullopt;
  }
  if (found->size >= smallest_in_sectors_) {
    return in_sectors(found->start, found->size);
  }
  const auto numbers = chain(found->start, next_small_);
  if (!numbers) {
    return std::nullopt;
  }
  std::string out;
  for (const std::uint32_t number : *numbers) {
    const std::size_t begin = std::size_t{number} * small_sector;
    if (out.size() >= found->size || begin >= small_.size()) {
      break;
    }
    out += std::string_view(small_).substr(
        begin, std::min<std::size_t>(small_sector, found->size - out.size()));
  }
  if (out.size() < found->size) {
    return std::nullopt;
  }
  return out;
}

}  // namespace budgetdiff::import
