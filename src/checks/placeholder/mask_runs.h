// Runs of characters that stand for something not yet filled in: xx ×× ** ○○ ____.
#pragma once

#include <string_view>
#include <vector>

#include "document/document.h"

namespace hegao {

enum class MaskClass : std::uint8_t { letter, star, shape, underscore };

struct MaskRun {
  Span folded;  // the mask characters, with · or . between two of them
  MaskClass kind = MaskClass::letter;
  std::uint32_t length = 0;  // characters
  bool upper = false;        // starts with X
  bool cross = false;        // starts with ×
  std::uint32_t block = 0;
};

/// All runs in the document's text, ascending, page furniture left out; nothing judged. O(text).
std::vector<MaskRun> FindMaskRuns(const Document& doc);

/// Is this character one a mask is made of?
bool IsMask(char32_t c, MaskClass* kind);

}  // namespace hegao
