// Small questions about folded text: what kind of byte, which word at its start or end.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace hegao {

constexpr bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool IsAsciiLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

constexpr bool Contains(std::string_view text, std::string_view word) {
  return text.find(word) != text.npos;
}

/// Bytes of the first of the words that `text` starts with, 0 if none. `Words`: any range of what
/// converts to a string_view.
template <typename Words>
std::uint32_t StartsWithAny(std::string_view text, const Words& words) {
  for (const std::string_view w : words) {
    if (text.starts_with(w)) return static_cast<std::uint32_t>(w.size());
  }
  return 0;
}
inline std::uint32_t StartsWithAny(std::string_view text,
                                   std::initializer_list<std::string_view> words) {
  return StartsWithAny<std::initializer_list<std::string_view>>(text, words);
}

/// The same at its end.
template <typename Words>
std::uint32_t EndsWithAny(std::string_view text, const Words& words) {
  for (const std::string_view w : words) {
    if (text.ends_with(w)) return static_cast<std::uint32_t>(w.size());
  }
  return 0;
}
inline std::uint32_t EndsWithAny(std::string_view text,
                                 std::initializer_list<std::string_view> words) {
  return EndsWithAny<std::initializer_list<std::string_view>>(text, words);
}

}  // namespace hegao
