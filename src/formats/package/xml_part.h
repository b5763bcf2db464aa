// One XML part of a package, parsed in place. No DTD, no entities but the five of XML: a document
// type declaration makes the part unreadable.
#pragma once

#include <cstdint>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <string_view>

#include "base/result.h"
#include "formats/package/zip_archive.h"
#include "formats/registry.h"

namespace hegao {

class XmlPart {
 public:
  /// `name` is only for the sentence of an error. Keeps blank text only where it is all there is in
  /// an element (<w:t> </w:t>), or all of it if `mixed` (<text:p>a <text:span>b</text:span> c).
  /// ErrorKind::unreadable: broken XML, DOCTYPE, nested deeper than limits.depth, larger than
  /// limits.markup, or so full of elements that its tree would take 8 times as much.
  static Result<XmlPart> Parse(std::string bytes, std::string_view name, const ReadLimits& limits,
                               bool mixed = false);

  /// Reads the entry (at most limits.markup bytes) and parses it.
  static Result<XmlPart> Read(ZipArchive& archive, std::string_view name, const ReadLimits& limits,
                              bool mixed = false);

  pugi::xml_node root() const { return document_->document_element(); }

  /// Names a text node for SourceMap::Origin: the bytes before its text in the part (parts that are
  /// not UTF-8 are counted as if they were). Stable: parsing the same bytes again gives the same
  /// numbers.
  static std::uint32_t NodeId(pugi::xml_node text_node);

 private:
  std::unique_ptr<std::string> bytes_;  // what the nodes point into; must not move
  std::unique_ptr<pugi::xml_document> document_;
};

/// The name without its namespace prefix. Prefixes are the producer's choice; documents that bind
/// one local name to two namespaces inside one part are not met in practice.
std::string_view LocalName(const char* qualified_name);
inline std::string_view LocalName(pugi::xml_node node) { return LocalName(node.name()); }

/// The attribute of this local name, whatever its prefix; null if there is none.
pugi::xml_attribute Attribute(pugi::xml_node node, std::string_view local_name);
/// The first child element of this local name; null if there is none.
pugi::xml_node Child(pugi::xml_node node, std::string_view local_name);

}  // namespace hegao
