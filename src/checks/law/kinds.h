// Check kinds about instruments cited: repealed, expired, misquoted.
#pragma once

#include "checks/registry.h"

namespace hegao {

extern const CheckKind kCitedInstrument;
extern const CheckKind kExpiredPlan;
extern const CheckKind kMisquotedTitle;

std::vector<const CheckKind*> LawKinds();

}  // namespace hegao
