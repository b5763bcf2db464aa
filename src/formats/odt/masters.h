// Master pages: the size of the pages and what stands at their head and foot (ISO/IEC 26300-1,
// 16.9 and 16.5).
#pragma once

#include <pugixml.hpp>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "document/layout.h"

namespace hegao {

/// Keeps nodes of styles.xml, which must outlive it.
class OdtMasters {
 public:
  explicit OdtMasters(pugi::xml_node styles_root);

  /// The page a text begins on if its first paragraph names none: “Standard”, else the first.
  std::string_view Initial() const { return initial_; }
  bool Has(std::string_view name) const { return masters_.count(name) != 0; }

  /// Headers and footers that are shown on pages of this master, and on those that follow them by
  /// themselves (style:next-style-name).
  std::vector<pugi::xml_node> Furniture(std::string_view name) const;

  /// Lengths of its page, `begin` 0. Margins reach to the text: the header's height is in them.
  PageSetup Setup(std::string_view name) const;

 private:
  std::unordered_map<std::string_view, pugi::xml_node> masters_, layouts_;
  std::string_view initial_;
};

/// Whether a field for the number of the page stands in this header or footer.
bool HasOdtPageNumber(pugi::xml_node furniture);

}  // namespace hegao
