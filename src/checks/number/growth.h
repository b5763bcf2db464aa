// Percentages that say by how much something grew, and percentage points.
#pragma once

#include <optional>

#include "checks/number/quantity_text.h"

namespace hegao {

/// The sentence at hand.
struct RatePlace {
  const Document& doc;
  const std::vector<Quantity>& all;
  const QuantitySentence& sentence;
  std::string_view Label(std::size_t i) const { return LabelBefore(doc, sentence, all, i); }
};

/// What the two numbers of a percentage make.
struct MadeRate {
  std::size_t part = 0, whole = 0;
  double percent = 0;
  bool sure = true;
  double blur = 0;  // by how much it may be off, of rounded numbers
};

/// 增长, 下降, 上年.
struct ChangeWords {
  WordList up, down, before;
};

/// Both count the same.
bool SameKind(const Quantity& a, const Quantity& b);

/// What 增长25% or 提高4个百分点 at `i` should be: 由40件增加到50件, 50件，比上年40件,
/// 50件，增长25%（上年40件）, 50件，比上年增加10件. Nothing where the sentence does not say.
/// O(words).
std::optional<MadeRate> GrowthOf(const RatePlace& place, std::size_t i, const ChangeWords& words);

}  // namespace hegao
