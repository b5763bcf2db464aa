// A law or regulation cited as in force after its repeal.
#include "checks/date_words.h"
#include "checks/law/citation.h"
#include "checks/law/kinds.h"
#include "checks/law/surroundings.h"
#include "checks/law/writing_date.h"

namespace hegao {
namespace {

class CitedInstrument : public Check {
 public:
  explicit CitedInstrument(const Params& p) : finder_(p), history_(p.Patterns("history")) {}

  void Run(const CheckInput& in, Reporter& reporter) const override {
    const auto written = WritingDateOf(in.facts);
    if (!written) return;
    for (const auto& c : finder_.Find(in.doc)) {
      const auto* i = finder_.table().Choose(c.group, c.period);
      if (i != nullptr && i->repealed) Judge(in, *written, c, *i, reporter);
    }
  }

 private:
  void Judge(const CheckInput& in, const WritingDate& written, const Citation& c,
             const Instrument& i, Reporter& reporter) const {
    const int year = *in.facts.report_year;
    // Void only after the year was over: during it, the law was as it is told.
    if (!written.SurelyFrom(*i.repealed) || i.repealed->year > year) return;
    if (AnyMatches(history_, Surroundings(in.doc, c.folded))) return;
    const auto told = YearBefore(in, c.folded);
    if (told && *told < i.repealed->year) return;
    const bool whole_year = *i.repealed <= Date{year, 1, 31};
    ReportExtras extras;
    extras.weaker = !whole_year || !i.certain || !(c.bracketed || c.led || c.listed);
    const auto* en = i.replaced_by.empty() ? "" : "; it was replaced by “";
    const auto* zh = i.replaced_by.empty() ? "" : "，由";
    const bool chinese = in.options.lang == Lang::zh;
    const auto instead =
        i.replaced_by.empty() ? "" : (chinese ? zh : en) + i.replaced_by + (chinese ? "取代" : "”");
    if (!i.replaced_by.empty()) {
      Fix fix;
      fix.title = chinese ? "改引" + i.replaced_by : "Cite " + i.replaced_by;
      extras.fix = std::move(fix);
    }
    reporter.Report(c.folded,
                    {{"name", i.title},
                     {"repealed", InWords(*i.repealed, in.options.lang)},
                     {"instead", instead}},
                    extras);
  }

  CitationFinder finder_;
  std::vector<Pattern> history_;
};

}  // namespace

const CheckKind kCitedInstrument = {
    "cited_instrument",
    {"引用了已经废止的法律、法规", "A repealed law or regulation cited as in force"},
    "instruments: [{name: 甲法, repealed: 2021-01-01}]",
    CitationParams({{"history",
                     ParamType::patterns,
                     false,
                     {"讲沿革的说法，◆是引用处", "what tells of history; ◆ is the citation"}}}),
    {"name", "repealed", "instead"},
    [](const Params& p) -> std::unique_ptr<Check> { return std::make_unique<CitedInstrument>(p); }};

}  // namespace hegao
