#include "import/pdf/content_tokens.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace budgetdiff::import {
namespace {

bool is_white(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}
bool is_delimiter(char c) {
  return c == '(' || c == ')' || c == '<' || c == '>' || c == '[' || c == ']' || c == '{' ||
         c == '}' || c == '/' || c == '%';
}

}  // namespace

bool ContentTokens::next() {
  count_ = 0;
  shown_ = 0;
  begin_ = at_;
  while (at_ < text_.size()) {
    if (step()) {
      return true;
    }
  }
  return false;
}

bool ContentTokens::step() {
  const char c = text_[at_];
  const bool opens = c == '(' || c == '<' || c == '%' || c == '/';
  if (is_white(c) || (is_delimiter(c) && !opens)) {
    ++at_;
  } else if ((c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.') {
    number();
  } else if (c == '(') {
    skip_string();
  } else if (c == '<') {
    skip_angle();
  } else if (c == '%') {
    while (at_ < text_.size() && text_[at_] != '\n' && text_[at_] != '\r') {
      ++at_;
    }
  } else if (c == '/') {
    const std::size_t begin = ++at_;
    skip_regular();
    name_ = text_.substr(begin, at_ - begin);
  } else {
    const std::size_t begin = at_;
    skip_regular();
    op_ = text_.substr(begin, at_ - begin);
    return true;
  }
  return false;
}

void ContentTokens::skip_regular() {
  while (at_ < text_.size() && !is_white(text_[at_]) && !is_delimiter(text_[at_])) {
    ++at_;
  }
}

void ContentTokens::number() {
  const std::size_t begin = at_;
  skip_regular();
  std::string_view digits = text_.substr(begin, at_ - begin);
  if (digits.starts_with('+')) {
    digits.remove_prefix(1);
  }
  double value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
  if (count_ < numbers_.size()) {
    numbers_[count_++] = std::isfinite(value) ? value : 0;
  }
}

void ContentTokens::skip_string() {
  int open = 0;
  while (at_ < text_.size()) {
    const char c = text_[at_++];
    ++shown_;
    if (c == '\\') {
      ++at_;
    } else if (c == '(') {
      ++open;
    } else if (c == ')' && --open == 0) {
      return;
    }
  }
}

void ContentTokens::skip_angle() {
  ++at_;
  if (at_ < text_.size() && text_[at_] == '<') {
    ++at_;  // a dictionary: its parts are skipped as tokens
    return;
  }
  const std::size_t end = text_.find('>', at_);
  shown_ += (std::min(end, text_.size()) - at_) / 2;
  at_ = end == std::string_view::npos ? text_.size() : end + 1;
}

void ContentTokens::skip_image() {
  // Binary data up to EI between white space.
  while (at_ < text_.size()) {
    const std::size_t end = text_.find("EI", at_);
    if (end == std::string_view::npos) {
      at_ = text_.size();
      return;
    }
    at_ = end + 2;
    if (end > 0 && is_white(text_[end - 1]) && (at_ >= text_.size() || is_white(text_[at_]))) {
      return;
    }
  }
}

}  // namespace budgetdiff::import
