#include "formats/docx/pages.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string_view>
#include <utility>

#include "formats/docx/tags.h"
#include "formats/package/xml_part.h"

namespace hegao {
namespace {

constexpr double kMillimetresPerInch = 25.4;
constexpr double kPointsPerInch = 72, kTwipsPerInch = 1440;
constexpr double kLongest = 10000;  // mm; longer is nonsense

/// Twips, or a number with its unit as strict documents write it (22.9.2.15); 0 if it is neither.
double Millimetres(pugi::xml_attribute attribute) {
  const std::string_view text = attribute.value();
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc()) return 0;
  const std::string_view unit = text.substr(static_cast<std::size_t>(end - text.data()));
  constexpr std::pair<std::string_view, double> kUnits[] = {
      {"", kMillimetresPerInch / kTwipsPerInch},
      {"mm", 1},
      {"cm", 10},
      {"in", kMillimetresPerInch},
      {"pt", kMillimetresPerInch / kPointsPerInch},
      {"pc", kMillimetresPerInch / kPointsPerInch * 12},
      {"pi", kMillimetresPerInch / kPointsPerInch * 12}};
  for (const auto& [name, factor] : kUnits) {
    // Hundredths: finer is rounding of twips. Margins of a fixed height are written negative.
    const double length = std::round(std::abs(value) * factor * 100) / 100;
    if (name == unit && length <= kLongest) return length;
  }
  return 0;
}

std::size_t PlaceOf(std::string_view type) {
  if (type == "first") return 1;
  return type == "even" ? 2 : 0;
}

}  // namespace

void DocxSections::Add(pugi::xml_node sectpr, std::uint32_t end) {
  Section section;
  if (!sections_.empty()) section.stories = sections_.back().stories;
  for (auto node = sectpr.first_child(); node; node = node.next_sibling()) {
    const std::string_view name = LocalName(node);
    PageSetup& setup = section.setup;
    if (name == "pgSz") {
      setup.width = Millimetres(Attribute(node, "w"));
      setup.height = Millimetres(Attribute(node, "h"));
    } else if (name == "pgMar") {
      setup.margin_top = Millimetres(Attribute(node, "top"));
      setup.margin_bottom = Millimetres(Attribute(node, "bottom"));
      setup.margin_left = Millimetres(Attribute(node, "left"));
      setup.margin_right = Millimetres(Attribute(node, "right"));
    } else if (name == "headerReference" || name == "footerReference") {
      const std::size_t place = PlaceOf(Attribute(node, "type").value());
      section.stories[place + (name == "footerReference" ? 3 : 0)] = Attribute(node, "id").value();
    }
  }
  section.title_page = HasSwitch(sectpr, "titlePg");
  section.setup.begin = begin_;
  sections_.push_back(std::move(section));
  begin_ = end;
}

}  // namespace hegao
