#include "checks/text/kinds.h"

namespace hegao {

std::vector<const CheckKind*> TextKinds() {
  return {&kCorruptedText,    &kForbiddenText, &kMarkedText,     &kPageChrome,
          &kPinyinAnnotation, &kTextEncoding,  &kTraditionalText};
}

}  // namespace hegao
