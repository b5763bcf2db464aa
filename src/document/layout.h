// What a document looks like on paper, as far as its format says: pages and the formats of its
// paragraphs. Lengths in millimetres, type in points.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/span.h"

namespace hegao {

enum class Alignment : std::uint8_t { unknown, left, center, right, justify };

enum class LineSpacing : std::uint8_t { unknown, multiple, exact, at_least };

/// One section of pages. A length of 0 is one the file does not give.
struct PageSetup {
  double width = 0, height = 0;                                                 // mm
  double margin_top = 0, margin_bottom = 0, margin_left = 0, margin_right = 0;  // mm
  bool page_number = false;  // a header or footer in use here holds a page number field
  std::uint32_t begin = 0;   // byte of the extracted text where the section begins
  bool operator==(const PageSetup&) const = default;
};

/// How most of the text of a paragraph is set. Empty and 0: the file does not say.
struct TextFormat {
  std::string font;  // of its Chinese characters, as named in the file, theme fonts resolved
  double size = 0;   // points
  bool bold = false;
  Alignment alignment = Alignment::unknown;
  LineSpacing spacing = LineSpacing::unknown;
  double spacing_value = 0;      // points, or lines for `multiple`
  double first_line_indent = 0;  // characters of `size`
  bool operator==(const TextFormat&) const = default;
};

struct Layout {
  bool known = false;  // the format carries layout at all
  std::vector<PageSetup> pages;
  std::vector<TextFormat> formats;  // each once; blocks hold indices

  /// Index of `format`, added where it is new. O(number of different formats).
  std::int32_t Add(const TextFormat& format);
};

}  // namespace hegao
