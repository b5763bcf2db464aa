#include "checks/event/kinds.h"

namespace hegao {

std::vector<const CheckKind*> EventKinds() {
  return {&kAnachronism, &kOutdatedFormula, &kStaleGuidance};
}

}  // namespace hegao
