// What <w:pPr> and <w:rPr> say (ECMA-376 Part 1, 17.3.1 and 17.3.2), each value only where it is
// said. Values that cannot be (a size of 0, an outline level of 12) are not said.
#pragma once

#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string>

#include "document/layout.h"

namespace hegao {

struct ParagraphProperties {
  std::optional<int> outline_level;  // 0 … 8 are headings 1 … 9, 9 is body text
  std::optional<int> num_id;         // 0: out of its style's list
  std::optional<int> num_level;      // 0-based
  std::optional<Alignment> alignment;
  std::optional<LineSpacing> spacing;
  double spacing_value = 0;                 // with `spacing`: points, or lines for `multiple`
  std::optional<double> first_line_points;  // negative: hanging
  std::optional<double> first_line_chars;   // goes before points where both are given
  std::optional<bool> page_break_before;
};

struct RunProperties {
  std::optional<bool> bold;
  std::optional<bool> hidden;       // <w:vanish>; <w:webHidden> hides nothing on paper
  std::optional<bool> highlighted;  // a marker colour, by <w:highlight> or bright <w:shd>
  std::optional<double> size;       // points
  std::string font;                 // for Chinese characters; empty: not said
  std::string font_theme;  // eastAsiaTheme as written, e.g. minorEastAsia; goes before `font`
};

/// A null node says nothing. O(children).
ParagraphProperties ReadParagraphProperties(pugi::xml_node ppr);
RunProperties ReadRunProperties(pugi::xml_node rpr);

/// What `over` says goes before what `under` says. A font by name displaces one by theme.
void Overlay(ParagraphProperties& under, const ParagraphProperties& over);
void Overlay(RunProperties& under, const RunProperties& over);

/// ST_OnOff (22.9.2.7): an element or attribute without a value is on.
bool IsOn(pugi::xml_attribute value);

/// ST_DecimalNumber; nothing if it is no number. Out-of-range numbers become the nearest int.
std::optional<int> ReadInteger(pugi::xml_attribute value);

}  // namespace hegao
