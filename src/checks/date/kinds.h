// Check kinds about dates in the text and deadlines.
#pragma once

#include "checks/registry.h"

namespace hegao {

std::vector<const CheckKind*> DateKinds();

}  // namespace hegao
