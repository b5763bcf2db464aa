// Results by what they say: whose, of what, done how.
#include <algorithm>
#include <map>

#include "checks/context.h"
#include "checks/number/statements.h"
#include "text/affix.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kLeastSaid = 4;     // Chinese characters that make a phrase
constexpr std::size_t kMostContext = 8;   // Chinese characters that do not yet name an occasion
constexpr std::size_t kLongestName = 14;  // Chinese characters of what a number counts
constexpr std::size_t kFar = 600;         // bytes of a sentence that may say whose it is
constexpr std::size_t kHan = 3;           // bytes
constexpr std::string_view kOfWhich = "其中";

bool Countable(const Quantity& q) {
  return q.measure == Measure::count && q.group >= 0 && !q.ordinal && !q.each && !q.range;
}

/// 追回农民工工资 and 为农民工追回工资 say the same.
std::string InAnyOrder(std::string_view text) {
  std::u32string all;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = DecodeAt(text, at);
    all += c.value;
    at += c.length;
  }
  std::sort(all.begin(), all.end());
  std::string out;
  for (const auto c : all) AppendUtf8(out, c);
  return out;
}

/// The clause before a quantity, from the last comma or the number before it; 、 and “ ” stay.
std::string_view ClauseBefore(const Document& doc, const QuantitySentence& s,
                              const std::vector<Quantity>& all, std::size_t i) {
  const auto lead = Lead(doc, s, all, i);
  const auto mark = lead.find_last_of(",;:()!?");
  auto clause = mark == lead.npos ? lead : lead.substr(mark + 1);
  if (const auto stop = clause.rfind("。"); stop != clause.npos) clause.remove_prefix(stop + kHan);
  return clause;
}

class ResultReader {
 public:
  ResultReader(const CheckInput& in, const std::vector<Quantity>& all, const StatementWords& words)
      : in_(in), all_(all), words_(words) {}

  std::vector<Statement> Read() {
    ForEach([&](const QuantitySentence& s, std::size_t i) { One(s, i); });
    return std::move(found_);
  }

  std::vector<ResultMention> ReadMentions(const std::vector<Statement>& results) {
    for (const auto& r : results) {
      const Statement*& best = names_[r.name];
      if (best == nullptr || best->scope < r.scope) best = &r;
    }
    ForEach([&](const QuantitySentence& s, std::size_t i) { Behind(s, i); });
    return std::move(mentions_);
  }

 private:
  template <typename F>
  void ForEach(F f) const {
    for (const auto& s : Sentences(in_.doc, all_)) {
      if (InPlan(in_, s.span.begin)) continue;
      for (auto i = s.first; i < s.last; ++i) {
        if (Countable(all_[i])) f(s, i);
      }
    }
  }

  bool OtherYear(Span span) const {
    const auto& years = in_.facts.years;
    auto it = std::partition_point(years.begin(), years.end(), [&](const YearMention& y) {
      return y.folded.begin < span.begin;
    });
    for (; it != years.end() && it->folded.begin < span.end; ++it) {
      if (!in_.facts.report_year || it->year != *in_.facts.report_year) return true;
    }
    return false;
  }

  bool ReportYear(Span span) const {
    const auto& years = in_.facts.years;
    return std::any_of(years.begin(), years.end(), [&](const YearMention& y) {
      return span.Contains(y.folded) && y.year == in_.facts.report_year;
    });
  }

  /// The phrase without what says when, how many kinds and of whom.
  std::string Phrase(std::string_view label) const {
    std::string out;
    while (!label.empty()) {
      if (const auto n = Skipped(label); n != 0) {
        label.remove_prefix(n);
        continue;
      }
      const auto c = DecodeAt(label, 0);
      out.append(label.substr(0, c.length));
      label.remove_prefix(c.length);
    }
    return out;
  }

  std::size_t Skipped(std::string_view label) const {
    static const WordList kMarks({"、", "“", "”", " "});
    if (const auto n = kMarks.AtStart(label); n != 0) return n;
    if (const auto n = YearAt(label); n != 0) return n;
    if (const auto n = words_.filler.AtStart(label); n != 0) return n;
    if (const auto n = words_.whole_year.AtStart(label); n != 0) return n;
    if (const auto n = words_.summed.AtStart(label); n != 0) return n;
    return SubjectAt(label);
  }

  /// 全镇, whose results are the report's.
  std::size_t SubjectAt(std::string_view label) const {
    for (const auto& s : words_.subjects) {
      if (const auto n = s.words.AtStart(label); n != 0 && !s.own) return n;
    }
    return 0;
  }

  /// 全年共, 案件共; not 公共.
  bool Summed(std::string_view label) const {
    if (words_.summed.AtEnd(label) != 0) return true;
    while (!label.empty()) {
      if (words_.summed.AtStart(label) != 0) return true;
      const auto n = Skipped(label);
      if (n == 0) return false;
      label.remove_prefix(n);
    }
    return false;
  }

  /// 2024年度
  static std::size_t YearAt(std::string_view text) {
    constexpr std::size_t kDigits = 4;
    if (text.find_first_not_of("0123456789") != kDigits) return 0;
    const auto behind = text.substr(kDigits);
    if (!behind.starts_with("年")) return 0;
    return kDigits + (behind.starts_with("年度") ? 2 * kHan : kHan);
  }

  /// The longest verb that the phrase starts or ends with; taken out.
  int VerbAt(std::string& phrase, bool end) const {
    std::size_t longest = 0;
    int verb = -1;
    for (std::size_t v = 0; v < words_.verbs.size(); ++v) {
      const auto& words = words_.verbs[v].words;
      const auto n = end ? words.AtEnd(phrase) : words.AtStart(phrase);
      if (n <= longest || (n == kHan && end) || (end && n == phrase.size())) continue;
      longest = n;
      verb = static_cast<int>(v);
    }
    if (verb >= 0) phrase.erase(end ? phrase.size() - longest : 0, longest);
    return verb;
  }

  /// Takes a verb out of the phrase: at its start, at its end (执法培训开展), or the first.
  int TakeVerb(std::string& phrase) const {
    if (const int verb = VerbAt(phrase, false); verb >= 0) return verb;
    if (const int verb = VerbAt(phrase, true); verb >= 0) return verb;
    for (std::size_t at = 0; at < phrase.size(); at += DecodeAt(phrase, at).length) {
      const auto rest = std::string_view(phrase).substr(at);
      std::size_t longest = 0;
      int verb = -1;
      for (std::size_t v = 0; v < words_.verbs.size(); ++v) {
        const auto n = words_.verbs[v].words.AtStart(rest);
        if (n <= longest || (n == kHan && at != 0)) continue;
        longest = n;
        verb = static_cast<int>(v);
      }
      if (verb < 0) continue;
      phrase.erase(at, longest);
      return verb;
    }
    return -1;
  }

  /// Whose results they are: the words for others in the sentence so far.
  std::string Bodies(std::string_view said) const {
    std::string out;
    while (!said.empty()) {
      if (const auto whole = SubjectAt(said); whole != 0) {
        said.remove_prefix(whole);  // 全局 is no other 局
        continue;
      }
      if (const auto kinds = OfKinds(said); kinds != 0) {
        said.remove_prefix(kinds);
        continue;
      }
      if (const auto n = words_.filler.AtStart(said); n > kHan) {
        said.remove_prefix(n);
        continue;
      }
      const auto n = words_.bodies.AtStart(said);
      // 聘请法律顾问3名, 工作室总数为14个: what is counted is nobody’s result.
      if (n != 0 && !OnlyWordsOfCount(said.substr(n))) out.append("|").append(said.substr(0, n));
      said.remove_prefix(n != 0 ? n : DecodeAt(said, 0).length);
    }
    return out;
  }

  bool OnlyWordsOfCount(std::string_view rest) const {
    while (!rest.empty()) {
      auto n = Skipped(rest);
      if (n == 0) n = words_.generic.AtStart(rest);
      for (const auto& v : words_.verbs) n = std::max(n, v.words.AtStart(rest));
      if (n == 0) return false;
      rest.remove_prefix(n);
    }
    return true;
  }

  Span SoFar(const QuantitySentence& s, std::size_t i) const {
    const auto begin = all_[i].folded.begin;
    const auto far = in_.doc.Around({begin, begin}, kFar);
    return {std::max(s.span.begin, far.begin), begin};
  }

  void One(const QuantitySentence& s, std::size_t i) {
    const auto& q = all_[i];
    const auto label = ClauseBefore(in_.doc, s, all_, i);
    auto phrase = Phrase(label);
    Statement found;
    found.said = CountHan(phrase);
    found.verb = TakeVerb(phrase);
    const bool behind = phrase.empty() && found.verb >= 0;
    if (behind) found.said += CountHan(phrase = NounBehind(s, i));
    if (found.said < kLeastSaid || phrase.empty()) return;
    const auto so_far = SoFar(s, i);
    const auto said = in_.doc.Text(so_far);
    if (Contains(said, kOfWhich) || OfPeriod(said) || OtherYear(so_far)) return;
    // 接受人大监督，全年共办理6件: the clause itself says of what, and of whom, it is.
    const bool settled = words_.whole_year.In(label) || words_.summed.AtEnd(label) != 0;
    const auto bodies = Bodies(settled ? label : said);
    const bool event = words_.occasions.AtEnd(phrase) != 0;
    for (auto n = words_.generic.AtEnd(phrase); n != 0 && phrase.size() > n + kHan;
         n = words_.generic.AtEnd(phrase)) {
      phrase.resize(phrase.size() - n);
    }
    const auto group = "#" + std::to_string(q.group);
    found.key = InAnyOrder(phrase) + bodies + group;
    found.name = phrase + group;
    found.index = i;
    found.scope = words_.whole_year.In(said) || ReportYear(so_far) ? Scope::whole
                  : Summed(label)                                  ? Scope::summed
                                                                   : Scope::open;
    if (behind && found.scope == Scope::open) return;
    const auto context = Phrase(said.substr(0, said.size() - label.size()));
    found.event = words_.occasions.In(label) || (behind && event);
    found.occasion = words_.occasions.In(Outside(said, label, event && !behind)) ||
                     (!settled && CountHan(context) > kMostContext);
    // The clause before may still say whose they are: less sure.
    const bool said_before = CountHan(context) > kMostContext || Bodies(said) != bodies;
    if (settled && said_before) found.scope = std::min(found.scope, Scope::summed);
    found_.push_back(std::move(found));
  }

  /// What is said before the number, without the event that it counts: 普法活动开展了, 普法活动.
  std::string_view Outside(std::string_view said, std::string_view label, bool event) const {
    std::size_t length = 0;
    const auto at = event ? words_.occasions.LastIn(label, &length) : label.npos;
    if (at != label.npos) return said.substr(0, said.size() - label.size() + at);
    return said.substr(0, said.size() - words_.occasions.AtEnd(said));
  }

  /// 各类: of no one, and no period.
  static std::size_t OfKinds(std::string_view text) {
    return StartsWithAny(text, {"各类", "各种", "各项"});
  }

  /// 上半年, 每月; 各类纠纷 and 截至12月底 are of the whole year.
  bool OfPeriod(std::string_view said) const {
    std::size_t from = 0;
    for (std::size_t at = 0; at < said.size();) {
      const auto rest = said.substr(at);
      const auto n = std::max(OfKinds(rest), words_.whole_year.AtStart(rest));
      if (n != 0 && words_.periods.In(said.substr(from, at - from))) return true;
      at += n != 0 ? n : DecodeAt(said, at).length;
      if (n != 0) from = at;
    }
    return words_.periods.In(said.substr(from));
  }

  /// 普法宣传活动 of 开展46场次普法宣传活动, where the clause has nothing else; empty if it has.
  std::string NounBehind(const QuantitySentence& s, std::size_t i) const {
    const auto from = all_[i].folded.end;
    const auto to = i + 1 < s.last ? all_[i + 1].folded.begin : s.span.end;
    const auto clause = in_.doc.Text({from, std::max(from, to)});
    const auto mark = clause.find_first_of(",;:()!?");
    if (mark == clause.npos && i + 1 < s.last) return {};
    auto noun = Phrase(Unquoted(clause.substr(0, mark)));
    return CountHan(noun) <= kLongestName ? noun : std::string{};
  }

  /// 组织全镇23名执法人员: what stands behind the number, as far as a result names it.
  void Behind(const QuantitySentence& s, std::size_t i) {
    const auto& q = all_[i];
    if (q.unit.empty()) return;
    const auto from = q.folded.end;
    const auto to = i + 1 < s.last ? all_[i + 1].folded.begin : s.span.end;
    const auto clause = in_.doc.Text({from, std::max(from, to)});
    const auto raw = Unquoted(clause.substr(0, clause.find_first_of(",;:()!?")));
    const auto words = Phrase(raw);
    const auto group = "#" + std::to_string(q.group);
    for (auto n = std::min(kLongestName, words.size() / kHan); n >= kLeastSaid; --n) {
      if (!IsBoundary(words, n * kHan)) continue;
      const auto it = names_.find(words.substr(0, n * kHan) + group);
      if (it == names_.end()) continue;
      if (it->second->index != i) Keep(s, i, *it->second, raw);
      return;
    }
  }

  static std::string Unquoted(std::string_view text) {
    static const WordList kQuotes({"“", "”"});
    std::string out;
    while (!text.empty() && out.size() < (kLongestName + kLeastSaid) * kHan) {
      const auto n = kQuotes.AtStart(text);
      const auto length = n != 0 ? n : DecodeAt(text, 0).length;
      if (n == 0) out.append(text.substr(0, length));
      text.remove_prefix(length);
    }
    return out;
  }

  void Keep(const QuantitySentence& s, std::size_t i, const Statement& of,
            std::string_view behind) {
    const auto so_far = SoFar(s, i);
    const auto said = in_.doc.Text(so_far);
    auto label = Phrase(ClauseBefore(in_.doc, s, all_, i));
    const auto raw = ClauseBefore(in_.doc, s, all_, i);
    if (Contains(said, kOfWhich) || OfPeriod(said) || OtherYear(so_far)) return;
    if (words_.partial.In(raw) || !Bodies(raw).empty()) return;
    ResultMention m;
    m.of = &of;
    m.index = i;
    const bool whole = std::any_of(words_.subjects.begin(), words_.subjects.end(),
                                   [&](const Subjects& u) { return u.words.In(raw); });
    m.all = whole || words_.summed.AtEnd(raw) != 0 || words_.whole_year.AtEnd(raw) != 0 ||
            words_.all_of.AtEnd(raw) != 0 || words_.all_of.In(behind);
    m.same_verb = of.verb >= 0 && TakeVerb(label) == of.verb;
    mentions_.push_back(m);
  }

  const CheckInput& in_;
  const std::vector<Quantity>& all_;
  const StatementWords& words_;
  std::vector<Statement> found_;
  std::map<std::string, const Statement*, std::less<>> names_;
  std::vector<ResultMention> mentions_;
};

}  // namespace

std::vector<Statement> Results(const CheckInput& in, const std::vector<Quantity>& all,
                               const StatementWords& words) {
  return ResultReader(in, all, words).Read();
}

std::vector<ResultMention> Mentions(const CheckInput& in, const std::vector<Quantity>& all,
                                    const StatementWords& words,
                                    const std::vector<Statement>& results) {
  return ResultReader(in, all, words).ReadMentions(results);
}

}  // namespace hegao
