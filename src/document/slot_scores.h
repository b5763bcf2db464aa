// How well one heading, or the running text, speaks for one slot.
#pragma once

#include <functional>
#include <string_view>

#include "document/slots.h"

namespace hegao {

struct HeadingScore {
  double score = 0;     // about 0…1.3; 0.5 and more fills the slot
  double positive = 0;  // the same before what speaks against it was taken off
  Span match;           // bytes of the key that the best pattern matched
};

/// `key` is a HeadingKey; `position` is where the heading stands among those of its level (0 first,
/// 1 last), negative if that says nothing.
HeadingScore ScoreHeading(std::string_view key, const SlotSpec& spec, double position);

/// A heading of two halves joined by 及, 和, 与 or 、 that speak for a slot each.
struct MergedScore {
  std::size_t first = 0, second = 0;  // slots
  double first_score = 0, second_score = 0;
};

/// All pairs of slots, in the order the pack expects them, that the halves of `key` speak for with
/// at least `least`. `whole` are the scores of the whole key. O(joints * patterns), nothing where
/// fewer than two slots match the whole key.
std::vector<MergedScore> ScoreMerged(std::string_view key, const std::vector<SlotSpec>& specs,
                                     const std::vector<HeadingScore>& whole, double least);

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
