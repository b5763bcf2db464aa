// One rule of a pack: the keys all rules have, then those of its kind.
#pragma once

#include <optional>

#include "engine/pack.h"

namespace hegao {

/// nullopt if anything is wrong; the problems say what.
std::optional<Rule> ReadRule(const Value& value, const CompileContext& context, Problems& problems);

}  // namespace hegao
