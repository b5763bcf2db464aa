// The words round a citation that say how it is meant.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checks/check.h"
#include "checks/context.h"
#include "text/pattern.h"

namespace hegao {

/// The sentence round `hit`, cut at 。 ; and to 240 bytes on either side, `hit` itself replaced by
/// ◆: “废止的◆” is a pattern for what stands right before it. O(1).
std::string Surroundings(const Document& doc, Span hit);

/// The last year typed before `hit` in its sentence, of in.facts.years; nullptr if there is none.
const YearMention* YearMentionBefore(const CheckInput& in, Span hit);

/// The year itself, unless it was aimed at (到2020年); nullopt if there is none.
std::optional<int> YearBefore(const CheckInput& in, Span hit);

}  // namespace hegao
