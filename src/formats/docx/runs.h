// Inside paragraphs: runs, fields, revisions, comments. Writes the text of a paragraph in its final
// view and puts aside what stands in it but is read after it.
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/docx/fields.h"
#include "formats/docx/line.h"
#include "formats/docx/marks.h"
#include "formats/docx/remarks.h"
#include "formats/docx/styles.h"
#include "formats/docx/tags.h"
#include "formats/extract_writer.h"

namespace hegao {

class DocxRuns {
 public:
  struct Settings {
    std::uint32_t part = 0;          // ExtractWriter::Part
    bool drop_page_numbers = false;  // in headers and footers
  };
  DocxRuns(const DocxStyles& styles, ExtractWriter& writer, DocxMarks& marks, DocxRemarks& remarks,
           PageCounter& pages, Settings settings)
      : styles_(styles),
        writer_(writer),
        marks_(marks),
        remarks_(remarks),
        line_(writer, pages),
        settings_(settings) {}

  /// `style` has to outlive the paragraph. Breaks inside a heading are blanks: it is one line.
  void Begin(const DocxStyles::Paragraph& style, const DocxLine::Paragraph& paragraph);
  void Label(std::string_view label);  // its number
  /// What stands in this element, itself not looked at.
  void Walk(pugi::xml_node container);
  void WalkOne(pugi::xml_node node);
  /// The mark at the end of a paragraph may itself be inserted or deleted.
  void ParagraphMark(pugi::xml_node ppr);
  void End();

  /// All that is written while one of these lives is deleted (or inserted).
  class Revision {
   public:
    Revision(DocxRuns& runs, pugi::xml_node change);
    Revision(const Revision&) = delete;
    Revision& operator=(const Revision&) = delete;
    ~Revision();

   private:
    DocxRuns& runs_;
    bool deletes_;
    std::uint32_t begin_;
    std::string_view author_, outer_author_;
  };

  /// Text of something that is not shown and not walked.
  void Hide(std::string_view text);
  /// Text in cells that others cover is not shown.
  void SetCovered(bool covered) { covered_ = covered; }
  bool InDeletion() const { return deletions_ > 0; }
  void PageBreak() { line_.TypedPageBreak(); }
  void Comment(Tag tag, pugi::xml_node node);

  /// Met in the paragraph and to be read after it, in this order; taking empties the list.
  std::vector<pugi::xml_node> TakeBoxes() { return std::exchange(boxes_, {}); }
  struct NoteReference {
    bool endnote = false;
    std::string id;
  };
  std::vector<NoteReference> TakeNotes() { return std::exchange(notes_, {}); }
  /// Text boxes have fields of their own.
  FieldStack& fields() { return fields_; }

  /// Page number fields that were dropped so far.
  std::uint32_t page_numbers() const { return page_numbers_; }
  std::uint32_t page() const { return line_.page(); }

 private:
  void Inline(pugi::xml_node node, Tag tag);
  void Leaf(pugi::xml_node node, Tag tag);
  void Run(pugi::xml_node run);
  void Text(pugi::xml_node text);
  void Put(std::string_view text, const ExtractWriter::Node* node);
  void PutAside(std::string_view text);
  void Break(pugi::xml_node line_break);
  void Symbol(pugi::xml_node symbol);
  void FieldChar(pugi::xml_node field_char);
  void FieldSimple(pugi::xml_node field);
  void Graphic(pugi::xml_node graphic);
  void Box(pugi::xml_node box);
  RunLook LookOf(const RunProperties& properties) const;

  const DocxStyles& styles_;
  ExtractWriter& writer_;
  DocxMarks& marks_;
  DocxRemarks& remarks_;
  DocxLine line_;
  Settings settings_;

  const DocxStyles::Paragraph* style_ = nullptr;
  RunLook base_;                  // of the paragraph's style
  const RunLook* look_ = &base_;  // of the run that is being read
  FieldStack fields_;
  unsigned deletions_ = 0;
  std::string_view author_;  // of the innermost revision
  bool covered_ = false;
  bool break_pending_ = false;
  std::uint32_t page_numbers_ = 0;
  std::vector<pugi::xml_node> boxes_;
  std::vector<NoteReference> notes_;
};

}  // namespace hegao
