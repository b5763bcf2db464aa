// What an author most likely did wrong where YAML cannot be read, and how to say it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/message.h"
#include "text/span.h"

namespace hegao {

struct SyntaxHint {
  Span span;
  Message message;
  Message hint;  // may be empty
};

/// What yaml-cpp said and knew when it gave up.
struct SyntaxFailure {
  std::string what;
  std::uint32_t offset = 0;
  Span last_scalar;  // the scalar read last
  bool last_quoted = false;
  std::optional<std::uint32_t> open_bracket;  // the innermost [ or { not closed yet
};

/// The likeliest cause near the place of failure, else the translated complaint at that place.
SyntaxHint ExplainSyntax(std::string_view text, const SyntaxFailure& failure);

/// A line "key：value" or "key:value" that YAML reads as plain text. `line` is within `text`.
std::optional<SyntaxHint> FindBadColon(std::string_view text, Span line);

/// As FindBadColon, for a line after the first of the plain scalar `scalar`.
std::optional<SyntaxHint> FindSwallowedKey(std::string_view text, Span scalar);

}  // namespace hegao
