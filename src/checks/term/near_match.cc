#include "checks/term/near_match.h"

#include <algorithm>

namespace hegao {
namespace {

/// The table of edit distances with transpositions (optimal string alignment), the start in the
/// text being free.
class Alignment {
 public:
  Alignment(std::u32string_view phrase, std::u32string_view text)
      : phrase_(phrase), text_(text), cost_((phrase.size() + 1) * (text.size() + 1)) {
    for (std::size_t i = 1; i <= phrase.size(); ++i) {
      At(i, 0) = static_cast<std::uint16_t>(i);
      for (std::size_t j = 1; j <= text.size(); ++j) Fill(i, j);
    }
  }

  /// The end with the least cost. Of equals the last: then what could be missing or another
  /// character at the very end is taken for another character.
  std::size_t BestEnd() const {
    std::size_t best = 0;
    for (std::size_t j = 1; j <= text_.size(); ++j) {
      if (At(phrase_.size(), j) < At(phrase_.size(), best) ||
          (At(phrase_.size(), j) == At(phrase_.size(), best) && j == best + 1)) {
        best = j;
      }
    }
    return best;
  }

  std::uint32_t Cost(std::size_t end) const { return At(phrase_.size(), end); }

  NearMatch Trace(std::size_t end, std::uint32_t offset) const {
    NearMatch match;
    match.end = offset + static_cast<std::uint32_t>(end);
    std::size_t i = phrase_.size(), j = end;
    const auto slip = [&](Slip::Kind kind) {
      match.slips.push_back(
          {kind, offset + static_cast<std::uint32_t>(j), static_cast<std::uint32_t>(i)});
    };
    while (i > 0) {
      if (j > 0 && phrase_[i - 1] == text_[j - 1] && At(i, j) == At(i - 1, j - 1)) {
        --i, --j;
      } else if (Swapped(i, j) && At(i, j) == At(i - 2, j - 2) + 1) {
        i -= 2, j -= 2;
        slip(Slip::Kind::swapped);
      } else if (Doubled(j) && At(i, j) == At(i, j - 1) + 1) {
        // Of all that a slip can be, a key pressed twice is the likeliest.
        --j;
        slip(Slip::Kind::extra);
      } else if (j > 0 && At(i, j) == At(i - 1, j - 1) + 1) {
        --i, --j;
        slip(Slip::Kind::other);
      } else if (At(i, j) == At(i - 1, j) + 1) {
        --i;
        slip(Slip::Kind::missing);
      } else {
        --j;
        slip(Slip::Kind::extra);
      }
    }
    match.begin = offset + static_cast<std::uint32_t>(j);
    std::reverse(match.slips.begin(), match.slips.end());
    return match;
  }

 private:
  std::uint16_t& At(std::size_t i, std::size_t j) { return cost_[i * (text_.size() + 1) + j]; }
  std::uint16_t At(std::size_t i, std::size_t j) const { return cost_[i * (text_.size() + 1) + j]; }
  bool Swapped(std::size_t i, std::size_t j) const {
    return i > 1 && j > 1 && phrase_[i - 1] == text_[j - 2] && phrase_[i - 2] == text_[j - 1] &&
           phrase_[i - 1] != phrase_[i - 2];
  }
  /// Is the character before `j` the same as one of its neighbours?
  bool Doubled(std::size_t j) const {
    return (j > 1 && text_[j - 1] == text_[j - 2]) ||
           (j > 0 && j < text_.size() && text_[j - 1] == text_[j]);
  }
  void Fill(std::size_t i, std::size_t j) {
    int cost = At(i - 1, j - 1) + (phrase_[i - 1] == text_[j - 1] ? 0 : 1);
    cost = std::min({cost, At(i - 1, j) + 1, At(i, j - 1) + 1});
    if (Swapped(i, j)) cost = std::min(cost, At(i - 2, j - 2) + 1);
    At(i, j) = static_cast<std::uint16_t>(cost);
  }

  std::u32string_view phrase_, text_;
  std::vector<std::uint16_t> cost_;
};

}  // namespace

std::vector<NearMatch> FindNear(std::u32string_view phrase, std::u32string_view text,
                                std::uint32_t most) {
  std::vector<NearMatch> found;
  if (phrase.empty()) return found;
  // A match that has nothing of the phrase would be empty, and found again for ever.
  most = std::min(most, static_cast<std::uint32_t>(phrase.size()) - 1);
  // Stretches still to be searched; what is left and right of a match may hold another.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> open = {
      {0, static_cast<std::uint32_t>(text.size())}};
  while (!open.empty()) {
    const auto [begin, end] = open.back();
    open.pop_back();
    if (end - begin + most < phrase.size()) continue;
    const Alignment alignment(phrase, text.substr(begin, end - begin));
    const auto best = alignment.BestEnd();
    if (alignment.Cost(best) > most) continue;
    auto match = alignment.Trace(best, begin);
    open.emplace_back(begin, match.begin);
    open.emplace_back(match.end, end);
    found.push_back(std::move(match));
  }
  std::sort(found.begin(), found.end(),
            [](const NearMatch& a, const NearMatch& b) { return a.begin < b.begin; });
  return found;
}

}  // namespace hegao
