#include "checks/name/kinds.h"

namespace hegao {

std::vector<const CheckKind*> NameKinds() {
  return {&kForeignPlace, &kIssuerMismatch, &kSelfReference};
}

}  // namespace hegao
