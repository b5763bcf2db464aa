// The same quantity with two values in one report.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "checks/number/kinds.h"
#include "checks/number/statements.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kSpecific = 6;    // Chinese characters of a phrase that means one thing
constexpr std::size_t kNamed = 3;       // Chinese characters of a name that is no mere 案件
constexpr std::size_t kMostValues = 3;  // more are of different things
constexpr double kVague = 0.15;         // by how much 约 and 余 may be off

/// 186 and 168, 1200 and 1020: a slip rather than two counts.
bool SlipOfDigits(double a, double b, std::size_t least) {
  auto x = std::to_string(static_cast<long long>(a)), y = std::to_string(static_cast<long long>(b));
  if (x.size() < least || x.size() != y.size()) return false;
  std::sort(x.begin(), x.end());
  std::sort(y.begin(), y.end());
  return x == y;
}

bool Same(const Quantity& a, const Quantity& b) {
  if (Agree(a, b)) return true;
  if (!a.approximate && !b.approximate) return false;
  return std::abs(a.value - b.value) <= kVague * std::max(a.value, b.value);
}

/// Quantities that have been told.
using Told = std::set<std::size_t>;
using Groups = std::map<std::string, std::vector<const Statement*>, std::less<>>;

struct Place {
  const Document& doc;
  const std::vector<Quantity>& all;
  Reporter& reporter;
  Told& told;
};

class InconsistentQuantity : public Check {
 public:
  explicit InconsistentQuantity(const Params& p) : reader_(p.Records("units")) {
    for (const auto& s : p.Records("subjects")) {
      const auto& words = s.Texts("words");
      words_.subjects.push_back(
          {words.empty() ? "" : words[0], WordList(words), s.Boolean("own", false)});
    }
    for (const auto& n : p.Records("nouns"))
      words_.nouns.push_back({WordList(n.Texts("words")), n.Texts("words")[0]});
    words_.goes_on = WordList(p.Texts("goes_on"));
    words_.labels = WordList(p.Texts("labels"));
    words_.links = WordList(p.Texts("links"));
    words_.partial = WordList(p.Texts("partial"));
    words_.doubtful = WordList(p.Texts("doubtful"));
    words_.all_of = WordList(p.Texts("all_of"));
    words_.whole_year = WordList(p.Texts("whole_year"));
    words_.summed = WordList(p.Texts("summed"));
    words_.filler = WordList(p.Texts("filler"));
    words_.bodies = WordList(p.Texts("bodies"));
    words_.periods = WordList(p.Texts("periods"));
    words_.occasions = WordList(p.Texts("occasions"));
    words_.generic = WordList(p.Texts("generic"));
    for (const auto& v : p.Records("verbs"))
      words_.verbs.push_back(
          {WordList(v.Texts("words")), v.Boolean("standing", false), v.Boolean("step", false)});
  }

  void Run(const CheckInput& in, Reporter& reporter) const override {
    const auto all = reader_.Read(in.doc);
    Told told;
    CompareFacts(in, all, reporter, told);
    CompareResults(in, all, reporter, told);
  }

 private:
  /// 下辖15个村 is of the one unit whose villages the report counts.
  static void JoinOwn(Groups& groups) {
    for (auto it = groups.begin(); it != groups.end();) {
      const auto bar = it->first.find('|');
      const auto first = groups.lower_bound(it->first + "|");
      const auto behind = groups.lower_bound(it->first + "}");  // '}' follows '|'
      if (bar != std::string::npos || std::distance(first, behind) != 1) {
        ++it;
        continue;
      }
      first->second.insert(first->second.end(), it->second.begin(), it->second.end());
      it = groups.erase(it);
    }
  }

  void CompareFacts(const CheckInput& in, const std::vector<Quantity>& all, Reporter& reporter,
                    Told& told) const {
    const auto facts = WholeFacts(in, all, words_);
    Groups groups;
    for (const auto& f : facts) groups[f.key].push_back(&f);
    JoinOwn(groups);
    for (auto& [key, list] : groups) {
      std::sort(list.begin(), list.end(),
                [](const auto* a, const auto* b) { return a->index < b->index; });
      const auto& right = all[Commonest(all, list)->index];
      for (const auto* f : list) {
        const auto& q = all[f->index];
        if (Same(q, right)) continue;
        told.insert(f->index);
        Report(in.doc, q, right, q.approximate || right.approximate || f->scope != Scope::whole,
               reporter);
      }
    }
  }

  /// The first of those with the value that most have.
  static const Statement* Commonest(const std::vector<Quantity>& all,
                                    const std::vector<const Statement*>& list) {
    std::map<double, int> votes;
    for (const auto* f : list) ++votes[all[f->index].value];
    return *std::max_element(list.begin(), list.end(), [&](const auto* a, const auto* b) {
      return votes[all[a->index].value] < votes[all[b->index].value];
    });
  }

  void CompareResults(const CheckInput& in, const std::vector<Quantity>& all, Reporter& reporter,
                      Told& told) const {
    const auto results = Results(in, all, words_);
    Groups exact, any;
    for (const auto& r : results) {
      exact[r.key + "@" + std::to_string(r.verb)].push_back(&r);
      any[r.key].push_back(&r);
    }
    const Place place{in.doc, all, reporter, told};
    for (const auto& [key, list] : exact) {
      if (Values(all, list) > kMostValues) continue;
      const auto* right = Surest(list);
      for (const auto* r : list) {
        if (r != right) Compare(place, *right, *r);
      }
    }
    for (const auto& [key, list] : any) {
      if (Values(all, list) <= kMostValues) CompareVerbless(place, list);
    }
    for (const auto& m : Mentions(in, all, words_, results)) CompareMention(place, m);
  }

  static std::size_t Values(const std::vector<Quantity>& all,
                            const std::vector<const Statement*>& list) {
    std::set<double> values;
    for (const auto* r : list) values.insert(all[r->index].value);
    return values.size();
  }

  /// The first of those that are most surely of the whole year.
  static const Statement* Surest(const std::vector<const Statement*>& list) {
    return *std::max_element(list.begin(), list.end(),
                             [](const auto* a, const auto* b) { return a->scope < b->scope; });
  }

  /// 受理复议案件3件 and 复议案件共5件.
  void CompareVerbless(const Place& p, const std::vector<const Statement*>& list) const {
    const Statement *with = nullptr, *without = nullptr;
    for (const auto* r : list) {
      if (r->verb >= 0 && words_.verbs[r->verb].step) continue;  // 办结6件 of 9
      auto& best = r->verb < 0 ? without : with;
      if (best == nullptr || best->scope < r->scope) best = r;
    }
    CompareStanding(p, list);
    if (with == nullptr || without == nullptr || with->occasion || without->occasion) return;
    const bool whole =
        std::min(with->scope, without->scope) == Scope::whole && CountHan(without->name) >= kNamed;
    if (!whole && with->said < kSpecific && without->said < kSpecific) return;
    const auto &a = p.all[with->index], &b = p.all[without->index];
    if (Same(a, b) || Vague(a, b) || a.block == b.block) return;
    Tell(p, with->index, without->index, true);
  }

  /// 共培养明白人136名 and 现有明白人163名; what was trained in the year is not all there are.
  void CompareStanding(const Place& p, const std::vector<const Statement*>& list) const {
    const Statement* first = nullptr;
    for (const auto* r : list) {
      const bool standing = r->verb >= 0 && words_.verbs[r->verb].standing;
      if (!standing || r->occasion || r->scope == Scope::whole || r->said < kSpecific) continue;
      if (first == nullptr) first = r;
      const auto &a = p.all[first->index], &b = p.all[r->index];
      if (first->verb == r->verb || Same(a, b) || Vague(a, b) || a.block == b.block) continue;
      Tell(p, first->index, r->index, true);
    }
  }

  /// 现有执法人员18名 and 组织全镇23名执法人员.
  void CompareMention(const Place& p, const ResultMention& m) const {
    const auto &a = p.all[m.of->index], &b = p.all[m.index];
    if (Same(a, b) || Vague(a, b) || m.of->occasion || a.block == b.block) return;
    // Fewer may be some of them.
    if (!m.all && !m.same_verb && b.value < a.value) return;
    Tell(p, m.of->index, m.index, true);
  }

  bool Vague(const Quantity& a, const Quantity& b) const {
    return a.approximate || b.approximate || reader_.MayOverlap(a.group);
  }

  /// The later one is told; once.
  static void Tell(const Place& p, std::size_t a, std::size_t b, bool weaker) {
    const auto first = std::min(a, b), second = std::max(a, b);
    if (!p.told.insert(second).second) return;
    Report(p.doc, p.all[second], p.all[first], weaker, p.reporter);
  }

  void Compare(const Place& p, const Statement& a, const Statement& b) const {
    const auto &first = p.all[a.index], &second = p.all[b.index];
    if (Same(first, second)) return;
    const auto least = std::min(a.scope, b.scope);
    const bool vague = Vague(first, second);
    const bool slip = SlipOfDigits(first.value, second.value, 3);
    const bool occasion = a.occasion || b.occasion;
    const auto tell = [&](bool weaker) { Tell(p, a.index, b.index, weaker); };
    if (least == Scope::whole && !occasion) return tell(vague);
    if (least == Scope::whole && slip && !vague) return tell(true);
    if (occasion || vague) return;
    const bool apart = first.block != second.block;
    const bool specific = std::min(a.said, b.said) >= kSpecific;
    if (least == Scope::summed) {
      if (a.scope == Scope::whole || slip || apart)
        tell(!slip && !(apart && specific && b.scope == a.scope && !a.event));
      return;
    }
    // 全年办理10件 and 办理8件 of the same: fewer by far may be some of them.
    constexpr double kMostOfIt = 0.5;
    const bool one_whole = std::max(a.scope, b.scope) >= Scope::summed;
    const double ratio =
        std::min(first.value, second.value) / std::max({first.value, second.value, 1.0});
    if (apart && one_whole && ratio >= kMostOfIt && !a.event && !b.event) return tell(true);
    const bool standing = a.verb >= 0 && words_.verbs[a.verb].standing;
    if (slip || (apart && specific && (standing || std::min(a.said, b.said) > kSpecific)))
      tell(true);
  }

  static Span Whole(const Quantity& q) {
    return {q.number.begin, q.unit.empty() ? q.number.end : q.unit.end};
  }

  static void Report(const Document& doc, const Quantity& q, const Quantity& other, bool weaker,
                     Reporter& reporter) {
    ReportExtras extras;
    extras.weaker = weaker;
    extras.related = {Whole(other)};
    reporter.Report(Whole(q),
                    {{"text", Typed(doc, q)},
                     {"other", Typed(doc, other)},
                     {"where", reporter.Where(other.number)}},
                    extras);
  }

  QuantityReader reader_;
  StatementWords words_;
};

const std::vector<ParamSpec>& SubjectFields() {
  static const std::vector<ParamSpec> fields = {
      {"words", ParamType::texts, true, {"同一个单位的说法，如“全县”", "words for one unit"}},
      {"own",
       ParamType::boolean,
       false,
       {"指报告所说的那个单位，如“下辖”", "the unit the report is about, whichever it is"}},
  };
  return fields;
}

const std::vector<ParamSpec>& NounFields() {
  static const std::vector<ParamSpec> fields = {
      {"words", ParamType::texts, true, {"同一样东西的说法", "words for the same things"}},
  };
  return fields;
}

const std::vector<ParamSpec>& VerbFields() {
  static const std::vector<ParamSpec> fields = {
      {"words", ParamType::texts, true, {"同样意思的动词", "verbs that say the same"}},
      {"standing",
       ParamType::boolean,
       false,
       {"说的是有多少，如“配备”", "it says what there is, not what was done"}},
      {"step",
       ParamType::boolean,
       false,
       {"做到这一步的可能只是一部分，如“办结”", "perhaps only some of them came so far"}},
  };
  return fields;
}

ParamSpec Records(std::string_view name, Message summary, const std::vector<ParamSpec>& fields) {
  return {name, ParamType::records, true, std::move(summary), 0, 1000000, {}, fields};
}

ParamSpec Optional(ParamSpec spec) {
  spec.required = false;
  return spec;
}

ParamSpec Words(std::string_view name, Message summary) {
  return {name, ParamType::texts, false, std::move(summary)};
}

}  // namespace

const CheckKind kInconsistentQuantity = {
    "inconsistent_quantity",
    {"同一个数前后不一致", "The same quantity with two values"},
    "units: [{words: [个]}]\nsubjects: [{words: [全县]}]\nnouns: [{words: [站点]}]",
    {UnitsParam(),
     Records("subjects", {"说明是整个单位的字", "words for the whole unit"}, SubjectFields()),
     Records("nouns", {"整个单位只有一个数的东西", "things of which a unit has one number"},
             NounFields()),
     Words("goes_on", {"接在名词后面就成了别的词的字", "what makes another word of a noun"}),
     Words("labels", {"自己就是事实的字，如“户籍人口”", "words that are a fact by themselves"}),
     Words("links", {"中间的字，如“共有”", "words between the unit and the number"}),
     Words("partial", {"说明只是一部分的字", "words for some of them"}),
     Words("doubtful", {"可能只是一部分的字", "words that may be of some of them"}),
     Words("all_of", {"说明是全部的字，如“均”", "words for all of them"}),
     Words("whole_year", {"说明是全年的字", "words for the whole year"}),
     Words("summed", {"说明是总数的字", "words for a total"}),
     Words("filler", {"不影响意思的字", "words that change nothing"}),
     Words("bodies", {"另外的主体，如“某某所”", "others, whose results are their own"}),
     Words("periods", {"说明是另一时段的字", "words for other periods, and for plans"}),
     Words("generic", {"有没有都一样的名词，如“情况”", "nouns that add nothing"}),
     Optional(Records("verbs", {"意思相同、可有可无的动词", "verbs that say the same, or nothing"},
                      VerbFields())),
     Words("occasions", {"说明可能只是一次活动的字", "words for one occasion"})},
    {"text", "other", "where"},
    [](const Params& p) -> std::unique_ptr<Check> {
      return std::make_unique<InconsistentQuantity>(p);
    }};

}  // namespace hegao
