// What an editor leaves in a document beside its text.
#pragma once

#include <cstdint>
#include <string>

#include "text/span.h"

namespace hegao {

struct Mark {
  enum class Kind : std::uint8_t {
    highlight,  // characters with a marker colour behind them
    insertion,  // tracked, not yet accepted; the text counts as there
    deletion,   // tracked, not yet accepted; the text counts as gone, `span` is empty
    comment,    // a reviewer's note on `span`, which may be empty
    hidden,     // text that is not shown; not part of the extracted text, `span` is empty
  };
  Kind kind = Kind::highlight;
  Span span;           // bytes of the extracted text (source)
  std::string text;    // deleted or hidden words, the comment; cut to 200 characters
  std::string author;  // where the format says who; else empty
  bool operator==(const Mark&) const = default;
};

}  // namespace hegao
