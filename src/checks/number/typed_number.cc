#include "checks/number/typed_number.h"

#include <algorithm>

#include "text/affix.h"
#include "text/numerals.h"

namespace hegao {
namespace {

constexpr std::size_t kLongestNumber = 12;  // digits; more are an identity
constexpr std::size_t kHan = 3;             // bytes

int CjkDigit(std::string_view s) {
  static constexpr std::string_view kDigits[] = {"零", "一", "二", "三", "四",
                                                 "五", "六", "七", "八", "九"};
  for (int i = 0; i < 10; ++i) {
    if (s.substr(0, kHan) == kDigits[i]) return i;
  }
  return -1;
}

}  // namespace

std::optional<TypedNumber> ParseDigits(std::string_view s) {
  TypedNumber t;
  std::size_t digits = 0, group = 0;
  bool grouped = false;
  for (; t.length < s.size(); ++t.length) {
    const char c = s[t.length];
    if (IsAsciiDigit(c)) {
      t.value = t.value * 10 + (c - '0');
      ++digits;
      ++group;
      continue;
    }
    const auto next = s.substr(t.length + 1);
    const bool three = c == ',' && group <= 3 && (!grouped || group == 3) && next.size() >= 3 &&
                       IsAsciiDigit(next[0]) && IsAsciiDigit(next[1]) && IsAsciiDigit(next[2]) &&
                       (next.size() == 3 || !IsAsciiDigit(next[3]));
    if (!three) break;
    grouped = true;
    group = 0;
  }
  if (digits == 0 || digits > kLongestNumber || (digits > 1 && s[0] == '0')) return std::nullopt;
  if (t.length + 1 < s.size() && s[t.length] == '.' && IsAsciiDigit(s[t.length + 1])) {
    ++t.length;
    for (; t.length < s.size() && IsAsciiDigit(s[t.length]); ++t.length) {
      t.grain /= 10;
      t.value += t.grain * (s[t.length] - '0');
    }
  }
  return t;
}

std::optional<TypedNumber> ParseWritten(std::string_view s) {
  TypedNumber t;
  if (const auto n = ParseCjkNumber(s)) {
    t.value = n->value;
    t.length = n->length;
  } else if (StartsWithAny(s, {"两"}) != 0) {
    t.value = 2;
    t.length = kHan;
    if (const auto hundreds = StartsWithAny(s.substr(kHan), {"百", "千"}); hundreds != 0) {
      t.value *= s.substr(kHan, kHan) == "百" ? 100 : 1000;
      t.length += hundreds;
      if (const auto rest = ParseCjkNumber(s.substr(t.length)); rest && rest->value < 100) {
        t.value += rest->value;
        t.length += rest->length;
      }
    }
  } else if (StartsWithAny(s, {"零点"}) != 0) {
    t.length = kHan;
  } else {
    return std::nullopt;
  }
  if (StartsWithAny(s.substr(t.length), {"点"}) != 0 &&
      CjkDigit(s.substr(std::min(s.size(), t.length + kHan))) >= 0) {
    t.length += kHan;
    for (int d = CjkDigit(s.substr(t.length)); d >= 0; d = CjkDigit(s.substr(t.length))) {
      t.grain /= 10;
      t.value += t.grain * d;
      t.length += kHan;
    }
  }
  return t;
}

}  // namespace hegao
