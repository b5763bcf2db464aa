// Printed lines joined into the paragraphs they were broken from.
#pragma once

#include <vector>

#include "document/layout.h"
#include "formats/printed/reading_order.h"

namespace hegao {

struct PrintedParagraph {
  std::vector<const PrintedRow*> rows;  // one row where that is of a table
  TextFormat format;                    // size, alignment and indent, as measured
};

/// Decides by where lines begin and end: a line that the next one's first character would still
/// have fitted on ends its paragraph; an indent, another size of type, numbering or a wide gap
/// begins one. Columns and pages do not. Points into `order`. Linear.
std::vector<PrintedParagraph> JoinRows(const ReadingOrder& order);

/// The text of a row that is one line.
std::string RowText(const PrintedRow& row);

/// Is a blank needed where a line ending in `before` goes on in one beginning with `after`?
bool NeedsBlank(std::string_view before, std::string_view after);

}  // namespace hegao
