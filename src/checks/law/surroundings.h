// The words round a citation that say how it is meant.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checks/check.h"
#include "text/pattern.h"

namespace hegao {

/// Where patterns see the place they are asked about.
inline constexpr std::string_view kPlaceMark = "◆";

/// The sentence round `hit`, cut at 。 ; and to 240 bytes on either side, `hit` itself replaced by
/// ◆: “废止的◆” is a pattern for what stands right before it. O(1).
std::string Surroundings(const Document& doc, Span hit);

/// Does one of the patterns match there?
bool SaidSo(const std::vector<Pattern>& patterns, std::string_view surroundings);

/// The last year typed before `hit` in its sentence; nullopt if there is none.
std::optional<int> YearBefore(const CheckInput& in, Span hit);

/// Is it in a section that plans the next year?
bool InPlan(const CheckInput& in, Span hit);

/// 2021年1月1日 / 1 January 2021 in the language of the run.
std::string SayDate(const CheckInput& in, Date date);

}  // namespace hegao
