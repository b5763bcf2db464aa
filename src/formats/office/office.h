// Formats that LibreOffice turns into .docx, where it is installed: .doc, .wps, .rtf.
#pragma once

#include <string>

#include "base/result.h"
#include "document/document.h"
#include "formats/registry.h"

namespace hegao {

Result<RawDocument> ReadDoc(std::string bytes, const ReadOptions& options);
Result<RawDocument> ReadWps(std::string bytes, const ReadOptions& options);
Result<RawDocument> ReadRtf(std::string bytes, const ReadOptions& options);

}  // namespace hegao
