#include "import/pdf/seal_letters.hpp"

#include <cmath>
#include <numbers>

namespace budgetdiff::import {
namespace {

constexpr std::size_t longest_letter = 4;  // two bytes in brackets
constexpr double same_size = 0.02;
constexpr double same_turn = 0.05;   // three degrees
constexpr double least_turn = 0.09;  // five

/// How far `b` is turned from `a`, from minus to plus half a turn.
double turn(const ShownText& a, const ShownText& b) {
  return std::remainder(b.angle - a.angle, 2 * std::numbers::pi);
}

bool are_letters(const ShownText& a, const ShownText& b) {
  return a.letters > 0 && b.letters > 0 && a.letters <= longest_letter &&
         b.letters <= longest_letter && std::abs(a.size - b.size) < same_size * a.size;
}

/// Whether three letters that follow each other stand in a ring.
bool make_ring(const ShownText& a, const ShownText& b, const ShownText& c) {
  return are_letters(a, b) && are_letters(b, c) && std::abs(turn(a, b)) > least_turn &&
         std::abs(turn(a, b) - turn(b, c)) < same_turn;
}

}  // namespace

std::optional<std::pair<std::size_t, std::size_t>> SealLetters::next(const ShownText& text) {
  std::optional<std::pair<std::size_t, std::size_t>> out;
  ShownText own = text;
  if (make_ring(last_[1], last_[0], own)) {
    for (ShownText* const one : {&last_[1], &last_[0], &own}) {
      if (!one->aslant && !out) {
        out = {one->begin, one->end};
        one->aslant = true;
      }
    }
  }
  last_[1] = last_[0];
  last_[0] = own;
  return out;
}

}  // namespace budgetdiff::import
