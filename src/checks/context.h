// What stands round a hit and says how it is meant: questions several families ask.
#pragma once

#include <string_view>
#include <vector>

#include "checks/check.h"
#include "text/pattern.h"

namespace hegao {

/// In patterns over the words round a hit: the hit itself. 废止的◆ is what stands right before it.
inline constexpr std::string_view kPlaceMark = "◆";

/// Does one of the patterns match the text?
bool AnyMatches(const std::vector<Pattern>& patterns, std::string_view text);

/// … this folded part of the document? Asks the document's filter first.
bool AnyIn(const Document& doc, const std::vector<Pattern>& patterns, Span part);

/// Does the place lie in a part that plans the year after the report year, be it merged with
/// another? O(depth + slots).
bool InPlan(const CheckInput& in, std::uint32_t folded_at);

}  // namespace hegao
