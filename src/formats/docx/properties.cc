#include "formats/docx/properties.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <limits>
#include <string_view>

#include "formats/package/xml_part.h"

namespace hegao {
namespace {

constexpr double kTwipsPerPoint = 20;
constexpr double kHalfPointsPerPoint = 2;
constexpr double kLargestType = 1638;      // points; Word's own limit
constexpr double kLongestLength = 100000;  // points

/// A number with an optional unit (ST_UniversalMeasure, 22.9.2.15, common in strict documents);
/// without one it counts `per_point` to the point.
std::optional<double> ReadPoints(pugi::xml_attribute attribute, double per_point) {
  if (!attribute) return std::nullopt;
  const std::string_view text = attribute.value();
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc()) return std::nullopt;
  const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  constexpr std::array<std::pair<std::string_view, double>, 6> kUnits = {
      {{"pt", 1}, {"mm", 72 / 25.4}, {"cm", 72 / 2.54}, {"in", 72}, {"pc", 12}, {"pi", 12}}};
  double points = value / per_point;
  if (!unit.empty()) {
    const auto* known =
        std::find_if(kUnits.begin(), kUnits.end(), [&](const auto& u) { return u.first == unit; });
    if (known == kUnits.end()) return std::nullopt;
    points = value * known->second;
  }
  // Written so that NaN fails, too.
  if (!(points >= -kLongestLength && points <= kLongestLength)) return std::nullopt;
  return points;
}

std::optional<Alignment> ReadAlignment(pugi::xml_node jc) {
  const std::string_view value = Attribute(jc, "val").value();
  if (value == "left" || value == "start") return Alignment::left;
  if (value == "center") return Alignment::center;
  if (value == "right" || value == "end") return Alignment::right;
  if (value == "both" || value == "distribute") return Alignment::justify;
  return std::nullopt;
}

void ReadSpacing(pugi::xml_node spacing, ParagraphProperties& out) {
  constexpr double kPartsPerLine = 240;
  const auto line = Attribute(spacing, "line");
  if (!line) return;
  const std::string_view rule = Attribute(spacing, "lineRule").value();
  const bool multiple = rule.empty() || rule == "auto";
  const auto value = ReadPoints(line, multiple ? kPartsPerLine : kTwipsPerPoint);
  if (!value || *value == 0) return;
  // A negative height is how old files say `exact`.
  out.spacing = *value < 0          ? LineSpacing::exact
                : multiple          ? LineSpacing::multiple
                : rule == "atLeast" ? LineSpacing::at_least
                                    : LineSpacing::exact;
  out.spacing_value =
      *value < 0 && multiple ? -*value * kPartsPerLine / kTwipsPerPoint : std::abs(*value);
}

/// Hanging goes before first line (17.3.1.12).
void ReadIndent(pugi::xml_node indent, ParagraphProperties& out) {
  constexpr double kPartsPerCharacter = 100;
  const auto first = ReadPoints(Attribute(indent, "firstLine"), kTwipsPerPoint);
  const auto hanging = ReadPoints(Attribute(indent, "hanging"), kTwipsPerPoint);
  if (hanging) {
    out.first_line_points = -*hanging;
  } else if (first) {
    out.first_line_points = first;
  }
  const auto first_chars = ReadInteger(Attribute(indent, "firstLineChars"));
  const auto hanging_chars = ReadInteger(Attribute(indent, "hangingChars"));
  if (hanging_chars && (*hanging_chars != 0 || !first_chars)) {
    out.first_line_chars = -*hanging_chars / kPartsPerCharacter;
  } else if (first_chars) {
    out.first_line_chars = *first_chars / kPartsPerCharacter;
  }
}

void ReadList(pugi::xml_node num_pr, ParagraphProperties& out) {
  if (const auto id = ReadInteger(Attribute(Child(num_pr, "numId"), "val"))) {
    out.num_id = std::max(*id, 0);
  }
  out.num_level = ReadInteger(Attribute(Child(num_pr, "ilvl"), "val"));
}

/// Is RRGGBB a colour of a marker, and no pale ground of a table or a template?
bool IsBright(std::string_view colour) {
  constexpr std::size_t kDigits = 6;
  constexpr unsigned kStrong = 0xC0;
  constexpr unsigned kColourful = 0x80;
  unsigned rgb = 0;
  const auto [end, error] = std::from_chars(colour.data(), colour.data() + colour.size(), rgb, 16);
  if (error != std::errc() || colour.size() != kDigits || end != colour.data() + kDigits) {
    return false;
  }
  const auto [low, high] = std::minmax({rgb >> 16, rgb >> 8 & 0xFF, rgb & 0xFF});
  return high >= kStrong && high - low >= kColourful;
}

/// 17.3.2.32: `solid` shows its colour, the other patterns mostly their fill.
bool IsMarked(pugi::xml_node shading) {
  const std::string_view pattern = Attribute(shading, "val").value();
  return IsBright(Attribute(shading, pattern == "solid" ? "color" : "fill").value());
}

/// White is used to wipe a highlight off.
bool IsMarker(std::string_view colour) { return colour != "none" && colour != "white"; }

template <typename T>
void Take(std::optional<T>& under, const std::optional<T>& over) {
  if (over) under = over;
}

}  // namespace

bool IsOn(pugi::xml_attribute value) {
  const std::string_view text = value.value();
  return !(text == "0" || text == "false" || text == "off" || text == "none");
}

std::optional<int> ReadInteger(pugi::xml_attribute value) {
  std::string_view text = value.value();
  if (text.substr(0, 1) == "+") text.remove_prefix(1);
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc::result_out_of_range) {
    return text.front() == '-' ? std::numeric_limits<int>::min() : std::numeric_limits<int>::max();
  }
  if (error != std::errc()) return std::nullopt;
  return number;
}

ParagraphProperties ReadParagraphProperties(pugi::xml_node ppr) {
  constexpr int kBodyText = 9;
  ParagraphProperties out;
  for (auto node = ppr.first_child(); node; node = node.next_sibling()) {
    const auto name = LocalName(node);
    if (name == "outlineLvl") {
      const auto level = ReadInteger(Attribute(node, "val"));
      if (level && *level >= 0 && *level <= kBodyText) out.outline_level = level;
    } else if (name == "numPr") {
      ReadList(node, out);
    } else if (name == "jc") {
      out.alignment = ReadAlignment(node);
    } else if (name == "spacing") {
      ReadSpacing(node, out);
    } else if (name == "ind") {
      ReadIndent(node, out);
    } else if (name == "pageBreakBefore") {
      out.page_break_before = IsOn(Attribute(node, "val"));
    }
  }
  return out;
}

RunProperties ReadRunProperties(pugi::xml_node rpr) {
  RunProperties out;
  std::optional<bool> shaded;
  for (auto node = rpr.first_child(); node; node = node.next_sibling()) {
    const auto name = LocalName(node);
    if (name == "rFonts") {
      out.font = Attribute(node, "eastAsia").value();
      out.font_theme = Attribute(node, "eastAsiaTheme").value();
    } else if (name == "b") {
      out.bold = IsOn(Attribute(node, "val"));
    } else if (name == "sz") {
      const auto size = ReadPoints(Attribute(node, "val"), kHalfPointsPerPoint);
      if (size && *size > 0 && *size <= kLargestType) out.size = size;
    } else if (name == "vanish") {
      out.hidden = IsOn(Attribute(node, "val"));
    } else if (name == "highlight") {
      out.highlighted = IsMarker(Attribute(node, "val").value());
    } else if (name == "shd") {
      shaded = IsMarked(node);
    }
  }
  if (shaded && !(out.highlighted.value_or(false))) out.highlighted = shaded;
  return out;
}

void Overlay(ParagraphProperties& under, const ParagraphProperties& over) {
  Take(under.outline_level, over.outline_level);
  Take(under.num_id, over.num_id);
  Take(under.num_level, over.num_level);
  Take(under.alignment, over.alignment);
  if (over.spacing) {
    under.spacing = over.spacing;
    under.spacing_value = over.spacing_value;
  }
  Take(under.first_line_points, over.first_line_points);
  Take(under.first_line_chars, over.first_line_chars);
  Take(under.page_break_before, over.page_break_before);
}

void Overlay(RunProperties& under, const RunProperties& over) {
  Take(under.bold, over.bold);
  Take(under.hidden, over.hidden);
  Take(under.highlighted, over.highlighted);
  Take(under.size, over.size);
  if (!over.font.empty() || !over.font_theme.empty()) {
    under.font = over.font;
    under.font_theme = over.font_theme;
  }
}

}  // namespace hegao
