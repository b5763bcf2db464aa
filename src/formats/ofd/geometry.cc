#include "formats/ofd/geometry.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace hegao {
namespace {

constexpr double kMost = 1e6;  // millimetres; a kilometre of paper is enough

std::string_view TakeWord(std::string_view& text) {
  constexpr std::string_view kBlanks = " \t\r\n,";
  text.remove_prefix(std::min(text.size(), text.find_first_not_of(kBlanks)));
  const auto word = text.substr(0, text.find_first_of(kBlanks));
  text.remove_prefix(word.size());
  return word;
}

double NumberOf(std::string_view word) {
  if (word.starts_with('+')) word.remove_prefix(1);
  double value = 0;
  const auto parsed = std::from_chars(word.data(), word.data() + word.size(), value);
  if (parsed.ec != std::errc() || !std::isfinite(value)) return 0;
  return std::clamp(value, -kMost, kMost);
}

}  // namespace

OfdMatrix OfdMatrix::Around(const OfdMatrix& i) const {
  return {a * i.a + c * i.b, b * i.a + d * i.b,     a * i.c + c * i.d,
          b * i.c + d * i.d, a * i.e + c * i.f + e, b * i.e + d * i.f + f};
}

double OfdMatrix::Along() const { return std::hypot(a, b); }
double OfdMatrix::Across() const { return std::hypot(c, d); }

std::optional<double> TakeOfdNumber(std::string_view& text) {
  const auto word = TakeWord(text);
  if (word.empty()) return std::nullopt;
  return NumberOf(word);
}

OfdBox ParseOfdBox(std::string_view text) {
  OfdBox box;
  for (double* value : {&box.x, &box.y, &box.width, &box.height}) {
    *value = TakeOfdNumber(text).value_or(0);
  }
  return box;
}

OfdMatrix ParseOfdMatrix(std::string_view text) {
  OfdMatrix m;
  for (double* value : {&m.a, &m.b, &m.c, &m.d, &m.e, &m.f}) {
    const auto number = TakeOfdNumber(text);
    if (!number) break;
    *value = *number;
  }
  return m;
}

std::optional<double> OfdDeltas::Next() {
  if (repeat_ == 0) {
    auto word = TakeWord(rest_);
    if (word.empty()) return std::nullopt;
    repeat_ = 1;
    if (word == "g") {
      repeat_ = static_cast<std::size_t>(std::max(1.0, NumberOf(TakeWord(rest_))));
      word = TakeWord(rest_);
    }
    value_ = NumberOf(word);
  }
  --repeat_;
  return value_;
}

}  // namespace hegao
