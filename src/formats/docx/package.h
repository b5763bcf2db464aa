// The parts of a Word document and how they refer to one another (ECMA-376 Part 2; relationships:
// Part 2, 9.3). Which part is the main document is never a matter of its name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/package/xml_part.h"
#include "formats/package/zip_archive.h"
#include "formats/registry.h"

namespace hegao {

struct DocxRelationship {
  std::string id;
  std::string type;    // its last word: styles, numbering, header …; the same in both namespaces
  std::string target;  // name of the entry
};

/// Not thread-safe; one per document.
class DocxPackage {
 public:
  /// ErrorKind::unreadable: no package, or none with a Word document in it.
  static Result<DocxPackage> Open(std::string bytes, const ReadLimits& limits);

  const std::string& main_name() const { return main_name_; }
  ZipArchive& archive() { return archive_; }
  const ReadLimits& limits() const { return limits_; }

  /// Names of the parts that the main document refers to; "" where there is none.
  std::string_view ById(std::string_view id) const;
  std::string_view ByType(std::string_view type) const;

  bool Has(std::string_view name) const { return !name.empty() && archive_.Has(name); }
  Result<XmlPart> Read(std::string_view name) { return XmlPart::Read(archive_, name, limits_); }

 private:
  DocxPackage(ZipArchive archive, const ReadLimits& limits)
      : archive_(std::move(archive)), limits_(limits) {}
  Result<std::vector<DocxRelationship>> Relationships(std::string_view source);
  std::string FindMain();

  ZipArchive archive_;
  ReadLimits limits_;
  std::string main_name_;
  std::vector<DocxRelationship> relationships_;  // by id
};

/// Where a relationship of `source` ("" is the package) leads: ../ resolved, no slash in front.
std::string ResolveTarget(std::string_view source, std::string_view target);

/// The content type a package gives its main part, by [Content_Types].xml: "wordprocessingml",
/// "spreadsheetml" …; empty where it says none. `part` gets the name of that part.
std::string_view MainContentType(pugi::xml_node types, std::string* part);

}  // namespace hegao
