#include "checks/number/kinds.h"

namespace hegao {

std::vector<const CheckKind*> NumberKinds() {
  return {&kEnumeration,  &kHeadingSequence, &kHeadingStyle, &kInconsistentQuantity,
          &kPercentRange, &kRateMismatch,    &kSumMismatch};
}

}  // namespace hegao
