// styles.xml and the theme's fonts, inheritance resolved. Immutable; views into no file.
#pragma once

#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>

#include "formats/docx/properties.h"

namespace hegao {

class DocxStyles {
 public:
  struct Paragraph {
    ParagraphProperties paragraph;  // docDefaults, then the chain of basedOn, root first
    RunProperties run;
    std::string name;  // of the style itself, as in the file
    /// 1…9 where the style is a heading: by outline level, or else by what it is called or derives
    /// from: heading 3, 标题 3, Heading3, 3 级标题… . 0: none. Title and 标题 without a number are
    /// 0.
    int heading_level = 0;
  };

  /// Either node may be null. Cycles of basedOn end where they close; chains longer than 64 too.
  DocxStyles(pugi::xml_node styles, pugi::xml_node theme);

  /// The style of a paragraph; "" and unknown ids give the default paragraph style. O(1).
  const Paragraph& ForParagraph(std::string_view style_id) const;
  /// What a character style adds; an unknown id adds nothing. O(1).
  const RunProperties& ForRun(std::string_view style_id) const;
  /// The font named by a theme reference such as minorEastAsia; "" if the theme has none.
  std::string_view ThemeFont(std::string_view reference) const;
  /// Final font of Chinese characters: the direct name, else the theme's, else "".
  std::string_view FontOf(const RunProperties& run) const;

 private:
  std::unordered_map<std::string, Paragraph> paragraphs_;
  std::unordered_map<std::string, RunProperties> runs_;
  std::unordered_map<std::string, std::string> theme_fonts_;
  Paragraph default_;
};

}  // namespace hegao
