// Footnotes and endnotes behind the paragraphs that refer to them; headers and footers behind the
// body.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/result.h"
#include "formats/docx/package.h"
#include "formats/docx/pages.h"
#include "formats/docx/runs.h"
#include "formats/docx/walk.h"
#include "formats/extract_writer.h"
#include "formats/package/xml_part.h"

namespace hegao {

/// Parts are read when the first reference is met.
class DocxNotes {
 public:
  DocxNotes(DocxPackage& package, DocxShared& shared, ExtractWriter& writer, DocxMarks& marks)
      : package_(package), shared_(shared), writer_(writer), marks_(marks) {}

  /// Writes the note as asides of this paragraph; each note once.
  void Write(const DocxRuns::NoteReference& reference, std::uint32_t page, std::uint32_t paragraph);

  /// A part with notes that are referred to could not be read: text is missing.
  const std::optional<Error>& error() const { return error_; }

 private:
  struct Part {
    bool read = false;
    std::uint32_t index = 0;
    std::optional<XmlPart> xml;
    std::unordered_map<std::string, pugi::xml_node> notes;  // by id
    std::unordered_set<std::string> written;
  };
  void Read(Part& part, std::string_view type);

  DocxPackage& package_;
  DocxShared& shared_;
  ExtractWriter& writer_;
  DocxMarks& marks_;
  std::array<Part, 2> parts_;  // footnotes, endnotes
  std::optional<Error> error_;
};

/// Headers and footers in use: each text once, as asides; their page numbers go to the sections'
/// setups. Fails where one cannot be read.
Result<void> WriteHeaders(DocxPackage& package, DocxShared& shared, DocxComments& comments,
                          ExtractWriter& writer);

}  // namespace hegao
