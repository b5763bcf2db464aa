#include "document/line_levels.h"

#include <algorithm>
#include <cmath>
#include <compare>
#include <cstddef>
#include <utility>

namespace hegao {
namespace {

constexpr std::size_t kLooks = 12;  // beyond, the looks mean nothing
constexpr double kSure = 0.7;

}  // namespace

LineLevels::LineLevels(const Document& doc) : doc_(doc), set_apart_(HeadingsAreSetApart(doc)) {
  for (std::size_t i = 0; i < doc.headings.size(); ++i) {
    const auto& h = doc.headings[i];
    const auto& block = doc.blocks[h.block];
    if (!block.emphasised) continue;
    const Look look = LookOf(doc, block);
    if (h.source == HeadingSource::title_like) {
      Use& use = lines_.try_emplace(look, Use{i, i, 0, 1}).first->second;
      use.last = i;
      ++use.count;
    } else if (h.source == HeadingSource::numbered && h.confidence >= kSure) {
      int& level = numbered_.try_emplace(look, h.level).first->second;
      if (level != h.level) level = -1;
    }
  }
  if (lines_.size() <= kLooks) Rank();
}

/// One look is below another where both are a habit and each is met amid the other.
void LineLevels::Rank() {
  std::vector<std::pair<Look, Use*>> order;
  for (auto& [look, use] : lines_) {
    if (use.count >= 2) order.emplace_back(look, &use);
  }
  std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    const auto larger = std::lround(b.first.size) <=> std::lround(a.first.size);
    return larger != 0 ? larger < 0 : a.second->first < b.second->first;
  });
  for (std::size_t lower = 1; lower < order.size(); ++lower) {
    Use& use = *order[lower].second;
    for (std::size_t upper = 0; upper < lower; ++upper) {
      const Use& above = *order[upper].second;
      const bool amid = above.first < use.last && use.first < above.last;
      if (amid) use.level = std::max(use.level, above.level + 1);
    }
  }
}

int LineLevels::AmongLines(const Heading& line) const {
  const auto& block = doc_.blocks[line.block];
  if (!block.emphasised) return set_apart_ ? 0 : 1;
  const auto use = lines_.find(LookOf(doc_, block));
  return use == lines_.end() ? 1 : use->second.level;
}

int LineLevels::OfNumbered(const Heading& line) const {
  const auto& block = doc_.blocks[line.block];
  if (!block.emphasised) return 0;
  const auto level = numbered_.find(LookOf(doc_, block));
  return level == numbered_.end() ? 0 : std::max(level->second, 0);
}

}  // namespace hegao
