// Every date in running text, however it is written: 2024年2月30日, 2月30日, 二〇二四年二月三十日,
// 2024.2.30, 2024-02-30, and the second day of 2月28日至30日. Shared by the date kinds; nothing is
// judged here.
#pragma once

#include <vector>

#include "base/date.h"
#include "document/document.h"

namespace hegao {

struct TextDate {
  enum class Form : std::uint8_t {
    words,      // 年, 月, 日
    numeric,    // one separator throughout
    later_day,  // only its day is written: it shares the month of the date before it
  };
  Span folded;
  std::uint32_t block = 0;
  Form form = Form::words;
  int year = 0;          // as written; 0: not written
  int carried_year = 0;  // not written, but the date before it in the sentence has one; 0: no
  int month = 0;
  int day = -1;                // -1: not written
  char separator = 0;          // numeric: '.', '-' or '/'
  bool month_of_year = false;  // no day, and what follows the month says that it is one
  bool chinese = false;        // month or day in Chinese numerals
  bool lunar = false;
  bool ends_range = false;    // a dash or a word for “to” stands before it
  bool starts_range = false;  // … behind it

  /// The year it most likely is of; 0 where nothing near says.
  int Year() const { return year != 0 ? year : carried_year; }
};

/// Ascending by place; furniture left out. O(text).
std::vector<TextDate> FindTextDates(const Document& doc);

}  // namespace hegao
