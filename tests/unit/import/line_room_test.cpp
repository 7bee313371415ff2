/// What of a text fits behind a line of a column.

#include "import/stream/line_room.hpp"

#include <gtest/gtest.h>

namespace budgetdiff::import {
namespace {

TEST(LineRoom, IsNoneForAMarkWithoutWhatItOpens) {
  // 12 of 15 halves: a quote fits, and the letter behind it does not.
  EXPECT_LT(room_behind(12, 15, U"“有没有”"), 0);
  EXPECT_LT(room_behind(12, 15, U"（二期）"), 0);
  EXPECT_GE(room_behind(12, 15, U"有没有"), 0);
  // A word of Latin letters is not cut, nor a letter from the mark behind it.
  EXPECT_LT(room_behind(12, 15, U"2024年"), 0);
  EXPECT_LT(room_behind(12, 15, U"县，乡"), 0);
}

}  // namespace
}  // namespace budgetdiff::import
