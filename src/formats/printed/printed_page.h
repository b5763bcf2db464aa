// Pages as they are printed: lines of text with their places. Lengths in points, y downwards.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/registry.h"

namespace hegao {

/// Bytes of a line's text that stand in the file as they are: see SourceMap::Origin.
struct PrintedOrigin {
  std::uint32_t at = 0, length = 0;              // in PrintedLine::text
  std::uint32_t part = 0, node = 0, offset = 0;  // `part` counts what WritePages is given
};

struct PrintedLine {
  double left = 0, top = 0, right = 0, bottom = 0;
  double size = 0;   // of its type, measured over its characters
  double first = 0;  // width of what stands unbroken at its start: a character, or a word or number
  std::string text;  // UTF-8, never blank
  bool furniture = false;              // a page number, a running head or foot
  bool bold = false;                   // all of it, where the format says so
  std::string font;                    // as the file names it; empty: not known
  std::vector<PrintedOrigin> origins;  // ascending; empty: not known

  double center() const { return (left + right) / 2; }
  double middle() const { return (top + bottom) / 2; }
};

struct PrintedPage {
  double width = 0, height = 0;
  std::vector<PrintedLine> lines;
};

/// The pages in the output of `pdftotext -bbox-layout`. ErrorKind::unreadable: it is cut off, or
/// larger than limits.markup.
Result<std::vector<PrintedPage>> ParseBboxLayout(std::string_view xhtml, const ReadLimits& limits);

}  // namespace hegao
