// Check kinds about what a section says, not only that it is there.
#pragma once

#include "checks/registry.h"

namespace hegao {

std::vector<const CheckKind*> SubstanceKinds();

}  // namespace hegao
