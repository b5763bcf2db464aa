#include "document/levels.h"

#include <algorithm>
#include <array>

#include "document/numbering.h"

namespace hegao {
namespace {

constexpr int kDeepest = 4;
constexpr double kSureEnough = 0.4;  // below, a heading does not decide the levels of others

bool Uses(const Document& doc, NumberStyle style) {
  return std::any_of(doc.headings.begin(), doc.headings.end(), [&](const Heading& h) {
    return h.number.style == style && h.confidence >= kSureEnough;
  });
}

/// Unnumbered lines directly followed by a heading 一、 twice or more: the numbers count below
/// them.
bool CountsBelowTitleLines(const Document& doc) {
  int restarts = 0;
  for (std::size_t i = 1; i < doc.headings.size(); ++i) {
    const auto& above = doc.headings[i - 1];
    const auto& h = doc.headings[i];
    if (above.number.style == NumberStyle::none && h.number.style == NumberStyle::cjk &&
        h.number.value == 1) {
      ++restarts;
    }
  }
  return restarts >= 2;
}

/// For each structural level the level its numbered headings have, 0 where none is numbered.
std::array<int, 7> StructuralLevels(const Document& doc) {
  std::array<int, 7> levels{};
  for (const auto& h : doc.headings) {
    const auto structural = doc.blocks[h.block].level;
    if (structural == 0 || h.number.style == NumberStyle::none) continue;
    auto& level = levels[std::min<int>(structural, 6)];
    if (level == 0) level = LevelOf(h.number.style);
  }
  // Levels without a numbered heading follow their neighbours.
  std::array<bool, 7> used{};
  for (const auto& h : doc.headings) used[std::min<int>(doc.blocks[h.block].level, 6)] = true;
  int previous = 0;
  for (int s = 1; s <= 6; ++s) {
    if (!used[s]) continue;
    if (levels[s] == 0) levels[s] = std::min(previous + 1, kDeepest);
    previous = levels[s];
  }
  return levels;
}

/// An unnumbered line between 一、 and 三、 has lost its number: it stands at their level.
bool FillsGap(const Document& doc, std::size_t index) {
  std::uint32_t before = 0, after = 0;
  for (std::size_t i = index; i-- > 0;) {
    if (doc.headings[i].number.style == NumberStyle::cjk) {
      before = doc.headings[i].number.value;
      break;
    }
  }
  for (std::size_t i = index + 1; i < doc.headings.size(); ++i) {
    if (doc.headings[i].number.style == NumberStyle::cjk) {
      after = doc.headings[i].number.value;
      break;
    }
  }
  return after == before + 2;
}

void SetTitleLikeLevels(Document& doc, bool numbered_first_level) {
  int parent = 0;
  for (std::size_t i = 0; i < doc.headings.size(); ++i) {
    auto& h = doc.headings[i];
    if (h.source == HeadingSource::title_like) {
      h.level = !numbered_first_level || FillsGap(doc, i) ? 1 : std::min(parent + 1, kDeepest);
    } else {
      parent = h.level;
    }
  }
}

}  // namespace

void AssignLevels(Document& doc) {
  if (doc.headings.empty()) return;
  const auto structural = StructuralLevels(doc);
  const bool parts = Uses(doc, NumberStyle::part) && Uses(doc, NumberStyle::cjk);
  const bool below_lines = CountsBelowTitleLines(doc);
  for (auto& h : doc.headings) {
    const auto own = doc.blocks[h.block].level;
    h.level = h.number.style != NumberStyle::none ? LevelOf(h.number.style)
              : own != 0                          ? structural[std::min<int>(own, 6)]
                                                  : 1;
    const bool shifted = (parts && h.number.style != NumberStyle::part) ||
                         (below_lines && h.number.style != NumberStyle::none);
    if (shifted) h.level = std::min(h.level + 1, kDeepest);
  }
  bool first_level = false;
  for (const auto& h : doc.headings) {
    first_level |=
        h.level == 1 && h.source != HeadingSource::title_like && h.confidence >= kSureEnough;
  }
  SetTitleLikeLevels(doc, first_level);
  int top = kDeepest;
  for (const auto& h : doc.headings) {
    if (h.confidence >= kSureEnough) top = std::min(top, h.level);
  }
  for (auto& h : doc.headings) h.level = std::max(1, h.level - (top - 1));
}

}  // namespace hegao
