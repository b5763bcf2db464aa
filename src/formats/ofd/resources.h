// Fonts and composite objects that the pages of an OFD document refer to (GB/T 33190—2016, 7.9 and
// clause 13).
#pragma once

#include <cstdint>
#include <memory>
#include <pugixml.hpp>
#include <string>
#include <unordered_map>
#include <vector>

#include "formats/ofd/package.h"

namespace hegao {

struct OfdFont {
  std::string name;
  bool bold = false;
};

/// A CompositeGraphicUnit: the content it draws, and the part that stands in.
struct OfdUnit {
  pugi::xml_node content;
  std::uint32_t part = 0;
};

class OfdResources {
 public:
  /// Adds what PublicRes, DocumentRes or PageRes elements under `owner` (in the part `from`) name.
  /// What cannot be read is passed over: it holds fonts and images, and a composite object that
  /// misses is told by its reader. `parts` collects the names of parts that hold text.
  void Add(OfdPackage& package, std::string_view from, pugi::xml_node owner,
           std::vector<std::string>* parts);

  const OfdFont* Font(std::uint32_t id) const;
  const OfdUnit* Unit(std::uint32_t id) const;

 private:
  void AddPart(OfdPart part, std::vector<std::string>* parts);

  std::vector<std::unique_ptr<OfdPart>> parts_;  // what the nodes of `units_` stand in
  std::unordered_map<std::uint32_t, OfdFont> fonts_;
  std::unordered_map<std::uint32_t, OfdUnit> units_;
};

}  // namespace hegao
