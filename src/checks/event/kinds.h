// Check kinds about meetings, campaigns and formulas out of their time.
#pragma once

#include "checks/registry.h"

namespace hegao {

std::vector<const CheckKind*> EventKinds();

}  // namespace hegao
