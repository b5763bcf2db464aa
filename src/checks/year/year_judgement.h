// Which years of a document do not fit its report year. Shared by the year kinds; each reports its
// part.
#pragma once

#include <vector>

#include "checks/check.h"

namespace hegao {

enum class YearFault : std::uint8_t {
  stale_heading,   // a heading speaks of an earlier year
  stale_opening,   // the opening or the first words of a section do
  stale_header,    // a page header or footer that repeats the title does
  stale_body,      // a sentence starts with an earlier year as if it were the report's
  throughout,      // most of the text speaks of another year
  future_heading,  // a heading outside the plan speaks of a later year
  future_done,     // a later year told as done
  plan_heading,    // the plan's heading names another year than the next
  plan_body,       // the plan's text starts with another year than the next
};

struct YearVerdict {
  YearFault fault;
  int year = 0;
  Span folded;
  bool weaker = false;
  std::vector<Span> more;  // throughout: the other places
};

/// Empty where the report year is not known. Ascending by place. O(years * sentence).
std::vector<YearVerdict> JudgeYears(const CheckInput& in);

}  // namespace hegao
