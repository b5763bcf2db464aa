#include "checks/substance/kinds.h"

namespace hegao {

std::vector<const CheckKind*> SubstanceKinds() { return {}; }

}  // namespace hegao
