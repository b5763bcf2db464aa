#include "formats/odt/number_format.h"

#include <array>
#include <utility>

#include "text/numerals.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::uint32_t kCjkMost = 9999;    // what ToCjkNumber spells
constexpr std::uint32_t kRomanMost = 3999;  // beyond, romans drew lines over letters

std::string Letters(std::uint32_t value, char first, bool sync) {
  if (value == 0) return "0";
  if (sync) {
    const std::uint32_t times = (value - 1) / 26 + 1;
    return std::string(times < 20 ? times : 20, static_cast<char>(first + (value - 1) % 26));
  }
  std::string out;
  for (; value > 0; value = (value - 1) / 26) {
    out.insert(out.begin(), static_cast<char>(first + (value - 1) % 26));
  }
  return out;
}

std::string Roman(std::uint32_t value, bool upper) {
  if (value == 0 || value > kRomanMost) return std::to_string(value);
  static constexpr std::array<std::pair<std::uint32_t, std::string_view>, 13> kSigns = {
      {{1000, "m"},
       {900, "cm"},
       {500, "d"},
       {400, "cd"},
       {100, "c"},
       {90, "xc"},
       {50, "l"},
       {40, "xl"},
       {10, "x"},
       {9, "ix"},
       {5, "v"},
       {4, "iv"},
       {1, "i"}}};
  std::string out;
  for (const auto& [worth, sign] : kSigns) {
    for (; value >= worth; value -= worth) out += sign;
  }
  if (upper) {
    for (char& c : out) c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

/// The `value`th character of a row; decimal digits past its end.
std::string OfRow(std::uint32_t value, std::u32string_view row) {
  std::string out;
  if (value == 0 || value > row.size()) return std::to_string(value);
  AppendUtf8(out, row[value - 1]);
  return out;
}

std::string Circled(std::uint32_t value) {
  const char32_t sign = value == 0    ? U'\0'
                        : value <= 20 ? U'①' + value - 1
                        : value <= 35 ? U'㉑' + value - 21
                        : value <= 50 ? U'㊱' + value - 36
                                      : U'\0';
  if (sign == U'\0') return std::to_string(value);
  std::string out;
  AppendUtf8(out, sign);
  return out;
}

std::string WithDigits(std::uint32_t value, char32_t zero) {
  std::string out;
  for (const char c : std::to_string(value)) AppendUtf8(out, zero + static_cast<char32_t>(c - '0'));
  return out;
}

/// The numerals of cheques.
std::string Financial(std::uint32_t value, bool traditional) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kSimple = {
      {{"一", "壹"},
       {"二", "贰"},
       {"三", "叁"},
       {"四", "肆"},
       {"五", "伍"},
       {"六", "陆"},
       {"七", "柒"},
       {"八", "捌"},
       {"九", "玖"},
       {"十", "拾"},
       {"百", "佰"},
       {"千", "仟"}}};
  std::string out;
  const std::string plain = (value >= 10 && value < 20 ? "一" : "") + ToCjkNumber(value);
  for (std::size_t at = 0; at < plain.size();) {
    const std::size_t length = DecodeAt(plain, at).length;
    std::string_view sign = std::string_view(plain).substr(at, length);
    for (const auto& [from, to] : kSimple) {
      if (sign == from) sign = to;
    }
    if (traditional && sign == "贰") sign = "貳";
    if (traditional && sign == "叁") sign = "參";
    if (traditional && sign == "陆") sign = "陸";
    out += sign;
    at += length;
  }
  return out;
}

}  // namespace

std::string FormatOdtNumber(std::uint32_t value, std::string_view format, bool letter_sync) {
  if (format.empty()) return {};
  if (format == "1") return std::to_string(value);
  if (format == "a") return Letters(value, 'a', letter_sync);
  if (format == "A") return Letters(value, 'A', letter_sync);
  if (format == "i") return Roman(value, false);
  if (format == "I") return Roman(value, true);
  if (format.starts_with("01")) return (value < 10 ? "0" : "") + std::to_string(value);
  const bool spelt = value > 0 && value <= kCjkMost;
  switch (DecodeAt(format, 0).value) {
    case U'一':
      return spelt ? ToCjkNumber(value) : std::to_string(value);
    case U'壹':
      return spelt ? Financial(value, format.find("貳") != std::string_view::npos)
                   : std::to_string(value);
    case U'①':
      return Circled(value);
    case U'１':
      return WithDigits(value, U'０');
    case U'甲':
      return OfRow(value, U"甲乙丙丁戊己庚辛壬癸");
    case U'子':
      return OfRow(value, U"子丑寅卯辰巳午未申酉戌亥");
    default:
      return std::to_string(value);
  }
}

}  // namespace hegao
