// A rate and the two numbers that stand right before it, where no table says what it is of.
#pragma once

#include <optional>
#include <string_view>

#include "checks/number/growth.h"

namespace hegao {

constexpr std::size_t kLongestRateTail = 18;  // bytes between a rate’s name and its number

struct RateWords {
  WordList modifiers, elsewhere, traits;
  ChangeWords change;
};

/// 未办结, 正在调解: not what a rate counts.
bool Denied(std::string_view label);

/// 80名中有72名…，率95%; 化解9件，尚有3件未化解，率90%; 共200家，走访150家，率80%. Nothing where
/// the sentence has other numbers they might be of. Never sure but for the second. O(sentence).
std::optional<MadeRate> RateRightBefore(const RatePlace& place, std::size_t percent,
                                        const RateWords& words);

}  // namespace hegao
