#include "checks/layout/kinds.h"

namespace hegao {

std::vector<const CheckKind*> LayoutKinds() { return {&kPageLayout, &kPageNumber, &kTextFormat}; }

}  // namespace hegao
