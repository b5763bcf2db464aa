// The parts of an OFD package, by the locations that name them (GB/T 33190—2016, clause 7.2).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"
#include "formats/package/xml_part.h"
#include "formats/package/zip_archive.h"

namespace hegao {

struct OfdPart {
  std::string name;  // of the entry
  XmlPart xml;
};

class OfdPackage {
 public:
  /// ErrorKind::unreadable: no archive, or one that is encrypted (GM/T 0099), which is said.
  static Result<OfdPackage> Open(std::string bytes, const ReadLimits& limits);

  /// The part that `location` names in the part `from` ("" for the root): from the root where it
  /// begins with a slash, else from the folder of `from`. Writers that count all from the root, or
  /// from the document's folder, are understood too.
  Result<OfdPart> Read(std::string_view from, std::string_view location);

 private:
  OfdPackage(ZipArchive archive, const ReadLimits& limits)
      : archive_(std::move(archive)), limits_(limits) {}

  ZipArchive archive_;
  ReadLimits limits_;
};

/// `location` seen from the folder of `from`, with . and .. worked out; never above the root.
std::string ResolveOfdLocation(std::string_view from, std::string_view location);

}  // namespace hegao
