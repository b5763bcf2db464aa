// What HTML elements mean for the text of a document.
#pragma once

#include <gumbo.h>

#include <cstdint>

namespace hegao {

/// Its content is never shown as text of the page, whatever its style.
bool IsInvisible(const GumboElement& element);

/// Stands on lines of its own.
bool IsBlockLevel(GumboTag tag);

/// Holds blocks that belong together.
bool IsContainer(GumboTag tag);

/// A link to another page, and neither to a place in this one nor to a file to be had with it.
bool LeadsAway(const GumboElement& a);

/// 1…6 for h1–h6, else 0.
std::uint8_t HeadingLevel(GumboTag tag);

/// Meant as a frame around the document and not as its text: navigation, footers, controls, tool
/// bars. `in_article`: inside <article> or <main>, where headers and footers are part of the text.
bool LooksLikeChrome(const GumboNode* node, bool in_article);

}  // namespace hegao
