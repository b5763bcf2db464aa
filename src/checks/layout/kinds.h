// Check kinds about what the page looks like.
#pragma once

#include "checks/registry.h"

namespace hegao {

extern const CheckKind kPageLayout;
extern const CheckKind kPageNumber;
extern const CheckKind kTextFormat;

std::vector<const CheckKind*> LayoutKinds();

}  // namespace hegao
