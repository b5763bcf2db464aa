// UTF-8 primitives. Every function tolerates invalid input: a byte that starts no valid sequence
// counts as one character U+FFFD of length 1. No allocation unless a string is returned.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace hegao {

struct CodePoint {
  char32_t value = 0;
  std::uint8_t length = 1;  // bytes consumed, at least 1
};

/// Decodes the character that starts at `at`; `at` must be < s.size(). O(1).
CodePoint DecodeAt(std::string_view s, std::size_t at);

/// Decodes the character that ends just before `at` (`at` > 0). O(1).
CodePoint DecodeBefore(std::string_view s, std::size_t at);

void AppendUtf8(std::string& out, char32_t c);

/// Number of characters (code points). O(n).
std::size_t CountCodePoints(std::string_view s);

/// True if `s` is well-formed UTF-8 (no surrogates, no overlong forms). O(n).
bool IsValidUtf8(std::string_view s);

/// True if `at` is not in the middle of a character (0 and size() are boundaries).
bool IsBoundary(std::string_view s, std::size_t at);

/// Has `s` more than `n` characters? Stops counting there. O(n).
bool LongerThan(std::string_view s, std::size_t n);

/// The first `n` characters of `s`; the whole of it if it is shorter. O(n).
std::string_view FirstCodePoints(std::string_view s, std::size_t n);

/// CJK ideographs (BMP blocks, extensions, compatibility) and 〇.
bool IsHan(char32_t c);

/// Number of Han characters in `s`: the length measure of packs. O(n).
std::size_t CountHan(std::string_view s);

/// Terminal columns: 2 for East Asian wide and full-width, 0 for combining and zero-width, else 1.
int DisplayWidth(char32_t c);
int DisplayWidth(std::string_view s);

}  // namespace hegao
