#pragma once

/// A table from 64-bit keys to small numbers, for what is looked up once for
/// every token: no allocation for each entry, and never iterated over.

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace budgetdiff::matching {

/// How many entries a table makes room for beforehand at most: texts of one budget
/// repeat each other, so that more tokens are hardly more different ones.
constexpr std::size_t most_room = 1U << 14U;

/// Open addressing with linear probing, at most half full.
class FlatTable {
 public:
  using Key = std::uint64_t;
  using Value = std::uint32_t;

  /// Room for `entries` without growing.
  explicit FlatTable(std::size_t entries = 0)
      : slots_(std::bit_ceil(std::max<std::size_t>(2 * entries, 64))) {}

  /// The value of `key`, which is entered with 0 where it is new. The reference
  /// holds until the next call.
  Value& operator[](Key key) {
    Slot* slot = &slot_of(key);
    if (!slot->used) {
      if (2 * (used_ + 1) > slots_.size()) {
        grow();
        slot = &slot_of(key);
      }
      slot->key = key;
      slot->used = true;
      ++used_;
    }
    return slot->value;
  }

  /// Null where `key` is not in the table.
  [[nodiscard]] const Value* find(Key key) const {
    const Slot& slot = slots_[place_of(key)];
    return slot.used ? &slot.value : nullptr;
  }
  [[nodiscard]] Value* find(Key key) {
    Slot& slot = slot_of(key);
    return slot.used ? &slot.value : nullptr;
  }

 private:
  struct Slot {
    Key key = 0;
    Value value = 0;
    bool used = false;
  };

  [[nodiscard]] std::size_t place_of(Key key) const {
    // Tokens are made of code points; multiplying spreads them to the top bits.
    const std::size_t mask = slots_.size() - 1;
    const std::uint64_t mixed = (key ^ (key >> 32)) * 0x9E3779B97F4A7C15ULL;
    std::size_t place = static_cast<std::size_t>(mixed >> 20) & mask;
    while (slots_[place].used && slots_[place].key != key) {
      place = (place + 1) & mask;
    }
    return place;
  }
  Slot& slot_of(Key key) { return slots_[place_of(key)]; }

  void grow() {
    std::vector<Slot> old(2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.used) {
        slot_of(slot.key) = slot;
      }
    }
  }

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

}  // namespace budgetdiff::matching
