// Words of another period: formulas, campaigns and bodies that were given up, or not yet there.
#include <algorithm>

#include "checks/event/kinds.h"
#include "checks/law/surroundings.h"
#include "checks/marked_span.h"

namespace hegao {
namespace {

struct Formula {
  std::string name, instead;
  std::vector<Pattern> patterns, unless, unless_here;
  int from = 0, until = 9999;  // report years
  bool certain = true;
};

class OutdatedFormula : public Check {
 public:
  explicit OutdatedFormula(const Params& p) : history_(p.Patterns("history")) {
    for (const auto& r : p.Records("formulas")) {
      formulas_.push_back({r.Text("name"), r.Text("instead"), r.Patterns("patterns"),
                           r.Patterns("unless"), r.Patterns("unless_here"),
                           static_cast<int>(r.Integer("from", 0)),
                           static_cast<int>(r.Integer("until", 9999)), r.Boolean("certain", true)});
    }
  }

  void Run(const CheckInput& in, Reporter& reporter) const override {
    if (!in.facts.report_year) return;
    const int year = *in.facts.report_year;
    std::vector<Span> told;
    for (const auto& f : formulas_) {
      if (f.from <= year && year <= f.until) continue;
      auto hits = Hits(in, f, year);
      // The first formula of the table that meets a place has it.
      hits.erase(std::remove_if(hits.begin(), hits.end(),
                                [&](Span h) {
                                  return std::any_of(told.begin(), told.end(),
                                                     [&](Span t) { return t.Overlaps(h); });
                                }),
                 hits.end());
      const bool excused = std::any_of(f.unless.begin(), f.unless.end(), [&](const Pattern& p) {
        return in.doc.MayMatch(p) && p.Matches(in.doc.folded.text());
      });
      if (hits.empty() || excused) continue;
      DropOverlapping(hits);
      told.insert(told.end(), hits.begin(), hits.end());
      ReportExtras extras;
      extras.weaker = !f.certain;
      extras.count = static_cast<std::uint32_t>(hits.size());
      extras.related.assign(hits.begin() + 1, hits.end());
      reporter.Report(hits.front(),
                      {{"text", reporter.Quote(hits.front())},
                       {"name", f.name},
                       {"report_year", std::to_string(year)},
                       {"when", When(in, f, year)},
                       {"instead", Instead(in, f)}},
                      extras);
    }
  }

 private:
  std::vector<Span> Hits(const CheckInput& in, const Formula& f, int year) const {
    std::vector<Span> hits;
    for (const auto& p : f.patterns) {
      in.doc.ForEachMatch(p, [&](std::uint32_t, const PatternMatch& m) {
        const auto hit = MarkedSpan(p, m);
        const bool next_year = f.from <= year + 1 && year + 1 <= f.until && InPlan(in, hit.begin);
        const auto told = YearBefore(in, {hit.begin, hit.begin});
        const bool of_then = told && f.from <= *told && *told <= f.until && *told != year;
        if (next_year || of_then) return;
        const auto round = Surroundings(in.doc, hit);
        if (!AnyMatches(history_, round) && !AnyMatches(f.unless_here, round)) hits.push_back(hit);
      });
    }
    return hits;
  }

  /// Two patterns may meet the same words.
  static void DropOverlapping(std::vector<Span>& hits) {
    std::sort(hits.begin(), hits.end());
    std::vector<Span> kept;
    for (const auto& h : hits) {
      if (kept.empty() || !kept.back().Overlaps(h))
        kept.push_back(h);
      else
        kept.back() = Hull(kept.back(), h);
    }
    hits = std::move(kept);
  }

  static std::string When(const CheckInput& in, const Formula& f, int year) {
    const bool zh = in.options.lang == Lang::zh;
    const auto n = std::to_string(year < f.from ? f.from : f.until);
    if (year < f.from) return zh ? n + "年起才有" : "not used before " + n;
    return zh ? "用到" + n + "年为止" : "not used after " + n;
  }

  static std::string Instead(const CheckInput& in, const Formula& f) {
    if (f.instead.empty()) return "";
    return in.options.lang == Lang::zh ? "，应为" + f.instead : "; now it is “" + f.instead + "”";
  }

  std::vector<Formula> formulas_;
  std::vector<Pattern> history_;
};

std::vector<ParamSpec> FormulaFields() {
  return {
      {"name", ParamType::text, true, {"是什么提法", "what it is"}},
      {"patterns", ParamType::patterns, true, {"写法", "what it looks like"}},
      {"unless", ParamType::patterns, false, {"全文有这些就不报", "what in the text excuses it"}},
      {"unless_here",
       ParamType::patterns,
       false,
       {"同一句有这些就不报，◆是提到的地方", "what in the sentence excuses it; ◆ is the place"}},
      {"from", ParamType::integer, false, {"从哪个报告年度起", "first report year"}, 1990, 2099},
      {"until", ParamType::integer, false, {"到哪个报告年度止", "last report year"}, 1990, 2099},
      {"instead", ParamType::text, false, {"现在的提法", "what is said now"}},
      {"certain", ParamType::boolean, false, {"确定过时，缺省 true", "beyond doubt; default true"}},
  };
}

}  // namespace

const CheckKind kOutdatedFormula = {
    "outdated_formula",
    {"别的时期的提法、机构名称", "A formula or a body of another period"},
    "formulas: [{name: 甲提法, patterns: ['甲乙丙丁'], until: 2020}]",
    {{"formulas",
      ParamType::records,
      true,
      {"提法的表", "the table of formulas"},
      0,
      1,
      {},
      FormulaFields()},
     {"history",
      ParamType::patterns,
      false,
      {"回顾的说法，◆是提到的地方", "what looks back; ◆ is the place"}}},
    {"text", "name", "report_year", "when", "instead"},
    [](const Params& p) -> std::unique_ptr<Check> { return std::make_unique<OutdatedFormula>(p); }};

}  // namespace hegao
