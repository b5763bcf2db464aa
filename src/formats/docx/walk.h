// Block level: paragraphs, tables and what wraps them, in reading order. One walk for each story:
// the body, a footnote, a header.
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <string_view>
#include <unordered_set>

#include "formats/docx/line.h"
#include "formats/docx/marks.h"
#include "formats/docx/numbering.h"
#include "formats/docx/pages.h"
#include "formats/docx/remarks.h"
#include "formats/docx/runs.h"
#include "formats/docx/styles.h"
#include "formats/extract_writer.h"

namespace hegao {

class DocxNotes;

/// What all stories of a document share.
struct DocxShared {
  const DocxStyles& styles;
  DocxNumbering& numbering;
  DocxRemarks& remarks;
  DocxSections sections;
  std::unordered_set<std::size_t> layout_tables;  // hash values of nodes, see LayoutTables
};

class DocxWalk {
 public:
  struct Settings {
    /// Of a footnote or a header: all is of kind aside, there are no notes and no sections, and all
    /// paragraphs have the number `paragraph`. In a body they are counted from there on.
    bool aside = false;
    std::uint32_t paragraph = 0;
    DocxRuns::Settings runs{};
  };
  /// `notes` may be null.
  DocxWalk(DocxShared& shared, ExtractWriter& writer, DocxMarks& marks, PageCounter& pages,
           DocxNotes* notes, Settings settings)
      : shared_(shared),
        writer_(writer),
        notes_(notes),
        runs_(shared.styles, writer, marks, shared.remarks, pages, settings.runs),
        aside_(settings.aside),
        kind_(settings.aside ? RawBlock::Kind::aside : RawBlock::Kind::paragraph),
        paragraph_(settings.paragraph) {}

  /// All children of the node. Recurses with the nesting of elements, which XmlPart limits.
  void Blocks(pugi::xml_node container);

  const DocxRuns& runs() const { return runs_; }

 private:
  void Block(pugi::xml_node& node);
  void ContentControl(pugi::xml_node control);
  pugi::xml_node Paragraphs(pugi::xml_node first);
  void Paragraph(pugi::xml_node first, pugi::xml_node last, std::uint32_t count);
  void Classify(pugi::xml_node first, pugi::xml_node last, const DocxStyles::Paragraph& style,
                const ParagraphProperties& direct, DocxLine::Paragraph& paragraph) const;
  std::string Label(const DocxStyles::Paragraph& style, const ParagraphProperties& direct);
  void Line(pugi::xml_node content);
  void After(const DocxLine::Paragraph& paragraph);
  void Box(pugi::xml_node box);
  void Table(pugi::xml_node table);
  void TableContent(pugi::xml_node container);
  void Row(pugi::xml_node row);
  void Cell(pugi::xml_node cell);

  DocxShared& shared_;
  ExtractWriter& writer_;
  DocxNotes* notes_;
  DocxRuns runs_;
  bool aside_;
  RawBlock::Kind kind_;  // of plain paragraphs here
  std::uint32_t paragraph_;
  bool contents_ = false;  // inside a table of contents
};

/// Tables that only arrange text on the page: they hold most of the Chinese characters of the
/// document, in paragraphs and not in entries. Their paragraphs are the document's. O(document).
std::unordered_set<std::size_t> LayoutTables(pugi::xml_node body);

}  // namespace hegao
