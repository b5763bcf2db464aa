// The slots of a pack.
#pragma once

#include <vector>

#include "document/slots.h"
#include "rulepack/reader.h"

namespace hegao {

/// Reads the `slots:` list; ids must be unique.
std::vector<SlotSpec> ReadSlots(const Value& list, Problems& problems);

}  // namespace hegao
