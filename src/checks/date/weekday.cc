// A day of the week beside a date that was another one.
#include <algorithm>
#include <array>

#include "checks/date/date_context.h"
#include "checks/date/kinds.h"
#include "text/utf8.h"

namespace hegao {
namespace {

/// 0 Monday … 6 Sunday. Sakamoto's method; the date must be valid.
int WeekdayOf(const Date& d) {
  static constexpr std::array<int, 12> kShift = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
  const int y = d.month < 3 ? d.year - 1 : d.year;
  const int sunday_first = (y + y / 4 - y / 100 + y / 400 + kShift[d.month - 1] + d.day) % 7;
  return (sunday_first + 6) % 7;
}

struct Named {
  std::size_t length = 0;  // bytes; 0: no day of the week
  int weekday = 0;
};

/// 星期五, 周五 or 礼拜五 at the start of `s`.
Named ReadWeekday(std::string_view s) {
  static constexpr std::array<std::string_view, 3> kLeads = {"星期", "礼拜", "周"};
  static constexpr std::array<std::string_view, 8> kDays = {"一", "二", "三", "四",
                                                            "五", "六", "日", "天"};
  for (const auto lead : kLeads) {
    if (s.substr(0, lead.size()) != lead) continue;
    for (std::size_t d = 0; d < kDays.size(); ++d) {
      if (s.substr(lead.size(), kDays[d].size()) != kDays[d]) continue;
      return {lead.size() + kDays[d].size(), static_cast<int>(d > 6 ? 6 : d)};
    }
  }
  return {};
}

/// 周 is a family name too: behind a bare 周三 stands a mark or a time of the day, or it is none.
bool IsName(std::string_view text, std::size_t end) {
  constexpr std::string_view kFamily = "周";
  if (text.substr(0, kFamily.size()) != kFamily || end >= text.size()) return false;
  if (!IsHan(DecodeAt(text, end).value)) return false;
  static constexpr std::array<std::string_view, 6> kTimes = {"上", "下", "晚", "早", "中", "夜"};
  return std::none_of(kTimes.begin(), kTimes.end(),
                      [&](std::string_view time) { return text.substr(end, time.size()) == time; });
}

struct Beside {
  Span folded;  // the day of the week
  int weekday = 0;
};

/// Directly behind the date, or in brackets; a date in brackets behind it is not looked for.
std::optional<Beside> WeekdayBeside(const Document& doc, const TextDate& date) {
  const auto block = doc.blocks[date.block].folded;
  const auto text = doc.Text({date.folded.end, block.end});
  std::size_t at = 0;
  while (at < text.size() && at < 3 && (text[at] == ' ' || text[at] == '(' || text[at] == '['))
    ++at;
  const auto named = ReadWeekday(text.substr(at));
  if (named.length == 0) return std::nullopt;
  const auto end = at + named.length;
  if (at == 0 && IsName(text, end)) return std::nullopt;
  // 周一至周五 and 周六、周日 are more than this date's day.
  static constexpr std::array<std::string_view, 5> kMore = {"至", "到", "-", "、", "~"};
  for (const auto more : kMore) {
    if (text.substr(end, more.size()) == more) return std::nullopt;
  }
  const auto begin = date.folded.end + static_cast<std::uint32_t>(at);
  return Beside{{begin, date.folded.end + static_cast<std::uint32_t>(end)}, named.weekday};
}

class Weekday : public Check {
 public:
  void Run(const CheckInput& in, Reporter& reporter) const override {
    if (in.doc.folded.text().find("周") == std::string_view::npos &&
        in.doc.folded.text().find("星期") == std::string_view::npos &&
        in.doc.folded.text().find("礼拜") == std::string_view::npos) {
      return;
    }
    for (const auto& date : FindTextDates(in.doc)) {
      if (date.lunar || date.day < 1 || date.ends_range) continue;
      const auto beside = WeekdayBeside(in.doc, date);
      if (beside) Judge(in, date, *beside, reporter);
    }
  }

 private:
  static void Judge(const CheckInput& in, const TextDate& date, const Beside& beside,
                    Reporter& reporter) {
    const int year = date.Year() != 0 ? date.Year() : in.facts.report_year.value_or(0);
    const Date day{year, date.month, date.day};
    if (year == 0 || !IsValid(day) || WeekdayOf(day) == beside.weekday) return;
    ReportExtras extras;
    if (date.Year() == 0) {
      // The year is a guess: told only where it was another day in the years round it as well.
      for (const int other : {year - 1, year + 1}) {
        const Date then{other, date.month, date.day};
        if (!IsValid(then) || WeekdayOf(then) == beside.weekday) return;
      }
      extras.weaker = true;
    }
    reporter.Report(Hull(date.folded, beside.folded),
                    {{"date", Words(day, in.options.lang)},
                     {"found", reporter.Quote(beside.folded)},
                     {"weekday", Name(WeekdayOf(day), in.options.lang)}},
                    extras);
  }

  static std::string Name(int weekday, Lang lang) {
    static constexpr std::array<std::string_view, 7> kZh = {"星期一", "星期二", "星期三", "星期四",
                                                            "星期五", "星期六", "星期日"};
    static constexpr std::array<std::string_view, 7> kEn = {
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    return std::string(lang == Lang::en ? kEn[weekday] : kZh[weekday]);
  }
};

}  // namespace

const CheckKind kWeekday = {
    "weekday",
    {"日期旁边写的星期不对", "A day of the week beside a date that was another one"},
    "{}",
    {},
    {"date", "found", "weekday"},
    [](const Params&) -> std::unique_ptr<Check> { return std::make_unique<Weekday>(); }};

}  // namespace hegao
