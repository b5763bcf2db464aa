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

/// 周 is a family name too: 周三平同志.
bool IsName(std::string_view behind) {
  const auto near = FirstCodePoints(behind, 4);
  return near.find("同志") != near.npos;
}

/// After a comma only a weekday that stands by itself belongs to the date before it.
bool StandsAlone(std::string_view behind) {
  static constexpr std::array<std::string_view, 8> kNext = {",",    "。",   ";",  ")",
                                                            "上午", "下午", "晚", "中午"};
  return behind.empty() || std::any_of(kNext.begin(), kNext.end(), [&](std::string_view next) {
           return behind.substr(0, next.size()) == next;
         });
}

struct Beside {
  Span folded;  // the day of the week
  int weekday = 0;
};

/// 周一至周五 and 周六、周日 are more than one date's day.
bool GoesOn(std::string_view behind) {
  static constexpr std::array<std::string_view, 5> kMore = {"至", "到", "-", "、", "~"};
  return std::any_of(kMore.begin(), kMore.end(),
                     [&](std::string_view more) { return behind.substr(0, more.size()) == more; });
}

/// Directly behind the date, in brackets, or behind a comma.
std::optional<Beside> WeekdayBehind(const Document& doc, const TextDate& date) {
  static constexpr std::string_view kOpen = "【";
  const auto block = doc.blocks[date.block].folded;
  const auto text = doc.Text({date.folded.end, block.end});
  std::size_t at = 0;
  bool comma = false;
  for (; at < text.size() && at < 3; ++at) {
    if (text[at] != ' ' && text[at] != '(' && text[at] != '[' && text[at] != ',') break;
    comma |= text[at] == ',';
  }
  if (text.substr(at, kOpen.size()) == kOpen) at += kOpen.size();
  const auto named = ReadWeekday(text.substr(at));
  if (named.length == 0) return std::nullopt;
  const auto behind = text.substr(at + named.length);
  if (GoesOn(behind) || (at == 0 && IsName(behind)) || (comma && !StandsAlone(behind))) {
    return std::nullopt;
  }
  const auto begin = date.folded.end + static_cast<std::uint32_t>(at);
  return Beside{{begin, begin + static_cast<std::uint32_t>(named.length)}, named.weekday};
}

/// Before a date in brackets: 星期四(2024年3月6日).
std::optional<Beside> WeekdayBefore(const Document& doc, const TextDate& date) {
  constexpr std::uint32_t kLongest = 9;  // bytes
  const auto block = doc.blocks[date.block].folded;
  if (date.folded.begin == block.begin) return std::nullopt;
  const auto bracket = date.folded.begin - 1;
  if (doc.folded.text()[bracket] != '(') return std::nullopt;
  for (const std::uint32_t length : {kLongest, kLongest - 3}) {
    if (bracket < block.begin + length) continue;
    const auto named = ReadWeekday(doc.Text({bracket - length, bracket}));
    if (named.length == length) return Beside{{bracket - length, bracket}, named.weekday};
  }
  return std::nullopt;
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
      auto beside = WeekdayBehind(in.doc, date);
      if (!beside) beside = WeekdayBefore(in.doc, date);
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
      // The year is a guess where nothing before it in its paragraph speaks of any.
      const auto near = in.doc.Around(date.folded, 300);
      const auto before = in.doc.Text({near.begin, date.folded.begin});
      if (before.find("年") != before.npos || InPlan(in, date.folded.begin)) return;
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
