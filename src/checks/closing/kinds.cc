#include "checks/closing/kinds.h"

namespace hegao {

std::vector<const CheckKind*> ClosingKinds() {
  return {&kEarlyDate, &kMissingDate, &kMissingSignature};
}

}  // namespace hegao
