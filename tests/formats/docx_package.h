// Word documents for tests, from the XML a test is about.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "stored_zip.h"

namespace hegao {

/// A part the main document refers to: type as in relationships, name in word/, content of its
/// root.
struct DocxPart {
  std::string type, name, xml;
};

/// An element of every namespace the tests use.
inline std::string WordRoot(std::string_view name, std::string_view content) {
  constexpr std::string_view kNamespaces =
      " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
      " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
      " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
      " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
      " xmlns:v=\"urn:schemas-microsoft-com:vml\""
      " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
      " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"";
  std::string root = "<w:";
  root.append(name).append(kNamespaces).append(">").append(content);
  return root.append("</w:").append(name).append(">");
}

inline std::string RelationshipXml(std::string_view id, std::string_view type,
                                   std::string_view target) {
  std::string xml = "<Relationship Id=\"";
  xml.append(id).append(
      "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/");
  return xml.append(type).append("\" Target=\"").append(target).append("\"/>");
}

inline std::string RelationshipsXml(std::string_view content) {
  return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
         std::string(content) + "</Relationships>";
}

/// The entries of a document with this body. Relationship ids are r0, r1 … in order of `parts`.
inline std::vector<StoredEntry> DocxEntries(std::string_view body,
                                            const std::vector<DocxPart>& parts = {}) {
  std::string relationships;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    relationships += RelationshipXml("r" + std::to_string(i), parts[i].type, parts[i].name);
  }
  std::vector<StoredEntry> entries = {
      {"[Content_Types].xml", "<Types/>"},
      {"_rels/.rels",
       RelationshipsXml(RelationshipXml("m", "officeDocument", "word/document.xml"))},
      {"word/_rels/document.xml.rels", RelationshipsXml(relationships)},
      {"word/document.xml", WordRoot("document", "<w:body>" + std::string(body) + "</w:body>")}};
  for (const DocxPart& part : parts) entries.push_back({"word/" + part.name, part.xml});
  return entries;
}

inline std::string Docx(std::string_view body, const std::vector<DocxPart>& parts = {}) {
  return StoredZip(DocxEntries(body, parts));
}

/// <w:p><w:r><w:t>…</w:t></w:r></w:p>, with properties of the paragraph.
inline std::string P(std::string_view text, std::string_view ppr = {}) {
  std::string xml = "<w:p>";
  if (!ppr.empty()) xml.append("<w:pPr>").append(ppr).append("</w:pPr>");
  return xml.append("<w:r><w:t>").append(text).append("</w:t></w:r></w:p>");
}

inline std::string R(std::string_view text, std::string_view rpr = {}) {
  std::string xml = "<w:r>";
  if (!rpr.empty()) xml.append("<w:rPr>").append(rpr).append("</w:rPr>");
  return xml.append("<w:t>").append(text).append("</w:t></w:r>");
}

}  // namespace hegao
