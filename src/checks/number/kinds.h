// Check kinds about numbering, sums, shares and quantities.
#pragma once

#include "checks/registry.h"

namespace hegao {

std::vector<const CheckKind*> NumberKinds();

}  // namespace hegao
