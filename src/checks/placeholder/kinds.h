// Check kinds about what was left blank.
#pragma once

#include "checks/registry.h"

namespace hegao {

extern const CheckKind kBlankDate;
extern const CheckKind kBlankValue;
extern const CheckKind kMaskPlaceholder;

std::vector<const CheckKind*> PlaceholderKinds();

}  // namespace hegao
