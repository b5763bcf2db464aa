#include "document/line_levels.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

namespace hegao {
namespace {

constexpr std::size_t kLooks = 12;  // beyond, the looks mean nothing
constexpr double kSure = 0.7;

bool IsWeaker(const Look& look, const Look& than) {
  return std::lround(look.size) < std::lround(than.size) || (than.centred && !look.centred);
}

}  // namespace

LineLevels::LineLevels(const Document& doc) : doc_(doc), set_apart_(HeadingsAreSetApart(doc)) {
  for (std::size_t i = 0; i < doc.headings.size(); ++i) {
    const auto& h = doc.headings[i];
    const auto& block = doc.blocks[h.block];
    if (h.number.style != NumberStyle::none && h.confidence >= kSure) {
      if (last_number_ == 0) first_number_ = i;
      last_number_ = i;
    }
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

/// One look is below another where both are a habit and each is met amid the other. One that is met
/// once may be a slip of the author, unless it is plainly the lesser.
void LineLevels::Rank() {
  std::vector<std::pair<Look, Use*>> order;
  for (auto& [look, use] : lines_) order.emplace_back(look, &use);
  std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    const long size_a = std::lround(a.first.size), size_b = std::lround(b.first.size);
    return size_a != size_b ? size_a > size_b : a.second->first < b.second->first;
  });
  for (std::size_t lower = 1; lower < order.size(); ++lower) {
    Use& use = *order[lower].second;
    for (std::size_t upper = 0; upper < lower; ++upper) {
      const Use& above = *order[upper].second;
      const bool amid = above.first <= use.last && use.first <= above.last;
      const bool habit = above.count >= 2 && use.count >= 2;
      const bool weaker = above.count >= 3 && IsWeaker(order[lower].first, order[upper].first);
      if (amid && (habit || weaker)) use.level = std::max(use.level, above.level + 1);
    }
  }
}

int LineLevels::AmongLines(const Heading& line) const {
  const auto& block = doc_.blocks[line.block];
  if (!block.emphasised) return set_apart_ ? 0 : 1;
  const auto use = lines_.find(LookOf(doc_, block));
  return use == lines_.end() ? 1 : use->second.level;
}

bool LineLevels::StandAboveNumbers() const {
  return std::any_of(lines_.begin(), lines_.end(), [&](const auto& entry) {
    const Use& use = entry.second;
    return use.count >= 2 && use.first < first_number_ && use.last > last_number_ &&
           numbered_.count(entry.first) == 0;
  });
}

int LineLevels::OfNumbered(const Heading& line) const {
  const auto& block = doc_.blocks[line.block];
  if (!block.emphasised) return 0;
  const auto level = numbered_.find(LookOf(doc_, block));
  return level == numbered_.end() ? 0 : std::max(level->second, 0);
}

}  // namespace hegao
