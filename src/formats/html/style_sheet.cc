#include "formats/html/style_sheet.h"

#include <algorithm>
#include <array>

namespace hegao {
namespace {

constexpr double kMillimetres = 25.4 / 72;  // in a point
constexpr std::size_t kMostPages = 64;

bool IsNameChar(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_' || (c & 0x80) != 0;
}

/// Without comments and without the marks that once hid sheets from old browsers.
std::string WithoutComments(std::string_view css) {
  std::string out;
  out.reserve(css.size());
  for (std::size_t at = 0; at < css.size();) {
    const std::string_view rest = css.substr(at);
    if (rest.starts_with("/*")) {
      const std::size_t end = css.find("*/", at + 2);
      at = end == std::string_view::npos ? css.size() : end + 2;
    } else if (rest.starts_with("<!--")) {
      at += 4;
    } else if (rest.starts_with("-->")) {
      at += 3;
    } else {
      out += css[at++];
    }
  }
  return out;
}

/// Past the block whose '{' stands at `open`.
std::size_t EndOfBlock(std::string_view css, std::size_t open) {
  int depth = 0;
  for (std::size_t at = open; at < css.size(); ++at) {
    if (css[at] == '{') ++depth;
    if (css[at] == '}' && --depth == 0) return at + 1;
  }
  return css.size();
}

double Millimetres(std::string_view value) {
  const CssLength length = ParseCssLength(value);
  return length.unit == CssLength::Unit::point && length.value > 0 ? length.value * kMillimetres
                                                                   : 0;
}

/// ISO 216 and the like, upright.
bool NamedPaper(std::string_view name, PageSetup* page) {
  struct Paper {
    std::string_view name;
    double width, height;
  };
  static constexpr Paper kPapers[] = {
      {"a3", 297, 420}, {"a4", 210, 297},         {"a5", 148, 210},        {"b4", 250, 353},
      {"b5", 176, 250}, {"letter", 215.9, 279.4}, {"legal", 215.9, 355.6},
  };
  for (const Paper& paper : kPapers) {
    if (!SameCss(name, paper.name)) continue;
    page->width = paper.width;
    page->height = paper.height;
    return true;
  }
  return false;
}

void ReadSize(std::string_view value, PageSetup* page) {
  std::array<double, 2> lengths{};
  std::size_t count = 0;
  bool landscape = false;
  while (!(value = TrimCss(value)).empty()) {
    const std::string_view word = TakeCssWord(&value);
    landscape = landscape || SameCss(word, "landscape");
    if (NamedPaper(word, page)) continue;
    if (const double length = Millimetres(word); length > 0 && count < 2) lengths[count++] = length;
  }
  if (count > 0) {
    page->width = lengths[0];
    page->height = count > 1 ? lengths[1] : lengths[0];
  }
  if (landscape && page->width < page->height) std::swap(page->width, page->height);
}

/// One to four values: all; top and bottom, sides; top, sides, bottom; clockwise from the top.
void ReadMargins(std::string_view value, PageSetup* page) {
  std::array<double, 4> m{};
  std::size_t count = 0;
  while (!(value = TrimCss(value)).empty() && count < 4) {
    m[count++] = Millimetres(TakeCssWord(&value));
  }
  page->margin_top = m[0];
  page->margin_right = count > 1 ? m[1] : m[0];
  page->margin_bottom = count > 2 ? m[2] : m[0];
  page->margin_left = count > 3 ? m[3] : page->margin_right;
}

}  // namespace

void StyleSheet::Add(std::string_view css) {
  const std::string clean = WithoutComments(css);
  const std::string_view text = clean;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = text.find_first_of("{;", at);
    if (open == std::string_view::npos) return;
    const std::string_view prelude = TrimCss(text.substr(at, open - at));
    if (text[open] == ';') {  // @import, @charset
      at = open + 1;
      continue;
    }
    const std::size_t end = EndOfBlock(text, open);
    const std::string_view body =
        text.substr(open + 1, end - open - (text[end - 1] == '}' ? 2 : 1));
    at = end;
    if (StartsWithCss(prelude, "@page")) {
      AddPage(TrimCss(prelude.substr(5)), body);
    } else if (!prelude.starts_with('@')) {
      AddRule(prelude, body);
    }
  }
}

void StyleSheet::AddRule(std::string_view selectors, std::string_view body) {
  const StyleChange change = ParseStyle(body, fonts_);
  if (change.set == 0) return;
  for (std::size_t at = 0; at <= selectors.size();) {
    const std::size_t end = std::min(selectors.find(',', at), selectors.size());
    AddSelector(TrimCss(selectors.substr(at, end - at)), change);
    at = end + 1;
  }
}

void StyleSheet::AddSelector(std::string_view selector, const StyleChange& change) {
  const std::size_t dot = std::min(selector.find('.'), selector.size());
  const std::string_view tag_name = selector.substr(0, dot);
  const std::string_view class_name = selector.substr(std::min(dot + 1, selector.size()));
  const bool plain = std::all_of(tag_name.begin(), tag_name.end(), IsNameChar) &&
                     std::all_of(class_name.begin(), class_name.end(), IsNameChar);
  if (!plain || (tag_name.empty() && class_name.empty())) return;
  GumboTag tag = GUMBO_TAG_UNKNOWN;
  if (!tag_name.empty()) {
    tag = gumbo_tagn_enum(tag_name.data(), static_cast<unsigned>(tag_name.size()));
    if (tag == GUMBO_TAG_UNKNOWN) return;
  }
  if (class_name.empty()) {
    tags_.resize(GUMBO_TAG_LAST);
    return tags_[tag].Add(change);
  }
  ClassRules& rules = classes_[std::string(class_name)];
  if (tag_name.empty()) return rules.all.Add(change);
  const auto same = std::find_if(rules.tags.begin(), rules.tags.end(),
                                 [&](const auto& entry) { return entry.first == tag; });
  if (same != rules.tags.end()) return same->second.Add(change);
  rules.tags.emplace_back(tag, change);
}

StyleChange StyleSheet::Find(GumboTag tag, std::string_view classes) const {
  StyleChange change, by_both;
  if (HasTag(tag)) change = tags_[tag];
  if (classes_.empty()) return change;
  constexpr std::string_view kBlanks = " \t\r\n\f";
  while (!(classes = TrimCss(classes)).empty()) {
    const std::size_t end = std::min(classes.find_first_of(kBlanks), classes.size());
    const auto rules = classes_.find(classes.substr(0, end));
    classes.remove_prefix(end);
    if (rules == classes_.end()) continue;
    change.Add(rules->second.all);
    for (const auto& [of, rule] : rules->second.tags) {
      if (of == tag) by_both.Add(rule);
    }
  }
  change.Add(by_both);
  return change;
}

void StyleSheet::AddPage(std::string_view name, std::string_view body) {
  PageSetup setup;
  ForEachDeclaration(body, [&](std::string_view property, std::string_view value) {
    if (SameCss(property, "size")) ReadSize(value, &setup);
    if (SameCss(property, "margin")) ReadMargins(value, &setup);
    if (SameCss(property, "margin-top")) setup.margin_top = Millimetres(value);
    if (SameCss(property, "margin-bottom")) setup.margin_bottom = Millimetres(value);
    if (SameCss(property, "margin-left")) setup.margin_left = Millimetres(value);
    if (SameCss(property, "margin-right")) setup.margin_right = Millimetres(value);
  });
  // Without a size it is about printing the page of a site, not about a sheet of paper.
  const bool known = std::any_of(pages_.begin(), pages_.end(),
                                 [&](const Page& page) { return page.name == name; });
  if (setup.width == 0 || known || name.starts_with(':') || pages_.size() >= kMostPages) return;
  pages_.push_back({std::string(name), setup});
}

}  // namespace hegao
