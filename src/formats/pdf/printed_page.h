// Pages as they are printed: lines of text with their places. Lengths in points, y downwards.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/registry.h"

namespace hegao {

struct PrintedLine {
  double left = 0, top = 0, right = 0, bottom = 0;
  double size = 0;   // of its type, measured over its characters
  double first = 0;  // width of what stands unbroken at its start: a character, or a word or number
  std::string text;  // UTF-8, never blank
  bool furniture = false;  // a page number, a running head or foot

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
