#include "checks/term/kinds.h"

namespace hegao {

std::vector<const CheckKind*> TermKinds() { return {&kConfusable, &kSetPhrase}; }

}  // namespace hegao
