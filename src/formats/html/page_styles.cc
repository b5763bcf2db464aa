#include "formats/html/page_styles.h"

#include <algorithm>
#include <string_view>

#include "formats/html/elements.h"

namespace hegao {
namespace {

std::string_view ClassesOf(const GumboElement& element) {
  const GumboAttribute* attribute = gumbo_get_attribute(&element.attributes, "class");
  return attribute == nullptr ? std::string_view() : std::string_view(attribute->value);
}

void ReadTag(GumboTag tag, StyleChange* change) {
  if (tag == GUMBO_TAG_B || tag == GUMBO_TAG_STRONG) {
    change->bold = true;
    change->set |= StyleChange::kWeight;
  } else if (tag == GUMBO_TAG_CENTER) {
    AddAlignment("center", change);
  } else if (tag == GUMBO_TAG_MARK) {
    change->marker = true;
    change->set |= StyleChange::kBackground;
  }
}

}  // namespace

void PageStyles::AddSheet(const GumboNode* style) {
  const GumboVector& children = style->v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto* text = static_cast<const GumboNode*>(children.data[i]);
    if (text->type == GUMBO_NODE_TEXT) sheet_.Add(text->v.text.text);
  }
}

void PageStyles::ReadAttribute(GumboTag tag, const GumboAttribute& attribute, StyleChange* change) {
  const std::string_view name = attribute.name;
  if (name == "style") {
    change->Add(ParseStyle(attribute.value, &fonts_));
  } else if (name == "align") {
    // <table align> places the table, not the text in it.
    if (tag != GUMBO_TAG_TABLE && tag != GUMBO_TAG_IMG) AddAlignment(attribute.value, change);
  } else if (tag == GUMBO_TAG_FONT && name == "face") {
    AddFace(attribute.value, &fonts_, change);
  } else if (tag == GUMBO_TAG_FONT && name == "size") {
    AddFontSize(attribute.value, change);
  }
}

StyleChange PageStyles::Read(const GumboElement& element) {
  StyleChange change;
  ReadTag(element.tag, &change);
  const GumboVector& attributes = element.attributes;
  if (sheet_.HasTag(element.tag) || (sheet_.HasClasses() && attributes.length != 0)) {
    change.Add(sheet_.Find(element.tag, ClassesOf(element)));
    change.set &= static_cast<std::uint16_t>(~StyleChange::kHidden);
    change.hidden = false;
  }
  const GumboAttribute* style = nullptr;  // weighs more than the old attributes
  for (unsigned i = 0; i < attributes.length; ++i) {
    const auto* attribute = static_cast<const GumboAttribute*>(attributes.data[i]);
    if (attribute->name[0] == 's' && std::string_view(attribute->name) == "style") {
      style = attribute;
    } else {
      ReadAttribute(element.tag, *attribute, &change);
    }
  }
  if (style != nullptr) ReadAttribute(element.tag, *style, &change);
  if (change.part == OfficePart::page_number) page_number_ = true;
  return change;
}

void PageStyles::Visit(const GumboElement& element, std::uint32_t at) {
  if (sheet_.pages().empty() || element.attributes.length == 0) return;
  const std::string_view name = TrimCss(ClassesOf(element));
  if (name.empty()) return;
  const auto& pages = sheet_.pages();
  const auto page = std::find_if(pages.begin(), pages.end(),
                                 [&](const StyleSheet::Page& p) { return p.name == name; });
  if (page == pages.end()) return;
  sections_.push_back({static_cast<std::size_t>(page - pages.begin()), at});
}

void PageStyles::FinishPages(Layout* layout) const {
  const auto& pages = sheet_.pages();
  if (pages.empty()) return;
  layout->known = true;
  const auto add = [&](std::size_t page, std::uint32_t begin) {
    PageSetup& setup = layout->pages.emplace_back(pages[page].setup);
    setup.page_number = page_number_;
    setup.begin = layout->pages.size() == 1 ? 0 : begin;
  };
  for (const Section& section : sections_) add(section.page, section.begin);
  if (sections_.empty()) add(0, 0);
}

}  // namespace hegao
