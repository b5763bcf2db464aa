#include "checks/substance/kinds.h"

namespace hegao {

std::vector<const CheckKind*> SubstanceKinds() {
  return {&kCopiedFromPrevious, &kDuplicateParagraph, &kMissingCauses, &kTopicCoverage,
          &kUnmatchedTopics};
}

}  // namespace hegao
