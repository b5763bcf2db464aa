// Something named as if it were there, in a report written before it was.
#include <algorithm>
#include <map>

#include "checks/date_words.h"
#include "checks/event/events.h"
#include "checks/event/kinds.h"
#include "checks/law/citation.h"
#include "checks/law/surroundings.h"
#include "checks/law/writing_date.h"
#include "text/affix.h"
#include "text/numerals.h"

namespace hegao {
namespace {

struct TooEarly {
  std::string name;
  Span folded;
  std::vector<Span> more;
  Date from;
  bool weaker = false;
};

class Anachronism : public Check {
 public:
  explicit Anachronism(const Params& p)
      : events_(p),
        laws_(p),
        ahead_(p.Patterns("looking_forward")),
        renewed_(p.Patterns("renewed")) {}

  void Run(const CheckInput& in, Reporter& reporter) const override {
    const auto written = WritingDateOf(in.facts);
    if (!written) return;
    std::map<std::string, TooEarly> found;
    const auto citations = laws_.Find(in.doc);
    for (const auto& m : events_.Find(in.doc)) {
      const auto& e = events_.events()[m.event];
      // 《…三年行动计划》 cites the plan; the action it is named after is no second slip.
      if (!Within(citations, m.folded) && Judged(in, *written, m.folded, e.from))
        Add(found, e.name, {e.name, m.folded, {}, e.from, !e.certain});
    }
    for (const auto& c : citations) JudgeLaw(in, *written, c, NameOf(c, reporter), found);
    for (const auto& [key, f] : found) {
      ReportExtras extras;
      extras.weaker = f.weaker;
      extras.count = static_cast<std::uint32_t>(f.more.size()) + 1;
      extras.related = f.more;
      reporter.Report(f.folded,
                      {{"name", f.name},
                       {"from", InWords(f.from, in.options.lang)},
                       {"report_year", std::to_string(*in.facts.report_year)},
                       {"written", InWords(written->latest, in.options.lang)},
                       {"then", Then(in, *written, f)}},
                      extras);
    }
  }

 private:
  /// Citations ascend and do not overlap.
  static bool Within(const std::vector<Citation>& citations, Span at) {
    const auto next = std::partition_point(citations.begin(), citations.end(),
                                           [&](const auto& c) { return c.folded.begin < at.end; });
    return next != citations.begin() && std::prev(next)->folded.Overlaps(at);
  }

  /// The same thing again, under whatever name, is the same finding.
  static void Add(std::map<std::string, TooEarly>& found, const std::string& key, TooEarly what) {
    const auto [it, first] = found.try_emplace(key, what);
    if (first) return;
    auto& f = it->second;
    f.weaker = f.weaker && what.weaker;
    if (what.folded.begin < f.folded.begin) {
      std::swap(what.folded, f.folded);
      std::swap(what.name, f.name);
    }
    f.more.push_back(what.folded);
  }

  /// Surely not there yet when the report was written, or in the month the sentence tells of; and
  /// not looked forward to.
  static bool NotYet(const WritingDate& written, const std::optional<Date>& told, Date from) {
    return written.SurelyBefore(from) || (told && *told < from);
  }
  bool Judged(const CheckInput& in, const WritingDate& written, Span at, Date from) const {
    if (!NotYet(written, MonthBefore(in, at), from)) return false;
    if (from.year <= *in.facts.report_year + 1 && InPlan(in, at.begin)) return false;
    return !AnyMatches(ahead_, Surroundings(in.doc, at));
  }

  /// 2022年5月，宣讲二十大精神: the last day of the month that the sentence says, right before.
  static std::optional<Date> MonthBefore(const CheckInput& in, Span at) {
    constexpr std::uint32_t kNear = 90;  // bytes
    constexpr int kLastDay = 31;         // or after it: only compared
    const auto* year = YearMentionBefore(in, at);
    if (year == nullptr || at.begin - year->folded.end > kNear) return std::nullopt;
    const auto said = in.doc.Text({year->folded.end, at.begin});
    const auto month = ParseAsciiNumber(said);
    if (!month || month->value < 1 || month->value > 12) return std::nullopt;
    if (!said.substr(month->length).starts_with("月")) return std::nullopt;
    // 自2022年5月起 is not when it was said.
    if (Contains(said, "起") || Contains(said, "以来")) return std::nullopt;
    return Date{year->year, static_cast<int>(month->value), kLastDay};
  }

  /// By when the text cannot have known it: what the message says of it.
  static std::string Then(const CheckInput& in, const WritingDate& written, const TooEarly& f) {
    const bool zh = in.options.lang == Lang::zh;
    if (!written.SurelyBefore(f.from)) {
      const auto told = *MonthBefore(in, f.folded);
      const auto y = std::to_string(told.year), m = std::to_string(told.month);
      return zh ? "这里写的是" + y + "年" + m + "月" : "the text tells of " + y + "-" + m;
    }
    const auto y = std::to_string(*in.facts.report_year);
    const auto by = InWords(written.latest, in.options.lang);
    return zh ? "这份" + y + "年的报告最晚写于" + by
              : "this report for " + y + " was written by " + by;
  }

  /// By its title; a short form as it is typed.
  std::string NameOf(const Citation& c, const Reporter& reporter) const {
    const auto* i = laws_.table().Choose(c.group, c.period);
    if (i == nullptr || !(c.bracketed || c.period)) return reporter.Quote(c.folded, 60);
    return "《" + i->title + "》";
  }

  void JudgeLaw(const CheckInput& in, const WritingDate& written, const Citation& c,
                const std::string& name, std::map<std::string, TooEarly>& found) const {
    const auto* i = laws_.table().Choose(c.group, c.period);
    if (i == nullptr) return;
    const bool sure = i->certain && (c.bracketed || c.led || c.listed);
    if (i->adopted && Judged(in, written, c.folded, *i->adopted))
      return Add(found, i->title, {name, c.folded, {}, *i->adopted, !sure});
    if (i->revised.empty() || !AnyMatches(renewed_, Surroundings(in.doc, c.folded))) return;
    const auto next = NextRevision(*i, written.latest);
    if (next && Judged(in, written, c.folded, *next))
      Add(found, i->title + "+",
          {name + (in.options.lang == Lang::zh ? "的修订" : " (revised)"),
           c.folded,
           {},
           *next,
           !sure});
  }

  /// The revision that 新修订 must mean: one still to come, with none in the four years before.
  static std::optional<Date> NextRevision(const Instrument& i, Date latest) {
    constexpr int kNew = 4;
    std::optional<Date> next;
    for (const auto& d : i.revised) {
      if (d <= latest && latest.year - d.year < kNew) return std::nullopt;
      if (d > latest && !next) next = d;
    }
    return next;
  }

  EventFinder events_;
  CitationFinder laws_;
  std::vector<Pattern> ahead_, renewed_;
};

}  // namespace

const CheckKind kAnachronism = {
    "anachronism",
    {"写报告时还没有的会议、文件、提法", "Named before it happened or was adopted"},
    "events: [{name: 甲会, forms: [甲会精神], from: 2022-01-01}]\n"
    "instruments: [{name: 甲法, adopted: 2022-01-01}]",
    EventParams(
        CitationParams({{"looking_forward",
                         ParamType::patterns,
                         false,
                         {"说的是将来，◆是提到的地方", "what looks forward to it; ◆ is the place"}},
                        {"renewed",
                         ParamType::patterns,
                         false,
                         {"“新修订的◆”一类", "what says that the law ◆ was revised lately"}}})),
    {"name", "from", "report_year", "written", "then"},
    [](const Params& p) -> std::unique_ptr<Check> { return std::make_unique<Anachronism>(p); }};

}  // namespace hegao
