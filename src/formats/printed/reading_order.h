// The rows of printed pages in the order they are read, with the column each stands in.
#pragma once

#include <cstdint>
#include <vector>

#include "formats/printed/printed_page.h"
#include "formats/printed/tables.h"

namespace hegao {

/// Where the text of a column begins and ends: the edges many lines share.
struct PrintedColumn {
  double left = 0, right = 0;
};

struct PrintedRow {
  std::uint32_t page = 1;
  std::uint32_t column = 0;        // index into ReadingOrder::columns
  bool spans_page = true;          // of a page in two columns: the row stands across both
  SideBySide parts;                // what makes one line, mostly one; never empty
  std::vector<PrintedCell> cells;  // of a row of a table; empty elsewhere

  bool IsTable() const { return !cells.empty(); }
};

struct ReadingOrder {
  std::vector<PrintedColumn> columns;
  std::vector<PrintedRow> rows;
};

/// Pages in two columns are read down the left one first, between lines that span both. Furniture
/// is left out. Points into `pages`. O(n log n) in the lines of a page.
ReadingOrder OrderLines(const std::vector<PrintedPage>& pages);

}  // namespace hegao
