#include "checks/number/shares.h"

#include <algorithm>

#include "checks/number/typed_number.h"

namespace hegao {
namespace {

constexpr double kExact = 1e-6;
constexpr double kWhole = 100;           // percent
constexpr std::size_t kMostShares = 16;  // of a sentence that is prose and no table

/// What a share is of: 满意 in 满意占92%; empty if it is none.
std::string_view ShareLabel(const SumText& t, const WordList& shares, std::size_t i) {
  auto label = PartLabel(t, i);
  const auto n = shares.AtEnd(label);
  return t.all[i].measure == Measure::percent && t.all[i].Exact()
             ? label.substr(0, label.size() - n)
             : std::string_view{};
}

void ReportShares(const SumText& t, std::size_t first, std::size_t last, double made,
                  Reporter& reporter) {
  ReportExtras extras;
  extras.weaker = made < kWhole;
  const Message fault{"各项占比相加是" + Shown(made) + "%，应为",
                      "the shares make " + Shown(made) + "% and not"};
  reporter.Report({t.all[first].number.begin, t.all[last].number.end},
                  {{"fault", reporter.In(fault)}, {"total", "100%"}, {"sum", Shown(made)}}, extras);
}

}  // namespace

void CheckShares(const SumText& t, const WordList& shares,
                 const std::vector<Complement>& complements, Reporter& reporter) {
  const auto& s = t.sentence;
  if (shares.empty() || s.last - s.first > kMostShares) return;
  for (auto i = s.first; i + 1 < s.last; ++i) {
    auto j = i;
    double made = 0, slack = 0;
    bool all = false;
    const bool said = shares.AtEnd(LabelBefore(t.doc, s, t.all, i)) != 0;
    for (; said && j < s.last && !ShareLabel(t, shares, j).empty(); ++j) {
      if (j > i && JointOf(Lead(t.doc, s, t.all, j)) == Joint::none) break;
      made += t.all[j].value;
      slack += t.all[j].grain / 2;
      for (auto k = i; k < j; ++k)
        all = all ||
              AreComplementary(ShareLabel(t, shares, k), ShareLabel(t, shares, j), complements);
    }
    if (j < i + 2) continue;
    const bool wrong =
        made > kWhole + slack + kExact || (j > i + 2 && made < kWhole - slack - kExact);
    if (all && wrong) ReportShares(t, i, j - 1, made, reporter);
    i = j - 1;
  }
}

}  // namespace hegao
