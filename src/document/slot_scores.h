// How well one heading, or the running text, speaks for one slot.
#pragma once

#include <functional>
#include <string_view>

#include "document/slots.h"

namespace hegao {

struct HeadingScore {
  double score = 0;  // about 0…1.3; 0.5 and more fills the slot
  Span match;        // bytes of the key that the best pattern matched
};

/// `key` is a HeadingKey; `position` is where the heading stands among those of its level (0 first,
/// 1 last), negative if that says nothing.
HeadingScore ScoreHeading(std::string_view key, const SlotSpec& spec, double position);

/// Score -> 0…1.
double Confidence(double score);

struct BodyEvidence {
  bool enough = false;
  double weight = 0;
  Span place;  // folded: the strongest match
};

/// Looks for the slot's body patterns outside headings, page furniture and excluded places. Enough
/// is one match of weight 1, or different patterns that add up to it.
BodyEvidence FindEvidence(const Document& doc, const SlotSpec& spec,
                          const std::function<bool(std::uint32_t)>& excluded);

}  // namespace hegao
