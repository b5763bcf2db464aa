// Numbers of lists in the formats of style:num-format (ISO/IEC 26300-1, 19.500) and those that
// LibreOffice adds for Chinese.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace hegao {

/// `format` as written in the file: 1 a A i I, or the first numbers of a series ("一, 二, 三,
/// ..."). Empty for an empty format; formats that are not known, and values a series does not
/// reach, give decimal digits. `letter_sync`: aa bb cc after z, and not aa ab ac.
std::string FormatOdtNumber(std::uint32_t value, std::string_view format, bool letter_sync = false);

}  // namespace hegao
