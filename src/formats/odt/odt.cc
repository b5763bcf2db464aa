#include "formats/odt/odt.h"

#include <fmt/format.h>

#include <utility>

#include "formats/extract_writer.h"
#include "formats/odt/body.h"
#include "formats/odt/furniture.h"
#include "formats/package/xml_part.h"

namespace hegao {
namespace {

constexpr std::string_view kContent = "content.xml";
constexpr std::string_view kStyles = "styles.xml";
constexpr std::string_view kManifest = "META-INF/manifest.xml";

/// Encrypted texts look like damaged ones; the manifest tells them apart (ISO/IEC 26300-3, 4.8).
bool IsEncrypted(ZipArchive& archive, const ReadLimits& limits) {
  if (archive.Has("encrypted-package")) return true;
  if (!archive.Has(kManifest)) return false;
  const auto manifest = archive.Read(kManifest, limits.markup);
  return manifest && manifest->find("encryption-data") != std::string::npos;
}

void NoteHidden(ExtractWriter& writer, std::uint32_t count) {
  if (count == 0) return;
  writer.AddNote({fmt::format("有 {} 处隐藏文字，没有核对；请在定稿前删去", count),
                  fmt::format("{} stretches of hidden text were not judged; delete them", count)});
}

Result<RawDocument> Extract(const XmlPart& content, pugi::xml_node styles_root,
                            const ReadLimits& limits) {
  const auto body = Child(Child(content.root(), "body"), "text");
  if (!body) {
    return Fail(ErrorKind::unreadable,
                {"文件里没有正文（office:text），可能已损坏或不是文字文档；请重新另存一份",
                 "there is no text (office:text) in the file; it may be damaged, save it again"});
  }
  ExtractWriter writer("odt", limits.text);
  writer.layout().known = true;
  const OdtMasters masters(styles_root);
  OdtStyles styles(Child(content.root(), "automatic-styles"), {styles_root, content.root()});
  OdtChanges changes(writer);
  OdtBody text(writer, styles, changes, writer.Part(kContent), &masters);
  text.Write(body);
  changes.Finish();
  const std::uint32_t hidden =
      WriteOdtFurniture(writer, styles_root, masters, text.masters_in_use());
  NoteHidden(writer, text.hidden() + hidden);
  return writer.Finish();
}

}  // namespace

Result<RawDocument> ReadOdt(std::string bytes, const ReadOptions& options) {
  const ReadLimits& limits = options.limits;
  auto archive = ZipArchive::Open(std::move(bytes), limits);
  if (!archive) return tl::unexpected(archive.error());
  if (IsEncrypted(*archive, limits)) {
    return Fail(ErrorKind::unreadable,
                {"文件加了密码；请先去掉密码再核", "the file has a password; remove it first"});
  }
  const auto content = XmlPart::Read(*archive, kContent, limits, true);
  if (!content) return tl::unexpected(content.error());
  if (!archive->Has(kStyles)) return Extract(*content, {}, limits);
  const auto styles = XmlPart::Read(*archive, kStyles, limits, true);
  if (!styles) return tl::unexpected(styles.error());
  return Extract(*content, styles->root(), limits);
}

}  // namespace hegao
