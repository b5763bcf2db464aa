// A day of the week beside a date that was another one.
#include <algorithm>
#include <array>

#include "checks/date/date_context.h"
#include "checks/date/kinds.h"
#include "checks/date_words.h"
#include "text/affix.h"
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

constexpr int kWeekend = 7;  // 周末: one of two days

struct Named {
  std::size_t length = 0;  // bytes; 0: no day of the week
  int weekday = 0;
  bool digit = false;
};

/// 星期五, 周五, 礼拜五, 星期5 or 周末 at the start of `s`.
Named ReadWeekday(std::string_view s) {
  static constexpr std::array<std::string_view, 3> kLeads = {"星期", "礼拜", "周"};
  static constexpr std::array<std::string_view, 8> kDays = {"一", "二", "三", "四",
                                                            "五", "六", "日", "天"};
  constexpr std::string_view kWeekendWord = "周末";
  if (s.substr(0, kWeekendWord.size()) == kWeekendWord)
    return {kWeekendWord.size(), kWeekend, false};
  for (const auto lead : kLeads) {
    if (s.substr(0, lead.size()) != lead) continue;
    for (std::size_t d = 0; d < kDays.size(); ++d) {
      if (s.substr(lead.size(), kDays[d].size()) != kDays[d]) continue;
      return {lead.size() + kDays[d].size(), static_cast<int>(d > 6 ? 6 : d), false};
    }
    const auto digit = s.substr(lead.size(), 2);
    const bool one = !digit.empty() && digit[0] >= '1' && digit[0] <= '7' &&
                     (digit.size() == 1 || digit[1] < '0' || digit[1] > '9');
    if (one) return {lead.size() + 1, digit[0] - '1', true};
  }
  return {};
}

/// 周 is a family name too: 周三平同志.
bool IsName(std::string_view behind) {
  return FirstCodePoints(behind, 4).find("同志") != behind.npos;
}

/// After a comma only a weekday that stands by itself belongs to the date before it.
bool StandsAlone(std::string_view behind) {
  return behind.empty() || StartsWithAny(behind, {",", "。", ";", ")", "]", "】", "〕", "上午",
                                                  "下午", "晚", "中午", "早", "凌晨", "傍晚"});
}

struct Beside {
  Span folded;  // the day of the week
  int weekday = 0;
};

/// 周一至周五 and 周六、周日 are more than one date's day; 周3次 and 周五个 are none.
bool GoesOn(std::string_view behind) {
  return StartsWithAny(behind, {"至", "到", "-", "、", "~", "和", "及", "或", "次", "个", "期",
                                "届", "轮", "年", "岁"});
}

/// What may stand between a date and its weekday: 5月20日上午(周一), 5月20日正值周一.
std::size_t LinkAt(std::string_view s) {
  static constexpr std::array<std::string_view, 37> kLinks = {
      " ",    ",",    "、",   "(",    "[",    "【",   "〔",   "当天", "当日", "当晚",
      "这一", "这天", "这个", "这",   "那天", "那个", "一天", "天",   "是",   "为",
      "正值", "恰值", "恰逢", "适逢", "正逢", "正好", "恰好", "刚好", "正",   "恰",
      "即",   "系",   "上午", "下午", "晚上", "晚",   "中午"};
  for (const auto link : kLinks) {
    if (s.substr(0, link.size()) == link) return link.size();
  }
  return 0;
}

/// The day of the week among what a bracket says beside a date, at its end or before a mark:
/// (农历正月初一,星期六). None where it names more than one, or dates of its own.
std::size_t FindInBracket(std::string_view inside, Named* found) {
  std::size_t place = inside.npos;
  for (std::size_t at = 0; at < inside.size();) {
    const auto named = ReadWeekday(inside.substr(at));
    if (named.length == 0) {
      at += DecodeAt(inside, at).length;
      continue;
    }
    const auto before = inside.substr(0, at);
    const auto last = before.empty() ? U'\0' : DecodeBefore(before, before.size()).value;
    static constexpr std::array<char32_t, 8> kOthers = {U'每', U'逢', U'双', U'单',
                                                        U'隔', U'个', U'至', U'到'};
    const bool other = std::find(kOthers.begin(), kOthers.end(), last) != kOthers.end();
    if (other || place != inside.npos || !StandsAlone(inside.substr(at + named.length))) {
      return inside.npos;
    }
    place = at;
    *found = named;
    at += named.length;
  }
  return place;
}

std::optional<Beside> WeekdayInBracket(std::uint32_t begin, std::string_view text) {
  constexpr std::size_t kLongest = 60;  // bytes
  if (text.empty() || text[0] != '(') return std::nullopt;
  const auto close = text.substr(0, kLongest).find(')');
  if (close == text.npos) return std::nullopt;
  Named named;
  const auto inside = text.substr(1, close - 1);
  const auto at = FindInBracket(inside, &named);
  if (at == inside.npos) return std::nullopt;
  const auto from = begin + 1 + static_cast<std::uint32_t>(at);
  return Beside{{from, from + static_cast<std::uint32_t>(named.length)}, named.weekday};
}

/// Directly behind the date, in brackets, behind a comma or a word that joins them.
std::optional<Beside> WeekdayBehind(const Document& doc, const TextDate& date) {
  constexpr int kLinksAtMost = 4;
  const auto block = doc.blocks[date.block].folded;
  const auto text = doc.Text({date.folded.end, block.end});
  std::size_t at = 0;
  bool apart = false, bracket = false;
  for (int n = 0; n < kLinksAtMost; ++n) {
    const auto link = LinkAt(text.substr(at));
    if (link == 0) break;
    apart |= text[at] == ',' || text.substr(at, link) == "、";
    if (text[at] == '(') {
      const auto begin = date.folded.end + static_cast<std::uint32_t>(at);
      if (auto beside = WeekdayInBracket(begin, text.substr(at))) return beside;
      bracket = true;
    }
    at += link;
  }
  const auto named = ReadWeekday(text.substr(at));
  if (named.length == 0) return std::nullopt;
  const auto behind = text.substr(at + named.length);
  if (GoesOn(behind) || (at == 0 && IsName(behind)) ||
      ((apart || named.digit) && !StandsAlone(behind)) || (date.ends_range && !bracket)) {
    return std::nullopt;
  }
  const auto begin = date.folded.end + static_cast<std::uint32_t>(at);
  return Beside{{begin, begin + static_cast<std::uint32_t>(named.length)}, named.weekday};
}

/// Before a date: 星期四(2024年3月6日); behind a comma where the weekday begins its clause.
std::optional<Beside> WeekdayBefore(const Document& doc, const TextDate& date) {
  constexpr std::uint32_t kLongest = 9;  // bytes
  const auto block = doc.blocks[date.block].folded;
  if (date.folded.begin == block.begin || date.starts_range) return std::nullopt;
  const auto mark = date.folded.begin - 1;
  const char joint = doc.folded.text()[mark];
  if (joint != '(' && joint != ',') return std::nullopt;
  for (const std::uint32_t length : {kLongest, kLongest - 2, kLongest - 3, kLongest - 5}) {
    if (mark < block.begin + length) continue;
    const auto named = ReadWeekday(doc.Text({mark - length, mark}));
    if (named.length != length) continue;
    const auto begin = mark - length;
    const auto before = begin == block.begin ? U'。' : DecodeBefore(doc.folded.text(), begin).value;
    static constexpr std::array<char32_t, 9> kOthers = {U'每', U'逢', U'双', U'单', U'隔',
                                                        U'个', U'至', U'到', U'、'};
    const bool other = std::find(kOthers.begin(), kOthers.end(), before) != kOthers.end();
    const bool starts = before == U'。' || before == U';' || before == U',';
    if (other || (joint == ',' && !starts)) return std::nullopt;
    return Beside{{begin, mark}, named.weekday};
  }
  return std::nullopt;
}

/// 每年5月20日, 每月20日: no day of one year.
bool ComesBack(const Document& doc, const TextDate& date) {
  const auto before = doc.Text(doc.Around({date.folded.begin, date.folded.begin}, 9));
  return date.year == 0 && before.find("每") != before.npos;
}

bool Fits(int year, const TextDate& date, int weekday) {
  const Date day{year, date.month, date.day};
  if (!IsValid(day)) return true;  // nothing can be said
  const int real = WeekdayOf(day);
  return weekday == kWeekend ? real >= 4 : real == weekday;  // Friday evening begins it
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
      if (date.lunar || date.day < 1 || ComesBack(in.doc, date)) continue;
      auto beside = WeekdayBehind(in.doc, date);
      if (!beside) beside = WeekdayBefore(in.doc, date);
      if (beside) Judge(in, date, *beside, reporter);
    }
  }

 private:
  static void Judge(const CheckInput& in, const TextDate& date, const Beside& beside,
                    Reporter& reporter) {
    const auto years = YearsMeant(in, date);
    const bool fits = std::any_of(years.begin(), years.end(),
                                  [&](int y) { return Fits(y, date, beside.weekday); });
    if (years.empty() || fits) return;
    const Date day{years.front(), date.month, date.day};
    ReportExtras extras;
    // The year is a guess where the date has none; a weekend may be longer than two days.
    extras.weaker = date.Year() == 0 || beside.weekday == kWeekend;
    reporter.Report(Hull(date.folded, beside.folded),
                    {{"date", InWords(day, in.options.lang)},
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
