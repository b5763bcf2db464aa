#include "formats/printed/tables.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "document/numbering.h"

namespace hegao {
namespace {

constexpr std::size_t kLongestCell = 8;  // lines a cell may go on for beside empty ones
constexpr std::size_t kMostCells = 200;  // side by side; each is compared with each
constexpr double kNearer = 0.15;         // type sizes that count as a difference of distance

bool Overlap(const PrintedLine& a, const PrintedLine& b) {
  return a.left < b.right && b.left < a.right;
}

/// Parts that set a row apart from a line with a wide blank in it.
bool HasCells(const SideBySide& row) {
  if (row.size() < 2 || row.size() > kMostCells) return false;
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

/// Could it also be a cell that `row`, set in its middle, shows nothing of at this height?
bool StandsBeside(const SideBySide& part, const SideBySide& row) {
  const PrintedLine& line = *part.front();
  if (BelongsTo(part, row)) return true;
  const bool free = std::none_of(row.begin(), row.end(),
                                 [&](const PrintedLine* cell) { return Overlap(line, *cell); });
  return part.size() == 1 && free && !StartsWithNumbering(line.text) &&
         std::abs(Distance(part, row)) < 1.6 * line.size;
}

/// The next row with cells after `from` that single lines between them lead to; SIZE_MAX if none.
std::size_t NextWithCells(const std::vector<SideBySide>& rows, std::size_t from) {
  for (std::size_t i = from + 1; i < rows.size() && i <= from + kLongestCell; ++i) {
    if (HasCells(rows[i])) return i;
    if (StandsBeside(rows[i], rows[from])) continue;
    // The first line of a cell of the next row may stand above it.
    if (rows[i].size() > 1 || !BelongsTo(rows[i], rows[i - 1])) {
      const std::size_t next = i + 1;
      const bool leads =
          next < rows.size() && HasCells(rows[next]) && StandsBeside(rows[i], rows[next]);
      return leads ? next : SIZE_MAX;
    }
  }
  return SIZE_MAX;
}

/// Cells of a row in the making.
class CellRow {
 public:
  /// `above` are first lines of cells that stand higher than the row itself.
  CellRow(const SideBySide& row, const std::vector<const PrintedLine*>& above) {
    for (const PrintedLine* line : above) Add(line);
    for (const PrintedLine* line : row) Add(line);
  }
  void Add(const PrintedLine* line) {
    const auto cell = std::find_if(cells_.begin(), cells_.end(), [&](const PrintedCell& c) {
      return Overlap(*c.back(), *line) || Overlap(*c.front(), *line);
    });
    if (cell != cells_.end()) {
      cell->push_back(line);
      return;
    }
    const auto right = std::find_if(cells_.begin(), cells_.end(), [&](const PrintedCell& c) {
      return c.front()->left > line->left;
    });
    cells_.insert(right, PrintedCell{line});
  }
  std::vector<PrintedCell> Take() { return std::move(cells_); }

 private:
  std::vector<PrintedCell> cells_;
};

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
  std::vector<CellRow> table;
  std::vector<const PrintedLine*> above;
  for (std::size_t i = begin; i < end; ++i) {
    const SideBySide& row = rows[i];
    if (HasCells(row)) {
      table.emplace_back(row, above);
      above.clear();
      continue;
    }
    const double nearer = row.front()->size * kNearer;
    const bool leads =
        i + 1 < end && StandsBeside(row, rows[i + 1]) &&
        (i == begin || Distance(row, rows[i + 1]) < Distance(rows[i - 1], row) - nearer);
    if (leads || table.empty()) {
      above.insert(above.end(), row.begin(), row.end());
    } else {
      for (const PrintedLine* line : row) table.back().Add(line);
    }
  }
  std::vector<std::vector<PrintedCell>> cells;
  cells.reserve(table.size());
  for (CellRow& row : table) cells.push_back(row.Take());
  return cells;
}

}  // namespace hegao
