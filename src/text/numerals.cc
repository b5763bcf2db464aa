#include "text/numerals.h"

#include <array>

#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::array<std::string_view, 10> kDigits = {"零", "一", "二", "三", "四",
                                                      "五", "六", "七", "八", "九"};
constexpr std::size_t kHanBytes = 3;

/// 1…9, 0 for 零 and 〇, -1 for anything else.
int DigitAt(std::string_view s, std::size_t at) {
  const std::string_view c = s.substr(at, kHanBytes);
  if (c == "〇") return 0;
  for (std::size_t i = 0; i < kDigits.size(); ++i) {
    if (c == kDigits[i]) return static_cast<int>(i);
  }
  return -1;
}

class CjkNumberParser {
 public:
  explicit CjkNumberParser(std::string_view s) : s_(s) {}

  std::optional<ParsedNumber> Parse() {
    bool any = Unit("千", 1000);
    any = Unit("百", 100) || any;
    any = Tens() || any;
    any = Ones() || any;
    // A digit that follows directly makes it a digit string: 二〇二四, 一二三.
    if (!any || zero_ || (at_ < s_.size() && DigitAt(s_, at_) >= 0)) return std::nullopt;
    return ParsedNumber{value_, static_cast<std::uint32_t>(at_)};
  }

 private:
  bool Take(std::string_view c) {
    if (s_.substr(at_, c.size()) != c) return false;
    at_ += c.size();
    return true;
  }

  bool Unit(std::string_view unit, std::uint32_t scale) {
    const int digit = DigitAt(s_, at_);
    if (digit < 1 || s_.substr(at_ + kHanBytes, unit.size()) != unit) return false;
    at_ += kHanBytes + unit.size();
    value_ += static_cast<std::uint32_t>(digit) * scale;
    zero_ = false;
    TakeZero();
    return true;
  }

  /// 零 or 〇 inside a number must be followed by more of it (一百零二); else it is left alone.
  void TakeZero() {
    if (at_ >= s_.size() || DigitAt(s_, at_) != 0) return;
    if (DigitAt(s_, at_ + kHanBytes) < 1) return;
    at_ += kHanBytes;
    zero_ = true;
  }

  bool Tens() {
    if (Unit("十", 10)) return true;
    const std::uint32_t tens = Take("十") ? 10 : Take("廿") ? 20 : Take("卅") ? 30 : 0;
    value_ += tens;
    // 千 and 百 before a bare 十 (一百十二) is spoken usage, read all the same.
    if (tens > 0) zero_ = false;
    return tens > 0;
  }

  bool Ones() {
    const int digit = DigitAt(s_, at_);
    // 一百一 means 110 in speech and 101 to nobody: leave it unread.
    if (digit < 1 || (value_ >= 100 && value_ % 100 == 0 && !zero_)) return false;
    at_ += kHanBytes;
    value_ += static_cast<std::uint32_t>(digit);
    zero_ = false;
    return true;
  }

  std::string_view s_;
  std::size_t at_ = 0;
  std::uint32_t value_ = 0;
  bool zero_ = false;
};

}  // namespace

std::optional<ParsedNumber> ParseCjkNumber(std::string_view s) {
  return CjkNumberParser(s).Parse();
}

std::optional<ParsedNumber> ParseAsciiNumber(std::string_view s) {
  constexpr std::uint32_t kMaxDigits = 9;
  ParsedNumber n;
  for (; n.length < s.size(); ++n.length) {
    const char c = s[n.length];
    if (c < '0' || c > '9') break;
    if (n.length == kMaxDigits) return std::nullopt;
    n.value = n.value * 10 + static_cast<std::uint32_t>(c - '0');
  }
  if (n.length == 0) return std::nullopt;
  return n;
}

std::optional<ParsedNumber> ParseCircledNumber(std::string_view s) {
  if (s.empty()) return std::nullopt;
  const CodePoint c = DecodeAt(s, 0);
  const auto in = [&](char32_t first, char32_t last, char32_t value) -> std::uint32_t {
    return c.value >= first && c.value <= last ? c.value - first + value : 0;
  };
  const std::uint32_t value = in(U'①', U'⑳', 1) + in(U'㉑', U'㉟', 21) + in(U'㊱', U'㊿', 36);
  if (value == 0) return std::nullopt;
  return ParsedNumber{value, c.length};
}

std::string ToCjkNumber(std::uint32_t value) {
  if (value == 0 || value > 9999) return value == 0 ? "零" : std::to_string(value);
  std::string out;
  bool zero = false;
  constexpr std::array<std::pair<std::uint32_t, std::string_view>, 4> kUnits = {
      {{1000, "千"}, {100, "百"}, {10, "十"}, {1, ""}}};
  for (const auto& [scale, unit] : kUnits) {
    const std::uint32_t digit = value / scale % 10;
    if (digit == 0) {
      zero = !out.empty();
      continue;
    }
    if (zero) out += "零";
    zero = false;
    const bool bare_ten = scale == 10 && digit == 1 && out.empty();
    if (!bare_ten) out += kDigits[digit];
    out += unit;
  }
  return out;
}

}  // namespace hegao
