#include "checks/date/text_dates.h"

#include <algorithm>
#include <array>

#include "text/affix.h"
#include "text/numerals.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::string_view kYear = "年", kMonth = "月";
constexpr std::size_t kLunarReach = 18;  // bytes before a date

/// The text of one block with a place in it. Everything reads forward or back from a place.
class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool Is(std::size_t at, std::string_view word) const {
    return text_.substr(std::min(at, text_.size()), word.size()) == word;
  }
  bool EndsWith(std::size_t at, std::string_view word) const {
    return at >= word.size() && Is(at - word.size(), word);
  }
  char At(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  char Before(std::size_t at) const { return at > 0 ? text_[at - 1] : '\0'; }
  std::size_t SkipBlank(std::size_t at) const { return At(at) == ' ' ? at + 1 : at; }
  std::size_t SkipBlankBack(std::size_t at) const { return Before(at) == ' ' ? at - 1 : at; }

  /// A number that starts at `at`, in Arabic or Chinese numerals, of at most `most` digits.
  bool NumberAt(std::size_t at, std::size_t most, int* value, std::size_t* end,
                bool* chinese) const {
    const auto rest = text_.substr(std::min(at, text_.size()), 12);
    auto n = ParseAsciiNumber(rest);
    if (n && n->length > most) return false;
    if (!n) {
      n = ParseCjkNumber(rest);
      *chinese |= n.has_value();
    }
    if (!n) return false;
    *value = static_cast<int>(n->value);
    *end = at + n->length;
    return true;
  }

  /// A number that ends at `at`.
  bool NumberBefore(std::size_t at, std::size_t most, int* value, std::size_t* begin,
                    bool* chinese) const {
    auto from = at;
    while (IsAsciiDigit(Before(from)) && at - from <= most) --from;
    if (from != at) {
      std::size_t end = 0;
      *begin = from;
      return at - from <= most && NumberAt(from, most, value, &end, chinese);
    }
    static constexpr std::array<std::string_view, 10> kNumerals = {"一", "二", "三", "四", "五",
                                                                   "六", "七", "八", "九", "十"};
    const auto numeral = [&](std::size_t end) {
      return std::any_of(kNumerals.begin(), kNumerals.end(),
                         [&](std::string_view n) { return EndsWith(end, n); });
    };
    while (numeral(from) && at - from < 9) from -= 3;
    if (from == at) return false;
    std::size_t end = 0;
    *begin = from;
    return NumberAt(from, most, value, &end, chinese) && end == at;
  }

  /// Length of the dash or word for “to” at `at`, 0 if there is none.
  std::size_t RangeMarkAt(std::size_t at) const {
    const auto begin = at;
    at = SkipBlank(at);
    std::size_t dashes = 0;
    while (dashes < 2 && (At(at + dashes) == '-' || At(at + dashes) == '~')) ++dashes;
    if (dashes == 0) {
      if (!Is(at, "至") && !Is(at, "到")) return 0;
      dashes = 3;
    }
    return SkipBlank(at + dashes) - begin;
  }
  bool RangeMarkBefore(std::size_t at) const {
    at = SkipBlankBack(at);
    // 截至 and 截止到 are no range: what is counted up to that day.
    if (EndsWith(at, "截至") || EndsWith(at, "截止到") || EndsWith(at, "截止至")) return false;
    return Before(at) == '-' || Before(at) == '~' || EndsWith(at, "至") || EndsWith(at, "到");
  }

  /// Four digits of a year that end at `at`.
  int YearBefore(std::size_t at, std::size_t* begin) const {
    int year = 0;
    bool chinese = false;
    if (!NumberBefore(at, 4, &year, begin, &chinese) || chinese || at - *begin != 4) return 0;
    return year >= 1900 && year <= 2099 ? year : 0;
  }

  /// Two digits of a year of this century that end at `at`: 24年. Shorter ones count years.
  int ShortYearBefore(std::size_t at, std::size_t* begin) const {
    int year = 0;
    bool chinese = false;
    if (!NumberBefore(at, 2, &year, begin, &chinese) || chinese || at - *begin != 2) return 0;
    return year >= 10 && year <= 39 ? 2000 + year : 0;
  }

  std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

class BlockReader {
 public:
  BlockReader(const Document& doc, std::uint32_t block, std::vector<TextDate>& out)
      : r_(doc.Text(doc.blocks[block].folded)),
        block_(block),
        base_(doc.blocks[block].folded.begin),
        first_(out.size()),
        out_(out) {}

  void Run() {
    const auto text = r_.text();
    for (std::size_t at = 0; at < text.size();) {
      if (IsAsciiDigit(text[at])) {
        at = ReadNumeric(at);
      } else if (text[at] == kMonth[0] && r_.Is(at, kMonth)) {
        at = std::max(at + kMonth.size(), ReadWords(at));
      } else {
        ++at;
      }
    }
  }

 private:
  void Add(TextDate date, std::size_t begin, std::size_t end) {
    date.block = block_;
    date.folded = {base_ + static_cast<std::uint32_t>(begin),
                   base_ + static_cast<std::uint32_t>(end)};
    date.ends_range |= r_.RangeMarkBefore(begin);
    date.starts_range |= r_.RangeMarkAt(end) != 0;
    date.lunar = IsLunar(begin, end);
    if (date.year == 0) Carry(date, begin);
    out_.push_back(date);
  }

  /// The year of the date before it in the same sentence; the next one where a range goes on past
  /// the end of the year (12月20日至1月5日).
  void Carry(TextDate& date, std::size_t begin) const {
    if (out_.size() == first_) return;
    const auto& last = out_.back();
    if (last.Year() == 0 || last.lunar) return;
    const auto from = last.folded.end - base_;
    constexpr std::size_t kFar = 300;  // bytes
    if (begin < from || begin - from > kFar) return;
    const auto between = r_.text().substr(from, begin - from);
    if (between.find("。") != between.npos || between.find(kYear) != between.npos) return;
    // 自2025年1月1日起施行，镇里12月组织学习: from when on something holds is not when things
    // happen.
    if (between.starts_with("起")) return;
    date.carried_year = last.Year() + (date.ends_range && date.month < last.month ? 1 : 0);
  }

  bool IsLunar(std::size_t begin, std::size_t end) const {
    const auto from = begin > kLunarReach ? begin - kLunarReach : 0;
    const auto near = r_.text().substr(from, end - from);
    return near.find("农历") != near.npos || near.find("阴历") != near.npos ||
           near.find("旧历") != near.npos;
  }

  /// 2024-02-30 and its like at `at`, where a digit stands. Returns where to go on.
  std::size_t ReadNumeric(std::size_t at) {
    auto end = at;
    while (IsAsciiDigit(r_.At(end))) ++end;
    const char before = r_.Before(at), sep = r_.At(end);
    const bool alone = !IsAsciiLetter(before) && before != '.' && before != '-' && before != '/';
    if (end - at != 4 || !alone || (sep != '.' && sep != '-' && sep != '/')) return end;
    TextDate date;
    date.form = TextDate::Form::numeric;
    date.separator = sep;
    std::size_t month_end = 0, day_end = 0;
    bool chinese = false;
    if (!r_.NumberAt(at, 4, &date.year, &end, &chinese) || date.year < 1900 || date.year > 2099 ||
        !IsAsciiDigit(r_.At(end + 1)) ||
        !r_.NumberAt(end + 1, 2, &date.month, &month_end, &chinese) || r_.At(month_end) != sep ||
        !IsAsciiDigit(r_.At(month_end + 1)) ||
        !r_.NumberAt(month_end + 1, 2, &date.day, &day_end, &chinese)) {
      return end;
    }
    const char after = r_.At(day_end);
    const bool goes_on = IsAsciiLetter(after) ||
                         ((after == sep || after == '.') && IsAsciiDigit(r_.At(day_end + 1)));
    if (goes_on) return day_end;
    Add(date, at, day_end);
    return day_end;
  }

  /// The date round the 月 at `month_mark`. Returns where to go on, 0 if it is none.
  std::size_t ReadWords(std::size_t month_mark) {
    TextDate date;
    std::size_t begin = 0;
    if (!r_.NumberBefore(r_.SkipBlankBack(month_mark), 2, &date.month, &begin, &date.chinese) ||
        r_.EndsWith(begin, "第")) {
      return 0;
    }
    const auto after_month = month_mark + kMonth.size();
    begin = ReadYear(begin, IsAsciiDigit(r_.At(r_.SkipBlank(after_month))), date);
    return ReadDays(date, begin, after_month);
  }

  /// The year before the month, also before the first month of a range: 2024年1-13月.
  std::size_t ReadYear(std::size_t begin, bool day_follows, TextDate& date) const {
    auto at = r_.SkipBlankBack(begin);
    std::size_t year_begin = 0;
    if (r_.EndsWith(at, kYear)) {
      const auto year_end = r_.SkipBlankBack(at - kYear.size());
      date.year = r_.YearBefore(year_end, &year_begin);
      if (date.year == 0 && day_follows) date.year = r_.ShortYearBefore(year_end, &year_begin);
      return date.year != 0 ? year_begin : begin;
    }
    if (!r_.RangeMarkBefore(begin)) return begin;
    date.ends_range = true;
    at = r_.SkipBlankBack(begin);
    at -= (r_.Before(at) == '-' || r_.Before(at) == '~') ? 1 : 3;
    int first = 0;
    bool chinese = false;
    if (!r_.NumberBefore(r_.SkipBlankBack(at), 2, &first, &at, &chinese)) return begin;
    if (!r_.EndsWith(at, kYear)) return begin;
    date.year = r_.YearBefore(at - kYear.size(), &year_begin);
    return date.year != 0 ? year_begin : begin;
  }

  /// The day or days behind the month: 30日, 30号, 28日至30日, 28-30日, 28日、30日, or none.
  std::size_t ReadDays(TextDate date, std::size_t begin, std::size_t after_month) {
    auto at = r_.SkipBlank(after_month);
    std::size_t end = 0;
    int day = 0;
    auto chinese = date.chinese;
    if (!r_.NumberAt(at, 2, &day, &end, &chinese)) {
      date.month_of_year = r_.Is(after_month, "份") || date.year != 0;
      Add(date, begin, after_month);
      return after_month;
    }
    const auto mark = DayMark(end);
    if (mark == 0 && !LeadsToDay(end) && !MarkForgotten(date, at, end)) return 0;
    date.chinese = chinese;
    date.day = day;
    Add(date, begin, end + mark);
    return ReadLaterDays(date, end + mark);
  }

  /// 、 or a word for “and”, or a range mark at `at`; 0 if there is none.
  std::size_t JointAt(std::size_t at) const {
    for (const std::string_view joint : {"、", "和", "及", "与"}) {
      if (r_.Is(at, joint)) return joint.size();
    }
    return r_.RangeMarkAt(at);
  }

  /// Does what stands behind a day without its mark go on to one that has it: 28、30日?
  bool LeadsToDay(std::size_t at) const {
    constexpr int kMost = 10;
    for (int n = 0; n < kMost; ++n) {
      const auto joint = JointAt(at);
      int day = 0;
      bool chinese = false;
      if (joint == 0 || !r_.NumberAt(at + joint, 2, &day, &at, &chinese)) return false;
      if (DayMark(at) != 0) return true;
    }
    return false;
  }

  /// 截至2024年6月30, — the mark was left out at the end of a clause.
  bool MarkForgotten(const TextDate& date, std::size_t begin, std::size_t end) const {
    if (date.year == 0 || !IsAsciiDigit(r_.At(begin))) return false;
    const char next = r_.At(end);
    return next == ',' || next == ')' || next == ';' || r_.Is(end, "。") || r_.Is(end, "前") ||
           r_.Is(end, "上午") || r_.Is(end, "下午");
  }

  /// Length of 日 or 号 behind a number that ends at `end`, with the blank before it.
  std::size_t DayMark(std::size_t end) const {
    const auto at = r_.SkipBlank(end);
    return r_.Is(at, "日") || r_.Is(at, "号") ? at + 3 - end : 0;
  }

  /// The further days of the same month.
  std::size_t ReadLaterDays(TextDate date, std::size_t at) {
    date.form = TextDate::Form::later_day;
    for (;;) {
      const auto range = r_.RangeMarkAt(at);
      const auto joined = JointAt(at);
      std::size_t end = 0;
      int day = 0;
      bool chinese = false;
      if (joined == 0 || !r_.NumberAt(at + joined, 2, &day, &end, &chinese)) return at;
      const auto mark = DayMark(end);
      if (mark == 0 && !LeadsToDay(end)) return at;
      date.day = day;
      date.chinese |= chinese;
      date.ends_range = range != 0;
      date.starts_range = false;
      Add(date, at + joined, end + mark);
      at = end + mark;
    }
  }

  Reader r_;
  std::uint32_t block_, base_;
  std::size_t first_;
  std::vector<TextDate>& out_;
};

}  // namespace

std::vector<TextDate> FindTextDates(const Document& doc) {
  std::vector<TextDate> dates;
  for (std::uint32_t b = 0; b < doc.blocks.size(); ++b) {
    if (doc.blocks[b].kind != Block::Kind::chrome) BlockReader(doc, b, dates).Run();
  }
  return dates;
}

}  // namespace hegao
