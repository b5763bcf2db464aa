// The rules of <style> elements, as far as they name elements by tag and class, and the pages they
// set: what Word and LibreOffice write, and what sites put into a page itself.
#pragma once

#include <gumbo.h>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "formats/html/style.h"

namespace hegao {

/// Not thread-safe; one per page. Memory and time are linear in the sheets.
class StyleSheet {
 public:
  struct Page {
    std::string name;  // of `@page NAME`; empty for all pages
    PageSetup setup;
  };

  explicit StyleSheet(FontNames* fonts) : fonts_(fonts) {}

  /// Later sheets win. Rules under a condition (@media …) are passed over.
  void Add(std::string_view css);

  /// What the rules declare for an element of this tag and value of class: tag, class, both.
  /// O(length of `classes`).
  StyleChange Find(GumboTag tag, std::string_view classes) const;

  bool HasClasses() const { return !classes_.empty(); }
  bool HasTag(GumboTag tag) const { return tag < tags_.size() && tags_[tag].set != 0; }
  /// Pages with a size, in the order of the sheet, each name once.
  const std::vector<Page>& pages() const { return pages_; }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };
  struct ClassRules {
    StyleChange all;
    std::vector<std::pair<GumboTag, StyleChange>> tags;  // each tag once
  };

  void AddRule(std::string_view selectors, std::string_view body);
  void AddSelector(std::string_view selector, const StyleChange& change);
  void AddPage(std::string_view name, std::string_view body);

  FontNames* fonts_;
  std::vector<StyleChange> tags_;  // by tag; grows when the first rule needs it
  std::unordered_map<std::string, ClassRules, Hash, std::equal_to<>> classes_;
  std::vector<Page> pages_;
};

}  // namespace hegao
