#include "formats/docx/package.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace hegao {
namespace {

std::string_view Folder(std::string_view name) {
  const std::size_t slash = name.rfind('/');
  return slash == std::string_view::npos ? std::string_view() : name.substr(0, slash + 1);
}

std::string_view LastWord(std::string_view uri) { return uri.substr(uri.rfind('/') + 1); }

}  // namespace

std::string ResolveTarget(std::string_view source, std::string_view target) {
  // Some producers write the separators of their own system.
  std::string path(target);
  std::replace(path.begin(), path.end(), '\\', '/');
  if (!path.starts_with('/')) path.insert(0, Folder(source));
  std::vector<std::string_view> steps;
  for (std::string_view rest = path; !rest.empty();) {
    const std::size_t slash = rest.find('/');
    const std::string_view step = rest.substr(0, slash);
    if (step == "..") {
      if (!steps.empty()) steps.pop_back();
    } else if (!step.empty() && step != ".") {
      steps.push_back(step);
    }
    rest.remove_prefix(slash == std::string_view::npos ? rest.size() : slash + 1);
  }
  std::string resolved;
  for (const std::string_view step : steps) {
    if (!resolved.empty()) resolved += '/';
    resolved += step;
  }
  return resolved;
}

std::string_view MainContentType(pugi::xml_node types, std::string* part) {
  for (auto node = types.first_child(); node; node = node.next_sibling()) {
    const std::string_view type = Attribute(node, "ContentType").value();
    if (!type.ends_with(".main+xml")) continue;
    for (const std::string_view kind :
         {"wordprocessingml", "ms-word", "spreadsheetml", "ms-excel", "presentationml"}) {
      if (type.find(kind) == std::string_view::npos) continue;
      *part = ResolveTarget("", Attribute(node, "PartName").value());
      return kind == "ms-word" ? "wordprocessingml" : kind == "ms-excel" ? "spreadsheetml" : kind;
    }
  }
  return {};
}

Result<std::vector<DocxRelationship>> DocxPackage::Relationships(std::string_view source) {
  std::string name(Folder(source));
  name += "_rels/";
  name += source.substr(name.size() - std::string_view("_rels/").size());
  name += ".rels";
  std::vector<DocxRelationship> found;
  if (!Has(name)) return found;
  const Result<XmlPart> part = Read(name);
  if (!part) return tl::unexpected(part.error());
  for (auto node = part->root().first_child(); node; node = node.next_sibling()) {
    if (std::string_view(node.attribute("TargetMode").value()) == "External") continue;
    found.push_back({node.attribute("Id").value(),
                     std::string(LastWord(node.attribute("Type").value())),
                     ResolveTarget(source, node.attribute("Target").value())});
  }
  return found;
}

/// By the relationships of the package, else by the content types, else by the usual name.
std::string DocxPackage::FindMain() {
  if (const auto roots = Relationships("")) {
    for (const DocxRelationship& root : *roots) {
      if (root.type == "officeDocument" && Has(root.target)) return root.target;
    }
  }
  std::string part;
  if (const auto types = Read("[Content_Types].xml")) {
    if (MainContentType(types->root(), &part) == "wordprocessingml" && Has(part)) return part;
  }
  return Has("word/document.xml") ? "word/document.xml" : "";
}

Result<DocxPackage> DocxPackage::Open(std::string bytes, const ReadLimits& limits) {
  Result<ZipArchive> archive = ZipArchive::Open(std::move(bytes), limits);
  if (!archive) return tl::unexpected(archive.error());
  DocxPackage package(std::move(*archive), limits);
  package.main_name_ = package.FindMain();
  if (package.main_name_.empty()) {
    return Fail(ErrorKind::unreadable,
                {"里面没有 Word 文档的正文，文件可能不完整；请重新另存为 .docx，压缩包请先解压",
                 "there is no Word document in it; save it again as .docx, or unpack the archive"});
  }
  auto relationships = package.Relationships(package.main_name_);
  if (!relationships) return tl::unexpected(relationships.error());
  package.relationships_ = std::move(*relationships);
  std::ranges::stable_sort(package.relationships_, {}, &DocxRelationship::id);
  return package;
}

std::string_view DocxPackage::ById(std::string_view id) const {
  const auto found = std::ranges::lower_bound(relationships_, id, {}, [](const auto& relationship) {
    return std::string_view(relationship.id);
  });
  if (found == relationships_.end() || found->id != id) return {};
  return found->target;
}

std::string_view DocxPackage::ByType(std::string_view type) const {
  for (const DocxRelationship& relationship : relationships_) {
    if (relationship.type == type) return relationship.target;
  }
  return {};
}

}  // namespace hegao
