// The kinds that report JudgeYears' verdicts: each names the faults it stands for.
#include <algorithm>

#include "checks/marked_span.h"
#include "checks/year/kinds.h"
#include "checks/year/year_judgement.h"
#include "text/numerals.h"

namespace hegao {
namespace {

class YearCheck : public Check {
 public:
  YearCheck(std::vector<YearFault> faults, bool (*wrong)(int year, int report),
            const Params& params)
      : faults_(std::move(faults)), wrong_(wrong), statements_(params.Patterns("statements")) {}

  void Run(const CheckInput& in, Reporter& reporter) const override {
    if (!in.facts.report_year) return;
    std::vector<Span> reported;
    for (const auto& v : JudgeYears(in)) {
      if (std::find(faults_.begin(), faults_.end(), v.fault) == faults_.end()) continue;
      ReportExtras extras;
      extras.weaker = v.weaker;
      extras.count = static_cast<std::uint32_t>(v.more.size()) + 1;
      extras.related = v.more;
      reported.push_back(v.folded);
      reported.insert(reported.end(), v.more.begin(), v.more.end());
      Report(in, v.folded, v.year, Where(v.fault, in.options.lang), extras, reporter);
    }
    ReportStatements(in, reported, reporter);
  }

 private:
  /// Phrases that name a year as the report's own (or the plan's), wherever they stand.
  void ReportStatements(const CheckInput& in, const std::vector<Span>& reported,
                        Reporter& reporter) const {
    const auto& doc = in.doc;
    for (const auto& p : statements_) {
      doc.ForEachMatch(p, [&](std::uint32_t b, const PatternMatch& m) {
        if (IsTitle(doc, b)) return;
        const auto span = MarkedSpan(p, m);
        const auto year = ParseAsciiNumber(doc.Text(span));
        if (!year || !wrong_(static_cast<int>(year->value), *in.facts.report_year)) return;
        const auto overlaps = [&](Span r) { return r.Overlaps(span); };
        if (std::any_of(reported.begin(), reported.end(), overlaps)) return;
        ReportExtras extras;
        extras.weaker = true;
        Report(in, span, static_cast<int>(year->value),
               Where(YearFault::stale_body, in.options.lang), extras, reporter);
      });
    }
  }

  static bool IsTitle(const Document& doc, std::uint32_t block) {
    return std::find(doc.title_blocks.begin(), doc.title_blocks.end(), block) !=
           doc.title_blocks.end();
  }

  static void Report(const CheckInput& in, Span span, int year, std::string where,
                     const ReportExtras& extras, Reporter& reporter) {
    const int report = *in.facts.report_year;
    reporter.Report(span,
                    {{"year", std::to_string(year)},
                     {"report_year", std::to_string(report)},
                     {"next_year", std::to_string(report + 1)},
                     {"where", std::move(where)}},
                    extras);
  }

  static std::string Where(YearFault fault, Lang lang) {
    const bool en = lang == Lang::en;
    switch (fault) {
      case YearFault::stale_heading:
      case YearFault::future_heading:
      case YearFault::plan_heading:
        return en ? "the heading" : "标题";
      case YearFault::stale_opening:
        return en ? "the opening" : "开头";
      case YearFault::stale_header:
        return en ? "the page header or footer" : "页眉或页脚";
      case YearFault::throughout:
        return en ? "most of the text" : "通篇多处";
      default:
        return en ? "the text" : "正文";
    }
  }

  std::vector<YearFault> faults_;
  bool (*wrong_)(int year, int report);
  std::vector<Pattern> statements_;
};

const std::vector<std::string_view> kVariables = {"year", "report_year", "next_year", "where"};

std::vector<ParamSpec> StatementParams() {
  return {{"statements",
           ParamType::patterns,
           false,
           {"说到哪一年就等于说报告是哪一年的话；(?P<mark>…) 圈出年份",
            "phrases that say which year it is; (?P<mark>…) is the year"}}};
}

}  // namespace

const CheckKind kStaleYear = {
    "stale_year",
    {"把往年的年份写成了报告年度", "An earlier year stands where the report year belongs"},
    "{}",
    StatementParams(),
    kVariables,
    [](const Params& p) -> std::unique_ptr<Check> {
      return std::make_unique<YearCheck>(
          std::vector{YearFault::stale_heading, YearFault::stale_opening, YearFault::stale_header,
                      YearFault::stale_body, YearFault::throughout},
          [](int year, int report) { return year < report; }, p);
    }};

const CheckKind kFutureYear = {
    "future_year",
    {"把以后的年份当作已经过去来写", "A later year is told as if it were over"},
    "{}",
    StatementParams(),
    kVariables,
    [](const Params& p) -> std::unique_ptr<Check> {
      return std::make_unique<YearCheck>(
          std::vector{YearFault::future_heading, YearFault::future_done},
          [](int year, int report) { return year > report; }, p);
    }};

const CheckKind kPlanYear = {
    "plan_year",
    {"计划部分写的年份不是报告年度的下一年", "The plan names another year than the next one"},
    "{}",
    StatementParams(),
    kVariables,
    [](const Params& p) -> std::unique_ptr<Check> {
      return std::make_unique<YearCheck>(
          std::vector{YearFault::plan_heading, YearFault::plan_body},
          [](int year, int report) { return year != report + 1; }, p);
    }};

}  // namespace hegao
