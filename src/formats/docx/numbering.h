// numbering.xml: the numbers Word shows before paragraphs of lists, as text (ECMA-376 Part
// 1, 17.9). Lists are read when they are first used: the part must outlive the object.
#pragma once

#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "formats/docx/number_format.h"

namespace hegao {

/// Counts while a document is read; one per document, not thread-safe.
class DocxNumbering {
 public:
  /// May be null: then there are no numbers.
  explicit DocxNumbering(pugi::xml_node numbering);
  ~DocxNumbering();
  DocxNumbering(DocxNumbering&&) noexcept;
  DocxNumbering& operator=(DocxNumbering&&) noexcept;

  /// The label of the next paragraph of this list and level (0-based), with its lvlText filled in
  /// (%1 … %9, isLgl) and a blank after it unless the suffix is `nothing`. Counts on, restarts the
  /// levels below (lvlRestart), honours startOverride, and lists that share an abstract one. Empty
  /// for bullets, glyphs of private use, and lists and levels that are not defined; of numFmt none
  /// only the words around the number are left. O(label).
  std::string Next(int num_id, int level);

  /// The list and level tied to a paragraph style by <w:pStyle> in a level; {0, 0} if there is
  /// none. With a `num_id` only that list is asked. Word numbers a paragraph this way only where
  /// its style says <w:numPr>, see DocxStyles::Paragraph::list_style.
  struct StyleList {
    int num_id = 0, level = 0;
    bool operator==(const StyleList&) const = default;
  };
  StyleList ForStyle(std::string_view style_id, int num_id = 0) const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace hegao
