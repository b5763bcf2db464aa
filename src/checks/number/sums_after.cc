// Totals that stand behind their parts.
#include <algorithm>
#include <cmath>

#include "checks/number/sum_scope.h"
#include "checks/number/typed_number.h"
#include "text/affix.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::string_view kOfWhich = "其中";
constexpr std::size_t kShortPart = 36;  // bytes between parts that only commas join
constexpr double kNear = 0.2;           // by how much a slip may miss the total

class TotalsBehind {
 public:
  explicit TotalsBehind(SumScope& scope) : s_(scope) {}

  void Find() {
    for (auto i = s_.First(); i < s_.Last(); ++i) {
      if (s_.Q(i).group < 0 || Periods(i) || Composed(i)) continue;
      After(i);
    }
  }

 private:
  /// 共计, 四类合计, 全年共: nothing but words for a total.
  bool OnlyTotal(std::string_view label) const {
    label.remove_suffix(EndsWithAny(label, {"为", "达", "达到"}));
    const auto cue = s_.Words().totals.AtEnd(label);
    if (cue == 0) return false;
    label.remove_suffix(cue);
    static const WordList kAll(
        {"以上", "上述", "全部", "所有", "总", "均", "两者", "二者", "三者"});
    while (!label.empty()) {
      auto n = s_.Words().year.AtStart(label);
      if (n == 0) n = kAll.AtStart(label);
      if (n == 0) return CountsKinds(label);
      label.remove_prefix(n);
    }
    return true;
  }

  /// 四类, 三个方面
  static bool CountsKinds(std::string_view label) {
    constexpr std::size_t kMost = 3;  // Chinese characters
    auto number = ParseDigits(label);
    if (!number) number = ParseWritten(label);
    if (!number) return false;
    const auto kinds = label.substr(number->length);
    return !kinds.empty() && CountHan(kinds) <= kMost && kinds.size() <= kMost * 3;
  }

  /// The numbers before `last` that are joined to it like this, `last` too.
  std::vector<std::size_t> JoinedBefore(std::size_t last, Joint how) const {
    std::vector<std::size_t> parts{last};
    for (auto at = s_.PreviousSame(last); at; at = s_.PreviousSame(*at)) {
      const auto between = s_.Between(*at, parts.front());
      if (JointOf(between) != how || ListedBetween(*at, parts.front())) break;
      if (how == Joint::comma && (between.size() > kShortPart || Contains(between, ";"))) break;
      if (Contains(between, kOfWhich)) break;
      parts.insert(parts.begin(), *at);
    }
    return parts;
  }

  /// 66份、文件3件，共计: what is counted in another unit is one more part, unlike 40件120人.
  bool ListedBetween(std::size_t from, std::size_t to) const {
    for (auto k = from + 1; k < to; ++k) {
      if (JointOf(s_.LeadOf(k)) == Joint::list) return true;
    }
    return false;
  }

  void After(std::size_t i) {
    const auto last = s_.PreviousSame(i);
    if (!last) return;
    const bool only = OnlyTotal(s_.LabelOf(i));
    if (!only && !s_.Words().totals.In(s_.LabelOf(i))) return;
    const auto joint = JointOf(s_.Between(*last, i));
    if (joint == Joint::list || joint == Joint::bracket || ListedBetween(*last, i)) return;
    Sum sum;
    sum.grammar = SumGrammar::after;
    sum.joint = Joint::list;
    sum.totals = {i};
    sum.parts = JoinedBefore(*last, Joint::list);
    if (!only) return WithVerb(std::move(sum));
    if (sum.parts.size() < 2) return ByCommas(i, *last);
    const auto first = sum.parts.front();
    sum.closed = true;
    // 17处，其中广场3处、长廊6处，两类合计17处: the parts of what stands before them are of this
    // too.
    if (auto* kept = s_.Kept(sum.parts)) {
      const auto heads = kept->totals;
      *kept = std::move(sum);
      kept->strangers = s_.CountSame(i, s_.First(), first) -
                        std::min(heads.size(), s_.CountSame(i, s_.First(), first));
      return;
    }
    if (s_.Used(first) || Contains(s_.LeadOf(first), kOfWhich)) return;
    sum.strangers = s_.CountSame(i, s_.First(), first);
    s_.Keep(std::move(sum));
  }

  /// 进校园15场、进社区12场，全年共举办29场: another count, if it is not nearly theirs.
  void WithVerb(Sum sum) {
    const auto i = sum.totals[0];
    const auto first = sum.parts.front();
    if (sum.parts.size() < 2 || s_.Used(first) || Contains(s_.LeadOf(first), kOfWhich)) return;
    double made = 0;
    for (const auto p : sum.parts) made += s_.Q(p).value;
    if (std::abs(made - s_.Q(i).value) > kNear * s_.Q(i).value) return;
    sum.joint = Joint::comma;
    sum.strangers = s_.CountSame(i, s_.First(), first);
    s_.Keep(std::move(sum));
  }

  /// 民事40件，刑事15件，共计56件: where the parts begin is not said.
  void ByCommas(std::size_t i, std::size_t last) {
    const auto all = JoinedBefore(last, Joint::comma);
    const double total = s_.Q(i).value;
    double made = 0, nearest = kNear * total;
    std::size_t best = all.size();
    for (auto k = all.size(); k-- > 0;) {
      if (s_.Used(all[k])) return;
      made += s_.Q(all[k]).value;
      const double off = std::abs(made - total);
      if (k + 2 > all.size() || off > nearest) continue;
      nearest = off;
      best = k;
    }
    if (best + 2 > all.size()) return;
    Sum sum;
    sum.grammar = SumGrammar::after;
    sum.joint = Joint::comma;
    sum.totals = {i};
    sum.parts.assign(all.begin() + static_cast<std::ptrdiff_t>(best), all.end());
    sum.strangers = s_.CountSame(i, s_.First(), sum.parts.front());
    s_.Keep(std::move(sum));
  }

  /// 由专职9名、兼职35名组成的42人队伍
  bool Composed(std::size_t i) {
    const auto last = s_.PreviousSame(i);
    if (!last) return false;
    const auto between = s_.Between(*last, i);
    if (JointOf(between) != Joint::none || !s_.Words().composed.In(between)) return false;
    Sum sum;
    sum.grammar = SumGrammar::after;
    sum.joint = Joint::list;
    sum.totals = {i};
    sum.parts = JoinedBefore(*last, Joint::list);
    if (sum.parts.size() < 2 || s_.Used(sum.parts.front())) return false;
    sum.closed = sum.composed = true;
    s_.Keep(std::move(sum));
    return true;
  }

  /// 上半年30件，下半年40件，全年共60件: the periods are all of the year.
  bool Periods(std::size_t i) {
    if (!s_.Words().year.In(s_.LabelOf(i))) return false;
    const auto all = [&](std::size_t first) {
      for (auto k = first; k < i; ++k) {
        if (!s_.SameKind(k, i) || s_.Used(k) || Contains(s_.LeadOf(k), kOfWhich)) return false;
      }
      return true;
    };
    Sum sum;
    sum.grammar = SumGrammar::after;
    sum.totals = {i};
    sum.closed = true;
    for (const auto& whole : s_.Words().periods) {
      const auto n = whole.size();
      if (i < s_.First() + n || !all(i - n)) continue;
      bool match = true;
      for (std::size_t k = 0; k < n; ++k)
        match = match && Contains(s_.LabelOf(i - n + k), whole[k]);
      if (!match) continue;
      sum.complementary = true;
      for (auto k = i - n; k < i; ++k) sum.parts.push_back(k);
      s_.Keep(std::move(sum));
      return true;
    }
    return false;
  }

  SumScope& s_;
};

}  // namespace

void FindTotalsBehind(SumScope& scope) { TotalsBehind(scope).Find(); }

}  // namespace hegao
