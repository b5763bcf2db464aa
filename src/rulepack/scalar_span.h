// Where a node stands in the text: yaml-cpp tells only where it starts.
#pragma once

#include <cstdint>
#include <string_view>

#include "text/span.h"

namespace hegao {

/// The first byte at or after `at` that is neither a tag, an anchor, a blank nor a comment.
std::uint32_t SkipProperties(std::string_view text, std::uint32_t at);

struct ScalarPlace {
  Span span;           // quotes and block header included
  bool closed = true;  // false: the closing quote is missing
  bool plain = true;
};

/// The scalar whose first byte is at `at` and which was read as `value`. `plain`: not quoted, no
/// block. Multi-line plain and block scalars are approximate at their end. O(span).
ScalarPlace LocateScalar(std::string_view text, std::uint32_t at, std::string_view value,
                         bool plain);

/// `span` cut to the text and widened to character boundaries.
Span ClampToText(std::string_view text, Span span);

/// The line that holds `at`, without its line end.
Span LineAround(std::string_view text, std::uint32_t at);

}  // namespace hegao
