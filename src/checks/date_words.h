// Dates in sentences.
#pragma once

#include <string>

#include "base/date.h"
#include "base/message.h"

namespace hegao {

/// 2025年1月10日, 10 January 2025.
std::string InWords(const Date& date, Lang lang);
/// 1月10日, 10 January. A month that does not exist stays a number.
std::string MonthAndDay(int month, int day, Lang lang);

}  // namespace hegao
