// What leaves no ink: needed to tell empty blocks and to trim their ends.
#pragma once

#include <cstddef>
#include <string_view>

#include "text/utf8.h"

namespace hegao {

inline bool IsBlank(char32_t c) {
  return c <= 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0x1680 || (c >= 0x2000 && c <= 0x200F) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x2060 || c == 0x3000 ||
         c == 0xFEFF;
}

/// Offset of the first character that is not blank, s.size() if there is none.
inline std::size_t SkipBlanks(std::string_view s) {
  std::size_t at = 0;
  while (at < s.size()) {
    const CodePoint c = DecodeAt(s, at);
    if (!IsBlank(c.value)) break;
    at += c.length;
  }
  return at;
}

/// Length of `s` without the blanks at its end.
inline std::size_t LengthWithoutBlanks(std::string_view s) {
  std::size_t end = s.size();
  while (end > 0) {
    const CodePoint c = DecodeBefore(s, end);
    if (!IsBlank(c.value)) break;
    end -= c.length;
  }
  return end;
}

inline bool IsAllBlank(std::string_view s) { return SkipBlanks(s) == s.size(); }

}  // namespace hegao
