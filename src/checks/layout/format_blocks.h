// Which blocks the rules about the setting of text look at.
#pragma once

#include <cstdint>
#include <vector>

#include "document/document.h"

namespace hegao {

enum class FormatPart : std::uint8_t { title, body, heading };

/// Indices of blocks, ascending. `level` 0: headings of all levels. Headings in whose paragraph the
/// text goes on are no headings here, since a block has one format; they are body if most of them
/// is. What stands above the title and from the closing lines on is set in its own ways and is not
/// body. O(blocks).
std::vector<std::uint32_t> BlocksOfPart(const Document& doc, FormatPart part, int level);

}  // namespace hegao
