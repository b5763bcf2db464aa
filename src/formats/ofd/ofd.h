// OFD, the layout format of the state (GB/T 33190): text objects in reading order.
#pragma once

#include <string>

#include "base/result.h"
#include "document/document.h"
#include "formats/registry.h"

namespace hegao {

Result<RawDocument> ReadOfd(std::string bytes, const ReadOptions& options);

}  // namespace hegao
