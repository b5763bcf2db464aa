#include "formats/printed/reading_order.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

namespace hegao {
namespace {

using Lines = std::vector<const PrintedLine*>;

constexpr std::size_t kColumnLines = 5;  // fewer lines make no column
constexpr double kWordGap = 2.5;         // type sizes; wider gaps part what stands side by side

constexpr double kFilled = 0.75;  // of the usual width; what is narrower has no full line

enum Place : int { whole, left_column, right_column };

struct PlacedRow {
  Place place;
  Lines parts;
};

Lines BodyLines(const PrintedPage& page) {
  Lines lines;
  for (const PrintedLine& line : page.lines) {
    if (!line.furniture) lines.push_back(&line);
  }
  return lines;
}

bool Crosses(const PrintedLine& line, double x) { return line.left < x && line.right > x; }

/// The x in the middle part of the page that the fewest lines cross.
double EmptiestX(const PrintedPage& page, const Lines& lines) {
  constexpr std::size_t kBins = 256;
  std::array<int, kBins + 1> change{};
  const auto bin = [&](double x) {
    const double at = std::clamp(x / std::max(1.0, page.width), 0.0, 1.0) * (kBins - 1);
    return static_cast<std::size_t>(at);
  };
  for (const PrintedLine* line : lines) {
    ++change[bin(line->left)];
    --change[bin(line->right) + 1];
  }
  int crossing = 0, fewest = static_cast<int>(lines.size()) + 1;
  std::size_t first = 0, last = 0;
  for (std::size_t i = 0; i < kBins; ++i) {
    crossing += change[i];
    if (i < kBins * 3 / 10 || i > kBins * 7 / 10) continue;
    if (crossing < fewest) {
      fewest = crossing;
      first = i;
      last = i;
    } else if (crossing == fewest && last + 1 == i) {
      last = i;
    }
  }
  return (static_cast<double>(first + last) / 2 + 0.5) * page.width / (kBins - 1);
}

/// Are these the lines of running text? Cells of tables fill a part of their column only.
bool FillColumn(const Lines& lines) {
  if (lines.size() < kColumnLines) return false;
  double left = lines.front()->left, right = lines.front()->right;
  for (const PrintedLine* line : lines) {
    left = std::min(left, line->left);
    right = std::max(right, line->right);
  }
  const auto wide = std::count_if(lines.begin(), lines.end(), [&](const PrintedLine* line) {
    return line->right - line->left > 0.7 * (right - left);
  });
  const bool running = right - left > 8 * lines.front()->size;
  return running && static_cast<std::size_t>(wide) * 2 > lines.size();
}

/// Where a page in two columns is parted.
std::optional<double> Gutter(const PrintedPage& page, const Lines& lines,
                             std::optional<double> before) {
  if (before) {
    const bool fits = std::none_of(lines.begin(), lines.end(), [&](const PrintedLine* line) {
      return Crosses(*line, *before);
    });
    if (fits) return before;
  }
  if (lines.size() < 2 * kColumnLines) return std::nullopt;
  const double x = EmptiestX(page, lines);
  Lines left, right;
  for (const PrintedLine* line : lines) {
    if (!Crosses(*line, x)) (line->center() < x ? left : right).push_back(line);
  }
  const std::size_t crossing = lines.size() - left.size() - right.size();
  if (crossing * 4 > lines.size() || !FillColumn(left) || !FillColumn(right)) return std::nullopt;
  return x;
}

/// Lines that stand side by side become one row.
void AddRows(Lines lines, Place place, std::vector<PlacedRow>* rows) {
  std::stable_sort(lines.begin(), lines.end(), [](const PrintedLine* a, const PrintedLine* b) {
    return a->middle() < b->middle();
  });
  for (std::size_t i = 0; i < lines.size();) {
    const PrintedLine& first = *lines[i];
    PlacedRow row{place, {lines[i]}};
    for (++i; i < lines.size(); ++i) {
      const double height = std::min(first.bottom - first.top, lines[i]->bottom - lines[i]->top);
      if (lines[i]->middle() - first.middle() > 0.4 * height) break;
      row.parts.push_back(lines[i]);
    }
    std::stable_sort(row.parts.begin(), row.parts.end(),
                     [](const PrintedLine* a, const PrintedLine* b) { return a->left < b->left; });
    rows->push_back(std::move(row));
  }
}

std::vector<PlacedRow> RowsOf(const Lines& lines, std::optional<double> gutter) {
  std::vector<PlacedRow> rows;
  if (!gutter) {
    AddRows(lines, whole, &rows);
    return rows;
  }
  Lines sorted = lines;
  std::stable_sort(sorted.begin(), sorted.end(), [](const PrintedLine* a, const PrintedLine* b) {
    return a->middle() < b->middle();
  });
  Lines left, right;
  const auto flush = [&] {
    AddRows(std::exchange(left, {}), left_column, &rows);
    AddRows(std::exchange(right, {}), right_column, &rows);
  };
  for (const PrintedLine* line : sorted) {
    if (!Crosses(*line, *gutter)) {
      (line->center() < *gutter ? left : right).push_back(line);
      continue;
    }
    flush();
    AddRows({line}, whole, &rows);
  }
  flush();
  return rows;
}

/// The outermost edge that a twentieth of the lines share.
double SharedEdge(std::vector<double> edges, double tolerance) {
  std::sort(edges.begin(), edges.end());
  const std::size_t share = std::max<std::size_t>(2, edges.size() / 20);
  for (std::size_t i = 0; i + share <= edges.size(); ++i) {
    if (edges[i + share - 1] - edges[i] <= tolerance) return edges[i];
  }
  return edges.front();
}

/// `width` of the page where the column is as wide as that; else 0. Where no line is full, margins
/// are taken to be as wide on the right as on the left.
PrintedColumn ColumnOf(const std::vector<const PlacedRow*>& rows, double width) {
  std::vector<double> lefts, rights, sizes;
  for (const PlacedRow* row : rows) {
    lefts.push_back(row->parts.front()->left);
    rights.push_back(-row->parts.back()->right);
    sizes.push_back(row->parts.front()->size);
  }
  const auto middle = sizes.begin() + static_cast<std::ptrdiff_t>(sizes.size() / 2);
  std::nth_element(sizes.begin(), middle, sizes.end());
  PrintedColumn column{SharedEdge(std::move(lefts), 0.3 * *middle),
                       -SharedEdge(std::move(rights), *middle)};
  const double usual = width - 2 * column.left;
  if (column.right - column.left < kFilled * usual) column.right = column.left + usual;
  return column;
}

/// Outside of tables a row of several parts is one line set with wide blanks, or two lines.
bool IsOneLine(const SideBySide& row) {
  for (std::size_t i = 1; i < row.size(); ++i) {
    const PrintedLine& part = *row[i];
    if (part.left - row[i - 1]->right > kWordGap * part.size) return false;
  }
  return true;
}

/// Rows that follow one another in one column of one page.
void AddRun(const std::vector<SideBySide>& run, PrintedRow like, std::vector<PrintedRow>* out) {
  for (std::size_t i = 0; i < run.size();) {
    const std::size_t end = EndOfTable(run, i);
    for (std::vector<PrintedCell>& cells : CellsOf(run, i, end)) {
      like.cells = std::move(cells);
      like.parts = {like.cells.front().front()};
      out->push_back(like);
    }
    like.cells.clear();
    if (end > i) {
      i = end;
      continue;
    }
    if (IsOneLine(run[i])) {
      like.parts = run[i];
      out->push_back(like);
    } else {
      for (const PrintedLine* part : run[i]) {
        like.parts = {part};
        out->push_back(like);
      }
    }
    ++i;
  }
}

}  // namespace

ReadingOrder OrderLines(const std::vector<PrintedPage>& pages) {
  std::vector<std::vector<PlacedRow>> placed;
  std::map<std::pair<int, Place>, std::vector<const PlacedRow*>> columns;
  std::optional<double> gutter;
  for (const PrintedPage& page : pages) {
    const Lines lines = BodyLines(page);
    gutter = Gutter(page, lines, gutter);
    placed.push_back(RowsOf(lines, gutter));
  }
  const auto key = [&](std::size_t page, Place place) {
    return std::pair{static_cast<int>(std::clamp(pages[page].width, 0.0, 1e6)), place};
  };
  for (std::size_t i = 0; i < placed.size(); ++i) {
    for (const PlacedRow& row : placed[i]) columns[key(i, row.place)].push_back(&row);
  }
  ReadingOrder order;
  std::map<std::pair<int, Place>, std::uint32_t> index;
  for (const auto& [name, rows] : columns) {
    index[name] = static_cast<std::uint32_t>(order.columns.size());
    order.columns.push_back(ColumnOf(rows, name.second == whole ? name.first : 0));
  }
  for (std::size_t i = 0; i < placed.size(); ++i) {
    std::vector<SideBySide> run;
    for (std::size_t k = 0; k < placed[i].size(); ++k) {
      const Place place = placed[i][k].place;
      run.push_back(std::move(placed[i][k].parts));
      if (k + 1 < placed[i].size() && placed[i][k + 1].place == place) continue;
      AddRun(run, {static_cast<std::uint32_t>(i + 1), index[key(i, place)], place == whole, {}, {}},
             &order.rows);
      run.clear();
    }
  }
  return order;
}

}  // namespace hegao
