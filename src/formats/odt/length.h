// Lengths as XSL-FO writes them: 2.54cm 10mm 1in 12pt 1pc 96px 2em 150%.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace hegao {

struct OdtLength {
  enum class Unit : std::uint8_t { points, characters, percent };
  double value = 0;
  Unit unit = Unit::points;
};

/// Nothing where it is no length; a bare number counts as points. O(1).
std::optional<OdtLength> ParseOdtLength(std::string_view text);

/// Millimetres of an absolute length; 0 where it is none.
double OdtMillimetres(std::string_view text);

}  // namespace hegao
