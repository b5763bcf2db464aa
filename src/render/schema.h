// The JSON Schema of the JSON output, what `schema check` prints.
#pragma once

#include <string>

namespace hegao {

/// Draft 2020-12, indented, with a newline at the end. Every key of the contract is required and
/// typed; unknown keys are allowed, for later versions. `$defs/outline` describes the object that
/// `outline --format json` prints.
std::string CheckSchema();

}  // namespace hegao
