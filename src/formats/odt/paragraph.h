// One paragraph of an OpenDocument text: its spans, blanks, fields and what is anchored in it
// (ISO/IEC 26300-1, clause 6).
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/extract_writer.h"
#include "formats/odt/changes.h"
#include "formats/odt/styles.h"

namespace hegao {

class OdtParagraphWriter {
 public:
  /// `part` is what SourceMap knows the part by that the paragraphs stand in. All must outlive it.
  OdtParagraphWriter(ExtractWriter& writer, OdtStyles& styles, OdtChanges& changes,
                     std::uint32_t part)
      : writer_(writer), styles_(styles), changes_(changes), part_(part) {}

  /// Writes a paragraph and ends its line; `label` is its number. A paragraph that is hidden as a
  /// whole leaves an empty line.
  void Write(pugi::xml_node paragraph, const OdtStyles::Paragraph& style, std::string_view label,
             ExtractWriter::Line line);

  /// Notes and frames anchored in what was written, in order; forgets them.
  std::vector<pugi::xml_node> TakeAnchored() { return std::exchange(anchored_, {}); }

  /// The page of the text to come; 0 (the state at first): not known, then breaks count nothing.
  void SetPage(std::uint32_t page) { writer_.SetPage(page_ = page); }
  void BreakPage();
  void SetParagraph(std::uint32_t number) { writer_.SetParagraph(number); }

  /// How many stretches of hidden text were left out.
  std::uint32_t hidden() const { return hidden_count_; }

  /// Text that is not shown, such as a hidden section.
  void Hide(pugi::xml_node subtree);

 private:
  /// How much of a line is set in one way.
  struct Share {
    std::string font;
    double size = 0;
    bool bold = false;
    std::size_t bytes = 0;
  };

  void Inline(pugi::xml_node parent, const OdtTextProperties& text);
  void Element(pugi::xml_node node, std::string_view name, const OdtTextProperties& text);
  void Text(pugi::xml_node node, const OdtTextProperties& text);
  void Blanks(std::size_t count, bool bold);
  void EndLine(bool soft);
  void CountShare(const OdtTextProperties& text, std::size_t bytes);
  std::int32_t Format();
  void Highlight(std::uint32_t begin);
  void AddHidden(std::string_view text);
  void FlushHidden();
  void FlushHighlight();

  ExtractWriter& writer_;
  OdtStyles& styles_;
  OdtChanges& changes_;
  std::uint32_t part_;

  const OdtStyles::Paragraph* style_ = nullptr;  // of the paragraph that is written
  ExtractWriter::Line line_;
  bool after_blank_ = true;  // blanks that follow one another count once
  std::vector<Share> shares_;
  std::vector<pugi::xml_node> anchored_;
  Span highlight_;
  std::string hidden_;
  std::uint32_t hidden_count_ = 0;
  std::uint32_t page_ = 0;
};

/// Whether a text:hidden-paragraph field hides the paragraph it stands in. O(paragraph).
bool IsHiddenOdtParagraph(pugi::xml_node paragraph);

/// Whether this element is drawn: it may hold text of its own, which is no part of the paragraph.
bool IsOdtShape(std::string_view local_name);

}  // namespace hegao
