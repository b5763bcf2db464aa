#include "checks/number/sum_scope.h"

#include <algorithm>

#include "text/affix.h"

namespace hegao {
namespace {

constexpr std::string_view kAndSoOn = "等";

}  // namespace

bool SumScope::SameKind(std::size_t i, std::size_t j) const {
  return Q(i).measure == Measure::count && Q(j).measure == Measure::count &&
         Q(i).group == Q(j).group && Q(i).group >= 0;
}

std::optional<std::size_t> SumScope::NextSame(std::size_t i) const {
  for (auto j = i + 1; j < Last(); ++j) {
    if (SameKind(i, j)) return j;
  }
  return std::nullopt;
}

std::optional<std::size_t> SumScope::PreviousSame(std::size_t i) const {
  for (auto j = i; j-- > First();) {
    if (SameKind(i, j)) return j;
  }
  return std::nullopt;
}

std::string_view SumScope::LeadOf(std::size_t i) const {
  return Lead(t_.doc, t_.sentence, t_.all, i);
}

std::string_view SumScope::LabelOf(std::size_t i) const {
  return LabelBefore(t_.doc, t_.sentence, t_.all, i);
}

std::string_view SumScope::Between(std::size_t i, std::size_t j) const {
  const auto from = Q(i).folded.end;
  return t_.doc.Text({from, std::max(from, Q(j).folded.begin)});
}

std::string_view SumScope::Behind(std::size_t i) const {
  const auto from = Q(i).folded.end;
  const auto to = i + 1 < Last() ? Q(i + 1).folded.begin : t_.sentence.span.end;
  return t_.doc.Text({from, std::max(from, to)});
}

std::vector<std::size_t> SumScope::Totals(std::size_t i, bool may_go_back) const {
  std::vector<std::size_t> out;
  for (auto j = First(); j < i; ++j) {
    if (SameKind(i, j)) out.push_back(j);
  }
  if (!out.empty() || !may_go_back || i != First() || t_.before == nullptr) return out;
  for (auto j = t_.before->first; j < t_.before->last; ++j) {
    if (SameKind(i, j)) out.push_back(j);
  }
  return out;
}

std::size_t SumScope::CountSame(std::size_t i, std::size_t from, std::size_t to) const {
  std::size_t n = 0;
  for (auto k = from; k < to; ++k) n += SameKind(i, k) ? 1 : 0;
  return n;
}

void SumScope::Keep(Sum sum) {
  for (const auto p : sum.parts) used_[p - First()] = true;
  if (sum.parts.size() == 2) {
    sum.complementary =
        sum.complementary || AreComplementary(PartLabel(t_, sum.parts[0]),
                                              PartLabel(t_, sum.parts[1]), words_.complements);
  }
  const auto last = sum.parts.back();
  sum.open = sum.open || Contains(LabelAfter(t_.doc, t_.sentence, t_.all, last), kAndSoOn);
  sum.closed = sum.closed || words_.rest.In(PartLabel(t_, last)) || MakeAYear(sum.parts);
  found_.push_back(std::move(sum));
}

/// 上半年4期、下半年7期: there is no third.
bool SumScope::MakeAYear(const std::vector<std::size_t>& parts) const {
  return std::any_of(words_.periods.begin(), words_.periods.end(), [&](const auto& whole) {
    if (whole.size() != parts.size()) return false;
    for (std::size_t k = 0; k < parts.size(); ++k) {
      if (!Contains(LabelOf(parts[k]), whole[k])) return false;
    }
    return true;
  });
}

Sum* SumScope::Kept(const std::vector<std::size_t>& parts) {
  const auto it = std::find_if(found_.begin(), found_.end(),
                               [&](const Sum& sum) { return sum.parts == parts; });
  return it == found_.end() ? nullptr : &*it;
}

}  // namespace hegao
