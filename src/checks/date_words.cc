#include "checks/date_words.h"

#include <array>
#include <string_view>

namespace hegao {

std::string InWords(const Date& date, Lang lang) {
  if (lang == Lang::en)
    return MonthAndDay(date.month, date.day, lang) + " " + std::to_string(date.year);
  return std::to_string(date.year) + "年" + MonthAndDay(date.month, date.day, lang);
}

std::string MonthAndDay(int month, int day, Lang lang) {
  static constexpr std::array<std::string_view, 12> kMonths = {
      "January", "February", "March",     "April",   "May",      "June",
      "July",    "August",   "September", "October", "November", "December"};
  const auto m = std::to_string(month), d = std::to_string(day);
  if (lang == Lang::en) {
    return month >= 1 && month <= 12 ? d + " " + std::string(kMonths[month - 1]) : m + "-" + d;
  }
  return m + "月" + d + "日";
}

}  // namespace hegao
