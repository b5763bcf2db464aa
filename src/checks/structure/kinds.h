// Check kinds about sections and their order.
#pragma once

#include "checks/registry.h"

namespace hegao {

extern const CheckKind kDuplicateSection;
extern const CheckKind kEmbeddedSection;
extern const CheckKind kEmptySection;
extern const CheckKind kMergedSection;
extern const CheckKind kMissingSection;
extern const CheckKind kMissingTitle;
extern const CheckKind kSectionOrder;
extern const CheckKind kThinSection;

std::vector<const CheckKind*> StructureKinds();

}  // namespace hegao
