#include "import/xls/records.hpp"

#include "import/xls/little_endian.hpp"

#include <budgetdiff/text/unicode.hpp>

#include <algorithm>

namespace budgetdiff::import {

bool RecordStream::take(RecordKind& kind, std::string_view& bytes) {
  if (at_ > stream_.size() || stream_.size() - at_ < 4) {
    return false;
  }
  kind = static_cast<RecordKind>(u16(stream_, at_));
  const std::size_t size = u16(stream_, at_ + 2);
  if (stream_.size() - at_ - 4 < size) {
    return false;
  }
  bytes = stream_.substr(at_ + 4, size);
  at_ += 4 + size;
  return true;
}

bool RecordStream::next(Record& record) {
  record.more.clear();
  if (!take(record.kind, record.bytes)) {
    return false;
  }
  while (at_ < stream_.size() && static_cast<RecordKind>(u16(stream_, at_)) == RecordKind::go_on) {
    RecordKind kind{};
    std::string_view bytes;
    if (!take(kind, bytes)) {
      return false;
    }
    record.more.push_back(bytes);
  }
  return true;
}

std::string_view RecordReader::part() const {
  return part_ == 0 ? record_.bytes : record_.more[part_ - 1];
}

bool RecordReader::to_next_part() {
  while (at_ >= part().size()) {
    if (part_ >= record_.more.size()) {
      good_ = false;
      return false;
    }
    at_ -= part().size();
    ++part_;
  }
  return true;
}

std::uint64_t RecordReader::number(std::size_t bytes) {
  if (!good_ || !to_next_part()) {
    return 0;
  }
  if (part().size() - at_ < bytes) {
    good_ = false;  // no number lies over two parts
    return 0;
  }
  const std::uint64_t out = little_endian(part(), at_, bytes);
  at_ += bytes;
  return out;
}

void RecordReader::skip(std::uint64_t bytes) {
  while (good_ && bytes > 0) {
    if (at_ >= part().size() && !to_next_part()) {
      return;
    }
    const auto here = std::min<std::uint64_t>(bytes, part().size() - at_);
    at_ += static_cast<std::size_t>(here);
    bytes -= here;
  }
}

std::string RecordReader::units(std::size_t length, bool wide) {
  std::string out;
  char32_t high = 0;  // half of a letter beyond 16 bits
  for (; good_ && length > 0; --length) {
    if (at_ >= part().size()) {
      if (!to_next_part()) {
        break;
      }
      wide = (number(1) & 1U) != 0;  // a text that goes on says anew how wide it is
    }
    const auto unit = static_cast<char32_t>(number(wide ? 2 : 1));
    if (!good_) {
      break;
    }
    if (high != 0) {
      const bool pair = unit >= 0xDC00 && unit < 0xE000;
      append_utf8(out, pair ? 0x10000 + ((high - 0xD800) << 10U) + (unit - 0xDC00) : 0xFFFD);
      high = 0;
      if (pair) {
        continue;
      }
    }
    if (unit >= 0xD800 && unit < 0xDC00) {
      high = unit;
    } else {
      append_utf8(out, unit >= 0xDC00 && unit < 0xE000 ? 0xFFFD : unit);
    }
  }
  if (high != 0) {
    append_utf8(out, 0xFFFD);
  }
  return out;
}

std::string RecordReader::text(std::size_t length) {
  const std::uint64_t flags = number(1);
  return units(length, (flags & 1U) != 0);
}

std::string RecordReader::rich_text() {
  const auto length = static_cast<std::size_t>(number(2));
  const std::uint64_t flags = number(1);
  const std::uint64_t runs = (flags & 8U) != 0 ? number(2) : 0;
  const std::uint64_t phonetic = (flags & 4U) != 0 ? number(4) : 0;
  std::string out = units(length, (flags & 1U) != 0);
  skip(runs * 4 + phonetic);
  return out;
}

}  // namespace budgetdiff::import
