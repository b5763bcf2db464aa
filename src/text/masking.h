// Numbers shown without their middle: 138****5678. For outputs that must not repeat personal data.
#pragma once

#include <string>
#include <string_view>

#include "text/span.h"

namespace hegao {

/// The digits (of either width), X and * of `s` count as the number. Its first three characters
/// stay, and the last four of a short one (11 at most) or the last two of a longer one; * stands
/// for the rest, and for all of one too short for that. Other characters stay. O(n).
std::string MaskMiddle(std::string_view s);

/// The same for a part of `text`, which keeps its length in bytes: ＊ stands for full-width digits.
void MaskMiddle(std::string& text, Span part);

}  // namespace hegao
