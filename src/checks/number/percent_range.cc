// Shares above 100% or below nothing, and percent signs typed twice.
#include "checks/number/kinds.h"
#include "checks/number/quantity_text.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr double kAll = 100;     // percent
constexpr std::size_t kHan = 3;  // bytes

class PercentRange : public Check {
 public:
  explicit PercentRange(const Params& p)
      : reader_(p.Records("units")),
        shares_(p.Texts("shares")),
        doubtful_(p.Texts("doubtful_shares")),
        links_(p.Texts("links")),
        except_(p.Texts("except")),
        members_(p.Texts("members")),
        declines_(p.Texts("declines")),
        wholes_(p.Texts("wholes")) {}

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
        auto share = Read(Lead(in.doc, s, all, i), before);
        if (share == Share::none) share = ReadBehind(in.doc, s, all, i);
        if (share == Share::none && !q.negative) share = Fallen(Lead(in.doc, s, all, i));
        before = share;
        if (share == Share::none || (q.value <= kAll && !q.negative)) continue;
        const Message fault = q.negative ? Message{"是负数", "is below nothing"}
                                         : Message{"超过了100%", "is above 100%"};
        ReportExtras extras;
        auto label = LabelBefore(in.doc, s, all, i);
        // 满意率-5%: it may be a dash.
        const bool dash = q.negative && (label.ends_with("率") || label.ends_with("度"));
        extras.weaker = share == Share::doubtful || dash;
        if (joins_.AtStart(label) != 0) label.remove_prefix(joins_.AtStart(label));
        const auto length = static_cast<std::uint32_t>(label.size());
        Put({q.folded.begin - length, q.number.end}, fault, extras, reporter);
      }
    }
  }

 private:
  enum class Share : std::uint8_t { none, doubtful, certain };

  /// 下降120%: nothing falls by more than all of it.
  Share Fallen(std::string_view lead) const {
    for (auto n = links_.AtEnd(lead); n != 0 && declines_.AtEnd(lead) == 0; n = links_.AtEnd(lead))
      lead.remove_suffix(n);
    return declines_.AtEnd(lead) != 0 ? Share::certain : Share::none;
  }

  /// Does the text before a percentage make it a share? 98%和102% share what is said before both.
  Share Read(std::string_view lead, Share before) const {
    const auto said = lead;
    for (auto n = links_.AtEnd(lead); n != 0; n = links_.AtEnd(lead)) lead.remove_suffix(n);
    if (lead.empty() || lead == "、" || lead == "和") return before;
    if (PartOf(said)) return except_.In(said) ? Share::doubtful : Share::certain;
    // 办件量增长明显，网办率达108%: what is said of something else does not excuse it.
    const auto clause = said.substr(said.find_last_of(",;:(") + 1);
    if (except_.In(clause)) return Share::none;
    if (shares_.AtEnd(lead) != 0) return Share::certain;
    if (except_.In(said)) return Share::none;
    return doubtful_.AtEnd(lead) != 0 ? Share::doubtful : Share::none;
  }

  /// 占全部案件的 before a percentage: of all there are.
  bool PartOf(std::string_view lead) const {
    constexpr std::size_t kLongest = 60;  // bytes of what it is a part of
    if (!lead.ends_with("的")) return false;
    const auto at = lead.rfind("占");
    if (at == lead.npos || lead.size() - at > kLongest) return false;
    const auto whole = lead.substr(at);
    return whole.find_first_of(",;:") == whole.npos && wholes_.In(whole);
  }

  /// 105%的满意率, 以103%的办结率; 有120%的村民参加.
  Share ReadBehind(const Document& doc, const QuantitySentence& s, const std::vector<Quantity>& all,
                   std::size_t i) const {
    auto behind = LabelAfter(doc, s, all, i);
    const auto label = LabelBefore(doc, s, all, i);
    if (!behind.starts_with("的") || except_.In(behind)) return Share::none;
    behind.remove_prefix(kHan);
    constexpr std::size_t kLongestName = 18;  // bytes
    for (std::size_t at = 0; at < behind.size() && at <= kLongestName;
         at += DecodeAt(behind, at).length) {
      if (shares_.AtStart(behind.substr(at)) >= 2 * kHan) return Share::certain;
      if (doubtful_.AtStart(behind.substr(at)) >= kHan) return Share::doubtful;
    }
    return members_.AtStart(behind) != 0 && !except_.In(label) ? Share::doubtful : Share::none;
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
  WordList shares_, doubtful_, links_, except_, members_, declines_, wholes_;
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
      {"前面有这些字就不报，如“年度任务”", "words before it that make it right"}},
     {"declines",
      ParamType::texts,
      false,
      {"表示减少的字，减少不会超过100%", "words for a fall, which is never by more than 100%"}},
     {"members",
      ParamType::texts,
      false,
      {"占全体一部分的人或物，如“受访者”", "those of whom it is a share, behind it; weaker"}},
     {"wholes",
      ParamType::texts,
      false,
      {"“占”和“的”之间表示全体的字，如“总数”", "words for all there are, between 占 and 的"}}},
    {"text", "fault"},
    [](const Params& p) -> std::unique_ptr<Check> { return std::make_unique<PercentRange>(p); }};

}  // namespace hegao
