// Shares above 100% or below nothing, and percent signs typed twice.
#include "checks/number/kinds.h"
#include "checks/number/quantity_text.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr double kAll = 100;  // percent

class PercentRange : public Check {
 public:
  explicit PercentRange(const Params& p)
      : reader_(p.Records("units")),
        shares_(p.Texts("shares")),
        doubtful_(p.Texts("doubtful_shares")),
        links_(p.Texts("links")),
        except_(p.Texts("except")) {}

  void Run(const CheckInput& in, Reporter& reporter) const override {
    const auto all = reader_.Read(in.doc);
    for (const auto& s : Sentences(in.doc, all)) {
      Share before = Share::none;
      for (auto i = s.first; i < s.last; ++i) {
        const auto& q = all[i];
        if (q.measure != Measure::percent) {
          before = Share::none;
          continue;
        }
        if (ReportSigns(in.doc, q, reporter)) continue;
        const auto share = Read(Lead(in.doc, s, all, i), before);
        before = share;
        if (share == Share::none || (q.value <= kAll && !q.negative)) continue;
        const Message fault = q.negative ? Message{"是负数", "is below nothing"}
                                         : Message{"超过了100%", "is above 100%"};
        ReportExtras extras;
        extras.weaker = share == Share::doubtful;
        auto label = LabelBefore(in.doc, s, all, i);
        if (joins_.AtStart(label) != 0) label.remove_prefix(joins_.AtStart(label));
        const auto length = static_cast<std::uint32_t>(label.size());
        Put({q.folded.begin - length, q.number.end}, fault, extras, reporter);
      }
    }
  }

 private:
  enum class Share : std::uint8_t { none, doubtful, certain };

  /// Does the text before a percentage make it a share? 98%和102% share what is said before both.
  Share Read(std::string_view lead, Share before) const {
    const auto said = lead;
    for (auto n = links_.AtEnd(lead); n != 0; n = links_.AtEnd(lead)) lead.remove_suffix(n);
    if (lead.empty() || lead == "、" || lead == "和") return before;
    if (except_.In(said)) return Share::none;
    if (shares_.AtEnd(lead) != 0) return Share::certain;
    return doubtful_.AtEnd(lead) != 0 ? Share::doubtful : Share::none;
  }

  static void Put(Span hit, const Message& fault, ReportExtras extras, Reporter& reporter) {
    reporter.Report(hit, {{"text", reporter.Quote(hit)}, {"fault", reporter.In(fault)}},
                    std::move(extras));
  }

  /// 98%%, 百分之98%
  static bool ReportSigns(const Document& doc, const Quantity& q, Reporter& reporter) {
    const auto block = doc.blocks[q.block].folded;
    const auto rest = doc.Text({q.number.end, block.end});
    if (rest.empty() || rest[0] != '%') return false;
    auto last = q.number.end + 1;
    while (last < block.end && doc.folded.text()[last] == '%') ++last;
    ReportExtras extras;
    Fix fix;
    fix.title = reporter.In({"去掉多余的百分号", "Remove the sign that is too many"});
    fix.safety = FixSafety::safe;
    fix.edits = {{doc.Source({q.number.end, last}), ""}};
    extras.fix = fix;
    Put({q.number.begin, last}, {"百分号写重了", "has its percent sign twice"}, extras, reporter);
    return true;
  }

  QuantityReader reader_;
  WordList shares_, doubtful_, links_, except_;
  WordList joins_{std::vector<std::string>{"和", "及", "与", "以及"}};
};

}  // namespace

const CheckKind kPercentRange = {
    "percent_range",
    {"比例超过100%或为负数，百分号写重", "A share above 100% or below 0, a percent sign twice"},
    "units: [{words: [件]}]\nshares: [覆盖率]",
    {UnitsParam(),
     {"shares",
      ParamType::texts,
      true,
      {"不会超过100%的率，如“覆盖率”", "what is never above 100%"}},
     {"doubtful_shares",
      ParamType::texts,
      false,
      {"一般不超过100%的率；把握小一些", "what rarely is; weaker"}},
     {"links",
      ParamType::texts,
      false,
      {"率和数之间的字，如“达到”", "words between its name and its number"}},
     {"except",
      ParamType::texts,
      false,
      {"前面有这些字就不报，如“年度任务”", "words before it that make it right"}}},
    {"text", "fault"},
    [](const Params& p) -> std::unique_ptr<Check> { return std::make_unique<PercentRange>(p); }};

}  // namespace hegao
