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

/// The last year typed before `hit` in its sentence; nullopt if there is none.
std::optional<int> YearBefore(const CheckInput& in, Span hit);

}  // namespace hegao
