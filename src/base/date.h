// Calendar dates, nothing more: no time zones, no locale.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace hegao {

struct Date {
  int year = 0, month = 0, day = 0;
  // NOLINTNEXTLINE(modernize-use-nullptr): clang-tidy 14 misreads a defaulted <=>
  auto operator<=>(const Date&) const = default;
};

/// Does the day exist in the (proleptic Gregorian) calendar?
bool IsValid(const Date& d);

/// "2025-01-11", or nullopt where the text is anything else or no such day exists.
std::optional<Date> ParseIsoDate(std::string_view s);
std::string FormatIso(const Date& d);

/// Today by the local clock. The one place that asks the clock; tests pass --as-of instead.
Date Today();

}  // namespace hegao
