// Headings that count: which numbers follow each other below one heading.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "document/document.h"

namespace hegao {

/// Headings of one style below one heading, in order; indices into Document::headings.
struct HeadingRun {
  std::uint32_t section = 0;  // the section they stand in
  NumberStyle style = NumberStyle::none;
  std::vector<std::uint32_t> headings;
  std::uint32_t before = 0;  // the last number of this style in sections before it; 0: none
};

/// Runs of 第一部分, 一、, （一）, 1.: what else is typed counts points of the text. Headings
/// behind the closing lines are left out: annexes count for themselves. O(headings).
std::vector<HeadingRun> HeadingRuns(const Document& doc);

/// Is the number typed somewhere in `range` (folded), as a heading the outline did not see or
/// within the text, or is part of the range garbled? O(range).
bool IsTypedWithin(const Document& doc, NumberStyle style, std::uint32_t value, Span range);

/// A heading between two others that has the number missing between them, in another style, and
/// does not count within that style: （二） between 一、 and 三、.
std::optional<std::uint32_t> StrayBetween(const Document& doc, std::uint32_t first,
                                          std::uint32_t behind, std::uint32_t value);

/// The number as typed, without the blank after it.
std::string TypedNumber(const Document& doc, const Numbering& number);
/// As this number is typed, with N for the number itself: N、 (N) 第N部分.
std::string NumberForm(const Document& doc, const Numbering& number);
/// As `like` is typed, with another value.
std::string NumberLike(const Document& doc, const Numbering& like, std::uint32_t value);

}  // namespace hegao
