// Check kinds about what a section says, not only that it is there.
#pragma once

#include "checks/registry.h"

namespace hegao {

extern const CheckKind kCopiedFromPrevious;
extern const CheckKind kDuplicateParagraph;
extern const CheckKind kMissingCauses;
extern const CheckKind kTopicCoverage;
extern const CheckKind kUnmatchedTopics;

std::vector<const CheckKind*> SubstanceKinds();

}  // namespace hegao
