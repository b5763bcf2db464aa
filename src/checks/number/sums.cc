#include "checks/number/sums.h"

#include <algorithm>

#include "checks/number/sum_scope.h"
#include "text/affix.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::string_view kOfWhich = "其中";
constexpr std::string_view kAndSoOn = "等";
constexpr std::string_view kApart = "分别";
constexpr std::size_t kMostQuantities = 64;  // of a sentence that is prose and no table
constexpr double kLeastUnsaid = 10;          // 五期, 二期: small numbers name things as well
constexpr std::size_t kLongestNoun = 30;     // bytes between a total and the bracket behind it

class PartsBehind {
 public:
  explicit PartsBehind(SumScope& scope) : s_(scope), words_(scope.Words()) {}

  void FindNamed() {
    for (auto i = s_.First(); i < s_.Last(); ++i) OfWhich(i);
    for (auto i = s_.First(); i < s_.Last(); ++i) Bracket(i);
    for (auto i = s_.First(); i < s_.Last(); ++i) Apart(i);
    for (auto i = s_.First(); i < s_.Last(); ++i) MadeOf(i);
  }

  void FindUnnamed() {
    for (auto i = s_.First(); i < s_.Last(); ++i) Bare(i, 3);
    for (auto i = s_.First(); i < s_.Last(); ++i) Pair(i);
    for (auto i = s_.First(); i < s_.Last(); ++i) Bare(i, 2);
  }

 private:
  /// The part at `i` and those joined to it in the same way.
  void CollectParts(std::size_t i, Sum& sum) const {
    sum.parts = {i};
    for (auto j = i + 1; j < s_.Last(); ++j) {
      const auto lead = s_.LeadOf(j);
      const auto joint = JointOf(lead);
      if (joint == Joint::bracket) {
        sum.open = sum.open || lead.find('(') < lead.find(')');  // a part with parts of its own
        break;
      }
      if (Contains(lead, kOfWhich) || (Contains(lead, kAndSoOn) && !words_.rest.In(lead))) {
        sum.open = true;
        break;
      }
      if (!s_.SameKind(i, j)) continue;  // 民事40件120人、刑事15件30人
      // 投资694万元，增长23%；工业562万元
      if (Contains(lead, ";") && s_.Q(j - 1).measure != Measure::count) break;
      if (joint == Joint::none || words_.totals.AtEnd(s_.LabelOf(j))) break;
      if (sum.joint == Joint::none) sum.joint = joint;
      if (sum.joint == Joint::list && joint == Joint::comma) break;
      sum.parts.push_back(j);
    }
  }

  void OfWhich(std::size_t i) {
    const auto lead = s_.LeadOf(i);
    const auto at = lead.rfind(kOfWhich);
    const bool named = at == lead.npos && Named(i);
    if ((at == lead.npos && !named) || s_.Q(i).group < 0) return;
    Sum sum;
    sum.totals = named ? std::vector<std::size_t>{i - 1} : s_.Totals(i, at == 0);
    if (sum.totals.empty()) return;
    sum.closed = !named && AllApart(lead.substr(at));
    sum.named = named;
    CollectParts(i, sum);
    sum.closed = sum.closed || HeadNames(sum);
    s_.Keep(std::move(sum));
  }

  /// 代表建议和委员提案共22件，其中代表建议13件、委员提案9件: the parts are those of the head.
  bool HeadNames(const Sum& sum) const {
    const auto total = sum.totals.back();
    if (total < s_.First() || sum.parts.size() < 2) return false;
    auto head = s_.LeadOf(total);
    if (const auto mark = head.find_last_of(",;:"); mark != head.npos) head.remove_prefix(mark + 1);
    if (const auto stop = head.rfind("。"); stop != head.npos) head.remove_prefix(stop);
    if (Contains(head, kAndSoOn)) return false;
    const auto items = SplitList(head);
    if (items.size() != sum.parts.size()) return false;
    for (std::size_t k = 0; k < items.size(); ++k) {
      if (!ShareWord(items[k], PartLabel(s_.Text(), sum.parts[k]))) return false;
    }
    return true;
  }

  /// At 、 和 及 与 或.
  static std::vector<std::string_view> SplitList(std::string_view text) {
    std::vector<std::string_view> out;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
      const auto n = StartsWithAny(text.substr(at), {"、", "以及", "和", "及", "与", "(", ")"});
      if (n != 0 && text[at] == ')') {  // 村（社区）共26个
        out.push_back(text.substr(begin, at - begin));
        return out;
      }
      if (n != 0) {
        out.push_back(text.substr(begin, at - begin));
        begin = at + n;
      }
      at += n != 0 ? n : DecodeAt(text, at).length;
    }
    out.push_back(text.substr(begin));
    return out;
  }

  /// Two neighbouring characters of one stand in the other, or they end in one (村, 行政村).
  static bool ShareWord(std::string_view a, std::string_view b) {
    constexpr std::size_t kOne = 3, kTwo = 6, kFour = 12;
    if (a.size() >= kOne && a.size() <= kFour && b.size() >= kOne &&
        a.substr(a.size() - kOne) == b.substr(b.size() - kOne))
      return true;
    for (std::size_t at = 0; at + kTwo <= b.size(); at += DecodeAt(b, at).length) {
      if (IsBoundary(b, at + kTwo) && Contains(a, b.substr(at, kTwo))) return true;
    }
    return false;
  }

  /// 其中分别为; not 其中甲业、乙业分别, which may be some of them.
  static bool AllApart(std::string_view lead) {
    const auto at = lead.find(kApart);
    return at != lead.npos && !Contains(lead.substr(0, at), "、") &&
           !Contains(lead.substr(0, at), "和");
  }

  /// 66份，包括采购类20份: right behind the total.
  bool Named(std::size_t i) const {
    if (i == s_.First() || !s_.SameKind(i - 1, i)) return false;
    const auto lead = s_.LeadOf(i);
    const auto comma = lead.find(',');
    if (comma == lead.npos || comma > kLongestNoun || FirstMark(lead) != comma) return false;
    if (lead.substr(0, comma).ends_with("中")) return true;  // 29人中，甲队18人、其他10人
    const auto behind = lead.substr(comma + 1);
    return !behind.starts_with(kApart) && words_.closed.AtStart(behind) != 0;
  }

  /// 队伍共42人，由专职9人、兼职33人组成
  void MadeOf(std::size_t i) {
    if (i == s_.First() || !s_.SameKind(i - 1, i) || s_.Used(i)) return;
    const auto lead = s_.LeadOf(i);
    const auto comma = lead.rfind(',');
    if (comma == lead.npos || !lead.substr(comma + 1).starts_with("由")) return;
    Sum sum;
    sum.grammar = SumGrammar::apart;
    sum.totals = {i - 1};
    CollectParts(i, sum);
    const auto last = sum.parts.back();
    const auto& t = s_.Text();
    if (!words_.composed.In(LabelAfter(t.doc, t.sentence, t.all, last))) return;
    sum.closed = sum.composed = true;
    if (sum.parts.size() >= 2) s_.Keep(std::move(sum));
  }

  /// 共55件，甲40件、乙15件; 清理42件，保留29件、修改5件、废止8件: nothing says that they are
  /// parts.
  void Bare(std::size_t t, std::size_t least) {
    if (t + 2 >= s_.Last() || !s_.SameKind(t, t + 1) || s_.Used(t) || s_.Used(t + 1)) return;
    const auto lead = s_.LeadOf(t + 1);
    if (lead.find(',') != FirstMark(lead) || Contains(lead, kOfWhich)) return;
    Sum sum;
    sum.grammar = SumGrammar::bare;
    sum.totals = {t};
    sum.joint = JointOf(s_.LeadOf(t + 2));
    if (sum.joint == Joint::none || sum.joint == Joint::bracket) return;
    for (auto j = t + 1; j < s_.Last() && s_.SameKind(t, j); ++j) {
      if (j > t + 1 && (JointOf(s_.LeadOf(j)) != sum.joint || s_.Used(j))) break;
      if (Contains(s_.LeadOf(j), "中有")) break;  // 交办25件，交办件中有3件
      sum.parts.push_back(j);
    }
    if (sum.parts.size() < least) return;
    sum.closed = HeadNames(sum);
    const bool many = sum.parts.size() >= 3;
    if (sum.joint == Joint::comma && (!many || !Short(sum.parts))) return;
    const bool said = sum.closed || words_.totals.In(s_.LabelOf(t));
    if (!said && s_.Q(t).value < kLeastUnsaid) return;
    if (!many && !said) return;
    sum.strangers = s_.CountSame(t, sum.parts.back() + 1, s_.Last());
    s_.Keep(std::move(sum));
  }

  /// Nothing but a short name stands before each.
  bool Short(const std::vector<std::size_t>& parts) const {
    return std::all_of(parts.begin(), parts.end(), [&](std::size_t i) {
      const auto lead = s_.LeadOf(i);
      return lead.size() <= kLongestNoun && !Contains(lead, ";");
    });
  }

  void Bracket(std::size_t t) {
    if (t + 1 >= s_.Last() || !s_.SameKind(t, t + 1) || s_.Used(t + 1)) return;
    const auto lead = s_.LeadOf(t + 1);
    const auto open = lead.find_first_of("(:");
    if (open == lead.npos || open > kLongestNoun || Contains(lead.substr(open), ")")) return;
    const bool colon = lead[open] == ':';
    if (FirstMark(lead) != open) return;
    Sum sum;
    sum.grammar = SumGrammar::bracket;
    sum.totals = {t};
    sum.parts = {t + 1};
    for (auto j = t + 2; j < s_.Last(); ++j) {
      const auto between = s_.LeadOf(j);
      if (between.find_first_of("()") != between.npos || (colon && Contains(between, ";"))) break;
      if (!s_.SameKind(t, j)) return;
      sum.parts.push_back(j);
      sum.joint = std::max(sum.joint, JointOf(between));
    }
    const auto behind = s_.Behind(sum.parts.back());
    const auto close = colon ? behind.size() : behind.find(')');
    // 20项：甲5项，乙8项，并逐项公布: more may follow, unless the last takes in what is left
    const bool all =
        sum.joint == Joint::list || words_.rest.In(PartLabel(s_.Text(), sum.parts.back()));
    sum.loose = colon && Contains(behind, ",") && !all;
    if (close == behind.npos || (sum.loose && sum.parts.size() < 3)) return;
    sum.open = Contains(behind.substr(0, close), kAndSoOn);
    sum.closed = words_.closed.In(lead.substr(open)) || words_.totals.In(s_.LabelOf(t)) ||
                 (colon && sum.joint == Joint::list && sum.parts.size() >= 3);
    if (sum.parts.size() == 1 && !words_.closed.In(lead.substr(open))) return;
    s_.Keep(std::move(sum));
  }

  static std::size_t FirstMark(std::string_view text) {
    return std::min({text.find_first_of("(),;:"), text.find("、"), text.find("和")});
  }

  void Apart(std::size_t i) {
    const auto lead = s_.LeadOf(i);
    const auto at = lead.rfind(kApart);
    if (at == lead.npos || s_.Used(i) || s_.Q(i).group < 0) return;
    Sum sum;
    sum.grammar = SumGrammar::apart;
    CollectParts(i, sum);
    if (sum.joint != Joint::list) return;
    // 收入、支出、结余分别为3元、2元、1元: one for each
    const auto begin = std::min(lead.find_last_of(",;:(", at), at);
    const auto names = lead.substr(begin, at - begin);
    if (Contains(names, "、") || Contains(names, "和")) return;
    const bool next = names.size() <= 1 && begin < at && i > s_.First();
    for (const auto t : s_.Totals(i, false)) {
      const bool cued = words_.totals.In(s_.LabelOf(t));
      if (cued || (next && t + 1 == i && OfThese(lead.substr(at)))) sum.totals.push_back(t);
    }
    if (sum.totals.empty() || sum.parts.size() < 2) return;
    sum.closed = true;
    s_.Keep(std::move(sum));
  }

  /// 分别为, 分别是; not 分别增长.
  static bool OfThese(std::string_view apart) {
    const auto behind = apart.substr(kApart.size());
    return behind.starts_with("为") || behind.starts_with("是") || behind.starts_with("有");
  }

  void Pair(std::size_t i) {
    if (s_.Used(i) || s_.Q(i).group < 0) return;
    const auto next = s_.NextSame(i);
    if (!next || s_.Used(*next)) return;
    const auto j = *next;
    if (!AreComplementary(PartLabel(s_.Text(), i), PartLabel(s_.Text(), j), words_.complements))
      return;
    Sum sum;
    sum.grammar = SumGrammar::pair;
    sum.parts = {i, j};
    sum.totals = s_.Totals(i, false);
    if (sum.totals.empty()) return;
    const auto likely = sum.totals.back();
    // 23件，其中简易18件、普通5件；减轻处罚2件: the parts of a total that has its own.
    if (s_.Used(likely) && Contains(s_.LeadOf(i), ";")) return;
    for (auto k = likely + 1; k <= j; ++k) {
      if (Contains(s_.LeadOf(k), kOfWhich)) return;
    }
    sum.strangers = s_.CountSame(i, j + 1, s_.Last()) + sum.totals.size() - 1;
    const auto label = s_.LabelOf(likely);
    sum.closed = words_.wholes.In(label) || words_.totals.In(label);
    s_.Keep(std::move(sum));
  }

  SumScope& s_;
  const SumWords& words_;
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

/// 办结84件，剩余6件
bool Leaves(std::string_view other, std::string_view one) {
  static const WordList kLeft(
      {"剩余", "剩下", "其余", "余下", "尚余", "尚有", "仍有", "还有", "还剩"});
  return !one.empty() && kLeft.AtStart(other) != 0 && kLeft.AtStart(one) == 0;
}

}  // namespace

std::vector<Sum> FindSums(const SumText& text, const SumWords& words) {
  if (text.sentence.last - text.sentence.first > kMostQuantities) return {};
  SumScope scope(text, words);
  PartsBehind parts(scope);
  parts.FindNamed();
  FindTotalsBehind(scope);
  parts.FindUnnamed();
  return scope.Take();
}

std::string_view PartLabel(const SumText& text, std::size_t i) {
  auto label = LabelBefore(text.doc, text.sentence, text.all, i);
  if (const auto at = label.rfind(kOfWhich); at != label.npos)
    label.remove_prefix(at + kOfWhich.size());
  label = Cut(label, {"分别", "以及", "和", "及", "与", "包括", "包含", "含", "有", "为"});
  // 尚有7个正在整改: what they are stands behind
  const bool there_is =
      StartsWithAny(label, {"尚有", "还有", "仍有", "另有", "仅有"}) == label.size();
  const auto after = LabelAfter(text.doc, text.sentence, text.all, i);
  return there_is && !(after.empty() && !label.empty()) ? after : label;
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
  return Denies(a, b) || Denies(b, a) || Leaves(b, a);
}

}  // namespace hegao
