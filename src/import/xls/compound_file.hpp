#pragma once

/// The older container of office documents ([MS-CFB]): files and folders in one file,
/// in sectors that chains put in order. It is read in memory, every chain within the
/// file's own length, so that no file can lead its reader astray or around in a circle.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace budgetdiff::import {

class CompoundFile {
 public:
  /// `bytes` must outlive the object. Nothing where they are broken.
  [[nodiscard]] static std::optional<CompoundFile> open(std::string_view bytes);

  /// Whether the topmost folder has a stream of this name (ASCII, case aside): those
  /// of documents inside the document are not this one's.
  [[nodiscard]] bool has(std::string_view name) const;

  /// Its bytes; nothing where it is broken or not there.
  [[nodiscard]] std::optional<std::string> read(std::string_view name) const;

 private:
  struct Entry {
    std::string name;  ///< in capitals
    std::uint32_t start = 0;
    std::uint64_t size = 0;
  };
  using Chain = std::vector<std::uint32_t>;

  explicit CompoundFile(std::string_view bytes) : bytes_(bytes) {}
  bool read_allocation();
  bool read_folder();
  [[nodiscard]] std::string_view sector(std::uint32_t number) const;
  [[nodiscard]] std::optional<Chain> chain(std::uint32_t start, const Chain& next) const;
  [[nodiscard]] std::optional<std::string> in_sectors(std::uint32_t start,
                                                      std::uint64_t size) const;

  std::string_view bytes_;
  std::size_t sector_size_ = 512;
  std::uint32_t smallest_in_sectors_ = 4096;  ///< smaller streams lie in the small sectors
  Chain next_;                                ///< of each sector
  Chain next_small_;                          ///< of each small sector
  std::string small_;                         ///< all small sectors
  std::vector<Entry> entries_;                ///< of the topmost folder
};

}  // namespace budgetdiff::import
