#include "formats/odt/furniture.h"

#include <algorithm>
#include <set>
#include <string>

#include "formats/odt/body.h"
#include "formats/package/xml_part.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kComparedBytes = 4000;  // longer ones differ somewhere before

/// Whether a header says no more than the number of the page: — 1 —, 第 1 页 共 3 页.
bool OnlyNumbersPages(std::string_view text) {
  static constexpr std::u32string_view kWords = U"第页頁共";
  for (std::size_t at = 0; at < text.size();) {
    const auto c = DecodeAt(text, at);
    const bool letter = IsHan(c.value) || (c.value | 0x20) - U'a' < 26U;
    if (letter && kWords.find(c.value) == std::u32string_view::npos) return false;
    at += c.length;
  }
  return true;
}

}  // namespace

std::uint32_t WriteOdtFurniture(ExtractWriter& writer, pugi::xml_node styles_root,
                                const OdtMasters& masters,
                                const std::vector<std::string_view>& in_use) {
  std::set<std::string> written;
  std::vector<pugi::xml_node> nodes;
  for (const auto master : in_use) {
    for (const auto node : masters.Furniture(master)) {
      const std::string text = OdtPlainText(node, kComparedBytes);
      if (OnlyNumbersPages(text) || !written.insert(text).second) continue;
      nodes.push_back(node);
    }
  }
  if (nodes.empty()) return 0;
  // Automatic styles of the body and of the headers are apart; both may have a “P1”.
  OdtStyles styles(Child(styles_root, "automatic-styles"), {styles_root});
  OdtChanges changes(writer);
  OdtBody body(writer, styles, changes, writer.Part("styles.xml"), nullptr);
  writer.SetPage(0);
  writer.SetParagraph(0);
  for (const auto node : nodes) body.WriteFurniture(node);
  changes.Finish();
  return body.hidden();
}

}  // namespace hegao
