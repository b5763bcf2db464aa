// What a pattern of a rule marks, and what keeps a rule silent there.
#pragma once

#include <vector>

#include "document/document.h"
#include "text/pattern.h"

namespace hegao {

/// The group `mark`, or all that was matched. Plain brackets only group: a pattern says with
/// (?P<mark>…) that part of it is context.
Span MarkedSpan(const Pattern& pattern, const PatternMatch& match);

/// Does a match of one of the exceptions overlap the hit? Looked for within 240 bytes of it in its
/// block.
bool IsExcepted(const Document& doc, const std::vector<Pattern>& exceptions, Span hit);

}  // namespace hegao
