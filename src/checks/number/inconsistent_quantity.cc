// The same quantity with two values in one report.
#include <algorithm>
#include <cmath>
#include <map>

#include "checks/number/kinds.h"
#include "checks/number/statements.h"

namespace hegao {
namespace {

constexpr double kVague = 0.15;  // by how much 约 and 余 may be off

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

using Groups = std::map<std::string, std::vector<const Statement*>, std::less<>>;

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
  }

  void Run(const CheckInput& in, Reporter& reporter) const override {
    const auto all = reader_.Read(in.doc);
    CompareFacts(in, all, reporter);
    CompareResults(in, all, reporter);
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

  void CompareFacts(const CheckInput& in, const std::vector<Quantity>& all,
                    Reporter& reporter) const {
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

  void CompareResults(const CheckInput& in, const std::vector<Quantity>& all,
                      Reporter& reporter) const {
    const auto results = Results(in, all, words_);
    Groups groups;
    for (const auto& r : results) groups[r.key].push_back(&r);
    for (const auto& [key, list] : groups) {
      const auto* right =
          *std::max_element(list.begin(), list.end(),
                            [](const auto* a, const auto* b) { return a->scope < b->scope; });
      for (const auto* r : list) {
        if (r != right) Compare(in.doc, all, *right, *r, reporter);
      }
    }
  }

  void Compare(const Document& doc, const std::vector<Quantity>& all, const Statement& a,
               const Statement& b, Reporter& reporter) const {
    const auto &first = all[std::min(a.index, b.index)], &second = all[std::max(a.index, b.index)];
    if (Same(first, second)) return;
    const auto least = std::min(a.scope, b.scope);
    const bool vague = first.approximate || second.approximate || reader_.MayOverlap(first.group);
    const bool slip = SlipOfDigits(first.value, second.value, 3);
    const bool occasion = a.occasion || b.occasion;
    if (least == Scope::whole && !occasion) return Report(doc, second, first, vague, reporter);
    if (least == Scope::whole && slip && !vague) return Report(doc, second, first, true, reporter);
    if (a.occasion || b.occasion || vague) return;
    if (least == Scope::summed) {
      if (a.scope == Scope::whole || slip) Report(doc, second, first, !slip, reporter);
      return;
    }
    if (slip) Report(doc, second, first, true, reporter);
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

ParamSpec Records(std::string_view name, Message summary, const std::vector<ParamSpec>& fields) {
  return {name, ParamType::records, true, std::move(summary), 0, 1000000, {}, fields};
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
     Words("occasions", {"说明可能只是一次活动的字", "words for one occasion"})},
    {"text", "other", "where"},
    [](const Params& p) -> std::unique_ptr<Check> {
      return std::make_unique<InconsistentQuantity>(p);
    }};

}  // namespace hegao
