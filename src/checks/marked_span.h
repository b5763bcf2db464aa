// What a pattern of a rule marks: its group `mark`, or all it matches.
#pragma once

#include "text/pattern.h"

namespace hegao {

/// Plain brackets only group: a pattern says with (?P<mark>…) that part of it is context.
inline Span MarkedSpan(const Pattern& pattern, const PatternMatch& match) {
  const int group = pattern.GroupIndex("mark");
  if (group < 1 || static_cast<std::size_t>(group) > match.groups.size()) return match.whole;
  const auto span = match.groups[static_cast<std::size_t>(group) - 1];
  return span.empty() ? match.whole : span;
}

}  // namespace hegao
