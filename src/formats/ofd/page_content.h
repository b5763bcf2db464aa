// What stands on a page of an OFD document: its layers, blocks in blocks, composite objects
// (GB/T 33190—2016, 7.7).
#pragma once

#include <cstddef>
#include <cstdint>
#include <pugixml.hpp>
#include <vector>

#include "base/result.h"
#include "formats/ofd/resources.h"
#include "formats/ofd/text_runs.h"

namespace hegao {

class OfdContentReader {
 public:
  explicit OfdContentReader(const OfdResources& resources) : resources_(resources) {}

  /// Reads the Content of a page or template. Objects that are not visible are left out and
  /// counted. ErrorKind::unreadable: composite objects that hold one another, or millions of them.
  Result<std::vector<OfdRun>> Read(pugi::xml_node content, std::uint32_t part);

  std::size_t invisible() const { return invisible_; }

 private:
  bool Objects(pugi::xml_node parent, const OfdMatrix& outer, std::uint32_t part, int depth,
               std::vector<OfdRun>* runs);
  bool Composite(pugi::xml_node object, const OfdMatrix& outer, int depth,
                 std::vector<OfdRun>* runs);

  const OfdResources& resources_;
  std::size_t expanded_ = 0;   // objects read out of composite ones, in the whole document
  std::size_t invisible_ = 0;  // text objects
};

}  // namespace hegao
