// Styles of an OpenDocument text, inheritance resolved (ISO/IEC 26300-1, clause 16).
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/layout.h"
#include "formats/odt/lists.h"

namespace hegao {

/// What style:text-properties say, of Chinese characters; each value only where it is said.
struct OdtTextProperties {
  std::optional<bool> bold, hidden, highlighted;
  std::optional<double> size;          // points
  std::optional<double> size_percent;  // of the size beneath; goes with no `size`
  std::string font;                    // as the file names it; empty: not said
};

/// What style:paragraph-properties say.
struct OdtParagraphProperties {
  std::optional<Alignment> alignment;
  std::optional<LineSpacing> spacing;
  double spacing_value = 0;                 // with `spacing`: points, or lines for `multiple`
  std::optional<double> first_line_points;  // negative: hanging
  std::optional<double> first_line_chars;   // the last of the two that is said counts
  bool break_before = false, break_after = false;  // of pages
};

/// What `over` says goes before what `under` says.
void Overlay(OdtTextProperties& under, const OdtTextProperties& over);

class OdtStyles {
 public:
  struct Paragraph {
    OdtParagraphProperties paragraph;
    OdtTextProperties text;
    int outline_level = 0;            // 1…10; 0: no heading
    std::optional<std::string> list;  // style:list-style-name; "" is: no list
    std::string master_page;          // not inherited; empty: goes on with the page it is on
  };

  /// `automatic` are the office:automatic-styles beside the text that is read, `roots` the root
  /// elements whose font faces, named and default styles count. Null nodes add nothing. Keeps
  /// nodes: the parts must outlive it. O(styles).
  OdtStyles(pugi::xml_node automatic, const std::vector<pugi::xml_node>& roots);

  /// Unknown names give the default style. Chains of parents end after 64 steps, so cycles end too.
  /// Resolved once each; the reference stays valid. Not thread-safe.
  const Paragraph& ForParagraph(std::string_view name);
  const OdtTextProperties& ForText(std::string_view name);
  /// A list style; nullptr if there is none of this name.
  const OdtListStyle* List(std::string_view name);
  const OdtListStyle& outline() const { return outline_; }
  /// Whether a table of this style begins a new page.
  bool TableBreaksPage(std::string_view name) const;

 private:
  using Nodes = std::unordered_map<std::string_view, pugi::xml_node>;

  void AddStyles(pugi::xml_node container);
  std::vector<pugi::xml_node> Chain(const Nodes& styles, std::string_view name) const;
  OdtTextProperties ReadText(pugi::xml_node properties) const;

  Nodes paragraphs_, texts_, tables_, lists_, fonts_;
  pugi::xml_node default_paragraph_;
  std::unordered_map<std::string_view, Paragraph> resolved_paragraphs_;
  std::unordered_map<std::string_view, OdtTextProperties> resolved_texts_;
  std::unordered_map<std::string_view, OdtListStyle> resolved_lists_;
  OdtListStyle outline_;
  Paragraph plain_;
  OdtTextProperties nothing_;
};

}  // namespace hegao
