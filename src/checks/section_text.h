// The text of a section, measured and compared.
#pragma once

#include <string>

#include "checks/check.h"

namespace hegao {

/// The section that belongs to a heading, nullptr if there is none.
const Section* SectionOf(const Document& doc, std::uint32_t heading);

/// Han characters in the section's body (sub-headings included), page furniture left out.
std::size_t BodyLength(const Document& doc, const Section& section);

/// The heading's text without number, years and punctuation: equal keys mean the same heading.
std::string SameHeadingKey(const Document& doc, const Heading& heading);

}  // namespace hegao
