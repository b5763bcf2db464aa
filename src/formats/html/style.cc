#include "formats/html/style.h"

#include <algorithm>
#include <cstddef>

namespace hegao {
namespace {

constexpr double kLargest = 1000;  // points
constexpr std::size_t kMostFonts = 256;
constexpr std::size_t kLongestFontName = 64;

using Unit = CssLength::Unit;

std::string_view Unquoted(std::string_view name) {
  name = TrimCss(name);
  while (!name.empty() && (name.front() == '"' || name.front() == '\'')) name.remove_prefix(1);
  while (!name.empty() && (name.back() == '"' || name.back() == '\'')) name.remove_suffix(1);
  return TrimCss(name);
}

/// Chinese fonts are named in Chinese, or begin like this.
bool HasChinese(std::string_view name) {
  if (std::any_of(name.begin(), name.end(), [](char c) { return (c & 0x80) != 0; })) return true;
  for (const std::string_view start :
       {"SimSun", "NSimSun", "SimHei", "FangSong", "KaiTi", "Microsoft YaHei", "DengXian", "LiSu",
        "YouYuan", "MingLiU", "PMingLiU", "PingFang", "Hiragino", "Noto Sans CJK", "Noto Serif CJK",
        "Source Han", "WenQuanYi", "FZ", "ST"}) {
    if (StartsWithCss(name, start)) return true;
  }
  return false;
}

/// The first family with Chinese characters, for these are what a report is set in; else the first.
void AddFamilies(std::string_view families, FontNames* fonts, StyleChange* change) {
  if (change->east_asian_font) return;
  std::string_view first;
  for (std::size_t at = 0; at < families.size();) {
    const std::size_t end = FindInCss(families, ',', at);
    const std::string_view name = Unquoted(families.substr(at, end - at));
    at = end + 1;
    if (name.empty()) continue;
    if (first.empty()) first = name;
    if (!HasChinese(name)) continue;
    first = name;
    break;
  }
  if (first.empty() || SameCss(first, "inherit")) return;
  change->font = fonts->Add(first);
  change->weak_font = !HasChinese(first);
  if (change->font >= 0) change->set |= StyleChange::kFont;
}

void AddSize(std::string_view value, StyleChange* change) {
  struct Keyword {
    std::string_view name;
    double points;
  };
  static constexpr Keyword kKeywords[] = {{"xx-small", 6.75}, {"x-small", 7.5}, {"small", 9.75},
                                          {"medium", 12},     {"large", 13.5},  {"x-large", 18},
                                          {"xx-large", 24}};
  CssLength size = ParseCssLength(value);
  for (const Keyword& keyword : kKeywords) {
    if (SameCss(value, keyword.name)) size = {keyword.points, Unit::point};
  }
  if (size.unit == Unit::none || size.unit == Unit::number || size.value <= 0) return;
  change->size = size;
  change->set |= StyleChange::kSize;
}

void AddWeight(std::string_view value, StyleChange* change) {
  const CssLength weight = ParseCssLength(value);
  const bool bold = StartsWithCss(value, "bold") || weight.value >= 600;
  if (!bold && weight.unit != Unit::number && !SameCss(value, "normal") &&
      !SameCss(value, "lighter")) {
    return;
  }
  change->bold = bold;
  change->set |= StyleChange::kWeight;
}

void AddSpacing(std::string_view value, StyleChange* change) {
  CssLength height = ParseCssLength(value);
  if (SameCss(value, "normal")) height = {1, Unit::number};
  if (height.unit == Unit::none || height.value <= 0) return;
  change->spacing_value = height;
  change->set |= StyleChange::kSpacing;
  if (height.unit == Unit::percent) change->spacing_value.value /= 100;
  if (height.unit != Unit::point) {
    change->spacing = LineSpacing::multiple;
  } else if (!change->Has(StyleChange::kExactly)) {
    change->spacing = LineSpacing::exact;
  }
}

void AddSpacingRule(std::string_view value, StyleChange* change) {
  change->set |= StyleChange::kExactly;
  if (change->spacing == LineSpacing::multiple) return;
  change->spacing = SameCss(value, "at-least") ? LineSpacing::at_least : LineSpacing::exact;
}

void AddIndent(CssLength indent, StyleChange* change) {
  if (indent.unit == Unit::number && indent.value == 0) indent.unit = Unit::point;
  if (indent.unit != Unit::point && indent.unit != Unit::em) return;
  change->indent = indent;
  change->set |= StyleChange::kIndent;
}

void AddBackground(std::string_view value, StyleChange* change) {
  while (!(value = TrimCss(value)).empty()) {
    const std::optional<bool> marker = IsMarkerColor(TakeCssWord(&value));
    if (!marker) continue;
    change->marker = *marker;
    change->set |= StyleChange::kBackground;
    return;
  }
}

/// font: [weight …] size[/height] families
void AddShorthand(std::string_view value, FontNames* fonts, StyleChange* change) {
  while (!(value = TrimCss(value)).empty()) {
    const std::string_view word = TakeCssWord(&value);
    const std::size_t slash = std::min(word.find('/'), word.size());
    const CssLength size = ParseCssLength(word.substr(0, slash));
    if (size.unit == Unit::none || size.unit == Unit::number) {
      AddWeight(word, change);
      continue;
    }
    AddSize(word.substr(0, slash), change);
    if (slash < word.size()) AddSpacing(word.substr(slash + 1), change);
    return AddFamilies(value, fonts, change);
  }
}

void AddFont(std::string_view name, std::string_view value, FontNames* fonts, StyleChange* change) {
  if (SameCss(name, "font")) return AddShorthand(value, fonts, change);
  if (SameCss(name, "font-family")) return AddFamilies(value, fonts, change);
  if (SameCss(name, "font-size")) return AddSize(value, change);
  if (SameCss(name, "font-weight")) return AddWeight(value, change);
}

OfficePart PartOf(std::string_view element) {
  for (const std::string_view note : {"footnote-list", "endnote-list", "header", "footer"}) {
    if (SameCss(element, note)) return OfficePart::note;
  }
  return SameCss(element, "comment-list") ? OfficePart::comment_list : OfficePart::none;
}

/// The field PAGE, and not NUMPAGES or PAGEREF.
bool IsPageField(std::string_view code) {
  constexpr std::string_view kPage = "PAGE";
  const auto letter = [&](std::size_t at) {
    return at < code.size() && ((code[at] >= 'A' && code[at] <= 'Z') || code[at] == '_');
  };
  for (std::size_t at = 0; (at = code.find(kPage, at)) != std::string_view::npos; ++at) {
    if ((at == 0 || !letter(at - 1)) && !letter(at + kPage.size())) return true;
  }
  return false;
}

void AddOfficePart(std::string_view name, std::string_view value, StyleChange* change) {
  if (SameCss(name, "mso-element")) {
    if (const OfficePart part = PartOf(value); part != OfficePart::none) change->part = part;
  } else if (SameCss(name, "mso-special-character")) {
    if (SameCss(value, "comment")) change->part = OfficePart::comment_label;
  } else if (SameCss(name, "mso-field-code")) {
    if (IsPageField(value)) change->part = OfficePart::page_number;
  } else if (SameCss(name, "mso-comment-reference")) {
    change->comment = value;
  } else if (SameCss(name, "mso-comment-author")) {
    change->comment_author = Unquoted(value);
  }
}

/// What Word writes beside the standard properties is more exact than these.
void AddOffice(std::string_view name, std::string_view value, FontNames* fonts,
               StyleChange* change) {
  if (SameCss(name, "mso-fareast-font-family")) {
    change->east_asian_font = false;
    AddFamilies(value, fonts, change);
    change->east_asian_font = change->Has(StyleChange::kFont);
  } else if (SameCss(name, "mso-line-height-rule")) {
    AddSpacingRule(value, change);
  } else if (SameCss(name, "mso-highlight")) {
    change->marker = true;
    change->set |= StyleChange::kBackground;
  } else {
    AddOfficePart(name, value, change);
  }
}

void AddDeclaration(std::string_view name, std::string_view value, FontNames* fonts,
                    StyleChange* change) {
  if (StartsWithCss(name, "font")) return AddFont(name, value, fonts, change);
  if (StartsWithCss(name, "mso-")) return AddOffice(name, value, fonts, change);
  if (SameCss(name, "text-align")) return AddAlignment(value, change);
  if (SameCss(name, "text-indent")) return AddIndent(ParseCssLength(value), change);
  if (SameCss(name, "line-height")) return AddSpacing(value, change);
  if (SameCss(name, "background") || SameCss(name, "background-color")) {
    return AddBackground(value, change);
  }
  const bool hides = (SameCss(name, "display") && SameCss(value, "none")) ||
                     (SameCss(name, "visibility") && SameCss(value, "hidden"));
  if (!hides) return;
  change->hidden = true;
  change->set |= StyleChange::kHidden;
}

}  // namespace

std::int32_t FontNames::Add(std::string_view name) {
  if (name.size() > kLongestFontName) return -1;
  const auto known = std::find(names_.begin(), names_.end(), name);
  const auto index = known - names_.begin();
  if (known == names_.end()) {
    if (names_.size() >= kMostFonts) return -1;
    names_.emplace_back(name);
  }
  return static_cast<std::int32_t>(index);
}

void AddFace(std::string_view face, FontNames* fonts, StyleChange* change) {
  AddFamilies(face, fonts, change);
}

void AddFontSize(std::string_view size, StyleChange* change) {
  static constexpr double kPoints[] = {7.5, 10, 12, 13.5, 18, 24, 36};
  const bool relative = size.starts_with('+') || size.starts_with('-');
  const CssLength number = ParseCssLength(size);
  if (number.unit != Unit::number) return;
  const double step = std::clamp(number.value + (relative ? 3 : 0), 1.0, 7.0);
  change->size = {kPoints[static_cast<std::size_t>(step) - 1], Unit::point};
  change->set |= StyleChange::kSize;
}

void AddAlignment(std::string_view align, StyleChange* change) {
  struct Name {
    std::string_view name;
    Alignment alignment;
  };
  static constexpr Name kNames[] = {
      {"left", Alignment::left},       {"start", Alignment::left},
      {"center", Alignment::center},   {"middle", Alignment::center},
      {"right", Alignment::right},     {"end", Alignment::right},
      {"justify", Alignment::justify}, {"-webkit-center", Alignment::center}};
  for (const Name& name : kNames) {
    if (!SameCss(align, name.name)) continue;
    change->alignment = name.alignment;
    change->set |= StyleChange::kAlignment;
  }
}

StyleChange ParseStyle(std::string_view css, FontNames* fonts) {
  StyleChange change;
  ForEachDeclaration(css, [&](std::string_view name, std::string_view value) {
    AddDeclaration(name, value, fonts, &change);
  });
  return change;
}

void StyleChange::Add(const StyleChange& later) {
  set |= later.set;
  if (later.Has(kFont) && !(later.weak_font && Has(kFont) && font >= 0 && !weak_font)) {
    font = later.font;
    weak_font = later.weak_font;
  }
  if (later.Has(kSize)) size = later.size;
  if (later.Has(kWeight)) bold = later.bold;
  if (later.Has(kAlignment)) alignment = later.alignment;
  if (later.Has(kSpacing)) {
    spacing = later.spacing;
    spacing_value = later.spacing_value;
  }
  if (later.Has(kIndent)) indent = later.indent;
  if (later.Has(kBackground)) marker = later.marker;
  if (later.Has(kHidden)) hidden = later.hidden;
  if (later.part != OfficePart::none) part = later.part;
  if (!later.comment.empty()) comment = later.comment;
}

void TextStyle::Apply(const StyleChange& change, bool block) {
  if (change.Has(StyleChange::kFont) && (font < 0 || !change.weak_font)) font = change.font;
  if (change.Has(StyleChange::kSize)) {
    const bool own = change.size.unit == Unit::point;
    size = own                                 ? change.size.value
           : change.size.unit == Unit::percent ? size * change.size.value / 100
                                               : size * change.size.value;
    size = std::min(size, kLargest);  // nested shares multiply
  }
  if (change.Has(StyleChange::kWeight)) bold = change.bold;
  if (change.Has(StyleChange::kSpacing)) {
    spacing = change.spacing;
    spacing_value = change.spacing_value.value;
  }
  if (change.Has(StyleChange::kBackground) && !block) marker = change.marker;
  if (!block) return;
  if (change.Has(StyleChange::kAlignment)) alignment = change.alignment;
  if (change.Has(StyleChange::kIndent)) {
    indent = change.indent.value;
    indent_in_ems = change.indent.unit == Unit::em;
    if (indent_in_ems && size > 0) {
      indent *= size;
      indent_in_ems = false;
    }
  }
}

}  // namespace hegao
