#include "document/levels.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "document/line_levels.h"
#include "document/numbering.h"

namespace hegao {
namespace {

constexpr int kDeepest = 4;
constexpr std::size_t kNumberStyles = static_cast<std::size_t>(NumberStyle::ordinal) + 1;
constexpr double kSureEnough = 0.4;  // below, a heading does not decide the levels of others

bool Uses(const Document& doc, NumberStyle style) {
  return std::any_of(doc.headings.begin(), doc.headings.end(), [&](const Heading& h) {
    return h.number.style == style && h.confidence >= kSureEnough;
  });
}

bool IsSure(const Heading& h) { return h.confidence >= kSureEnough; }

bool IsLine(const Heading& h) { return h.source == HeadingSource::title_like; }

/// Do the numbers of this style count below unnumbered headings? They do where they start anew
/// after such headings, twice or more; for a style that is not the usual one of the first level,
/// once is enough if there are several unnumbered headings before the count and after it.
bool CountsBelowLines(const Document& doc, NumberStyle style) {
  int restarts = 0, before = 0, after = 0, pending = 0;
  bool counting = false;
  for (const auto& h : doc.headings) {
    if (h.number.style == NumberStyle::none) {
      ++pending;
    } else if (h.number.style == style && IsSure(h)) {
      const bool anew = h.number.value == 1;
      if (anew) {
        restarts += pending > 0;
        (counting ? after : before) += pending;
      }
      pending = 0;
      counting = true;
    } else if (LevelOf(h.number.style) < LevelOf(style)) {
      pending = 0;
    }
  }
  after += pending;
  const bool usual = LevelOf(style) == 1;
  return restarts >= 2 || (!usual && restarts == 1 && (after >= 2 || (after == 1 && before >= 3)));
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

/// Markup that puts headings numbered like first-level ones below two or more unnumbered headings
/// means it.
bool MarkupPutsNumbersBelow(const Document& doc) {
  int highest_numbered = 7, above = 0;
  for (const auto& h : doc.headings) {
    const int own = doc.blocks[h.block].level;
    if (own != 0 && h.number.style != NumberStyle::none && LevelOf(h.number.style) == 1) {
      highest_numbered = std::min(highest_numbered, own);
    }
  }
  if (highest_numbered > 6) return false;
  for (const auto& h : doc.headings) {
    const int own = doc.blocks[h.block].level;
    above += own != 0 && own < highest_numbered && h.number.style == NumberStyle::none;
  }
  return above >= 2;
}

/// An unnumbered line between 一、 and 三、 has lost its number: it stands at their level.
bool FillsGap(const Document& doc, std::size_t index, NumberStyle style) {
  std::uint32_t before = 0, after = 0;
  for (std::size_t i = index; i-- > 0 && before == 0;) {
    if (doc.headings[i].number.style == style) before = doc.headings[i].number.value;
  }
  for (std::size_t i = index + 1; i < doc.headings.size() && after == 0; ++i) {
    if (doc.headings[i].number.style == style) after = doc.headings[i].number.value;
  }
  return after == before + 2;
}

/// Moves all levels up so that the first is in use; unnumbered lines have none yet.
void RaiseToFirst(Document& doc) {
  int top = kDeepest;  // dotted numbers go deeper
  for (const auto& h : doc.headings) {
    if (!IsLine(h) && IsSure(h)) top = std::min(top, h.level);
  }
  for (auto& h : doc.headings) h.level = std::clamp(h.level - (top - 1), 1, kDeepest);
}

/// The style most headings of the first level are numbered in.
NumberStyle FirstLevelStyle(const Document& doc) {
  std::array<int, kNumberStyles> uses{};
  for (const auto& h : doc.headings) {
    if (h.level == 1 && !IsLine(h) && IsSure(h)) ++uses[static_cast<std::size_t>(h.number.style)];
  }
  uses[static_cast<std::size_t>(NumberStyle::none)] = 0;
  const auto most = std::max_element(uses.begin(), uses.end());
  return *most == 0 ? NumberStyle::none : static_cast<NumberStyle>(most - uses.begin());
}

void SetLineLevels(Document& doc, NumberStyle first_level) {
  const bool any = std::any_of(doc.headings.begin(), doc.headings.end(),
                               [](const Heading& h) { return !IsLine(h) && IsSure(h); });
  const LineLevels looks(doc);
  // What is numbered like the first level is it, whatever stands round it.
  const bool usual = LevelOf(first_level) == 1;
  const bool above = first_level != NumberStyle::none &&
                     (CountsBelowLines(doc, first_level) || (!usual && looks.StandAboveNumbers()));
  int parent = 0;      // of numbered headings
  int line_above = 0;  // of lines
  for (std::size_t i = 0; i < doc.headings.size(); ++i) {
    auto& h = doc.headings[i];
    if (!IsLine(h)) {
      if (above && h.number.style != NumberStyle::none) h.level = std::min(h.level + 1, kDeepest);
      parent = h.level;
    } else if (!any || above) {
      const int own = looks.AmongLines(h);
      h.level = std::min(own != 0 ? own : line_above + 1, kDeepest);
      if (own != 0) line_above = own;
    } else if (FillsGap(doc, i, first_level)) {
      h.level = 1;
    } else {
      const int alike = looks.OfNumbered(h);
      h.level = alike != 0 ? alike : std::min(parent + 1, kDeepest);
    }
  }
}

}  // namespace

void AssignLevels(Document& doc) {
  if (doc.headings.empty()) return;
  const auto structural = StructuralLevels(doc);
  const bool subparts = Uses(doc, NumberStyle::subpart);
  const bool parts = Uses(doc, NumberStyle::part) && (subparts || Uses(doc, NumberStyle::cjk));
  const bool below = MarkupPutsNumbersBelow(doc);
  for (auto& h : doc.headings) {
    const auto own = doc.blocks[h.block].level;
    const auto style = h.number.style;
    h.level = style != NumberStyle::none ? LevelOf(h.number, doc.Text(h.number.folded))
              : own != 0                 ? structural[std::min<int>(own, 6)]
                                         : 1;
    const bool shifted =
        (parts && style != NumberStyle::part) || (below && style != NumberStyle::none);
    if (shifted) ++h.level;
    if (subparts && style != NumberStyle::part && style != NumberStyle::subpart) ++h.level;
  }
  RaiseToFirst(doc);
  SetLineLevels(doc, FirstLevelStyle(doc));
}

}  // namespace hegao
