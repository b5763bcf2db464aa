// Characters of an OFD page that stand on one line without a gap (GB/T 33190—2016, clause 11).
#pragma once

#include <cstdint>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "formats/ofd/geometry.h"

namespace hegao {

/// Lengths in millimetres of the page.
struct OfdRun {
  OfdPoint begin, end;  // on the base line: where it begins, and where what follows would
  double size = 0;      // of the type
  bool bold = false;
  std::uint32_t font = 0;  // ID in the resources
  std::string text;
  std::uint32_t part = 0, node = 0, offset = 0;  // as SourceMap::Origin; part: the reader's count
};

/// Appends the runs of a TextObject. `outer` leads from what holds the object to the page. O(text).
void AppendOfdRuns(pugi::xml_node text_object, const OfdMatrix& outer, std::uint32_t part,
                   std::vector<OfdRun>* runs);

/// Width of a character, in type sizes, as far as it can be told without its font.
double OfdNaturalWidth(char32_t c);

}  // namespace hegao
