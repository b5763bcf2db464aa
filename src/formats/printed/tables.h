// Rows of cells among printed lines. Ruling is not known: only where the texts stand.
#pragma once

#include <cstdint>
#include <vector>

#include "formats/printed/printed_page.h"

namespace hegao {

/// What stands at one height of a page (or of a column of it), from the left; never empty.
using SideBySide = std::vector<const PrintedLine*>;

/// Lines of one cell, from the top.
using PrintedCell = std::vector<const PrintedLine*>;

/// Where the table that begins with row `first` ends: behind its last row that holds several texts,
/// or behind what goes on in a cell of that; `first` where no table begins. Looks ahead a few rows
/// only.
std::size_t EndOfTable(const std::vector<SideBySide>& rows, std::size_t first);

/// The rows of the table, each with its cells. Text that stands alone below or above a cell is the
/// rest of it; the nearer one gets it.
std::vector<std::vector<PrintedCell>> CellsOf(const std::vector<SideBySide>& rows,
                                              std::size_t begin, std::size_t end);

}  // namespace hegao
