// numbering.xml: the numbers Word shows before paragraphs of lists, as text.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <vector>

namespace hegao {

/// One number in one of the formats of ST_NumberFormat: decimal, chineseCounting,
/// chineseCountingThousand, chineseLegalSimplified, ideographDigital, ideographTraditional,
/// japaneseCounting, taiwaneseCounting…, decimalEnclosedCircle(Chinese), decimalFullWidth,
/// upperRoman, lowerLetter… Formats that are not known give decimal digits.
std::string FormatNumber(std::uint32_t value, std::string_view number_format);

/// Counts while a document is read; one per document, not thread-safe.
class DocxNumbering {
 public:
  /// May be null: then there are no numbers.
  explicit DocxNumbering(pugi::xml_node numbering);
  ~DocxNumbering();

  /// The label of the next paragraph of this list and level (0-based), with its lvlText filled in
  /// (%1 … %9, isLgl) and a blank after it unless the suffix is `nothing`. Counts on, restarts the
  /// levels below (lvlRestart), honours startOverride, and lists that share an abstract one. Empty
  /// for bullets, numFmt none and lists that are not defined.
  std::string Next(int num_id, int level);

  /// The list and level tied to a paragraph style by <w:pStyle> in a level; {0, 0} if there is
  /// none.
  struct StyleList {
    int num_id = 0, level = 0;
  };
  StyleList ForStyle(std::string_view style_id) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace hegao
