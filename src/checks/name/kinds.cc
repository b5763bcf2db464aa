#include "checks/name/kinds.h"

namespace hegao {

std::vector<const CheckKind*> NameKinds() { return {}; }

}  // namespace hegao
