#include "checks/context.h"

#include <algorithm>

namespace hegao {
namespace {

bool IsPlanSlot(const CheckInput& in, std::int32_t heading) {
  const auto& of = in.slots.of_heading[static_cast<std::size_t>(heading)];
  if (std::any_of(of.begin(), of.end(), [&](int s) { return in.specs[s].plan; })) return true;
  for (std::size_t s = 0; s < in.specs.size(); ++s) {
    if (in.specs[s].plan && in.slots.slots[s].heading == heading) return true;
  }
  return false;
}

}  // namespace

bool AnyMatches(const std::vector<Pattern>& patterns, std::string_view text) {
  return std::any_of(patterns.begin(), patterns.end(),
                     [&](const Pattern& p) { return p.Matches(text); });
}

bool AnyIn(const Document& doc, const std::vector<Pattern>& patterns, Span part) {
  return std::any_of(patterns.begin(), patterns.end(), [&](const Pattern& p) {
    return doc.MayMatch(p) && p.Matches(doc.Text(part), true);
  });
}

bool InPlan(const CheckInput& in, std::uint32_t folded_at) {
  const auto& doc = in.doc;
  for (auto i = static_cast<std::int32_t>(doc.SectionAt(folded_at)); i > 0;
       i = doc.sections[static_cast<std::size_t>(i)].parent) {
    const auto heading = doc.sections[static_cast<std::size_t>(i)].heading;
    if (heading < 0) continue;
    const int part = in.slots.part_of[static_cast<std::size_t>(heading)];
    if (part >= 0) return in.specs[static_cast<std::size_t>(part)].plan;
    if (IsPlanSlot(in, heading)) return true;
  }
  return false;
}

}  // namespace hegao
