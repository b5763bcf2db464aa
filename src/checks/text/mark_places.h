// Where the marks of an editor stand in the folded text.
#pragma once

#include <vector>

#include "document/document.h"

namespace hegao {

struct MarkPlace {
  const Mark* mark = nullptr;
  Span folded;  // without line ends and blanks at either end; empty where there are no characters
};

/// The marks whose kind is in `kinds` (bit n: the nth of Mark::Kind), ascending. Marks of one kind,
/// author and text that touch each other are one. O(marks * log).
std::vector<MarkPlace> MarkPlaces(const Document& doc, unsigned kinds);

constexpr unsigned BitOf(Mark::Kind kind) { return 1u << static_cast<unsigned>(kind); }

/// Does one of these places, ascending, overlap the span? O(log n).
bool AnyOverlaps(const std::vector<MarkPlace>& places, Span folded);

}  // namespace hegao
