#include "checks/year/kinds.h"

namespace hegao {

std::vector<const CheckKind*> YearKinds() {
  return {&kFutureYear, &kPlanYear, &kStaleYear, &kTitleYear, &kYearUndetermined};
}

}  // namespace hegao
