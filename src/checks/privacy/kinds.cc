#include "checks/privacy/kinds.h"

namespace hegao {

std::vector<const CheckKind*> PrivacyKinds() { return {}; }

}  // namespace hegao
