// styles.xml and the theme's fonts, inheritance resolved (ECMA-376 Part 1, 17.7). A document uses a
// handful of the hundred styles it carries, so each is resolved when it is first asked for: one
// object per document, not thread-safe, and the parts it is made from must outlive it.
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
    /// The style of the chain that says paragraph.num_id. Its level in that list is
    /// DocxNumbering::ForStyle(list_style, num_id) (17.9.23), and num_level if that knows none.
    std::string list_style;
  };

  /// Either node may be null. Cycles of basedOn end where they close; chains longer than 64 too.
  DocxStyles(pugi::xml_node styles, pugi::xml_node theme);

  /// The style of a paragraph; "" and unknown ids give the default paragraph style. O(1) after the
  /// first time. The reference stays good as long as the object.
  const Paragraph& ForParagraph(std::string_view style_id) const;
  /// What a character style adds; an unknown id adds nothing. O(1) after the first time.
  const RunProperties& ForRun(std::string_view style_id) const;
  /// The font named by a theme reference such as minorEastAsia; "" if the theme has none.
  std::string_view ThemeFont(std::string_view reference) const;
  /// Final font of Chinese characters: the theme's where one is referred to and known (17.3.2.26),
  /// else the direct name, else "".
  std::string_view FontOf(const RunProperties& run) const;

 private:
  template <typename T>
  struct Style {
    pugi::xml_node node;
    bool resolved = false;
    bool resolving = false;
    T value;
  };
  using ParagraphStyle = Style<Paragraph>;
  using RunStyle = Style<RunProperties>;

  void ReadStyle(pugi::xml_node style);
  void ReadTheme(pugi::xml_node theme);
  const Paragraph& Resolve(ParagraphStyle& style, int depth) const;
  const RunProperties& Resolve(RunStyle& style, int depth) const;

  // Keys are views into the part.
  mutable std::unordered_map<std::string_view, ParagraphStyle> paragraphs_;
  mutable std::unordered_map<std::string_view, RunStyle> runs_;
  Paragraph defaults_;              // docDefaults alone
  std::string_view default_id_;     // of the default paragraph style
  std::string_view major_, minor_;  // fonts of the theme
};

/// The level 1…9 a style's name or id tells, 0 if it tells none. For tests and styles.cc.
int HeadingLevelOfName(std::string_view style_name);

}  // namespace hegao
