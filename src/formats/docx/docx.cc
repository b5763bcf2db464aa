#include "formats/docx/docx.h"

#include <algorithm>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>

#include "formats/docx/notes.h"
#include "formats/docx/numbering.h"
#include "formats/docx/package.h"
#include "formats/docx/remarks.h"
#include "formats/docx/styles.h"
#include "formats/docx/tags.h"
#include "formats/docx/walk.h"
#include "formats/extract_writer.h"
#include "formats/package/xml_part.h"

namespace hegao {
namespace {

/// The walk recurses with the elements, so that no option may ask for more than its stack holds.
constexpr std::size_t kDeepest = 512;

/// What a look at the bytes of the main document saves a walk over its elements.
struct Glance {
  bool pages = false;  // it says where pages began
  bool tables = false;
};

bool Holds(std::string_view bytes, std::string_view word) {
  return memmem(bytes.data(), bytes.size(), word.data(), word.size()) != nullptr;
}

/// A part that may be missing, but not broken: what it says would be lost.
Result<std::optional<XmlPart>> Optional(DocxPackage& package, std::string_view type) {
  const std::string_view name = package.ByType(type);
  if (!package.Has(name)) return std::nullopt;
  Result<XmlPart> part = package.Read(name);
  if (!part) return tl::unexpected(part.error());
  return std::optional(std::move(*part));
}

pugi::xml_node RootOf(const std::optional<XmlPart>& part) {
  return part ? part->root() : pugi::xml_node();
}

/// Sheets and slides have packages of the same kind.
tl::unexpected<Error> NoWordDocument() {
  return Fail(ErrorKind::unreadable, {"里面的正文不是 Word 文档，没有读取；请另存为 .docx 后再核",
                                      "its main part is no Word document; save it as .docx"});
}

Result<RawDocument> ReadBody(DocxPackage& package, pugi::xml_node body, Glance glance) {
  const auto styles_part = Optional(package, "styles");
  if (!styles_part) return tl::unexpected(styles_part.error());
  const auto numbering_part = Optional(package, "numbering");
  if (!numbering_part) return tl::unexpected(numbering_part.error());
  // A theme that is broken costs names of fonts, and no text.
  const auto theme = Optional(package, "theme");
  const DocxStyles styles(RootOf(*styles_part), theme ? RootOf(*theme) : pugi::xml_node());
  DocxNumbering numbering(RootOf(*numbering_part));

  ExtractWriter writer("docx", package.limits().text);
  writer.layout().known = true;
  DocxRemarks remarks;
  DocxShared shared{styles, numbering, remarks, {}, {}};
  if (glance.tables) shared.layout_tables = LayoutTables(body);
  DocxComments comments(package, remarks);
  DocxMarks marks(writer, comments, remarks);
  DocxNotes notes(package, shared, writer, marks);
  PageCounter pages(glance.pages ? 1 : 0);
  DocxWalk walk(shared, writer, marks, pages, &notes,
                {.aside = false,
                 .paragraph = 0,
                 .runs = {.part = writer.Part(package.main_name()), .drop_page_numbers = false}});
  walk.Blocks(body);
  if (notes.error()) return tl::unexpected(*notes.error());
  marks.Finish();
  if (auto written = WriteHeaders(package, shared, comments, writer); !written) {
    return tl::unexpected(written.error());
  }
  for (const auto& section : shared.sections.all()) writer.layout().pages.push_back(section.setup);
  if (auto lost = remarks.Lost()) return Fail(ErrorKind::undecided, std::move(*lost));
  remarks.Write(writer);
  return writer.Finish();
}

}  // namespace

Result<RawDocument> ReadDocx(std::string bytes, const ReadOptions& options) {
  ReadLimits limits = options.limits;
  limits.depth = std::min(limits.depth, kDeepest);
  Result<DocxPackage> package = DocxPackage::Open(std::move(bytes), limits);
  if (!package) return tl::unexpected(package.error());
  Result<std::string> main = package->archive().Read(package->main_name(), limits.markup);
  if (!main) return tl::unexpected(main.error());
  const Glance glance{Holds(*main, "lastRenderedPageBreak"), Holds(*main, "tbl>")};
  const Result<XmlPart> part = XmlPart::Parse(std::move(*main), package->main_name(), limits);
  if (!part) return tl::unexpected(part.error());
  if (LocalName(part->root()) != "document") return NoWordDocument();
  return ReadBody(*package, Child(part->root(), "body"), glance);
}

}  // namespace hegao
