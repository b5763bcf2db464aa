#include "checks/marked_span.h"

#include <algorithm>

namespace hegao {
namespace {

constexpr std::uint32_t kExceptionReach = 240;  // bytes

}  // namespace

Span MarkedSpan(const Pattern& pattern, const PatternMatch& match) {
  const int group = pattern.GroupIndex("mark");
  if (group < 1 || static_cast<std::size_t>(group) > match.groups.size()) return match.whole;
  const auto span = match.groups[static_cast<std::size_t>(group) - 1];
  return span.empty() ? match.whole : span;
}

bool IsExcepted(const Document& doc, const std::vector<Pattern>& exceptions, Span hit) {
  const auto near = doc.Around(hit, kExceptionReach);
  return std::any_of(exceptions.begin(), exceptions.end(), [&](const Pattern& p) {
    if (!doc.MayMatch(p)) return false;
    const auto spans = p.FindSpans(doc.folded.text(), near);
    return std::any_of(spans.begin(), spans.end(), [&](Span s) { return s.Overlaps(hit); });
  });
}

}  // namespace hegao
