#include "import/sheet/print_head.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <utility>

namespace budgetdiff::import {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// Reads the codes of a header.
class HeadReader {
 public:
  explicit HeadReader(std::string_view header) : rest_(header) {}

  std::vector<std::string> run() {
    while (!rest_.empty()) {
      const char c = rest_.front();
      rest_.remove_prefix(1);
      if (c == '&' && !rest_.empty()) {
        take_code();
      } else if (c == '\n' || c == '\r') {
        end_line();
      } else {
        line_ += c;
      }
    }
    end_line();
    std::vector<std::string> out;
    for (std::vector<std::string>& part : parts_) {
      std::move(part.begin(), part.end(), std::back_inserter(out));
    }
    return out;
  }

 private:
  void take_code() {
    const char code = rest_.front();
    rest_.remove_prefix(1);
    constexpr std::string_view parts = "LCR";
    if (const std::size_t part = parts.find(code); part != parts.npos) {
      end_line();
      part_ = part;
    } else if (code == '&') {
      line_ += '&';
    } else if (code == '"') {  // &"SimSun,Bold"
      rest_.remove_prefix(std::min(rest_.find('"'), rest_.size()));
      rest_.remove_prefix(rest_.empty() ? 0 : 1);
    } else if (code == 'K') {  // a colour of six signs
      constexpr std::size_t signs = 6;
      rest_.remove_prefix(std::min(signs, rest_.size()));
    } else if (is_digit(code)) {  // a size
      while (!rest_.empty() && is_digit(rest_.front())) {
        rest_.remove_prefix(1);
      }
    } else if (std::string_view("PNDTFAZ").find(code) != std::string_view::npos) {
      of_page_ = true;
    }
  }

  void end_line() {
    if (!of_page_ && line_.find_first_not_of(" \t") != std::string::npos) {
      parts_[part_].push_back(line_);
    }
    line_.clear();
    of_page_ = false;
  }

  std::string_view rest_;
  std::array<std::vector<std::string>, 3> parts_;
  std::size_t part_ = 1;  ///< the middle, where no code says it
  std::string line_;
  bool of_page_ = false;
};

}  // namespace

std::vector<std::string> print_head(std::string_view header) {
  return HeadReader(header).run();
}

}  // namespace budgetdiff::import
