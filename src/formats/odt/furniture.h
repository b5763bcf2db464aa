// Headers and footers of an OpenDocument text.
#pragma once

#include <pugixml.hpp>
#include <string_view>
#include <vector>

#include "formats/extract_writer.h"
#include "formats/odt/masters.h"

namespace hegao {

/// Writes what stands in the headers and footers of these master pages as asides: each text once,
/// without those that only number the page. `styles_root` is the root of styles.xml. Returns how
/// many stretches of hidden text were left out.
std::uint32_t WriteOdtFurniture(ExtractWriter& writer, pugi::xml_node styles_root,
                                const OdtMasters& masters,
                                const std::vector<std::string_view>& in_use);

}  // namespace hegao
