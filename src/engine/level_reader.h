// The levels of issuers a pack tells apart.
#pragma once

#include <vector>

#include "document/issuer_level.h"
#include "rulepack/reader.h"

namespace hegao {

/// Reads a `levels:` list; ids must be unique.
std::vector<LevelSpec> ReadLevels(const Value& list, Problems& problems);

}  // namespace hegao
