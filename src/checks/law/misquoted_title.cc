// A title of the table with a wrong period, a wrong character, or marks that do not match.
#include "checks/law/citation.h"
#include "checks/law/kinds.h"
#include "checks/law/title_distance.h"
#include "checks/law/title_marks.h"
#include "text/affix.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::uint32_t kMark = 3;  // bytes of 《 and of 》

std::uint32_t Size(std::string_view s) { return static_cast<std::uint32_t>(s.size()); }

class MisquotedTitle : public Check {
 public:
  explicit MisquotedTitle(const Params& p)
      : finder_(p),
        distance_(finder_.table(), p.Texts("other_titles"), p.Texts("ignored"),
                  {p.Texts("types"), p.Texts("mixed_types"), p.Texts("rule_types")}),
        national_(p.Folded("national")) {}

  void Run(const CheckInput& in, Reporter& reporter) const override {
    const auto marks = FindTitleMarks(in.doc);
    for (const auto& c : finder_.Find(in.doc)) JudgePeriod(in, c, reporter);
    for (const auto& t : marks.titles) JudgeTitle(in, t, reporter);
    for (const auto& f : marks.faults) JudgeMarks(in, f, reporter);
  }

 private:
  static Fix Replace(const CheckInput& in, Span folded, std::string text, bool safe) {
    const bool zh = in.options.lang == Lang::zh;
    Fix fix;
    fix.title = zh ? "改为“" + text + "”" : "Write “" + text + "”";
    if (text.empty()) fix.title = zh ? "删去多余的书名号" : "Take out the mark that is too many";
    fix.safety = safe ? FixSafety::safe : FixSafety::unsafe;
    fix.edits.push_back({in.doc.Source(folded), std::move(text)});
    return fix;
  }

  void Say(const CheckInput& in, Span at, const Message& fault, ReportExtras extras,
           Reporter& reporter) const {
    (void)in;
    reporter.Report(at, {{"text", reporter.Quote(at, 60)}, {"fault", reporter.In(fault)}},
                    std::move(extras));
  }

  void JudgePeriod(const CheckInput& in, const Citation& c, Reporter& reporter) const {
    const auto& table = finder_.table();
    if (!c.period || table.Choose(c.group, c.period) != nullptr) return;
    const Instrument* meant = nullptr;
    int near = 0, latest = 0;
    for (const auto m : table.groups()[c.group]) {
      const auto& i = table.at(m);
      if (!i.period) return;
      latest = std::max(latest, i.period->to);
      if (i.period->from != c.period->from && i.period->to != c.period->to) continue;
      meant = &i;
      ++near;
    }
    // A plan after those that are known may well exist.
    if (c.period->from >= latest) return;
    ReportExtras extras;
    Message fault{"没有这个时期的这份规划", "there is no such plan for these years"};
    if (near == 1) {
      const auto open = meant->title.rfind("（");
      fault = {"应为《" + meant->title + "》", "the title is 《" + meant->title + "》"};
      extras.fix = Replace(in, c.years, meant->title.substr(open), true);
    }
    Say(in, c.folded, fault, std::move(extras), reporter);
  }

  void JudgeTitle(const CheckInput& in, Span title, Reporter& reporter) const {
    const auto text = in.doc.folded.text();
    const auto inner = text.substr(title.begin + kMark, title.size() - 2 * kMark);
    const auto part = finder_.TitlePart(inner);
    const auto name = inner.substr(part.begin, part.size());
    if (finder_.table().names().Exactly(name).length != 0) return;
    const auto block = in.doc.blocks[in.doc.BlockAt(title.begin)].folded;
    const auto before = text.substr(block.begin, title.begin - block.begin);
    if (finder_.AfterPlace(before)) return;
    const bool national = part.begin != 0 || EndsWithAny(before, national_) != 0;
    std::size_t typed_years = 0;
    const auto period = PeriodAt(inner, part.end, &typed_years);
    const auto near = distance_.Nearest({name, period, national});
    if (near.instrument == nullptr) return;
    const auto right = RightName(*near.instrument);
    const auto length = CountCodePoints(right);
    const bool short_name = length < 6 && part.begin == 0;
    ReportExtras extras;
    // Two other characters may make another title, two left out a short form; in a title this
    // long, or of the same years, they are a slip.
    constexpr std::size_t kLong = 16;
    const bool doubtful = near.distance > 1 && length < kLong && !near.same_years;
    extras.weaker = short_name || doubtful || near.other_type || !near.unique;
    const Span at{title.begin + kMark + part.begin, title.begin + kMark + part.end};
    const bool safe = !extras.weaker && length >= 6 * static_cast<std::size_t>(near.distance);
    if (near.unique) extras.fix = Replace(in, at, right, safe);
    Say(in, title, {"应为《" + right + "》", "the title is 《" + right + "》"}, std::move(extras),
        reporter);
  }

  static std::string RightName(const Instrument& i) {
    return i.period ? i.title.substr(0, i.title.rfind("（")) : i.title;
  }

  void JudgeMarks(const CheckInput& in, const MarkFault& f, Reporter& reporter) const {
    switch (f.kind) {
      case MarkFault::doubled_open:
      case MarkFault::doubled_close:
      case MarkFault::doubled_both:
        return JudgeDoubled(in, f, reporter);
      case MarkFault::nested:
        return JudgeNested(in, f, reporter);
      case MarkFault::lost_close:
        return JudgeLostClose(in, f.folded, reporter);
      case MarkFault::lost_open:
        return JudgeLostOpen(in, f.folded, reporter);
    }
  }

  void JudgeDoubled(const CheckInput& in, const MarkFault& f, Reporter& reporter) const {
    ReportExtras extras;
    const Span first{f.folded.begin, f.folded.begin + kMark};
    const Span last{f.folded.end - kMark, f.folded.end};
    extras.fix = Replace(in, f.kind == MarkFault::doubled_close ? last : first, "", true);
    if (f.kind == MarkFault::doubled_both) extras.fix->edits.push_back({in.doc.Source(last), ""});
    Say(in, f.folded, {"书名号多了一个", "a mark is doubled"}, std::move(extras), reporter);
  }

  void JudgeNested(const CheckInput& in, const MarkFault& f, Reporter& reporter) const {
    ReportExtras extras;
    extras.weaker = true;
    extras.fix = Replace(in, {f.folded.begin, f.folded.begin + kMark}, "〈", true);
    extras.fix->edits.push_back({in.doc.Source({f.folded.end - kMark, f.folded.end}), "〉"});
    Say(in, f.folded, {"书名号里面再用书名号，里层用〈〉", "a title within a title takes 〈〉"},
        std::move(extras), reporter);
  }

  void JudgeLostClose(const CheckInput& in, Span mark, Reporter& reporter) const {
    const auto& doc = in.doc;
    const auto block = doc.blocks[doc.BlockAt(mark.begin)].folded;
    const auto text = doc.folded.text().substr(0, block.end);
    const auto length = finder_.TitleAt(text, mark.end);
    const auto end = mark.end + length;
    ReportExtras extras;
    const bool known = length != 0 && (end == block.end || EndsTitle(text, end));
    extras.weaker = !known;
    const Span at{mark.begin, known ? end : mark.end};
    if (known) {
      const auto last = DecodeBefore(text, end).length;
      const Span behind{end - last, end};
      extras.fix = Replace(in, behind, std::string(text.substr(end - last, last)) + "》", true);
      extras.fix->edits.front().text = doc.Visible(doc.Source(behind)) + "》";
    }
    Say(in, at, {"缺后半个书名号》", "the closing 》 is missing"}, std::move(extras), reporter);
  }

  /// Can a title end here? Not where a Chinese character goes on with it, but for 等 and 和 …
  static bool EndsTitle(std::string_view text, std::size_t at) {
    constexpr std::u32string_view kGoesOn = U"等和及与";
    const auto c = DecodeAt(text, at).value;
    if (c == U'〉' || c == U'>') return false;
    return !IsHan(c) || kGoesOn.find(c) != kGoesOn.npos;
  }

  void JudgeLostOpen(const CheckInput& in, Span mark, Reporter& reporter) const {
    const auto& doc = in.doc;
    const auto block = doc.blocks[doc.BlockAt(mark.begin)].folded;
    const auto begin = KnownTitleEndingAt(doc, block, mark.begin);
    ReportExtras extras;
    extras.weaker = begin == mark.begin;
    const Span at{begin, mark.end};
    if (!extras.weaker) {
      const auto text = doc.folded.text();
      const Span first{begin, begin + DecodeAt(text, begin).length};
      extras.fix = Replace(in, first, "《" + doc.Visible(doc.Source(first)), true);
    }
    Say(in, at, {"缺前半个书名号《", "the opening 《 is missing"}, std::move(extras), reporter);
  }

  /// Where the title starts that ends at `end`, behind a mark or a word that takes one; else `end`.
  std::uint32_t KnownTitleEndingAt(const Document& doc, Span block, std::uint32_t end) const {
    constexpr std::uint32_t kFurthest = 200;  // bytes
    const auto text = doc.folded.text();
    auto at = doc.Around({end, end}, kFurthest).begin;
    for (; at < end; at += DecodeAt(text, at).length) {
      if (finder_.TitleAt(text.substr(0, end), at) != end - at) continue;
      const auto before = text.substr(block.begin, at - block.begin);
      if (before.empty() || !IsHan(DecodeBefore(before, Size(before)).value) ||
          finder_.AfterLead(before))
        return at;
    }
    return end;
  }

  CitationFinder finder_;
  TitleDistance distance_;
  std::vector<std::string> national_;
};

}  // namespace

const CheckKind kMisquotedTitle = {
    "misquoted_title",
    {"法律、规划的名称或书名号写错", "A title misquoted, or its marks do not match"},
    "instruments: [{name: 甲市乙丙丁规划（2021—2025年）}]",
    CitationParams(
        {{"ignored", ParamType::texts, false, {"可有可无的字", "words that make no difference"}},
         {"types",
          ParamType::texts,
          false,
          {"名称末尾表示种类的词", "last words that say what it is"}},
         {"mixed_types",
          ParamType::texts,
          false,
          {"常互相写混的种类词", "those often taken for each other"}},
         {"rule_types",
          ParamType::texts,
          false,
          {"名称很长时互相写混的种类词", "those taken for each other in a long title"}},
         {"national",
          ParamType::texts,
          false,
          {"在它们后面的名称是国家一级的", "bodies whose documents are the nation’s"}}}),
    {"text", "fault"},
    [](const Params& p) -> std::unique_ptr<Check> { return std::make_unique<MisquotedTitle>(p); }};

}  // namespace hegao
