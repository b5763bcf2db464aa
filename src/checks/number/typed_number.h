// The number itself, in digits or in Chinese numerals, before anybody knows what it counts.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace hegao {

struct TypedNumber {
  double value = 0;
  double grain = 1;        // what one more in the last digit adds
  std::size_t length = 0;  // bytes
};

/// 12 1,200 98.40 at the start of `s`; nothing for 007 and for what is too long to count anything.
std::optional<TypedNumber> ParseDigits(std::string_view s);
/// 十五, 两, 一百二十, 九十八点五 at the start of `s`.
std::optional<TypedNumber> ParseWritten(std::string_view s);

}  // namespace hegao
