// Check kinds about meetings, campaigns and formulas out of their time.
#pragma once

#include "checks/registry.h"

namespace hegao {

extern const CheckKind kAnachronism;
extern const CheckKind kOutdatedFormula;
extern const CheckKind kStaleGuidance;

std::vector<const CheckKind*> EventKinds();

}  // namespace hegao
