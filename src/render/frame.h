// Lays out the source line of a finding for a terminal: a window that fits, and where carets go.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace hegao {

struct FrameLayout {
  std::string text;      // safe to print; `…` where the line was cut
  int caret_column = 0;  // terminal columns before the first caret
  int caret_width = 1;   // number of carets, at least 1

  std::string Carets() const;  // blanks and carets, to print under `text`
};

/// Lays out `line` with the bytes [begin, end) marked, in at most `width` columns (0 or less: no
/// limit; a limit under 16 counts as 16). Offsets outside the line or inside a character are taken
/// to the nearest sensible place; an empty range gets one caret under the character that follows.
/// O(n).
FrameLayout LayOutFrame(std::string_view line, std::size_t begin, std::size_t end, int width);

}  // namespace hegao
