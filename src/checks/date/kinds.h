// Check kinds about dates in the text and deadlines.
#pragma once

#include "checks/registry.h"

namespace hegao {

extern const CheckKind kAfterSigning;
extern const CheckKind kInvalidDate;
extern const CheckKind kLateDate;
extern const CheckKind kWeekday;

std::vector<const CheckKind*> DateKinds();

}  // namespace hegao
