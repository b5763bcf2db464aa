#include "formats/html/css_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <system_error>

namespace hegao {
namespace {

constexpr double kLongest = 10'000;  // points; beyond, the value is a trick of layout

bool IsBlank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
char Lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

struct Color {
  int red = 0, green = 0, blue = 0;
};

std::optional<Color> ParseHex(std::string_view digits) {
  if (digits.size() != 3 && digits.size() != 6) return std::nullopt;
  std::uint32_t value = 0;
  const char* end = digits.data() + digits.size();
  const auto parsed = std::from_chars(digits.data(), end, value, 16);
  if (parsed.ec != std::errc{} || parsed.ptr != end) return std::nullopt;
  if (digits.size() == 3) {
    return Color{static_cast<int>((value >> 8) * 17), static_cast<int>((value >> 4 & 15) * 17),
                 static_cast<int>((value & 15) * 17)};
  }
  return Color{static_cast<int>(value >> 16), static_cast<int>(value >> 8 & 255),
               static_cast<int>(value & 255)};
}

/// rgb(255, 255, 0) and rgba(…): three numbers, whatever stands between them.
std::optional<Color> ParseRgb(std::string_view text) {
  std::array<int, 3> parts{};
  std::size_t at = std::min(text.find('('), text.size());
  for (int& part : parts) {
    while (at < text.size() && (text[at] < '0' || text[at] > '9')) ++at;
    const char* end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data() + at, end, part);
    if (parsed.ec != std::errc{}) return std::nullopt;
    at = static_cast<std::size_t>(parsed.ptr - text.data());
    if (parsed.ptr != end && *parsed.ptr == '%') part = part * 255 / 100;
    while (at < text.size() && text[at] != ',' && text[at] != ' ') ++at;  // decimals
  }
  return Color{parts[0], parts[1], parts[2]};
}

std::optional<Color> ParseColor(std::string_view text) {
  struct Named {
    std::string_view name;
    Color color;
  };
  // The sixteen colours of HTML and Word's highlighters; others are not in use as markers.
  static constexpr Named kNames[] = {
      {"yellow", {255, 255, 0}},   {"lime", {0, 255, 0}},         {"aqua", {0, 255, 255}},
      {"cyan", {0, 255, 255}},     {"fuchsia", {255, 0, 255}},    {"magenta", {255, 0, 255}},
      {"red", {255, 0, 0}},        {"orange", {255, 165, 0}},     {"gold", {255, 215, 0}},
      {"white", {255, 255, 255}},  {"black", {0, 0, 0}},          {"gray", {128, 128, 128}},
      {"grey", {128, 128, 128}},   {"silver", {192, 192, 192}},   {"blue", {0, 0, 255}},
      {"navy", {0, 0, 128}},       {"green", {0, 128, 0}},        {"teal", {0, 128, 128}},
      {"maroon", {128, 0, 0}},     {"purple", {128, 0, 128}},     {"olive", {128, 128, 0}},
      {"window", {255, 255, 255}}, {"lightgrey", {211, 211, 211}}};
  if (text.starts_with('#')) return ParseHex(text.substr(1));
  if (StartsWithCss(text, "rgb")) return ParseRgb(text);
  for (const Named& named : kNames) {
    if (SameCss(text, named.name)) return named.color;
  }
  return std::nullopt;
}

}  // namespace

std::string_view TrimCss(std::string_view text) {
  while (!text.empty() && IsBlank(text.front())) text.remove_prefix(1);
  while (!text.empty() && IsBlank(text.back())) text.remove_suffix(1);
  return text;
}

bool SameCss(std::string_view a, std::string_view b) {
  return a.size() == b.size() && StartsWithCss(a, b);
}

bool StartsWithCss(std::string_view text, std::string_view prefix) {
  return text.size() >= prefix.size() &&
         std::equal(prefix.begin(), prefix.end(), text.begin(),
                    [](char a, char b) { return Lower(a) == Lower(b); });
}

std::size_t FindInCss(std::string_view text, char stop, std::size_t at) {
  char quote = '\0';
  int depth = 0;
  for (; at < text.size(); ++at) {
    const char c = text[at];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if (c == stop && depth == 0) {
      break;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '(') {
      ++depth;
    } else if (c == ')' && depth > 0) {
      --depth;
    }
  }
  return at;
}

std::string_view TakeCssWord(std::string_view* text) {
  *text = TrimCss(*text);
  const std::size_t end = FindInCss(*text, ' ');
  const std::string_view word = text->substr(0, end);
  text->remove_prefix(end);
  return word;
}

CssLength ParseCssLength(std::string_view text) {
  using Unit = CssLength::Unit;
  text = TrimCss(text);
  if (text.starts_with('+')) text.remove_prefix(1);
  double value = 0;
  const char* end = text.data() + text.size();
  const auto parsed = std::from_chars(text.data(), end, value);
  if (parsed.ec != std::errc{} || !std::isfinite(value)) return {};
  const std::string_view unit = text.substr(static_cast<std::size_t>(parsed.ptr - text.data()));
  CssLength length{value, Unit::none};
  if (unit.empty()) length.unit = Unit::number;
  if (unit == "%") length.unit = Unit::percent;
  if (SameCss(unit, "em")) length.unit = Unit::em;
  struct Absolute {
    std::string_view name;
    double points;
  };
  static constexpr Absolute kUnits[] = {{"pt", 1},         {"px", 0.75},      {"in", 72},
                                        {"cm", 72 / 2.54}, {"mm", 72 / 25.4}, {"pc", 12}};
  for (const Absolute& absolute : kUnits) {
    if (SameCss(unit, absolute.name)) length = {value * absolute.points, Unit::point};
  }
  return length.unit == Unit::none || std::abs(length.value) > kLongest ? CssLength{} : length;
}

std::optional<bool> IsMarkerColor(std::string_view text) {
  const std::optional<Color> color = ParseColor(text);
  if (!color) return std::nullopt;
  const int brightest = std::max(color->red, color->green);
  const int darkest = std::min({color->red, color->green, color->blue});
  return brightest >= 0xC0 && brightest - darkest >= 0x60;
}

}  // namespace hegao
