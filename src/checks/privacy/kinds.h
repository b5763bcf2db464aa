// Check kinds about personal data.
#pragma once

#include "checks/registry.h"

namespace hegao {

extern const CheckKind kCardNumber;
extern const CheckKind kIdentityNumber;
extern const CheckKind kPhoneNumber;

std::vector<const CheckKind*> PrivacyKinds();

}  // namespace hegao
