// Markdown (CommonMark with GitHub's tables and ~~deletions~~).
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "formats/registry.h"

namespace hegao {

double SniffMarkdown(std::string_view head, std::string_view extension);
Result<RawDocument> ReadMarkdown(std::string bytes, const ReadOptions& options);

/// Bytes of the YAML front matter at the start of `text`, with its closing line; 0 if there is
/// none. A rule "---" before ordinary text is none.
std::size_t FrontMatterLength(std::string_view text);

}  // namespace hegao
