// The rows of printed pages in the order they are read, with the column each stands in.
#pragma once

#include <cstdint>
#include <vector>

#include "formats/pdf/printed_page.h"

namespace hegao {

/// Where the text of a column begins and ends: the edges many lines share.
struct PrintedColumn {
  double left = 0, right = 0;
};

struct PrintedRow {
  std::uint32_t page = 1;
  std::uint32_t column = 0;               // index into ReadingOrder::columns
  bool table = false;                     // its parts are cells; else they are one line
  std::vector<const PrintedLine*> parts;  // side by side, from the left; never empty
};

struct ReadingOrder {
  std::vector<PrintedColumn> columns;
  std::vector<PrintedRow> rows;
};

/// Pages in two columns are read down the left one first, between lines that span both. Furniture
/// is left out. Points into `pages`. O(n log n) in the lines of a page.
ReadingOrder OrderLines(const std::vector<PrintedPage>& pages);

}  // namespace hegao
