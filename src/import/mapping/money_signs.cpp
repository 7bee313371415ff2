#include "import/mapping/money_signs.hpp"

#include "import/text/source_lines.hpp"

#include <algorithm>
#include <array>

namespace budgetdiff::import {
namespace {

bool is_one_of(char32_t c, std::u32string_view marks) {
  return marks.find(c) != marks.npos;
}

struct Sign {
  std::u32string_view typed;
  std::u32string_view sign;
};

/// Signs of one currency are one. 円 and 元 are units, which may be of the mapping or not; longer
/// ones stand before those that they end in.
constexpr auto signs = std::to_array<Sign>({
    {U"NT$", U"NT$"},  {U"HK$", U"HK$"}, {U"US$", U"$"},    {U"USD", U"$"},     {U"AU$", U"A$"},
    {U"NZ$", U"NZ$"},  {U"R$", U"R$"},   {U"C$", U"C$"},    {U"A$", U"A$"},     {U"S$", U"S$"},
    {U"RMB", U"￥"},   {U"CNY", U"￥"},  {U"JPY", U"￥"},   {U"人民币", U"￥"}, {U"人民幣", U"￥"},
    {U"￥", U"￥"},    {U"¥", U"￥"},    {U"$", U"$"},      {U"＄", U"$"},      {U"€", U"€"},
    {U"EUR", U"€"},    {U"£", U"£"},     {U"￡", U"£"},     {U"GBP", U"£"},     {U"₩", U"₩"},
    {U"￦", U"₩"},     {U"KRW", U"₩"},   {U"₹", U"₹"},      {U"INR", U"₹"},     {U"Rs.", U"₹"},
    {U"Rs", U"₹"},     {U"CHF", U"CHF"}, {U"SFr.", U"CHF"}, {U"kr.", U"kr"},    {U"kr", U"kr"},
    {U"Kr", U"kr"},    {U"SEK", U"kr"},  {U"NOK", U"kr"},   {U"DKK", U"kr"},    {U"zł", U"zł"},
    {U"PLN", U"zł"},   {U"Kč", U"Kč"},   {U"CZK", U"Kč"},   {U"Ft", U"Ft"},     {U"HUF", U"Ft"},
    {U"lei", U"lei"},  {U"RON", U"lei"}, {U"лв.", U"лв"},   {U"лв", U"лв"},     {U"₽", U"₽"},
    {U"руб.", U"₽"}, {U"руб", U"₽"}, {U"RUB", U"₽"},  {U"₴", U"₴"},       {U"грн", U"₴"},
    {U"₫", U"₫"},      {U"đ", U"₫"},     {U"VND", U"₫"},    {U"฿", U"฿"},       {U"THB", U"฿"},
    {U"₺", U"₺"},      {U"TL", U"₺"},    {U"Rp.", U"Rp"},   {U"Rp", U"Rp"},     {U"RM", U"RM"},
    {U"₱", U"₱"},      {U"₪", U"₪"},     {U"₦", U"₦"},
});

/// Where a sign of currency stands in an amount; none where `length` is 0.
struct Found {
  std::size_t begin = 0;
  std::size_t length = 0;
  std::u32string_view sign;
};

Found currency_in(std::u32string_view text) {
  const std::size_t begin = text.starts_with(U"-") || text.starts_with(U"(") ? 1 : 0;
  const std::size_t end = text.size() - (text.ends_with(U")") ? 1 : 0);
  if (begin >= end) {
    return {};
  }
  const std::u32string_view inside = text.substr(begin, end - begin);
  for (const Sign& one : signs) {
    if (inside.starts_with(one.typed)) {
      return {begin, one.typed.size(), one.sign};
    }
  }
  for (const std::u32string_view whole : {inside, text}) {
    const std::size_t from = whole.size() == text.size() ? 0 : begin;
    for (const Sign& one : signs) {
      if (whole.ends_with(one.typed)) {
        return {from + whole.size() - one.typed.size(), one.typed.size(), one.sign};
      }
    }
  }
  return {};
}

/// Makes the sign at the front of a figure a minus, or nothing; a mark alone is that of a blank.
void plain_sign(std::u32string& text) {
  if (text.size() < 2 || text[0] == U'-') {
    return;
  }
  if (is_one_of(text[0], U"△▲▴–—‒−﹣－")) {
    text[0] = U'-';
  } else if (is_one_of(text[0], U"+＋")) {
    text.erase(0, 1);
  }
}

}  // namespace

std::u32string bare_amount(std::u32string text, std::u32string_view& currency) {
  if (std::none_of(text.begin(), text.end(), is_digit)) {
    return text;
  }
  plain_sign(text);
  const Found found = currency_in(text);
  if (found.length > 0 && (currency.empty() || found.sign == currency)) {
    currency = found.sign;
    text.erase(found.begin, found.length);
    plain_sign(text);  // $-5
  }
  return text;
}

bool says_no_amount(std::u32string_view text) {
  constexpr auto words = std::to_array<std::u32string_view>(
      {U"n/a", U"#n/a", U"na", U"n.a.", U"n.a", U"nc", U"n.c.", U"nd", U"n.d.", U"nil", U"none",
       U"null", U"..", U"...", U"…", U"x", U":"});
  std::u32string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char32_t c) { return c >= U'A' && c <= U'Z' ? c - U'A' + U'a' : c; });
  return std::find(words.begin(), words.end(), lower) != words.end();
}

}  // namespace budgetdiff::import
