// Numbers as word processors write them before the paragraphs of a list (ECMA-376 Part 1,
// 17.18.59 ST_NumberFormat).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hegao {

/// One number in one of the formats of ST_NumberFormat: decimal, chineseCounting,
/// chineseCountingThousand, chineseLegalSimplified, ideographDigital, ideographTraditional,
/// japaneseCounting, taiwaneseCounting…, decimalEnclosedCircle(Chinese), decimalFullWidth,
/// upperRoman, lowerLetter… Values beyond the characters of a format, and formats that are not
/// known, give decimal digits, as there. `bullet` and `none` give nothing.
std::string FormatNumber(std::uint32_t value, std::string_view number_format);

}  // namespace hegao
