// Word documents (ECMA-376, strict and transitional), read without another program.
#pragma once

#include <string>

#include "base/result.h"
#include "document/document.h"
#include "formats/registry.h"

namespace hegao {

Result<RawDocument> ReadDocx(std::string bytes, const ReadOptions& options);

}  // namespace hegao
