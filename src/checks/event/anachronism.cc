// Something named as if it were there, in a report written before it was.
#include <algorithm>
#include <map>

#include "checks/date_words.h"
#include "checks/event/events.h"
#include "checks/event/kinds.h"
#include "checks/law/citation.h"
#include "checks/law/surroundings.h"
#include "checks/law/writing_date.h"
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
                       {"written", InWords(written->latest, in.options.lang)}},
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

  /// Surely not there yet, and not looked forward to.
  bool Judged(const CheckInput& in, const WritingDate& written, Span at, Date from) const {
    const auto told = MonthBefore(in.doc, at);
    if (!written.SurelyBefore(from) && !(told && *told < from)) return false;
    if (from.year <= *in.facts.report_year + 1 && InPlan(in, at.begin)) return false;
    return !AnyMatches(ahead_, Surroundings(in.doc, at));
  }

  /// 2022年5月，宣讲二十大精神: the last day of the month that the sentence says, right before.
  static std::optional<Date> MonthBefore(const Document& doc, Span at) {
    constexpr std::uint32_t kNear = 90;  // bytes
    const auto near = doc.Text({doc.Around(at, kNear).begin, at.begin});
    const auto stop = near.rfind("。");
    const auto said = stop == near.npos ? near : near.substr(stop);
    const auto year = said.rfind("年");
    constexpr std::size_t kDigits = 4, kHan = 3;
    if (year == said.npos || year < kDigits) return std::nullopt;
    const auto y = ParseAsciiNumber(said.substr(year - kDigits));
    const auto m = ParseAsciiNumber(said.substr(year + kHan));
    if (!y || y->length != kDigits || !m || m->length > 2 || m->value < 1 || m->value > 12)
      return std::nullopt;
    if (!said.substr(year + kHan + m->length).starts_with("月")) return std::nullopt;
    // 自2022年5月起 is not when it was said.
    if (said.find("起", year) != said.npos || said.find("以来", year) != said.npos)
      return std::nullopt;
    return Date{static_cast<int>(y->value), static_cast<int>(m->value), 31};
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
    {"name", "from", "report_year", "written"},
    [](const Params& p) -> std::unique_ptr<Check> { return std::make_unique<Anachronism>(p); }};

}  // namespace hegao
