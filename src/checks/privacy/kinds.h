// Check kinds about personal data.
#pragma once

#include "checks/registry.h"

namespace hegao {

std::vector<const CheckKind*> PrivacyKinds();

}  // namespace hegao
