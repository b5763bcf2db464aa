// Hard-wrapped text: which lines continue the one before.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.h"

namespace hegao {

/// For each raw block: does it continue the previous one? Only lines (line, soft_line) can, and
/// only in a text that is wrapped throughout: no line much wider than the others, many lines that
/// stop at the margin without closing a sentence. O(bytes).
std::vector<bool> ContinuationLines(const RawDocument& raw);

}  // namespace hegao
