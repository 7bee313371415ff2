#pragma once

/// What the headers of a document were read as, for the pages that repeat them.

#include "import/page/header_cells.hpp"
#include "import/page/header_lines.hpp"
#include "import/page/header_readings.hpp"

#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace budgetdiff::import {

/// Bounded: it forgets what is too much. Threads: one at a time.
class HeaderMemory {
 public:
  /// What the words of headers mean.
  HeaderReadings readings;

  /// What `read` makes of `lines`, asked once for all lines with these words in these places.
  /// `way` says what else it depends on. The reference holds until the next call.
  [[nodiscard]] const std::optional<HeaderBand>& band_of(
      const std::vector<WordLine>& lines, int way,
      const std::function<std::optional<HeaderBand>()>& read);

 private:
  std::unordered_map<std::string, std::optional<HeaderBand>> bands_;
};

}  // namespace budgetdiff::import
