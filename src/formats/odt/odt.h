// OpenDocument texts (ISO/IEC 26300).
#pragma once

#include <string>

#include "base/result.h"
#include "document/document.h"
#include "formats/registry.h"

namespace hegao {

Result<RawDocument> ReadOdt(std::string bytes, const ReadOptions& options);

}  // namespace hegao
