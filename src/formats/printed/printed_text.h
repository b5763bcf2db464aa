// Printed pages written out as a document; whether there is text on them at all.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/document.h"
#include "formats/printed/printed_page.h"
#include "formats/registry.h"

namespace hegao {

/// Paragraphs with pages; running heads and feet once, at the end, as asides; page numbers not at
/// all. ErrorKind::undecided: most pages hold no text (a scan), or characters without meaning (a
/// font that does not say what its glyphs are). Single pages without text become a note.
/// `parts` are the names of the parts that PrintedOrigin counts.
Result<RawDocument> WritePages(std::string_view format, std::vector<PrintedPage> pages,
                               const ReadOptions& options,
                               const std::vector<std::string>& parts = {});

}  // namespace hegao
