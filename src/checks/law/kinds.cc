#include "checks/law/kinds.h"

namespace hegao {

std::vector<const CheckKind*> LawKinds() { return {}; }

}  // namespace hegao
