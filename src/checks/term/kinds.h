// Check kinds about set phrases and words easily confused.
#pragma once

#include "checks/registry.h"

namespace hegao {

extern const CheckKind kConfusable;
extern const CheckKind kSetPhrase;

std::vector<const CheckKind*> TermKinds();

}  // namespace hegao
