// PDF, by poppler's pdftotext as a program of its own.
#pragma once

#include <string>

#include "base/result.h"
#include "document/document.h"
#include "formats/registry.h"

namespace hegao {

Result<RawDocument> ReadPdf(std::string bytes, const ReadOptions& options);

}  // namespace hegao
