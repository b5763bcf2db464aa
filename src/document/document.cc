#include "document/document.h"

#include <algorithm>

#include "text/utf8.h"

namespace hegao {

std::uint32_t Document::BlockAt(std::uint32_t folded_at) const {
  auto it = std::upper_bound(blocks.begin(), blocks.end(), folded_at,
                             [](std::uint32_t at, const Block& b) { return at < b.folded.begin; });
  return it == blocks.begin() ? 0 : static_cast<std::uint32_t>(it - blocks.begin() - 1);
}

std::uint32_t Document::TextEnd() const {
  const auto last =
      std::find_if(blocks.rbegin(), blocks.rend(), [](const Block& b) { return b.InText(); });
  return last == blocks.rend() ? 0 : last->folded.end;
}

std::uint32_t Document::SectionAt(std::uint32_t folded_at) const {
  if (sections.empty()) return 0;
  // Sections are in preorder, so the last one that starts at or before the place is the innermost
  // whose heading precedes it; its parents are tried while the place lies behind its end.
  auto it =
      std::upper_bound(sections.begin() + 1, sections.end(), folded_at,
                       [](std::uint32_t at, const Section& s) { return at < s.folded.begin; });
  auto index = static_cast<std::int32_t>(it - sections.begin()) - 1;
  while (index > 0 && sections[index].folded.end <= folded_at) index = sections[index].parent;
  return index < 0 ? 0 : static_cast<std::uint32_t>(index);
}

Span Document::Around(Span at, std::uint32_t reach) const {
  const auto block = blocks[BlockAt(at.begin)].folded;
  auto begin = std::max(block.begin, at.begin - std::min(at.begin, reach));
  while (begin < at.begin && !IsBoundary(folded.text(), begin)) ++begin;
  auto end = std::min(block.end, at.end + reach);
  while (end > at.end && !IsBoundary(folded.text(), end)) --end;
  return {begin, std::max(begin, end)};
}

std::string Document::Visible(Span source, std::string_view shown) const {
  std::string out;
  auto it = std::upper_bound(pieces.begin(), pieces.end(), source.begin,
                             [](std::uint32_t at, const Piece& p) { return at < p.source.end; });
  for (; it != pieces.end() && it->source.begin < source.end; ++it) {
    if (it->has_replacement) {
      out += it->replacement;
      continue;
    }
    const auto begin = std::max(it->source.begin, source.begin);
    const auto end = std::min(it->source.end, source.end);
    out += shown.substr(begin, end - begin);
  }
  return out;
}

}  // namespace hegao
