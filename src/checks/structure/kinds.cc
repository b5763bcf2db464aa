#include "checks/structure/kinds.h"

namespace hegao {

std::vector<const CheckKind*> StructureKinds() {
  return {&kDuplicateSection, &kEmbeddedSection, &kEmptySection, &kMergedSection,
          &kMissingSection,   &kMissingTitle,    &kSectionOrder, &kThinSection};
}

}  // namespace hegao
