// Points that leave one out, come twice or stand alone.
#pragma once

#include <cstdint>
#include <vector>

#include "checks/check.h"
#include "checks/number/points.h"
#include "checks/number/quantity_text.h"

namespace hegao {

struct PointWords {
  WordList starts, others;  // that may stand for the first and for the second point
  WordList announced;       // 方面 措施: of which there are as many as was said
};

/// Reports what is wrong with points of one style. `points` ascend; at `breaks`, which ascend too,
/// every count is over. O(points * text between them).
void CountPoints(const Document& doc, const std::vector<const Point*>& points,
                 const std::vector<std::uint32_t>& breaks, const PointWords& words,
                 Reporter& reporter);

}  // namespace hegao
