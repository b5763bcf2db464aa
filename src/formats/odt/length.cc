#include "formats/odt/length.h"

#include <array>
#include <charconv>
#include <cmath>

namespace hegao {
namespace {

constexpr double kMillimetresPerPoint = 25.4 / 72;

struct UnitName {
  std::string_view name;
  OdtLength::Unit unit;
  double factor;
};
constexpr std::array kUnits = {
    UnitName{"pt", OdtLength::Unit::points, 1},
    UnitName{"cm", OdtLength::Unit::points, 72 / 2.54},
    UnitName{"mm", OdtLength::Unit::points, 72 / 25.4},
    UnitName{"in", OdtLength::Unit::points, 72},
    UnitName{"pc", OdtLength::Unit::points, 12},
    UnitName{"px", OdtLength::Unit::points, 0.75},
    UnitName{"em", OdtLength::Unit::characters, 1},
    UnitName{"ic", OdtLength::Unit::characters, 1},
    UnitName{"%", OdtLength::Unit::percent, 1},
    UnitName{"", OdtLength::Unit::points, 1},
};

}  // namespace

std::optional<OdtLength> ParseOdtLength(std::string_view text) {
  while (text.starts_with(' ') || text.starts_with('+')) text.remove_prefix(1);
  double number = 0;
  const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
  if (parsed.ec != std::errc() || !std::isfinite(number)) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(parsed.ptr - text.data()));
  while (text.ends_with(' ')) text.remove_suffix(1);
  for (const UnitName& unit : kUnits) {
    if (text == unit.name) return OdtLength{number * unit.factor, unit.unit};
  }
  return std::nullopt;
}

double OdtMillimetres(std::string_view text) {
  const auto length = ParseOdtLength(text);
  if (!length || length->unit != OdtLength::Unit::points) return 0;
  return length->value * kMillimetresPerPoint;
}

}  // namespace hegao
