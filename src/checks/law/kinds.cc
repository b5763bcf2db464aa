#include "checks/law/kinds.h"

namespace hegao {

std::vector<const CheckKind*> LawKinds() {
  return {&kCitedInstrument, &kExpiredPlan, &kMisquotedTitle};
}

}  // namespace hegao
