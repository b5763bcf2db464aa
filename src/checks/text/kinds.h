// Check kinds about words, editors' marks, damage.
#pragma once

#include "checks/registry.h"

namespace hegao {

extern const CheckKind kCorruptedText;
extern const CheckKind kForbiddenText;
extern const CheckKind kMarkedText;
extern const CheckKind kPageChrome;
extern const CheckKind kPinyinAnnotation;
extern const CheckKind kTextEncoding;
extern const CheckKind kTraditionalText;

std::vector<const CheckKind*> TextKinds();

}  // namespace hegao
