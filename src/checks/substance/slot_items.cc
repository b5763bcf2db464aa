#include "checks/substance/slot_items.h"

#include <algorithm>

#include "checks/structure/section_text.h"
#include "document/sentence.h"

namespace hegao {
namespace {

constexpr std::string_view kStop = "。";
constexpr std::uint32_t kLeastItem = 12;  // bytes: less is a number or a mark left over

/// Where the items of one stretch of text begin.
std::vector<std::uint32_t> Starts(const Document& doc, const std::vector<Pattern>& marks,
                                  Span text) {
  std::vector<std::uint32_t> starts = {text.begin};
  for (const auto& mark : marks) {
    if (!doc.MayMatch(mark)) continue;
    for (const auto& m : mark.FindSpans(doc.folded.text(), text)) starts.push_back(m.begin);
  }
  std::sort(starts.begin(), starts.end());
  starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
  return starts;
}

/// A paragraph whose lines became blocks of their own goes on until a line closes it.
std::uint32_t LastOfParagraph(const Document& doc, std::uint32_t block, std::uint32_t end) {
  while (block + 1 < doc.blocks.size() && doc.blocks[block + 1].folded.begin < end &&
         doc.blocks[block + 1].kind == Block::Kind::paragraph &&
         !EndsWithMark(doc.Text(doc.blocks[block].folded)))
    ++block;
  return block;
}

Span FirstSentence(const Document& doc, Span item) {
  const auto stop = doc.Text(item).find(kStop);
  if (stop == std::string_view::npos) return item;
  return {item.begin, item.begin + static_cast<std::uint32_t>(stop)};
}

}  // namespace

std::vector<Span> SlotBodies(const CheckInput& in, int slot) {
  std::vector<Span> bodies;
  const auto& result = in.slots.slots[slot];
  if (result.status != SlotStatus::found || result.heading < 0) return bodies;
  auto headings = result.more;
  headings.push_back(static_cast<std::uint32_t>(result.heading));
  for (const auto& section : in.doc.sections) {
    if (section.heading >= 0 && in.slots.part_of[static_cast<std::size_t>(section.heading)] == slot)
      bodies.push_back(section.body);
  }
  if (bodies.empty()) {
    for (const auto h : headings) {
      if (const auto* section = SectionOf(in.doc, h)) bodies.push_back(section->body);
    }
  }
  std::sort(bodies.begin(), bodies.end());
  return bodies;
}

std::vector<SlotItem> SlotItems(const CheckInput& in, int slot, const std::vector<Pattern>& marks) {
  std::vector<SlotItem> items;
  const auto& doc = in.doc;
  for (const auto& body : SlotBodies(in, slot)) {
    if (body.empty()) continue;
    for (auto b = doc.BlockAt(body.begin); b < doc.blocks.size(); ++b) {
      const auto& block = doc.blocks[b];
      if (block.folded.begin >= body.end) break;
      if (block.kind != Block::Kind::paragraph) continue;
      const auto last = LastOfParagraph(doc, b, body.end);
      const Span text{std::max(block.folded.begin, body.begin),
                      std::min(doc.blocks[last].folded.end, body.end)};
      b = last;
      const auto starts = Starts(doc, marks, text);
      for (std::size_t i = 0; i < starts.size(); ++i) {
        const Span item{starts[i], i + 1 < starts.size() ? starts[i + 1] : text.end};
        if (item.size() >= kLeastItem) items.push_back({item, FirstSentence(doc, item)});
      }
    }
  }
  return items;
}

}  // namespace hegao
