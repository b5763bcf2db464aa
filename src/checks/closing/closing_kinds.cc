// Signature and date at the end of a report: missing, too early.
#include "checks/closing/kinds.h"

namespace hegao {
namespace {

/// The place after the last line of text.
Span EndOfText(const Document& doc) { return {doc.TextEnd(), doc.TextEnd()}; }

class MissingSignature : public Check {
 public:
  void Run(const CheckInput& in, Reporter& reporter) const override {
    // A web page names the issuing body beside the text instead.
    if (in.facts.signature || !in.facts.publication_source.empty()) return;
    reporter.Report(EndOfText(in.doc), {});
  }
};

class MissingDate : public Check {
 public:
  void Run(const CheckInput& in, Reporter& reporter) const override {
    if (in.facts.issue_date || in.facts.publication_date) return;
    ReportExtras extras;
    // Unsigned and undated: a copy of the text alone. Signed, the date was forgotten.
    extras.weaker = !in.facts.signature;
    reporter.Report(EndOfText(in.doc), {}, extras);
  }
};

class EarlyDate : public Check {
 public:
  explicit EarlyDate(int month) : month_(month) {}

  void Run(const CheckInput& in, Reporter& reporter) const override {
    if (!in.facts.report_year || !in.facts.issue_date || !in.facts.issue_date->valid) return;
    const auto& date = in.facts.issue_date->date;
    if (date.year > *in.facts.report_year) return;
    ReportExtras extras;
    // Many reports are closed in the last weeks of their year; before that the year cannot be
    // reported.
    extras.weaker = date.year == *in.facts.report_year && date.month >= month_;
    reporter.Report(in.facts.issue_date->folded,
                    {{"date", reporter.Quote(in.facts.issue_date->folded)},
                     {"report_year", std::to_string(*in.facts.report_year)}},
                    extras);
  }

 private:
  int month_;
};

}  // namespace

const CheckKind kMissingSignature = {
    "missing_signature",
    {"文末没有落款单位", "No issuing body at the end"},
    "{}",
    {},
    {},
    [](const Params&) -> std::unique_ptr<Check> { return std::make_unique<MissingSignature>(); }};

const CheckKind kMissingDate = {
    "missing_date",
    {"没有成文日期", "No date of issue"},
    "{}",
    {},
    {},
    [](const Params&) -> std::unique_ptr<Check> { return std::make_unique<MissingDate>(); }};

const CheckKind kEarlyDate = {
    "early_date",
    {"成文日期早于报告年度结束", "Dated before the report year was over"},
    "tolerated_from_month: 11",
    {{"tolerated_from_month",
      ParamType::integer,
      false,
      {"从报告年度的这个月起只作提示",
       "from this month of the report year on, only a weaker finding"},
      1,
      13}},
    {"date", "report_year"},
    [](const Params& p) -> std::unique_ptr<Check> {
      return std::make_unique<EarlyDate>(static_cast<int>(p.Integer("tolerated_from_month", 12)));
    }};

}  // namespace hegao
