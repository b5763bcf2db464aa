// Check kinds about instruments cited: repealed, expired, misquoted.
#pragma once

#include "checks/registry.h"

namespace hegao {

std::vector<const CheckKind*> LawKinds();

}  // namespace hegao
