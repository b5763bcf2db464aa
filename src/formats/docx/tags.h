// The elements of WordprocessingML that the walk tells apart, by local name: documents write the
// transitional namespace, the strict one, or prefixes of their own, and the names are the same.
// a:p, a:r, a:t of DrawingML and m:r, m:t of formulas are built as w:p, w:r, w:t are, and are
// walked as those.
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <string>

namespace hegao {

enum class Tag : std::uint8_t {
  other,     // a wrapper whose content counts: hyperlink, smartTag, customXml, bdo, oMath …
  property,  // pPr and its like: holds nothing that is shown
  paragraph,
  run,
  text,
  deleted_text,
  field_char,
  field_code,
  field_simple,
  tab,
  line_break,
  carriage_return,
  hyphen,
  symbol,
  page_number,
  rendered_page_break,
  inserted,
  deleted,
  content_control,
  alternate,
  graphic,
  box,  // the text of a text box
  word_art,
  diagram,
  embedded,
  ruby,
  note_reference,
  comment_begin,
  comment_end,
  comment_reference,
  table,
  row,
  cell,
  section,
  foreign,  // a document of another format stands here
};

/// The tag of an element; `property` for what is no element. O(name).
Tag TagOf(pugi::xml_node node);

/// The branch of <mc:AlternateContent> that is shown: the first choice whose extensions are known,
/// else the fallback, else the first choice (better read twice as new than not at all).
pugi::xml_node ShownBranch(pugi::xml_node alternate);

/// All text below the node, deleted or not, without that of drawings and fallbacks in it; for
/// telling what was left out. Stops after some 200 characters.
std::string TextBelow(pugi::xml_node node);

/// An ST_OnOff child such as <w:titlePg/>: there and not switched off.
bool HasSwitch(pugi::xml_node parent, std::string_view local_name);

}  // namespace hegao
