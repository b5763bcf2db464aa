// Typed numbering at the start of a block: 第一部分 第一节 一、 壹、 （一） 1. 1.1 （1） ① 一是
// 第一，
#pragma once

#include <optional>
#include <string_view>

#include "document/document.h"

namespace hegao {

/// Numbering at the start of `text`, a folded block that begins at folded offset `base`. O(1).
std::optional<Numbering> ParseNumbering(std::string_view text, std::uint32_t base);

/// The heading level this style has where nothing else says: 1…4.
int LevelOf(NumberStyle style);

/// The level of this number: as above, and one deeper for each further part of 1.1.2.
int LevelOf(const Numbering& number, std::string_view typed);

/// Does this source line (not folded) begin with numbering? Used before folding, to join wrapped
/// lines.
bool StartsWithNumbering(std::string_view source_line);

}  // namespace hegao
