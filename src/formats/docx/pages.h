// Sections of pages: their paper, and which headers and footers they show (ECMA-376 Part 1, 17.6,
// 17.10).
#pragma once

#include <array>
#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <vector>

#include "document/layout.h"

namespace hegao {

class DocxSections {
 public:
  /// Headers and footers by their place; what a section does not say it takes from the one before.
  struct Section {
    PageSetup setup;
    bool title_page = false;
    std::array<std::string, 6> stories;  // relationship ids: default, first, even; headers first
  };

  /// The section that ends with this <w:sectPr>; it began where the last one ended.
  void Add(pugi::xml_node sectpr, std::uint32_t end);

  std::vector<Section>& all() { return sections_; }

 private:
  std::vector<Section> sections_;
  std::uint32_t begin_ = 0;
};

}  // namespace hegao
