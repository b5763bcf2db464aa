#include "checks/event/kinds.h"

namespace hegao {

std::vector<const CheckKind*> EventKinds() { return {}; }

}  // namespace hegao
