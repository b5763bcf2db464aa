#include "document/emphasis.h"

#include <algorithm>
#include <cstddef>
#include <map>

#include "document/sentence.h"

namespace hegao {
namespace {

constexpr double kLarger = 0.95;         // points; sizes are rounded in some formats
constexpr std::size_t kShortLine = 150;  // bytes
constexpr int kClass = 3;                // lines that make a habit

bool IsText(const Block& block) {
  return block.kind == Block::Kind::paragraph || block.kind == Block::Kind::heading;
}

/// The look most characters have.
Look BodyLook(const Document& doc) {
  std::map<Look, std::size_t> bytes;
  for (const auto& block : doc.blocks) {
    if (IsText(block)) bytes[LookOf(doc, block)] += block.folded.size();
  }
  const auto most = std::max_element(
      bytes.begin(), bytes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == bytes.end() ? Look{} : most->first;
}

}  // namespace

Look LookOf(const Document& doc, const Block& block) {
  Look look;
  look.bold = block.bold;
  if (block.format < 0 || static_cast<std::size_t>(block.format) >= doc.layout.formats.size()) {
    return look;
  }
  const TextFormat& format = doc.layout.formats[static_cast<std::size_t>(block.format)];
  look.font = std::string_view(format.font).substr(0, format.font.find('_'));
  look.size = format.size;
  look.bold = look.bold || format.bold;
  look.centred = format.alignment == Alignment::center;
  return look;
}

void MarkEmphasis(Document& doc) {
  const Look body = BodyLook(doc);
  for (auto& block : doc.blocks) {
    if (!IsText(block)) continue;
    const Look look = LookOf(doc, block);
    const bool larger = body.size > 0 && look.size >= body.size + kLarger;
    const bool other_font = !look.font.empty() && look.font != body.font;
    block.emphasised =
        (look.bold && !body.bold) || (look.centred && !body.centred) || larger || other_font;
  }
}

bool HeadingsAreSetApart(const Document& doc) {
  std::map<Look, int> lines;
  for (const auto& block : doc.blocks) {
    if (!block.emphasised || block.folded.size() > kShortLine) continue;
    if (EndsWithMark(doc.Text(block.folded))) continue;
    if (++lines[LookOf(doc, block)] >= kClass) return true;
  }
  return false;
}

}  // namespace hegao
