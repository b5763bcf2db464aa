#include "checks/number/growth.h"

#include <algorithm>

#include "text/affix.h"

namespace hegao {
namespace {

constexpr std::size_t kHan = 3;           // bytes
constexpr std::size_t kLongestTail = 18;  // bytes between the word and its number

class Growth {
 public:
  Growth(const RatePlace& place, const ChangeWords& words) : p_(place), w_(words) {}

  /// Nothing stands before 增长 but 同比, 较上年: the numbers before it are what grew.
  bool Comparing(std::string_view said) const {
    static const WordList kCompared(
        {"同比", "环比", "比", "较", "的", "期", "共", "数", "总量", "数量"});
    while (!said.empty()) {
      auto n = w_.before.AtStart(said);
      if (n == 0) n = kCompared.AtStart(said);
      if (n == 0) return false;
      said.remove_prefix(n);
    }
    return true;
  }

  /// 由40件增加到50件，增长25%; 50件，比上年40件增长25%; 50件，增长25%（上年40件）
  std::optional<MadeRate> Of(std::size_t i) const {
    const auto label = p_.Label(i);
    std::size_t length = 0;
    const auto up = w_.up.LastIn(label, &length);
    const bool rises = up != label.npos && label.size() - up - length <= kLongestTail;
    const auto down = rises ? label.npos : w_.down.LastIn(label, &length);
    const bool falls = down != label.npos && label.size() - down - length <= kLongestTail;
    if ((!rises && !falls) || !Comparing(label.substr(0, rises ? up : down))) return std::nullopt;
    const auto made = [&](std::size_t old, std::size_t now) { return Change(i, old, now, rises); };
    if (i >= p_.sentence.first + 2) {
      const auto older = p_.Label(i - 2), newer = p_.Label(i - 1);
      const bool from = Contains(older, "由") || Contains(older, "从");
      const bool to = Contains(newer, "到") || Contains(newer, "至") || Contains(newer, "为");
      if (from && to) return made(i - 2, i - 1);
      if (w_.up.In(newer) || w_.down.In(newer)) return Delta(i, rises);
      if (OfBefore(newer) && !OfBefore(older)) return made(i - 1, i - 2);
      if (SameBefore(older, newer)) return made(i - 2, i - 1);
    }
    if (i > p_.sentence.first && i + 1 < p_.sentence.last && w_.before.In(p_.Label(i + 1)) &&
        JointOf(Lead(p_.doc, p_.sentence, p_.all, i + 1)) == Joint::bracket) {
      return made(i + 1, i - 1);
    }
    return std::nullopt;
  }

  /// 上年40件, 较2023年的40件
  bool OfBefore(std::string_view label) const {
    if (w_.before.In(label)) return true;
    constexpr std::size_t kDigits = 4;
    for (const std::string_view than : {"较", "比"}) {
      const auto at = label.find(than);
      if (at == label.npos) continue;
      const auto rest = label.substr(at + than.size());
      if (rest.find_first_not_of("0123456789") == kDigits && rest.substr(kDigits).starts_with("年"))
        return true;
    }
    return false;
  }

  /// 上年受理40件，今年受理50件
  bool SameBefore(std::string_view older, std::string_view newer) const {
    static const WordList kNow({"今年", "本年", "本年度", "当年"});
    const auto n = w_.before.AtStart(older), m = kNow.AtStart(newer);
    if (n == 0 || m == 0) return false;
    older.remove_prefix(n);
    newer.remove_prefix(m);
    return older == newer || newer.empty();
  }

  std::optional<MadeRate> Change(std::size_t i, std::size_t old, std::size_t now,
                                 bool rises) const {
    const auto &a = p_.all[old], &b = p_.all[now];
    const double sign = rises ? 1 : -1;
    if (!a.Exact() || !b.Exact() || a.value <= 0) return std::nullopt;
    if (p_.all[i].measure == Measure::points) {
      if (a.measure != Measure::percent || b.measure != Measure::percent) return std::nullopt;
      return MadeRate{now, old, (b.value - a.value) * sign, true, std::max(a.grain, b.grain)};
    }
    if (!SameKind(a, b)) return std::nullopt;
    return MadeRate{now, old, (b.value - a.value) / a.value * 100 * sign, true, Blur(a, b)};
  }

  /// By how much a share of rounded numbers (1.8万) may be off; whole numbers are exact.
  static double Blur(const Quantity& whole, const Quantity& part) {
    const auto half = [](const Quantity& q) {
      return q.grain == 1 || q.value <= 0 ? 0 : q.grain / 2 / q.value;
    };
    return part.value / whole.value * 100 * (half(whole) + half(part));
  }

  /// 受理50件，比上年增加10件，增长25%
  std::optional<MadeRate> Delta(std::size_t i, bool rises) const {
    const auto &now = p_.all[i - 2], &change = p_.all[i - 1];
    const auto label = p_.Label(i - 1);
    std::size_t length = 0;
    const auto& words = rises ? w_.up : w_.down;
    const auto at = words.LastIn(label, &length);
    if (p_.all[i].measure != Measure::percent || at == label.npos ||
        label.size() - at - length > kHan || !Comparing(label.substr(0, at)) ||
        !SameKind(now, change) || !now.Exact() || !change.Exact() || now.grain != 1 ||
        change.grain != 1) {
      return std::nullopt;
    }
    const double old = rises ? now.value - change.value : now.value + change.value;
    if (old <= 0) return std::nullopt;
    return MadeRate{i - 1, i - 2, change.value / old * 100, true};
  }

  const RatePlace& p_;
  const ChangeWords& w_;
};

}  // namespace

bool SameKind(const Quantity& a, const Quantity& b) {
  return a.measure == Measure::count && b.measure == Measure::count && a.group == b.group &&
         a.group >= 0;
}

std::optional<MadeRate> GrowthOf(const RatePlace& place, std::size_t i, const ChangeWords& words) {
  return Growth(place, words).Of(i);
}

}  // namespace hegao
