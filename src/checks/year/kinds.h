// Check kinds about the report year and the years in the text.
#pragma once

#include "checks/registry.h"

namespace hegao {

extern const CheckKind kFutureYear;
extern const CheckKind kPlanYear;
extern const CheckKind kStaleYear;
extern const CheckKind kTitleYear;
extern const CheckKind kYearUndetermined;

std::vector<const CheckKind*> YearKinds();

}  // namespace hegao
