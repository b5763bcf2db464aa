// Which blocks are set apart from the body by their look.
#pragma once

#include <string_view>
#include <tuple>

#include "document/document.h"

namespace hegao {

/// What tells headings from the body. Views into the document's layout.
struct Look {
  std::string_view font;  // the family, without suffixes such as _GB2312; empty: not known
  double size = 0;        // points; 0: not known
  bool bold = false;
  bool centred = false;
  bool operator==(const Look&) const = default;
  bool operator<(const Look& other) const {
    return std::tie(font, size, bold, centred) <
           std::tie(other.font, other.size, other.bold, other.centred);
  }
};

Look LookOf(const Document& doc, const Block& block);

/// Sets Block::emphasised. The body is what most characters are set in; set apart from it is what
/// is bold, larger by a point or more, centred, or in another font, and the body is not. O(blocks).
void MarkEmphasis(Document& doc);

/// Does the document set its headings apart as a class: three or more short lines of one look?
bool HeadingsAreSetApart(const Document& doc);

}  // namespace hegao
