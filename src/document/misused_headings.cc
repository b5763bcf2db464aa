#include "document/misused_headings.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kLongestHeading = 60;  // code points

/// Long, or with the end of a sentence before its own end.
bool ReadsLikeParagraph(std::string_view text) {
  if (LongerThan(text, kLongestHeading)) return true;
  for (const std::string_view stop : {"。", "!", "?", ";"}) {
    const auto at = text.find(stop);
    if (at != std::string_view::npos && at + stop.size() < text.size()) return true;
  }
  return false;
}

}  // namespace

void DemoteMisusedHeadings(Document& doc) {
  std::vector<std::uint32_t> headings, paragraphs;
  std::size_t all = 0, misused = 0;
  for (std::uint32_t i = 0; i < doc.blocks.size(); ++i) {
    const auto& block = doc.blocks[i];
    const bool text = block.kind == Block::Kind::paragraph || block.kind == Block::Kind::heading;
    if (!text || std::count(doc.title_blocks.begin(), doc.title_blocks.end(), i) != 0) continue;
    all += block.folded.size();
    if (block.kind != Block::Kind::heading) continue;
    headings.push_back(i);
    if (!ReadsLikeParagraph(doc.Text(block.folded))) continue;
    paragraphs.push_back(i);
    misused += block.folded.size();
  }
  for (const auto i : misused * 2 > all ? headings : paragraphs) {
    doc.blocks[i].kind = Block::Kind::paragraph;
    doc.blocks[i].level = 0;
  }
}

}  // namespace hegao
