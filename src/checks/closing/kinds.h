// Check kinds about signature and date.
#pragma once

#include "checks/registry.h"

namespace hegao {

extern const CheckKind kEarlyDate;
extern const CheckKind kMissingDate;
extern const CheckKind kMissingSignature;

std::vector<const CheckKind*> ClosingKinds();

}  // namespace hegao
