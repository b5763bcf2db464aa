// How dates are read out of running text, whatever they mean.
#include <gtest/gtest.h>

#include "../document/build.h"
#include "checks/date/text_dates.h"

namespace hegao {
namespace {

/// One date a line of the list: "words year/carried-month-day flags", flags: l lunar, c Chinese
/// numerals, < ends a range, > starts one, m a month of a year.
std::string Read(const std::string& text) {
  const auto doc = Build("a.txt", text);
  std::string out;
  for (const auto& d : FindTextDates(doc)) {
    if (!out.empty()) out += "; ";
    out += std::string(doc.Text(d.folded)) + " " + std::to_string(d.year) + "/" +
           std::to_string(d.carried_year) + "-" + std::to_string(d.month) + "-" +
           std::to_string(d.day);
    std::string flags;
    if (d.lunar) flags += 'l';
    if (d.chinese) flags += 'c';
    if (d.ends_range) flags += '<';
    if (d.starts_range) flags += '>';
    if (d.month_of_year) flags += 'm';
    if (!flags.empty()) out += " " + flags;
  }
  return out;
}

struct Case {
  const char* text;
  const char* dates;
};

TEST(TextDates, Read) {
  static constexpr Case kCases[] = {
      {"2024年5月20日召开会议。", "2024年5月20日 2024/0-5-20"},
      {"２０２４年５月２０日召开会议。", "2024年5月20日 2024/0-5-20"},
      {"二〇二四年五月二十日召开会议。", "2024年五月二十日 2024/0-5-20 c"},
      {"2024 年 5 月 20 日召开会议。", "2024年5月20日 2024/0-5-20"},
      {"时间是2024-05-20。", "2024-05-20 2024/0-5-20"},
      {"时间是2024.5.20。", "2024.5.20 2024/0-5-20"},
      {"时间是2024/5/20。", "2024/5/20 2024/0-5-20"},
      {"5月20号开会。", "5月20号 0/0-5-20"},
      {"2024年5月开会。", "2024年5月 2024/0-5--1 m"},
      {"5月份开会。", "5月 0/0-5--1 m"},
      {"5月中旬开会。", "5月 0/0-5--1"},
      {"2024年5月28日至30日开会。", "2024年5月28日 2024/0-5-28 >; 30日 2024/0-5-30 <"},
      {"5月28—30日开会。", "5月28 0/0-5-28 >; 30日 0/0-5-30 <"},
      {"5月28日、30日开会。", "5月28日 0/0-5-28; 30日 0/0-5-30"},
      {"2024年12月20日至1月5日。", "2024年12月20日 2024/0-12-20 >; 1月5日 0/2025-1-5 <"},
      {"2024年5月20日开会，6月3日印发。", "2024年5月20日 2024/0-5-20; 6月3日 0/2024-6-3"},
      {"2024年5月20日开会。6月3日印发。", "2024年5月20日 2024/0-5-20; 6月3日 0/0-6-3"},
      {"截至2024年5月底。", "2024年5月 2024/0-5--1 m"},
      {"2024年1—13月。", "2024年1-13月 2024/0-13--1 <m"},
      {"农历五月初五、农历5月5日。", "五月 0/0-5--1 lc; 5月5日 0/0-5-5 l"},
      {"24年5月20日开会。", "24年5月20日 2024/0-5-20"},
      {"判处5年6月、12年6月。", "6月 0/0-6--1; 6月 0/0-6--1"},
      {"5月8、15、22日开会。", "5月8 0/0-5-8; 15 0/0-5-15; 22日 0/0-5-22"},
      {"5月8日及15日开会。", "5月8日 0/0-5-8; 15日 0/0-5-15"},
      {"截至2024年5月31，已办结。", "2024年5月31 2024/0-5-31"},
      // None of these is a date.
      {"用时5个月，第5月，123月5日，V2024.5.20。", ""},
      {"号码2024-05-201、12024-05-20、2024.5.20.1、2024-05。", ""},
      {"2024.5-20，2024/13，24小时。", ""},
  };
  for (const auto& c : kCases) EXPECT_EQ(Read(c.text), c.dates) << c.text;
}

}  // namespace
}  // namespace hegao
