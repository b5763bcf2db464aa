// The width and blank rules of folding, for one character. Shared by the folder, FoldPattern and
// the generator of the character tables, so that all three agree.
#pragma once

#include <cstdint>

namespace hegao {

constexpr bool IsLineBreak(char32_t c) {
  return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

constexpr bool IsBlank(char32_t c) {
  if (c <= 0x20) return c == ' ' || (c >= 0x09 && c <= 0x0D);
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 ||
         c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/// Characters nobody sees: zero-width blanks and joiners, direction marks, soft hyphen, BOM,
/// variation selectors.
constexpr bool IsZeroWidth(char32_t c) {
  if (c < 0x200B) return c == 0xAD || c == 0x034F || c == 0x061C || c == 0x180E;
  return c <= 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
         (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || (c >= 0xE0100 && c <= 0xE01EF);
}

/// The one character that `c` folds to for its width or form; `c` itself if there is none.
constexpr char32_t FoldWidth(char32_t c) {
  if (c >= 0xFF01 && c <= 0xFF5E) return c - 0xFEE0;
  switch (c) {
    case 0x2010:  // hyphens, dashes, minus
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return '-';
    case 0x301C:
      return '~';
    case 0x2018:
    case 0x2019:
      return '\'';
    case 0xFE5D:
      return U'〔';
    case 0xFE5E:
      return U'〕';
    case 0x2022:  // middle dots
    case 0x2027:
    case 0x30FB:
    case 0xFF65:
      return 0xB7;
    case U'「':
    case U'『':
      return U'“';
    case U'」':
    case U'』':
      return U'”';
    default:
      return c;
  }
}

/// A numbered sign that folds to several characters: ㈠ (一), ⑴ (1), ⒈ 1.
struct NumberSign {
  std::uint8_t value = 0;  // 0: `c` is no such sign
  enum class Form : std::uint8_t { cjk_paren, paren, dot } form = Form::paren;
};

constexpr NumberSign NumberSignOf(char32_t c) {
  const auto value = [c](char32_t first) { return static_cast<std::uint8_t>(c - first + 1); };
  if (c >= 0x3220 && c <= 0x3229) return {value(0x3220), NumberSign::Form::cjk_paren};
  if (c >= 0x2474 && c <= 0x2487) return {value(0x2474), NumberSign::Form::paren};
  if (c >= 0x2488 && c <= 0x249B) return {value(0x2488), NumberSign::Form::dot};
  return {};
}

}  // namespace hegao
