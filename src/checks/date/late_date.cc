// Signed or published after the deadline of the report's year and the issuer's level.
#include <algorithm>

#include "checks/date/date_context.h"
#include "checks/date/kinds.h"
#include "checks/date_words.h"

namespace hegao {
namespace {

enum class What : std::uint8_t { issue, publication };
const std::vector<std::string> kWhats = {"issue", "publication"};

struct Deadline {
  What what = What::issue;
  std::vector<int> levels;            // empty: all that no other deadline names
  int month = 0, day = 0;             // of the year after the report year
  int from_year = 0, to_year = 9999;  // report years
  Message basis;
};

std::vector<ParamSpec> DeadlineFields() {
  return {
      {"what", ParamType::choice, true, {"哪一个日期", "which date"}, 0, 1, kWhats},
      {"levels",
       ParamType::levels,
       false,
       {"适用的发文机关层级；不写：其余各级", "levels of issuers; none: all the others"}},
      {"month", ParamType::integer, true, {"次年的月", "month of the next year"}, 1, 12},
      {"day", ParamType::integer, true, {"日", "day"}, 1, 31},
      {"from_year",
       ParamType::integer,
       false,
       {"从哪个报告年度起", "first report year"},
       1990,
       2099},
      {"to_year", ParamType::integer, false, {"到哪个报告年度止", "last report year"}, 1990, 2099},
      {"basis", ParamType::text, true, {"出处", "where it is laid down, in Chinese"}},
      {"basis_en", ParamType::text, false, {"英文出处", "the same in English"}}};
}

Deadline ReadDeadline(const Params& p) {
  Deadline d;
  d.what = static_cast<What>(p.Choice("what", 0));
  d.levels = p.Levels("levels");
  d.month = static_cast<int>(p.Integer("month", 1));
  d.day = static_cast<int>(p.Integer("day", 1));
  d.from_year = static_cast<int>(p.Integer("from_year", 0));
  d.to_year = static_cast<int>(p.Integer("to_year", 9999));
  d.basis = {p.Text("basis"), p.Text("basis_en")};
  return d;
}

class LateDate : public Check {
 public:
  explicit LateDate(const Params& p)
      : of_(static_cast<What>(p.Choice("of", 0))),
        season_end_(static_cast<int>(p.Integer("season_end_month", 6))) {
    for (const auto& record : p.Records("deadlines")) deadlines_.push_back(ReadDeadline(record));
  }

  void Run(const CheckInput& in, Reporter& reporter) const override {
    if (!in.facts.report_year) return;
    const auto* deadline = Find(in, of_);
    if (deadline == nullptr) return;
    const Date due = DueOf(*deadline, *in.facts.report_year);
    if (of_ == What::issue)
      JudgeIssue(in, *deadline, due, reporter);
    else
      JudgePublication(in, *deadline, due, reporter);
  }

 private:
  static Date DueOf(const Deadline& deadline, int report_year) {
    return {report_year + 1, deadline.month, deadline.day};
  }

  /// The deadline for the level and year; one that names the level goes before one for all others.
  const Deadline* Find(const CheckInput& in, What what) const {
    const Deadline* general = nullptr;
    const int year = *in.facts.report_year;
    for (const auto& d : deadlines_) {
      if (d.what != what || year < d.from_year || year > d.to_year) continue;
      if (d.levels.empty()) {
        if (general == nullptr) general = &d;
      } else if (std::find(d.levels.begin(), d.levels.end(), in.level) != d.levels.end()) {
        return &d;
      }
    }
    return general;
  }

  void JudgeIssue(const CheckInput& in, const Deadline& deadline, const Date& due,
                  Reporter& reporter) const {
    const auto& issue = in.facts.issue_date;
    if (issue && issue->valid) {
      if (issue->date <= due) return;
      ReportExtras extras;
      // A year inferred from the date itself, or a date years away: one of the two may be wrong.
      extras.weaker = in.facts.year_source == FactSource::date || issue->date.year > due.year + 1;
      Report(in, issue->folded, issue->date, deadline, due, extras, reporter);
      return;
    }
    // Undated: only the calendar speaks, and only while this year's reports are being written.
    if (in.options.phase != Phase::submit || issue || in.facts.publication_date ||
        !InSeason(in, due)) {
      return;
    }
    ReportExtras extras;
    extras.weaker = true;
    extras.subject = "issue";
    ReportToday(in, deadline, due, extras, reporter);
  }

  void JudgePublication(const CheckInput& in, const Deadline& deadline, const Date& due,
                        Reporter& reporter) const {
    if (const auto& published = in.facts.publication_date) {
      if (*published <= due) return;
      ReportExtras extras;
      // Years later it is the date of a page that was moved to a new site.
      extras.weaker = published->year > due.year || in.facts.year_source == FactSource::date;
      reporter.AllowUnreadablePlaces();
      Report(in, in.facts.publication_span, *published, deadline, due, extras, reporter);
      return;
    }
    // To be published now: late while this year's reports are due, and history after that.
    if (in.options.phase != Phase::publish || !InSeason(in, due)) return;
    ReportExtras extras;
    extras.subject = "publication";
    ReportToday(in, deadline, due, extras, reporter);
  }

  bool InSeason(const CheckInput& in, const Date& due) const {
    const auto& today = in.options.as_of;
    return today > due && today.year == due.year && today.month <= season_end_;
  }

  /// Not dated or not published: late as of today, said at the end of the text.
  void ReportToday(const CheckInput& in, const Deadline& deadline, const Date& due,
                   ReportExtras extras, Reporter& reporter) const {
    const auto end = in.doc.TextEnd();
    Report(in, {end, end}, in.options.as_of, deadline, due, std::move(extras), reporter);
  }

  void Report(const CheckInput& in, Span at, const Date& date, const Deadline& deadline,
              const Date& due, ReportExtras extras, Reporter& reporter) const {
    const auto lang = in.options.lang;
    const auto day = InWords(date, lang);
    const auto today = lang == Lang::en ? "today, " + day + "," : "今天（" + day + "）";
    reporter.Report(at,
                    {{"date", at.empty() ? today : day},
                     {"deadline", InWords(due, lang)},
                     {"report_year", std::to_string(*in.facts.report_year)},
                     {"basis", deadline.basis.In(lang)},
                     {"more", More(in, date)}},
                    std::move(extras));
  }

  /// Signed after it had to be public: the other deadline cannot have been kept either.
  std::string More(const CheckInput& in, const Date& date) const {
    const auto* publication = of_ == What::issue ? Find(in, What::publication) : nullptr;
    if (publication == nullptr) return "";
    const auto due = DueOf(*publication, *in.facts.report_year);
    if (date <= due) return "";
    return Fill(in.options.lang == Lang::en ? ", and after the deadline for publication, {d}"
                                            : "，也过了公开的期限{d}",
                {{"d", InWords(due, in.options.lang)}});
  }

  What of_;
  int season_end_;
  std::vector<Deadline> deadlines_;
};

}  // namespace

const CheckKind kLateDate = {
    "late_date",
    {"成文或者发布晚于规定的期限", "Signed or published after the deadline"},
    "of: issue\ndeadlines:\n  - {what: issue, month: 3, day: 1, basis: 规定}",
    {{"of",
      ParamType::choice,
      true,
      {"核对成文日期还是发布日期", "the date of issue, or that of publication"},
      0,
      1,
      kWhats},
     {"deadlines",
      ParamType::records,
      true,
      {"各级、各年度的期限", "deadlines by level and report year"},
      0,
      1,
      {},
      DeadlineFields()},
     {"season_end_month",
      ParamType::integer,
      false,
      {"没有成文日期的，今天在次年这个月以后就不提示",
       "undated: silent where today is after this month of the next year"},
      1,
      12}},
    {"date", "deadline", "report_year", "basis", "more"},
    [](const Params& p) -> std::unique_ptr<Check> { return std::make_unique<LateDate>(p); }};

}  // namespace hegao
