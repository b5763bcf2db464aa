#include "checks/date/kinds.h"

namespace hegao {

std::vector<const CheckKind*> DateKinds() {
  return {&kAfterSigning, &kInvalidDate, &kLateDate, &kWeekday};
}

}  // namespace hegao
