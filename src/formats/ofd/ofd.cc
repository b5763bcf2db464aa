#include "formats/ofd/ofd.h"

#include <fmt/format.h>

#include <iterator>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "formats/ofd/lines.h"
#include "formats/ofd/package.h"
#include "formats/ofd/page_content.h"
#include "formats/ofd/resources.h"
#include "formats/printed/printed_text.h"

namespace hegao {
namespace {

constexpr OfdBox kA4 = {0, 0, 210, 297};  // where a file gives no page area

struct Template {
  std::string location;
  bool read = false;
  std::size_t page = 0;             // index of the page that showed it first
  std::size_t first = 0, last = 0;  // its lines there
};

/// Reads all documents of a package, page by page; the trees of pages are not kept.
class OfdReader {
 public:
  explicit OfdReader(OfdPackage package) : package_(std::move(package)) {}

  Result<void> Read() {
    auto root = package_.Read("", "OFD.xml");
    if (!root) return tl::unexpected(root.error());
    bool any = false;
    for (auto body : root->xml.root()) {
      if (LocalName(body) != "DocBody") continue;
      any = true;
      if (auto read = ReadDocument(body); !read) return read;
    }
    if (!any) return Incomplete();
    return {};
  }

  std::vector<PrintedPage> TakePages() { return std::move(pages_); }
  const std::vector<std::string>& parts() const { return parts_; }
  std::size_t invisible() const { return invisible_; }

 private:
  using Templates = std::map<std::uint32_t, Template>;

  static tl::unexpected<Error> Incomplete() {
    return Fail(
        ErrorKind::unreadable,
        {"文件里没有文档（DocBody、Pages），可能已损坏；请重新导出一份",
         "there is no document (DocBody, Pages) in it; it may be damaged, export it again"});
  }

  Result<void> ReadDocument(pugi::xml_node body);
  Result<void> ReadPage(const OfdPart& document, std::string_view location,
                        OfdContentReader& reader, OfdResources& resources, Templates& templates);
  Result<PrintedPage> ReadLines(const OfdPart& part, OfdContentReader& reader, const OfdBox& area,
                                const OfdResources& resources);

  OfdPackage package_;
  std::vector<PrintedPage> pages_;
  std::vector<std::string> parts_;  // that hold text; OfdRun::part counts them
  OfdBox area_ = kA4;               // of the pages of the document that say nothing else
  std::size_t invisible_ = 0;
};

/// The physical box that `owner` gives its pages.
OfdBox AreaOf(pugi::xml_node owner, std::string_view element, const OfdBox& otherwise) {
  const OfdBox box = ParseOfdBox(Child(Child(owner, element), "PhysicalBox").child_value());
  return box.width > 0 && box.height > 0 ? box : otherwise;
}

/// Where the current version of a document begins (GB/T 33190—2016, clause 19).
std::string CurrentVersion(OfdPackage& package, pugi::xml_node body) {
  for (auto version : Child(body, "Versions")) {
    if (!Attribute(version, "Current").as_bool()) continue;
    const auto part = package.Read("", Attribute(version, "BaseLoc").value());
    if (!part) return {};
    const std::string root = Child(part->xml.root(), "DocRoot").child_value();
    return root.empty() ? root : "/" + ResolveOfdLocation(part->name, root);
  }
  return {};
}

Result<void> OfdReader::ReadDocument(pugi::xml_node body) {
  std::string location = CurrentVersion(package_, body);
  if (location.empty()) location = Child(body, "DocRoot").child_value();
  if (location.empty()) return Incomplete();
  auto document = package_.Read("", location);
  if (!document) return tl::unexpected(document.error());
  const auto root = document->xml.root();
  const auto common = Child(root, "CommonData");
  OfdResources resources;
  resources.Add(package_, document->name, common, &parts_);
  area_ = AreaOf(common, "PageArea", kA4);
  Templates templates;
  for (auto node : common) {
    if (LocalName(node) != "TemplatePage") continue;
    templates[Attribute(node, "ID").as_uint()].location = Attribute(node, "BaseLoc").value();
  }
  OfdContentReader reader(resources);
  const std::size_t before = pages_.size();
  for (auto page : Child(root, "Pages")) {
    if (LocalName(page) != "Page") continue;
    auto read =
        ReadPage(*document, Attribute(page, "BaseLoc").value(), reader, resources, templates);
    if (!read) return read;
  }
  invisible_ += reader.invisible();
  if (pages_.size() == before) return Incomplete();
  return {};
}

Result<PrintedPage> OfdReader::ReadLines(const OfdPart& part, OfdContentReader& reader,
                                         const OfdBox& area, const OfdResources& resources) {
  const auto index = static_cast<std::uint32_t>(parts_.size());
  parts_.push_back(part.name);
  auto runs = reader.Read(Child(part.xml.root(), "Content"), index);
  if (!runs) return tl::unexpected(runs.error());
  return OfdLines(std::move(*runs), area, resources);
}

Result<void> OfdReader::ReadPage(const OfdPart& document, std::string_view location,
                                 OfdContentReader& reader, OfdResources& resources,
                                 Templates& templates) {
  auto part = package_.Read(document.name, location);
  if (!part) return tl::unexpected(part.error());
  const auto root = part->xml.root();
  resources.Add(package_, part->name, root, &parts_);
  const OfdBox area = AreaOf(root, "Area", area_);
  auto page = ReadLines(*part, reader, area, resources);
  if (!page) return tl::unexpected(page.error());
  pages_.push_back(std::move(*page));
  for (auto node : root) {
    if (LocalName(node) != "Template") continue;
    const auto shown = templates.find(Attribute(node, "TemplateID").as_uint());
    if (shown == templates.end()) continue;
    Template& named = shown->second;
    if (named.read) {  // on several pages: furniture, written once
      auto& lines = pages_[named.page].lines;
      for (std::size_t i = named.first; i < named.last; ++i) lines[i].furniture = true;
      continue;
    }
    auto content = package_.Read(document.name, named.location);
    if (!content) return tl::unexpected(content.error());
    auto drawn = ReadLines(*content, reader, area, resources);
    if (!drawn) return tl::unexpected(drawn.error());
    auto& lines = pages_.back().lines;
    named = {{}, true, pages_.size() - 1, lines.size(), lines.size() + drawn->lines.size()};
    std::move(drawn->lines.begin(), drawn->lines.end(), std::back_inserter(lines));
  }
  return {};
}

}  // namespace

Result<RawDocument> ReadOfd(std::string bytes, const ReadOptions& options) {
  auto package = OfdPackage::Open(std::move(bytes), options.limits);
  if (!package) return tl::unexpected(package.error());
  OfdReader reader(std::move(*package));
  if (auto read = reader.Read(); !read) return tl::unexpected(read.error());
  auto document = WritePages("ofd", reader.TakePages(), options, reader.parts());
  if (document && reader.invisible() > 0) {
    document->notes.push_back(
        {fmt::format("有 {} 处不可见的文字，没有核对", reader.invisible()),
         fmt::format("{} invisible texts were not judged", reader.invisible())});
  }
  return document;
}

}  // namespace hegao
