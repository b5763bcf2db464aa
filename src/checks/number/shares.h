// Shares of everything that do not make a hundred.
#pragma once

#include "checks/check.h"
#include "checks/number/sums.h"

namespace hegao {

/// 满意占92%，基本满意占6%，不满意占5%: shares of everything, one of them what others are not.
/// `shares`: words before a share. Reports {fault} {total} {sum}. O(quantities^2), of 16 at most.
void CheckShares(const SumText& text, const WordList& shares,
                 const std::vector<Complement>& complements, Reporter& reporter);

}  // namespace hegao
