// A report whose newest guiding meeting is older than what reports of its year name.
#include <algorithm>

#include "checks/event/events.h"
#include "checks/event/kinds.h"
#include "checks/law/surroundings.h"
#include "checks/law/writing_date.h"

namespace hegao {
namespace {

class StaleGuidance : public Check {
 public:
  explicit StaleGuidance(const Params& p) : events_(p), history_(p.Patterns("history")) {}

  void Run(const CheckInput& in, Reporter& reporter) const override {
    const auto written = WritingDateOf(in.facts);
    if (!written) return;
    const int year = *in.facts.report_year;
    const auto newest = Newest(in);
    if (newest.event == nullptr) return;
    // What the year had seen by its last month; a report closed earlier, by then.
    const auto by = std::min(Date{year, 12, 1}, written->latest);
    const Event* expected = nullptr;
    for (const auto& e : events_.events()) {
      if (e.guides && !e.minor && !e.until && e.from <= by &&
          (expected == nullptr || expected->from < e.from))
        expected = &e;
    }
    if (expected == nullptr) return;
    const auto verdict = Judge(newest, by, year);
    if (verdict == Verdict::fine) return;
    ReportExtras extras;
    extras.weaker = verdict == Verdict::behind;
    reporter.Report(newest.folded,
                    {{"newest", newest.event->name},
                     {"expected", expected->name},
                     {"report_year", std::to_string(year)}},
                    extras);
  }

 private:
  enum class Verdict : std::uint8_t { fine, behind, stale };
  struct Named {
    const Event* event = nullptr;
    Span folded;
    Date date;
  };

  /// The newest guiding meeting, if one is named as more than history.
  Named Newest(const CheckInput& in) const {
    Named newest;
    bool as_guidance = false;
    std::vector<Span> guiding;
    for (const auto& m : events_.Find(in.doc)) {
      const auto& e = events_.events()[m.event];
      if (!e.guides) continue;
      const auto date = e.until.value_or(e.from);
      guiding.push_back(m.folded);
      as_guidance = as_guidance || !IsHistory(in, m.folded);
      if (newest.event == nullptr || newest.date < date) newest = {&e, m.folded, date};
    }
    if (!as_guidance) return {};
    // All that are named in one sentence are one finding.
    for (const auto& s : guiding) {
      const auto hull = Hull(s, newest.folded);
      if (InOneSentence(in.doc, hull)) newest.folded = hull;
    }
    return newest;
  }

  bool IsHistory(const CheckInput& in, Span at) const {
    const auto told = YearBefore(in, at);
    // 十九大以来 is one name of the table, and the words that look back are part of it.
    return (told && *told < *in.facts.report_year) ||
           AnyMatches(history_, Surroundings(in.doc, at)) ||
           AnyMatches(history_, Surroundings(in.doc, {at.begin, at.begin}));
  }

  static bool InOneSentence(const Document& doc, Span at) {
    constexpr std::uint32_t kLongest = 240;  // bytes
    if (at.size() > kLongest || doc.BlockAt(at.begin) != doc.BlockAt(at.end)) return false;
    const auto text = doc.Text(at);
    return text.find("。") == text.npos && text.find(';') == text.npos;
  }

  /// A congress stays the guidance of its term, a session only until the next one or two.
  Verdict Judge(const Named& newest, Date by, int year) const {
    int steps = 0;
    Date term{};
    for (const auto& e : events_.events()) {
      if (!e.guides || e.minor || e.until || by < e.from) continue;
      if (newest.date < e.from) ++steps;
      if (e.opens_term) term = std::max(term, e.from);
    }
    if (steps == 0) return Verdict::fine;
    if (newest.event->opens_term && newest.date >= term)
      return steps >= 2 ? Verdict::behind : Verdict::fine;
    return steps >= 2 || year - newest.date.year >= 2 ? Verdict::stale : Verdict::behind;
  }

  EventFinder events_;
  std::vector<Pattern> history_;
};

}  // namespace

const CheckKind kStaleGuidance = {
    "stale_guidance",
    {"提到的最新会议太旧，多半是旧稿", "The newest guiding meeting named is too old"},
    "events: [{name: 甲会, forms: [甲会精神], from: 2022-01-01, guides: true}]",
    EventParams({{"history",
                  ParamType::patterns,
                  false,
                  {"只是回顾的说法，◆是会议", "what only looks back on it; ◆ is the meeting"}}}),
    {"newest", "expected", "report_year"},
    [](const Params& p) -> std::unique_ptr<Check> { return std::make_unique<StaleGuidance>(p); }};

}  // namespace hegao
