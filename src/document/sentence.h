// Where sentences begin and end, in folded text.
#pragma once

#include <string_view>

#include "document/document.h"

namespace hegao {

/// Does the text end with a mark that closes or continues a sentence (。！？；：，、…)? A title or
/// a heading on a line of its own does not. True for empty text.
bool EndsWithMark(std::string_view folded);

/// The sentence round a folded offset, within its block, without the closing 。; cut to 3,000 bytes
/// on either side, so that a text without sentences costs no more.
Span SentenceAround(const Document& doc, std::uint32_t folded_at);

}  // namespace hegao
