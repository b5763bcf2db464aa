// The title: one line, or up to three that belong together.
#pragma once

#include <optional>
#include <vector>

#include "document/document.h"
#include "document/lexicon.h"

namespace hegao {

/// Blocks of the title, in order; empty if the document has none. Looks at the first blocks only,
/// before the first numbered heading.
std::vector<std::uint32_t> FindTitle(const Document& doc, const Lexicon& lexicon);

/// Is there a title in the page's own title (<title>)? Then `block` is cut to it, without the
/// site's name.
bool TrimPageTitle(const Document& doc, const Lexicon& lexicon, Block& block);

/// A bare date such as 2025-01-12 looks like a page's; right below an organisation's name, where
/// the running text ends, it is the report's own: its block.
std::optional<std::uint32_t> DateTakenForFurniture(const Document& doc, const Lexicon& lexicon);

/// The blocks of the closing lines (issuer, date) near the end, in order; empty if there are none.
std::vector<std::uint32_t> FindSignature(const Document& doc, const Lexicon& lexicon);

}  // namespace hegao
