#include "formats/html/elements.h"

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

namespace hegao {
namespace {

/// Words of one class name: "topNav_2" -> top nav.
std::vector<std::string> WordsOf(std::string_view name) {
  std::vector<std::string> words;
  bool fresh = true;
  bool upper_before = false;
  for (const char c : name) {
    const auto u = static_cast<unsigned char>(c);
    if (!std::isalpha(u)) {
      fresh = true;
      continue;
    }
    const bool upper = std::isupper(u) != 0;
    if (fresh || (upper && !upper_before)) words.emplace_back();
    words.back() += static_cast<char>(std::tolower(u));
    fresh = false;
    upper_before = upper;
  }
  return words;
}

bool IsChromeWord(std::string_view word) {
  // Long words are safe wherever they stand (bdsharebuttonbox); short ones only at an end of a
  // word.
  for (const std::string_view inside : {"breadcrumb", "crumb", "footer", "copyright", "share",
                                        "toolbar", "pagination", "sidebar", "dialog"}) {
    if (word.find(inside) != std::string_view::npos) return true;
  }
  for (const std::string_view end : {"nav", "menu"}) {
    if (word.starts_with(end) || word.ends_with(end)) return true;
  }
  return word == "position" || word == "print" || word == "printer";
}

/// A class that names the content, or a way of placing it, says nothing about chrome.
bool IsContentWord(std::string_view word) {
  constexpr std::string_view kWords[] = {"content",  "article", "body",  "main",   "text",
                                         "detail",   "zoom",    "area",  "static", "relative",
                                         "absolute", "sticky",  "fixed", "none"};
  return std::find(std::begin(kWords), std::end(kWords), word) != std::end(kWords);
}

bool NamesChrome(const GumboElement& element, const char* attribute_name) {
  const GumboAttribute* attribute = gumbo_get_attribute(&element.attributes, attribute_name);
  if (attribute == nullptr) return false;
  std::string_view rest = attribute->value;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find_first_of(" \t\r\n"), rest.size());
    const std::vector<std::string> words = WordsOf(rest.substr(0, end));
    rest.remove_prefix(std::min(rest.size(), end + 1));
    if (std::any_of(words.begin(), words.end(), IsChromeWord) &&
        std::none_of(words.begin(), words.end(), IsContentWord)) {
      return true;
    }
  }
  return false;
}

/// A <header> may be the banner of the site or the head of the report.
bool IsBanner(const GumboNode* header) {
  bool has_title = false;
  std::vector<const GumboNode*> open = {header};
  while (!open.empty()) {
    const GumboNode* node = open.back();
    open.pop_back();
    if (node->type != GUMBO_NODE_ELEMENT) continue;
    const GumboTag tag = node->v.element.tag;
    if (tag == GUMBO_TAG_NAV || tag == GUMBO_TAG_FORM || tag == GUMBO_TAG_UL) return true;
    has_title = has_title || HeadingLevel(tag) != 0;
    const GumboVector& children = node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
      open.push_back(static_cast<const GumboNode*>(children.data[i]));
    }
  }
  return !has_title;
}

}  // namespace

bool IsInvisible(const GumboElement& element) {
  switch (element.tag) {
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_NOFRAMES:
    case GUMBO_TAG_NOEMBED:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_APPLET:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_DATALIST:
    case GUMBO_TAG_RT:
    case GUMBO_TAG_RP:
      return true;
    default:
      break;
  }
  return element.attributes.length != 0 &&
         gumbo_get_attribute(&element.attributes, "hidden") != nullptr;
}

bool IsBlockLevel(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_CAPTION:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DD:
    case GUMBO_TAG_DETAILS:
    case GUMBO_TAG_DIR:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_DT:
    case GUMBO_TAG_FIELDSET:
    case GUMBO_TAG_FIGCAPTION:
    case GUMBO_TAG_FIGURE:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_H1:
    case GUMBO_TAG_H2:
    case GUMBO_TAG_H3:
    case GUMBO_TAG_H4:
    case GUMBO_TAG_H5:
    case GUMBO_TAG_H6:
    case GUMBO_TAG_HEADER:
    case GUMBO_TAG_HGROUP:
    case GUMBO_TAG_HR:
    case GUMBO_TAG_LEGEND:
    case GUMBO_TAG_LI:
    case GUMBO_TAG_LISTING:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_OPTGROUP:
    case GUMBO_TAG_OPTION:
    case GUMBO_TAG_P:
    case GUMBO_TAG_PLAINTEXT:
    case GUMBO_TAG_PRE:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_SUMMARY:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_TBODY:
    case GUMBO_TAG_TD:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_TFOOT:
    case GUMBO_TAG_TH:
    case GUMBO_TAG_THEAD:
    case GUMBO_TAG_TR:
    case GUMBO_TAG_UL:
    case GUMBO_TAG_XMP:
      return true;
    default:
      return false;
  }
}

bool IsContainer(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_CENTER:
    case GUMBO_TAG_DIV:
    case GUMBO_TAG_DL:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_MAIN:
    case GUMBO_TAG_OL:
    case GUMBO_TAG_SECTION:
    case GUMBO_TAG_TABLE:
    case GUMBO_TAG_UL:
      return true;
    default:
      return false;
  }
}

bool LeadsAway(const GumboElement& a) {
  const GumboAttribute* href = gumbo_get_attribute(&a.attributes, "href");
  if (href == nullptr) return gumbo_get_attribute(&a.attributes, "onclick") != nullptr;
  std::string_view target = href->value;
  if (target.empty() || target.front() == '#' || target.starts_with("mailto:")) return false;
  target = target.substr(0, target.find_first_of("?#"));
  const std::size_t dot = target.rfind('.');
  if (dot == std::string_view::npos || target.size() - dot > 5) return true;
  std::string extension(target.substr(dot + 1));
  for (char& c : extension) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  for (const std::string_view file : {"doc", "docx", "wps", "pdf", "ofd", "xls", "xlsx", "et",
                                      "zip", "rar", "txt", "jpg", "png"}) {
    if (extension == file) return false;
  }
  return true;
}

std::uint8_t HeadingLevel(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_H1:
      return 1;
    case GUMBO_TAG_H2:
      return 2;
    case GUMBO_TAG_H3:
      return 3;
    case GUMBO_TAG_H4:
      return 4;
    case GUMBO_TAG_H5:
      return 5;
    case GUMBO_TAG_H6:
      return 6;
    default:
      return 0;
  }
}

bool LooksLikeChrome(const GumboNode* node, bool in_article) {
  const GumboElement& element = node->v.element;
  switch (element.tag) {
    case GUMBO_TAG_HTML:
    case GUMBO_TAG_BODY:
    case GUMBO_TAG_ARTICLE:
    case GUMBO_TAG_MAIN:
      return false;
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_ASIDE:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
      return true;
    case GUMBO_TAG_FOOTER:
      if (!in_article) return true;
      break;
    case GUMBO_TAG_HEADER:
      if (!in_article && IsBanner(node)) return true;
      break;
    default:
      break;
  }
  return element.attributes.length != 0 &&
         (NamesChrome(element, "class") || NamesChrome(element, "id"));
}

}  // namespace hegao
