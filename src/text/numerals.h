// Chinese and Arabic counting numerals, on folded text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hegao {

struct ParsedNumber {
  std::uint32_t value = 0;
  std::uint32_t length = 0;  // bytes consumed
};

/// A CJK counting number at the start of `s`: 一 … 九十九, 一百零二; also 廿, 卅. Not digit strings
/// (二〇二四).
std::optional<ParsedNumber> ParseCjkNumber(std::string_view s);

/// Up to nine ASCII digits at the start of `s`.
std::optional<ParsedNumber> ParseAsciiNumber(std::string_view s);

/// ①–⑳ ㉑–㊿ at the start of `s`.
std::optional<ParsedNumber> ParseCircledNumber(std::string_view s);

/// 1 -> 一, 12 -> 十二, 20 -> 二十; values up to 9999.
std::string ToCjkNumber(std::uint32_t value);

}  // namespace hegao
