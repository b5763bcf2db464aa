#include "checks/date/kinds.h"

namespace hegao {

std::vector<const CheckKind*> DateKinds() { return {}; }

}  // namespace hegao
