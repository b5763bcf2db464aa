#include "checks/placeholder/kinds.h"

namespace hegao {

std::vector<const CheckKind*> PlaceholderKinds() {
  return {&kBlankDate, &kBlankValue, &kMaskPlaceholder};
}

}  // namespace hegao
