// Headings by structure that are paragraphs: authors set whole texts in a heading style.
#pragma once

#include "document/document.h"

namespace hegao {

/// Makes paragraphs of heading blocks that are too long for a heading or hold several sentences.
/// Where most of the text stands in such blocks, the styles mean nothing and all others go with
/// them; the title stays. title_blocks must be set. O(bytes of headings).
void DemoteMisusedHeadings(Document& doc);

}  // namespace hegao
