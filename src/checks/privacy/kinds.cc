#include "checks/privacy/kinds.h"

namespace hegao {

std::vector<const CheckKind*> PrivacyKinds() {
  return {&kCardNumber, &kIdentityNumber, &kPhoneNumber};
}

}  // namespace hegao
