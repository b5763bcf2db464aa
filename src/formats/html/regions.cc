#include "formats/html/regions.h"

#include <algorithm>

namespace hegao {
namespace {

constexpr std::size_t kSentence = 25;     // characters of a block of running text
constexpr std::size_t kEnoughText = 150;  // less of it, and nothing is told by links
constexpr std::size_t kLabel = 10;        // characters; the title of a document has more
constexpr std::size_t kGroup = 3;         // links that make a list

bool IsText(const PageRegions::BlockFacts& block) {
  return block.sentence && block.han >= kSentence && block.linked * 2 < block.han;
}

bool IsLink(const PageRegions::BlockFacts& block) {
  return block.linked != 0 && block.linked * 2 >= block.han && !IsText(block);
}

}  // namespace

std::uint32_t PageRegions::Open(std::uint32_t parent, const Kind& kind) {
  Region region;
  region.parent = parent;
  region.depth = regions_[parent].depth + 1;
  region.kind = kind;
  if (kind.cell) {
    for (std::uint32_t r = parent; r != 0 && !regions_[r].holds_cells; r = regions_[r].parent) {
      regions_[r].holds_cells = true;
    }
  }
  regions_.push_back(region);
  return static_cast<std::uint32_t>(regions_.size() - 1);
}

std::uint32_t PageRegions::Common(std::uint32_t a, std::uint32_t b) const {
  while (a != b) {
    std::uint32_t& deeper = regions_[a].depth >= regions_[b].depth ? a : b;
    deeper = regions_[deeper].parent;
  }
  return a;
}

void PageRegions::Judge() {
  SumUp();
  JudgeNames();
  chrome_.assign(blocks_.size(), false);
  if (regions_[0].text >= kEnoughText) JudgeLinks();
}

// Parents come before their children, so one pass from the end sums up and one from the start hands
// down.
void PageRegions::SumUp() {
  for (const BlockFacts& block : blocks_) {
    Region& region = regions_[block.region];
    region.han += block.han;
    region.linked += block.linked;
    ++region.blocks;
    if (IsText(block)) region.text += block.han;
    if (!IsLink(block) && (block.heading || block.han >= kLabel)) region.labels_only = false;
  }
  for (std::size_t r = regions_.size() - 1; r > 0; --r) {
    Region& parent = regions_[regions_[r].parent];
    parent.han += regions_[r].han;
    parent.linked += regions_[r].linked;
    parent.blocks += regions_[r].blocks;
    parent.text += regions_[r].text;
    parent.labels_only = parent.labels_only && regions_[r].labels_only;
  }
}

void PageRegions::JudgeNames() {
  const std::size_t total = regions_[0].han;
  for (std::size_t r = 1; r < regions_.size(); ++r) {
    Region& region = regions_[r];
    const Region& parent = regions_[region.parent];
    const bool most = region.han * 2 > total;
    region.kind.chrome = parent.kind.chrome || (region.kind.chrome && !most);
    region.kind.aside = parent.kind.aside || (region.kind.aside && !most);
    region.kind.cell = region.kind.cell ? !most && !region.holds_cells : parent.kind.cell;
  }
}

/// The innermost container with most of the running text: only one chain of them has that much.
std::uint32_t PageRegions::MainRegion() const {
  std::uint32_t main = 0;
  for (std::uint32_t r = 1; r < regions_.size(); ++r) {
    if (regions_[r].text * 5 >= regions_[0].text * 3) main = r;
  }
  return main;
}

std::vector<bool> PageRegions::Inside(std::uint32_t region) const {
  std::vector<bool> inside(regions_.size(), false);
  for (std::uint32_t r = region; r < regions_.size(); ++r) {
    inside[r] = r == region || inside[regions_[r].parent];
  }
  return inside;
}

/// Lists of links with nothing but labels among them, beside the text.
void PageRegions::JudgeLists(const std::vector<bool>& inside_main) {
  for (std::size_t r = 1; r < regions_.size(); ++r) {
    Region& region = regions_[r];
    // What holds the main container holds text, too.
    const bool list = !inside_main[r] && region.text == 0 && region.labels_only &&
                      region.blocks >= kGroup && region.linked * 2 >= region.han;
    region.kind.chrome = region.kind.chrome || regions_[region.parent].kind.chrome || list;
  }
}

/// Links before the first and after the last running text are the way round the site. What follows
/// a list of them outside of the main container is the foot of the page.
void PageRegions::JudgeLinks() {
  const std::uint32_t main = MainRegion();
  const std::vector<bool> inside = Inside(main);
  JudgeLists(inside);
  std::size_t first = blocks_.size(), last = 0;
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    if (!IsText(blocks_[i]) || IsChrome(blocks_[i].region)) continue;
    if (!inside[blocks_[i].region]) continue;
    first = std::min(first, i);
    last = i;
  }
  std::size_t links = 0, after = 0;
  for (std::size_t i = last + 1; i < blocks_.size(); ++i) {
    if (IsText(blocks_[i])) after += blocks_[i].han;
  }
  const bool foot = after * 5 < regions_[0].text;
  for (std::size_t i = 0; i < blocks_.size(); ++i) {
    const BlockFacts& block = blocks_[i];
    if (i >= first && i <= last) continue;
    const bool link = IsLink(block);
    chrome_[i] = link || (foot && links >= kGroup && !inside[block.region] && !IsText(block));
    if (i > last && (link || IsChrome(block.region))) ++links;
  }
}

RawBlock::Kind PageRegions::KindOf(const RawBlock& raw, std::size_t block) const {
  const Kind& kind = regions_[blocks_[block].region].kind;
  if (kind.chrome || chrome_[block]) return RawBlock::Kind::chrome;
  if (kind.aside) return RawBlock::Kind::aside;
  if (raw.level != 0) return RawBlock::Kind::heading;
  if (kind.cell) return RawBlock::Kind::cell;
  return raw.kind;
}

}  // namespace hegao
