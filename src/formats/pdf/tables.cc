#include "formats/pdf/tables.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "document/numbering.h"

namespace hegao {
namespace {

constexpr std::size_t kLongestCell = 8;  // lines a cell may go on for beside empty ones
constexpr double kNearer = 0.15;         // type sizes that count as a difference of distance

bool Overlap(const PrintedLine& a, const PrintedLine& b) {
  return a.left < b.right && b.left < a.right;
}

/// Parts that set a row apart from a line with a wide blank in it.
bool HasCells(const SideBySide& row) {
  if (row.size() < 2) return false;
  for (std::size_t i = 1; i < row.size(); ++i) {
    if (row[i]->left - row[i - 1]->right > 0.5 * row[i]->size) return true;
  }
  return false;
}

bool Near(double a, double b, double size) { return std::abs(a - b) < 0.6 * size; }

/// Is `part` the rest of one text of `row`: alone, in the same type, below it or above, with an
/// edge or the middle in common? What begins with a number is a heading beside a table.
bool BelongsTo(const SideBySide& part, const SideBySide& row) {
  const PrintedLine& line = *part.front();
  if (part.size() != 1 || StartsWithNumbering(line.text)) return false;
  const PrintedLine* cell = nullptr;
  for (const PrintedLine* one : row) {
    if (!Overlap(line, *one)) continue;
    if (cell != nullptr) return false;
    cell = one;
  }
  return cell != nullptr && std::abs(cell->size - line.size) < 0.2 * cell->size &&
         (Near(cell->left, line.left, line.size) || Near(cell->right, line.right, line.size) ||
          Near(cell->center(), line.center(), line.size));
}

double Distance(const SideBySide& above, const SideBySide& below) {
  return below.front()->middle() - above.front()->middle();
}

/// The next row with cells after `from` that single lines between them lead to; SIZE_MAX if none.
std::size_t NextWithCells(const std::vector<SideBySide>& rows, std::size_t from) {
  for (std::size_t i = from + 1; i < rows.size() && i <= from + kLongestCell; ++i) {
    if (HasCells(rows[i])) return i;
    if (rows[i].size() > 1 || !BelongsTo(rows[i], rows[from])) {
      // The first line of a cell of the next row may stand above it.
      const std::size_t next = i + 1;
      const bool leads =
          next < rows.size() && HasCells(rows[next]) && BelongsTo(rows[i], rows[next]);
      return leads ? next : SIZE_MAX;
    }
  }
  return SIZE_MAX;
}

}  // namespace

std::size_t EndOfTable(const std::vector<SideBySide>& rows, std::size_t first) {
  if (!HasCells(rows[first])) return first;
  std::size_t last = first;
  for (std::size_t next = NextWithCells(rows, last); next != SIZE_MAX;
       next = NextWithCells(rows, last)) {
    last = next;
  }
  if (last == first) return first;
  // The rest of the last row's cells: as near to it as lines are.
  std::size_t end = last + 1;
  while (end < rows.size() && end <= last + kLongestCell && BelongsTo(rows[end], rows[last]) &&
         Distance(rows[end - 1], rows[end]) < 2.0 * rows[end].front()->size &&
         rows[end].front()->left > rows[first].front()->right) {
    ++end;
  }
  return end;
}

std::vector<std::vector<PrintedCell>> CellsOf(const std::vector<SideBySide>& rows,
                                              std::size_t begin, std::size_t end) {
  std::vector<std::vector<PrintedCell>> table;
  const auto add_below = [&](const SideBySide& part) {
    for (const PrintedLine* line : part) {
      const auto cell =
          std::find_if(table.back().begin(), table.back().end(), [&](const PrintedCell& c) {
            return std::any_of(c.begin(), c.end(),
                               [&](const PrintedLine* known) { return Overlap(*known, *line); });
          });
      if (cell != table.back().end()) {
        cell->push_back(line);
      } else {
        table.back().push_back({line});
      }
    }
  };
  std::vector<const PrintedLine*> waiting;  // first lines of cells of the row to come
  for (std::size_t i = begin; i < end; ++i) {
    const SideBySide& row = rows[i];
    if (!HasCells(row)) {
      const double size = row.front()->size;
      const bool above =
          i + 1 < end && BelongsTo(row, rows[i + 1]) &&
          (i == begin || Distance(row, rows[i + 1]) < Distance(rows[i - 1], row) - kNearer * size);
      if (above || table.empty()) {
        waiting.insert(waiting.end(), row.begin(), row.end());
      } else {
        add_below(row);
      }
      continue;
    }
    auto& cells = table.emplace_back();
    for (const PrintedLine* line : row) {
      PrintedCell cell;
      for (const PrintedLine* first : waiting) {
        if (Overlap(*first, *line)) cell.push_back(first);
      }
      cell.push_back(line);
      cells.push_back(std::move(cell));
    }
    waiting.clear();
  }
  for (const PrintedLine* line : waiting) table.push_back({{line}});
  return table;
}

}  // namespace hegao
