// Dates the calendar does not have: February 30, a thirteenth month, also as the end of a range.
#include <algorithm>
#include <array>

#include "checks/date/date_context.h"
#include "checks/date/kinds.h"
#include "text/utf8.h"

namespace hegao {
namespace {

enum class Verdict : std::uint8_t { possible, unlikely, doubtful, impossible };

constexpr int kLeapYear = 2024;

bool Follows(const Document& doc, const TextDate& date, std::string_view word) {
  const auto block = doc.blocks[date.block].folded;
  return doc.Text({date.folded.end, block.end}).substr(0, word.size()) == word;
}

bool FollowsAny(const Document& doc, const TextDate& date) {
  // Ages, articles, versions and the like: numbers that are no days.
  static constexpr std::array<std::string_view, 9> kOthers = {"龄", "饼", "条", "款", "版",
                                                              "节", "章", "页", "号"};
  for (const auto word : kOthers) {
    if (Follows(doc, date, word)) return true;
  }
  return false;
}

/// Behind a word for a number: 编号2024-02-31.
bool IsNumbered(const Document& doc, const TextDate& date) {
  static constexpr std::array<char32_t, 5> kWords = {U'号', U'编', U'码', U'第', U'〔'};
  auto at = date.folded.begin;
  const auto begin = doc.blocks[date.block].folded.begin;
  if (at > begin && (doc.folded.text()[at - 1] == ':' || doc.folded.text()[at - 1] == ' ')) --at;
  if (at == begin) return false;
  const auto before = DecodeBefore(doc.folded.text(), at).value;
  return std::find(kWords.begin(), kWords.end(), before) != kWords.end();
}

/// 31号楼: a house, not a day.
bool IsHouse(const Document& doc, const TextDate& date) {
  static constexpr std::array<std::string_view, 7> kHouses = {"楼", "院", "房", "线",
                                                              "门", "铺", "库"};
  const auto text = doc.Text(date.folded);
  constexpr std::string_view kMark = "号";
  if (text.size() < kMark.size() || text.substr(text.size() - kMark.size()) != kMark) return false;
  return std::any_of(kHouses.begin(), kHouses.end(),
                     [&](std::string_view word) { return Follows(doc, date, word); });
}

/// 2024-13-01 may be any number with dashes; a day too many in a month that exists is a date.
Verdict JudgeNumeric(const Document& doc, const TextDate& date) {
  if (IsValid({date.year, date.month, date.day}) || FollowsAny(doc, date) ||
      IsNumbered(doc, date)) {
    return Verdict::possible;
  }
  if (date.month >= 1 && date.month <= 12 && date.day >= 29 && date.day <= 31) {
    return Verdict::impossible;
  }
  const bool is_day = date.month >= 1 && date.month <= 12 && date.day <= 39;
  const bool is_month = date.month >= 13 && date.month <= 19 && date.day >= 1 && date.day <= 31;
  return date.separator == '-' && (is_day || is_month) ? Verdict::doubtful : Verdict::possible;
}

/// 13月 with nothing that says it is a month of a year: a slip of the pen where a clause begins
/// with it; elsewhere it may be a length of time.
Verdict JudgeBareMonth(const Document& doc, const TextDate& date) {
  if (date.chinese || (date.month != 0 && (date.month < 13 || date.month > 19))) {
    return Verdict::possible;
  }
  if (FollowsAny(doc, date)) return Verdict::possible;
  const auto begin = doc.blocks[date.block].folded.begin;
  if (date.folded.begin == begin) return Verdict::doubtful;
  static constexpr std::array<char32_t, 8> kStarts = {U'。', U',',  U';',  U':',
                                                      U'在', U'于', U'从', U'自'};
  const auto before = DecodeBefore(doc.folded.text(), date.folded.begin).value;
  return std::find(kStarts.begin(), kStarts.end(), before) != kStarts.end() ? Verdict::doubtful
                                                                            : Verdict::possible;
}

Verdict JudgeMonth(const Document& doc, const TextDate& date) {
  if (!date.month_of_year) return JudgeBareMonth(doc, date);
  if (date.chinese || FollowsAny(doc, date)) return Verdict::possible;
  return date.month >= 1 && date.month <= 12 ? Verdict::possible : Verdict::impossible;
}

/// February 29 without a year, where none of the years it may be of has one.
Verdict JudgeLeapDay(const CheckInput& in, const TextDate& date) {
  const auto years = YearsMeant(in, date);
  const bool none = std::none_of(years.begin(), years.end(), [](int year) {
    return IsValid({year, 2, 29});
  });
  return none && !years.empty() ? Verdict::doubtful : Verdict::possible;
}

Verdict JudgeDay(const CheckInput& in, const TextDate& date) {
  if (date.year != 0) {
    return IsValid({date.year, date.month, date.day}) ? Verdict::possible : Verdict::impossible;
  }
  if (!IsValid({kLeapYear, date.month, date.day})) {
    // In Chinese numerals it may be the lunar calendar, which may have a thirtieth in any month.
    const bool may_be_lunar =
        date.chinese && date.day >= 1 && date.day <= 30 && date.month >= 1 && date.month <= 12;
    return may_be_lunar ? Verdict::unlikely : Verdict::impossible;
  }
  return date.month == 2 && date.day == 29 ? JudgeLeapDay(in, date) : Verdict::possible;
}

Verdict Judge(const CheckInput& in, const TextDate& date) {
  if (date.lunar || IsHouse(in.doc, date)) return Verdict::possible;
  if (date.form == TextDate::Form::numeric) return JudgeNumeric(in.doc, date);
  return date.day < 0 ? JudgeMonth(in.doc, date) : JudgeDay(in, date);
}

class InvalidDate : public Check {
 public:
  explicit InvalidDate(const Params& p) : lunar_(p.Patterns("lunar")) {}

  void Run(const CheckInput& in, Reporter& reporter) const override {
    for (const auto& date : FindTextDates(in.doc)) {
      const auto verdict = Judge(in, date);
      if (verdict == Verdict::possible) continue;
      if (verdict == Verdict::unlikely && IsLunarTalk(in.doc, date)) continue;
      ReportExtras extras;
      extras.weaker = verdict == Verdict::doubtful;
      if (verdict == Verdict::unlikely) extras.at_most = Severity::info;
      reporter.Report(date.folded, {{"date", Shown(date, in, reporter)}}, extras);
    }
  }

 private:
  bool IsLunarTalk(const Document& doc, const TextDate& date) const {
    constexpr std::uint32_t kNear = 90;  // bytes
    const auto near = doc.Text(doc.Around(date.folded, kNear));
    return std::any_of(lunar_.begin(), lunar_.end(),
                       [&](const Pattern& p) { return p.Matches(near); });
  }

  std::vector<Pattern> lunar_;
};

}  // namespace

const CheckKind kInvalidDate = {
    "invalid_date",
    {"日历上没有的日期", "A date the calendar does not have"},
    "lunar: [农历]",
    {{"lunar",
      ParamType::patterns,
      false,
      {"附近有这些，汉字写的、没有年份的日期可能是农历，不报；没有的只作提示",
       "near a date in Chinese numerals without a year: lunar, nothing is reported; else info"}}},
    {"date"},
    [](const Params& p) -> std::unique_ptr<Check> { return std::make_unique<InvalidDate>(p); }};

}  // namespace hegao
