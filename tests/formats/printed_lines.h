// Output of pdftotext -bbox-layout, as tests write it.
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <vector>

#include "text/utf8.h"

namespace hegao {

/// A page of A4 whose column begins at 80 and ends at 520: 27 characters of 16 points, 8 left over.
class PrintedSheet {
 public:
  /// A line whose first character stands `at` points from the left; one word.
  PrintedSheet& Line(double at, double top, std::string_view text, double size = 16) {
    double ems = 0;
    for (std::size_t i = 0; i < text.size();) {
      const CodePoint c = DecodeAt(text, i);
      ems += DisplayWidth(c.value) == 2 ? 1.0 : 0.5;
      i += c.length;
    }
    lines_ += fmt::format(
        "<flow><block xMin=\"{0}\" yMin=\"{1}\" xMax=\"{2}\" yMax=\"{3}\"><line xMin=\"{0}\" "
        "yMin=\"{1}\" xMax=\"{2}\" yMax=\"{3}\"><word xMin=\"{0}\" yMin=\"{1}\" xMax=\"{2}\" "
        "yMax=\"{3}\">{4}</word></line></block></flow>\n",
        at, top, at + ems * size, top + 1.3 * size, text);
    return *this;
  }
  /// The next line of text, 28 points below the one before; indented by `indent` characters.
  PrintedSheet& Text(std::string_view text, double indent = 0) {
    return Line(80 + 16 * indent, Down(), text);
  }
  PrintedSheet& Center(std::string_view text, double size = 16) {
    const double width = size * static_cast<double>(CountCodePoints(text));
    return Line(300 - width / 2, Down(), text, size);
  }
  PrintedSheet& Right(std::string_view text) {
    return Line(520 - 16 * static_cast<double>(CountCodePoints(text)), Down(), text);
  }
  PrintedSheet& Skip(double points) {
    top_ += points;
    return *this;
  }
  std::string Xml() const { return "<page width=\"595\" height=\"842\">\n" + lines_ + "</page>\n"; }

 private:
  double Down() { return top_ += 28; }

  std::string lines_;
  double top_ = 100;
};

inline std::string BboxLayout(const std::vector<PrintedSheet>& pages) {
  std::string xml =
      "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" \"x.dtd\"><html>\n<head>\n"
      "<title>某某</title>\n</head>\n<body>\n<doc>\n";
  for (const PrintedSheet& page : pages) xml += page.Xml();
  return xml + "</doc>\n</body>\n</html>\n";
}

/// 27 characters: a line that is full.
inline std::string FullLine(std::string_view start = {}, std::string_view end = {}) {
  std::string line(start);
  for (std::size_t n = CountCodePoints(start) + CountCodePoints(end); n < 27; ++n) line += "文";
  return line + std::string(end);
}

}  // namespace hegao
