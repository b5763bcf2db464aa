// One sentence in which sums are looked for: which numbers count the same, what stands between
// them, and which are parts of a sum already.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "checks/number/sums.h"

namespace hegao {

/// Holds references to what it was made of.
class SumScope {
 public:
  SumScope(const SumText& text, const SumWords& words)
      : t_(text), words_(words), used_(text.sentence.last - text.sentence.first, false) {}

  std::size_t First() const { return t_.sentence.first; }
  std::size_t Last() const { return t_.sentence.last; }
  const SumText& Text() const { return t_; }
  const SumWords& Words() const { return words_; }
  const Quantity& Q(std::size_t i) const { return t_.all[i]; }
  bool Used(std::size_t i) const { return used_[i - t_.sentence.first]; }

  bool SameKind(std::size_t i, std::size_t j) const;
  /// The nearest that counts the same: 15件 behind 40件120人.
  std::optional<std::size_t> NextSame(std::size_t i) const;
  std::optional<std::size_t> PreviousSame(std::size_t i) const;

  std::string_view LeadOf(std::size_t i) const;
  std::string_view LabelOf(std::size_t i) const;
  std::string_view Between(std::size_t i, std::size_t j) const;
  /// Up to the next number or the end of the sentence.
  std::string_view Behind(std::size_t i) const;

  /// All numbers of the unit before `i` in the sentence, or else in the sentence before it.
  std::vector<std::size_t> Totals(std::size_t i, bool may_go_back) const;
  /// Numbers of the unit in [from, to).
  std::size_t CountSame(std::size_t i, std::size_t from, std::size_t to) const;

  void Keep(Sum sum);
  /// The sum that was kept with just these parts.
  Sum* Kept(const std::vector<std::size_t>& parts);
  std::vector<Sum> Take() { return std::move(found_); }

 private:
  bool MakeAYear(const std::vector<std::size_t>& parts) const;

  const SumText& t_;
  const SumWords& words_;
  std::vector<bool> used_;
  std::vector<Sum> found_;
};

/// Totals that stand behind their parts: 共计55件, 组成的42人. O(quantities^2).
void FindTotalsBehind(SumScope& scope);

}  // namespace hegao
