// Check kinds about places and organisations.
#pragma once

#include "checks/registry.h"

namespace hegao {

std::vector<const CheckKind*> NameKinds();

}  // namespace hegao
