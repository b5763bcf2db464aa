// Check kinds about numbering, sums, shares and quantities.
#pragma once

#include "checks/registry.h"

namespace hegao {

extern const CheckKind kEnumeration;
extern const CheckKind kHeadingSequence;
extern const CheckKind kHeadingStyle;
extern const CheckKind kInconsistentQuantity;
extern const CheckKind kPercentRange;
extern const CheckKind kRateMismatch;
extern const CheckKind kSumMismatch;

std::vector<const CheckKind*> NumberKinds();

}  // namespace hegao
