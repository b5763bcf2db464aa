#include "checks/number/sums.h"

#include <algorithm>

#include "text/affix.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::string_view kOfWhich = "其中";
constexpr std::string_view kAndSoOn = "等";
constexpr std::string_view kApart = "分别";
constexpr std::size_t kMostQuantities = 64;  // of a sentence that is prose and no table
constexpr std::size_t kLongestNoun = 30;     // bytes between a total and the bracket behind it

class SumFinder {
 public:
  SumFinder(const SumText& text, const SumWords& words) : t_(text), words_(words) {}

  std::vector<Sum> Find() {
    const auto& s = t_.sentence;
    if (s.last - s.first > kMostQuantities) return {};
    used_.assign(s.last - s.first, false);
    for (auto i = s.first; i < s.last; ++i) OfWhich(i);
    for (auto i = s.first; i < s.last; ++i) Bracket(i);
    for (auto i = s.first; i < s.last; ++i) Apart(i);
    for (auto i = s.first; i < s.last; ++i) Pair(i);
    for (auto i = s.first; i < s.last; ++i) After(i);
    for (auto i = s.first; i < s.last; ++i) Bare(i);
    return std::move(found_);
  }

 private:
  const Quantity& Q(std::size_t i) const { return t_.all[i]; }
  std::string_view LeadOf(std::size_t i) const { return Lead(t_.doc, t_.sentence, t_.all, i); }
  bool Used(std::size_t i) const { return used_[i - t_.sentence.first]; }
  bool SameKind(std::size_t i, std::size_t j) const {
    return Q(i).measure == Measure::count && Q(j).measure == Measure::count &&
           Q(i).group == Q(j).group && Q(i).group >= 0;
  }

  std::string_view Behind(std::size_t i) const {
    const auto from = Q(i).folded.end;
    const auto to = i + 1 < t_.sentence.last ? Q(i + 1).folded.begin : t_.sentence.span.end;
    return t_.doc.Text({from, std::max(from, to)});
  }

  /// All numbers of the unit before `i` in the sentence, or else in the sentence before it.
  std::vector<std::size_t> Totals(std::size_t i, bool may_go_back) const {
    std::vector<std::size_t> out;
    for (auto j = t_.sentence.first; j < i; ++j) {
      if (SameKind(i, j)) out.push_back(j);
    }
    if (!out.empty() || !may_go_back || i != t_.sentence.first || t_.before == nullptr) return out;
    for (auto j = t_.before->first; j < t_.before->last; ++j) {
      if (SameKind(i, j)) out.push_back(j);
    }
    return out;
  }

  void Keep(Sum sum) {
    for (const auto p : sum.parts) used_[p - t_.sentence.first] = true;
    if (sum.parts.size() == 2) {
      sum.complementary =
          sum.complementary || AreComplementary(PartLabel(t_, sum.parts[0]),
                                                PartLabel(t_, sum.parts[1]), words_.complements);
    }
    sum.open = sum.open || LabelHas(sum.parts.back(), kAndSoOn);
    sum.closed = sum.closed || words_.rest.In(PartLabel(t_, sum.parts.back()));
    found_.push_back(std::move(sum));
  }

  bool LabelHas(std::size_t i, std::string_view word) const {
    return Contains(LabelAfter(t_.doc, t_.sentence, t_.all, i), word);
  }

  /// The part at `i` and those joined to it in the same way.
  void CollectParts(std::size_t i, Sum& sum) const {
    sum.parts = {i};
    for (auto j = i + 1; j < t_.sentence.last; ++j) {
      const auto lead = LeadOf(j);
      const auto joint = JointOf(lead);
      if (joint == Joint::bracket) {
        sum.open = sum.open || lead.find('(') < lead.find(')');  // a part with parts of its own
        break;
      }
      if (Contains(lead, kOfWhich) || Contains(lead, kAndSoOn)) {
        sum.open = true;
        break;
      }
      if (!SameKind(i, j)) continue;  // 民事40件120人、刑事15件30人
      // 投资694万元，增长23%；工业562万元
      if (Contains(lead, ";") && Q(j - 1).measure != Measure::count) break;
      if (joint == Joint::none || words_.totals.AtEnd(LabelBefore(t_.doc, t_.sentence, t_.all, j)))
        break;
      if (sum.joint == Joint::none) sum.joint = joint;
      if (sum.joint == Joint::list && joint == Joint::comma) break;
      sum.parts.push_back(j);
    }
  }

  void OfWhich(std::size_t i) {
    const auto lead = LeadOf(i);
    const auto at = lead.rfind(kOfWhich);
    const bool named = at == lead.npos && Named(i);
    if ((at == lead.npos && !named) || Q(i).group < 0) return;
    Sum sum;
    sum.totals = named ? std::vector<std::size_t>{i - 1} : Totals(i, at == 0);
    if (sum.totals.empty()) return;
    sum.closed = !named && AllApart(lead.substr(at));
    CollectParts(i, sum);
    Keep(std::move(sum));
  }

  /// 其中分别为; not 其中甲业、乙业分别, which may be some of them.
  static bool AllApart(std::string_view lead) {
    const auto at = lead.find(kApart);
    return at != lead.npos && !Contains(lead.substr(0, at), "、") &&
           !Contains(lead.substr(0, at), "和");
  }

  /// 66份，包括采购类20份: right behind the total.
  bool Named(std::size_t i) const {
    if (i == t_.sentence.first || !SameKind(i - 1, i)) return false;
    const auto lead = LeadOf(i);
    const auto comma = lead.find(',');
    if (comma == lead.npos || comma > kLongestNoun || FirstMark(lead) != comma) return false;
    const auto behind = lead.substr(comma + 1);
    return !behind.starts_with(kApart) && words_.closed.AtStart(behind) != 0;
  }

  /// 共55件，甲40件、乙15件: nothing says that they are parts.
  void Bare(std::size_t t) {
    if (t + 2 >= t_.sentence.last || !SameKind(t, t + 1) || Used(t) || Used(t + 1)) return;
    const auto lead = LeadOf(t + 1);
    const auto label = LabelBefore(t_.doc, t_.sentence, t_.all, t);
    if (lead.find(',') != FirstMark(lead) || Contains(lead, kOfWhich)) return;
    if (!words_.totals.In(label)) return;
    Sum sum;
    sum.grammar = SumGrammar::bare;
    sum.totals = {t};
    sum.joint = Joint::list;
    for (auto j = t + 1; j < t_.sentence.last && SameKind(t, j); ++j) {
      if (j > t + 1 && (JointOf(LeadOf(j)) != Joint::list || Used(j))) break;
      sum.parts.push_back(j);
    }
    for (auto j = sum.parts.back() + 1; j < t_.sentence.last; ++j)
      sum.strangers += SameKind(t, j) ? 1 : 0;
    if (sum.parts.size() >= 2) Keep(std::move(sum));
  }

  void Bracket(std::size_t t) {
    if (t + 1 >= t_.sentence.last || !SameKind(t, t + 1) || Used(t + 1)) return;
    const auto lead = LeadOf(t + 1);
    const auto open = lead.find_first_of("(:");
    if (open == lead.npos || open > kLongestNoun || Contains(lead.substr(open), ")")) return;
    const bool colon = lead[open] == ':';
    if (FirstMark(lead) != open) return;
    Sum sum;
    sum.grammar = SumGrammar::bracket;
    sum.totals = {t};
    sum.parts = {t + 1};
    for (auto j = t + 2; j < t_.sentence.last; ++j) {
      const auto between = LeadOf(j);
      if (between.find_first_of("()") != between.npos || (colon && Contains(between, ";"))) break;
      if (!SameKind(t, j)) return;
      sum.parts.push_back(j);
      sum.joint = std::max(sum.joint, JointOf(between));
    }
    const auto behind = Behind(sum.parts.back());
    const auto close = colon ? behind.size() : behind.find(')');
    if (close == behind.npos || (colon && Contains(behind, ","))) return;
    sum.open = Contains(behind.substr(0, close), kAndSoOn);
    const auto label = LabelBefore(t_.doc, t_.sentence, t_.all, t);
    sum.closed = words_.closed.In(lead.substr(open)) || words_.totals.In(label);
    if (sum.parts.size() == 1 && !words_.closed.In(lead.substr(open))) return;
    Keep(std::move(sum));
  }

  static std::size_t FirstMark(std::string_view text) {
    return std::min({text.find_first_of("(),;:"), text.find("、"), text.find("和")});
  }

  void Apart(std::size_t i) {
    const auto lead = LeadOf(i);
    const auto at = lead.rfind(kApart);
    if (at == lead.npos || Used(i) || Q(i).group < 0) return;
    Sum sum;
    sum.grammar = SumGrammar::apart;
    CollectParts(i, sum);
    if (sum.joint != Joint::list) return;
    // 收入、支出、结余分别为3元、2元、1元: one for each
    const auto begin = std::min(lead.find_last_of(",;:(", at), at);
    const auto names = lead.substr(begin, at - begin);
    if (Contains(names, "、") || Contains(names, "和")) return;
    const bool next = names.size() <= 1 && begin < at && i > t_.sentence.first;
    for (const auto t : Totals(i, false)) {
      const bool cued = words_.totals.In(LabelBefore(t_.doc, t_.sentence, t_.all, t));
      if (cued || (next && t + 1 == i && OfThese(lead.substr(at)))) sum.totals.push_back(t);
    }
    if (sum.totals.empty() || sum.parts.size() < 2) return;
    sum.closed = true;
    Keep(std::move(sum));
  }

  /// 分别为, 分别是; not 分别增长.
  static bool OfThese(std::string_view apart) {
    const auto behind = apart.substr(kApart.size());
    return behind.starts_with("为") || behind.starts_with("是") || behind.starts_with("有");
  }

  void Pair(std::size_t i) {
    if (Used(i) || Q(i).group < 0) return;
    auto j = i + 1;
    while (j < t_.sentence.last && !SameKind(i, j)) ++j;
    if (j >= t_.sentence.last || Used(j)) return;
    if (!AreComplementary(PartLabel(t_, i), PartLabel(t_, j), words_.complements)) return;
    Sum sum;
    sum.grammar = SumGrammar::pair;
    sum.parts = {i, j};
    sum.totals = Totals(i, false);
    if (sum.totals.empty()) return;
    const auto likely = sum.totals.back();
    for (auto k = likely + 1; k <= j; ++k) {
      if (Contains(LeadOf(k), kOfWhich)) return;
    }
    for (auto k = j + 1; k < t_.sentence.last; ++k) sum.strangers += SameKind(i, k) ? 1 : 0;
    sum.strangers += sum.totals.size() - 1;
    const auto label = LabelBefore(t_.doc, t_.sentence, t_.all, likely);
    sum.closed = words_.wholes.In(label) || words_.totals.In(label);
    Keep(std::move(sum));
  }

  void After(std::size_t i) {
    if (i == t_.sentence.first || !SameKind(i - 1, i) || JointOf(LeadOf(i)) == Joint::list) return;
    if (Periods(i)) return;
    const auto label = LabelBefore(t_.doc, t_.sentence, t_.all, i);
    const auto cue = words_.totals.AtEnd(label);
    if (cue == 0 || cue != label.size()) return;
    Sum sum;
    sum.grammar = SumGrammar::after;
    sum.joint = Joint::list;
    sum.totals = {i};
    auto j = i - 1;
    sum.parts = {j};
    while (j > t_.sentence.first && SameKind(j - 1, i) && JointOf(LeadOf(j)) == Joint::list) {
      sum.parts.insert(sum.parts.begin(), --j);
    }
    if (sum.parts.size() < 2 || Used(j) || Contains(LeadOf(j), kOfWhich)) return;
    for (auto k = t_.sentence.first; k < j; ++k) sum.strangers += SameKind(i, k) ? 1 : 0;
    sum.closed = true;
    Keep(std::move(sum));
  }

  /// 上半年30件，下半年40件，全年共60件: the periods are all of the year.
  bool Periods(std::size_t i) {
    const auto label = LabelBefore(t_.doc, t_.sentence, t_.all, i);
    if (!words_.year.In(label)) return false;
    const auto all = [&](std::size_t first) {
      for (auto k = first; k < i; ++k) {
        if (!SameKind(k, i) || Used(k) || Contains(LeadOf(k), kOfWhich)) return false;
      }
      return true;
    };
    Sum sum;
    sum.grammar = SumGrammar::after;
    sum.totals = {i};
    sum.closed = true;
    for (const auto& whole : words_.periods) {
      const auto n = whole.size();
      if (i < t_.sentence.first + n || !all(i - n)) continue;
      bool match = true;
      for (std::size_t k = 0; k < n; ++k)
        match = match && Contains(LabelBefore(t_.doc, t_.sentence, t_.all, i - n + k), whole[k]);
      if (!match) continue;
      sum.complementary = true;
      for (auto k = i - n; k < i; ++k) sum.parts.push_back(k);
      Keep(std::move(sum));
      return true;
    }
    return false;
  }

  const SumText& t_;
  const SumWords& words_;
  std::vector<bool> used_;
  std::vector<Sum> found_;
};

std::string_view Cut(std::string_view s, std::initializer_list<std::string_view> starts) {
  for (const auto w : starts) {
    if (s.substr(0, w.size()) == w) s.remove_prefix(w.size());
  }
  return s;
}

/// 未办结 denies 办结.
bool Denies(std::string_view other, std::string_view one) {
  constexpr std::size_t kTwoCharacters = 6;
  for (const std::string_view no : {"未", "不予", "不", "非", "没有"}) {
    const auto at = other.find(no);
    if (at == other.npos) continue;
    const auto what = other.substr(at + no.size());
    if (what.size() >= kTwoCharacters && one.size() >= what.size() &&
        one.substr(one.size() - what.size()) == what && !Contains(one, no)) {
      return true;
    }
  }
  return false;
}

}  // namespace

std::vector<Sum> FindSums(const SumText& text, const SumWords& words) {
  return SumFinder(text, words).Find();
}

std::string_view PartLabel(const SumText& text, std::size_t i) {
  auto label = LabelBefore(text.doc, text.sentence, text.all, i);
  if (const auto at = label.rfind(kOfWhich); at != label.npos)
    label.remove_prefix(at + kOfWhich.size());
  label = Cut(label, {"分别", "以及", "和", "及", "与", "包括", "包含", "含", "有", "为"});
  return label.empty() ? LabelAfter(text.doc, text.sentence, text.all, i) : label;
}

bool AreComplementary(std::string_view a, std::string_view b,
                      const std::vector<Complement>& complements) {
  const auto side = [](const Complement& c, std::string_view label) {
    return c.other.In(label) ? 2 : c.one.In(label) ? 1 : 0;
  };
  for (const auto& c : complements) {
    const int first = side(c, a), second = side(c, b);
    if (first != 0 && second != 0 && first != second) return true;
  }
  return Denies(a, b) || Denies(b, a);
}

}  // namespace hegao
