// Which source bytes the characters of a parsed text node stand for.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "formats/html/char_refs.h"
#include "text/fold.h"

namespace hegao {

/// `shown` is what the parser made of `original`, which starts at `offset` of the source. Markup
/// the parser ignored inside of `original` is left out; `raw`: there can be no markup (a title).
/// Every character of `shown` is in some piece: what cannot be placed is a replacement for the
/// rest.
std::vector<Piece> AlignHtmlText(std::string_view original, std::string_view shown,
                                 std::uint32_t offset, bool raw, CharRefs* refs);

}  // namespace hegao
