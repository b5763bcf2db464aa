// Headings and sections out of blocks.
#pragma once

#include <vector>

#include "document/document.h"

namespace hegao {

/// Fills doc.headings and doc.sections. Blocks, title_blocks and signature_blocks must be set. Each
/// heading tells how it was recognised and how surely: structure 1.0, typed number 0.95, run-in
/// 0.9, a number before a long sentence 0.35 (an item rather than a heading), title-like line 0.5,
/// 0.75 where it is set apart from the body, 0.35 where it is not but other headings are.
/// O(blocks).
void BuildOutline(Document& doc);

}  // namespace hegao
