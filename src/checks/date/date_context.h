// What stands round a date and decides what it means. Shared by the date kinds.
#pragma once

#include <string>
#include <vector>

#include "checks/check.h"
#include "checks/date/text_dates.h"

namespace hegao {

/// The clause that holds the span: from the last 。；，： (or the start of the block) to the next,
/// 300 bytes at most to either side.
Span ClauseAround(const Document& doc, Span at);

/// Inside 《…》 or “…”, looked for within 300 bytes.
bool IsQuotedAt(const Document& doc, Span at);

/// The years a date may be of: its own where it is written; else that of the report, those its
/// block names, and those next to it that words such as 去年 point to. Empty: nothing says.
std::vector<int> YearsMeant(const CheckInput& in, const TextDate& date);

/// A date as the text shows it, with its month where only the day is written.
std::string Shown(const TextDate& date, const CheckInput& in, const Reporter& reporter);

}  // namespace hegao
