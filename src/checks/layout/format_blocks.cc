#include "checks/layout/format_blocks.h"

#include <algorithm>

namespace hegao {
namespace {

constexpr std::uint32_t kMostlyBody = 3;  // times as long as the heading it begins with

bool IsMostlyBody(const Document& doc, const Heading& heading) {
  const auto whole = doc.blocks[heading.block].folded.size();
  return heading.run_in && whole >= (1 + kMostlyBody) * heading.folded.size();
}

std::vector<std::uint32_t> Headings(const Document& doc, int level) {
  std::vector<std::uint32_t> blocks;
  for (const auto& h : doc.headings) {
    if (!h.run_in && (level == 0 || h.level == level)) blocks.push_back(h.block);
  }
  return blocks;
}

std::vector<std::uint32_t> Body(const Document& doc) {
  const auto first = doc.title_blocks.empty() ? 0 : doc.title_blocks.back() + 1;
  auto last = static_cast<std::uint32_t>(doc.blocks.size());
  for (const auto b : doc.signature_blocks) {
    if (b >= first) last = std::min(last, b);
  }
  std::vector<bool> skip(doc.blocks.size(), false);
  for (const auto& h : doc.headings) {
    if (!IsMostlyBody(doc, h)) skip[h.block] = true;
  }
  std::vector<std::uint32_t> blocks;
  for (auto b = first; b < last; ++b) {
    if (doc.blocks[b].kind == Block::Kind::paragraph && !skip[b]) blocks.push_back(b);
  }
  return blocks;
}

}  // namespace

std::vector<std::uint32_t> BlocksOfPart(const Document& doc, FormatPart part, int level) {
  switch (part) {
    case FormatPart::title:
      return doc.title_blocks;
    case FormatPart::heading:
      return Headings(doc, level);
    case FormatPart::body:
      break;
  }
  return Body(doc);
}

}  // namespace hegao
