// Check kinds about places and organisations.
#pragma once

#include "checks/registry.h"

namespace hegao {

extern const CheckKind kForeignPlace;
extern const CheckKind kIssuerMismatch;
extern const CheckKind kSelfReference;

std::vector<const CheckKind*> NameKinds();

}  // namespace hegao
