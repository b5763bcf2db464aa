// How the text of an element looks: what its attributes and the page's rules declare, and what it
// takes over from the element it stands in.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/layout.h"
#include "formats/html/css_values.h"

namespace hegao {

/// The fonts a page names, each once. Not thread-safe; one per page.
class FontNames {
 public:
  /// -1 where the page names absurdly many.
  std::int32_t Add(std::string_view name);
  std::string_view Name(std::int32_t font) const {
    return font < 0 ? std::string_view() : names_[static_cast<std::size_t>(font)];
  }

 private:
  std::vector<std::string> names_;
};

/// What Word's private properties say an element is.
enum class OfficePart : std::uint8_t {
  none,
  comment_list,   // all comments, at the end of the page
  comment_label,  // "[A1]" behind the words a comment is on
  note,           // footnotes, page headers and footers
  page_number,    // a field
};

/// Declarations, later ones over earlier ones.
struct StyleChange {
  enum Field : std::uint16_t {
    kFont = 1,
    kSize = 2,
    kWeight = 4,
    kAlignment = 8,
    kSpacing = 16,
    kIndent = 32,
    kBackground = 64,
    kHidden = 128,
    kExactly = 256,
  };
  std::uint16_t set = 0;  // which of the following are declared
  std::int32_t font = -1;
  bool weak_font = false;  // has no Chinese characters: these are shown in another font
  bool east_asian_font = false;
  CssLength size, indent;
  bool bold = false;
  Alignment alignment = Alignment::unknown;
  LineSpacing spacing = LineSpacing::unknown;
  CssLength spacing_value;
  bool marker = false;  // the background is a marker's
  bool hidden = false;

  // Of a style attribute only, and views into it.
  OfficePart part = OfficePart::none;
  std::string_view comment;         // the key of the comment on the words inside
  std::string_view comment_author;  // in the list of comments

  bool Has(Field field) const { return (set & field) != 0; }
  void Add(const StyleChange& later);
};

/// Declarations of a style attribute or of the body of a rule.
StyleChange ParseStyle(std::string_view css, FontNames* fonts);
/// What the old attributes declare: face and size of <font>, align.
void AddFace(std::string_view face, FontNames* fonts, StyleChange* change);
void AddFontSize(std::string_view size, StyleChange* change);
void AddAlignment(std::string_view align, StyleChange* change);

/// The look in force inside an element.
struct TextStyle {
  std::int32_t font = -1;
  double size = 0;  // points; 0: not declared
  bool bold = false;
  bool marker = false;
  Alignment alignment = Alignment::unknown;
  LineSpacing spacing = LineSpacing::unknown;
  double spacing_value = 0;    // points or lines
  double indent = 0;           // of the first line, in points or
  bool indent_in_ems = false;  // in characters

  /// `block`: the element stands on lines of its own; only such ones can be aligned.
  void Apply(const StyleChange& change, bool block);
};

}  // namespace hegao
