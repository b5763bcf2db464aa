// The text of a section, measured and compared.
#pragma once

#include <string>

#include "checks/check.h"

namespace hegao {

/// The section that belongs to a heading, nullptr if there is none.
const Section* SectionOf(const Document& doc, std::uint32_t heading);

/// Han characters in the section's body (sub-headings included), page furniture and notes left out.
std::size_t BodyLength(const Document& doc, const Section& section);

/// The section's body without notes, page headers and footers: its words, and the span from the
/// first to the last of them. No more than a little over `most` bytes are collected.
struct OwnText {
  std::string words;
  Span span;
};
OwnText OwnTextOf(const Document& doc, const Section& section, std::size_t most);

/// The heading's text without number, years and punctuation: equal keys mean the same heading.
std::string SameHeadingKey(const Document& doc, const Heading& heading);

}  // namespace hegao
