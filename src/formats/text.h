// Plain text: one block per line that is not blank.
#pragma once

#include <string>
#include <string_view>

#include "formats/registry.h"

namespace hegao {

/// Decodes into the fields of a RawDocument that every reader fills; no blocks yet. A format may
/// pass an encoding it knows to be declared in the document.
Result<RawDocument> DecodeInto(std::string_view format, std::string bytes,
                               std::string_view encoding);

double SniffText(std::string_view head, std::string_view extension);
Result<RawDocument> ReadText(std::string bytes, const ReadOptions& options);

}  // namespace hegao
