// Check kinds about set phrases and words easily confused.
#pragma once

#include "checks/registry.h"

namespace hegao {

std::vector<const CheckKind*> TermKinds();

}  // namespace hegao
