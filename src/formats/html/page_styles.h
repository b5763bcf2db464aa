// All a page says about looks, asked element by element.
#pragma once

#include <gumbo.h>

#include <cstdint>
#include <vector>

#include "formats/html/style_sheet.h"

namespace hegao {

/// Not thread-safe; one per page.
class PageStyles {
 public:
  PageStyles() : sheet_(&fonts_) {}
  PageStyles(const PageStyles&) = delete;
  PageStyles& operator=(const PageStyles&) = delete;

  /// Takes in a <style> element; it holds for the elements read after it.
  void AddSheet(const GumboNode* style);

  /// What holds for this element: its tag, rules, old attributes and style, in this order.
  /// `hidden` is set by its own style only: scripts show what rules hide.
  StyleChange Read(const GumboElement& element);

  /// An element that begins at `at` of the source; a section of pages may begin with it.
  void Visit(const GumboElement& element, std::uint32_t at);
  void SetPageNumber() { page_number_ = true; }
  void FinishPages(Layout* layout) const;

  const FontNames& fonts() const { return fonts_; }

 private:
  void ReadAttribute(GumboTag tag, const GumboAttribute& attribute, StyleChange* change);

  FontNames fonts_;
  StyleSheet sheet_;
  bool page_number_ = false;
  struct Section {
    std::size_t page;
    std::uint32_t begin;
  };
  std::vector<Section> sections_;
};

}  // namespace hegao
