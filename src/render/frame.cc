#include "render/frame.h"

#include <algorithm>
#include <vector>

#include "render/sanitize.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::string_view kEllipsis = "…";
constexpr int kEllipsisWidth = 1;
constexpr int kTabWidth = 4;
constexpr int kMinWidth = 16;

// One source character as it is shown.
struct Cell {
  std::size_t begin = 0, end = 0;  // source bytes
  std::string text;
  int width = 0;
};

std::vector<Cell> Split(std::string_view line) {
  std::vector<Cell> cells;
  for (std::size_t at = 0; at < line.size();) {
    CodePoint c = DecodeAt(line, at);
    Cell cell{at, at + c.length, "", 0};
    if (c.value == '\t') {
      cell.text.assign(kTabWidth, ' ');
    } else {
      AppendSafe(cell.text, c.value);
    }
    cell.width = DisplayWidth(cell.text);
    at = cell.end;
    cells.push_back(std::move(cell));
  }
  return cells;
}

int WidthOf(const std::vector<Cell>& cells, std::size_t first, std::size_t last) {
  int width = 0;
  for (std::size_t i = first; i < last; ++i) width += cells[i].width;
  return width;
}

struct Window {
  std::size_t first = 0, last = 0;  // cells
};

// Chooses the cells to show so that the marked ones are among them, with as much before as after.
Window ChooseWindow(const std::vector<Cell>& cells, Window mark, int width) {
  const int budget = std::max(width, kMinWidth) - 2 * kEllipsisWidth;
  const int marked = WidthOf(cells, mark.first, mark.last);
  // A mark that fills the line still shows a little of what stands before it.
  int lead = marked < budget ? (budget - marked) / 2 : std::min(8, budget / 4);
  Window window{mark.first, mark.first};
  int used = 0;
  auto grow_left = [&](int limit) {
    while (window.first > 0 && used + cells[window.first - 1].width <= limit) {
      used += cells[--window.first].width;
    }
  };
  grow_left(lead);
  while (window.last < cells.size() && used + cells[window.last].width <= budget) {
    used += cells[window.last++].width;
  }
  if (window.last == cells.size()) grow_left(budget);
  // A combining mark without its base would sit on the ellipsis.
  while (window.first > 0 && window.first < mark.first && cells[window.first].width == 0) {
    ++window.first;
  }
  return window;
}

}  // namespace

std::string FrameLayout::Carets() const {
  return std::string(static_cast<std::size_t>(caret_column), ' ') +
         std::string(static_cast<std::size_t>(caret_width), '^');
}

FrameLayout LayOutFrame(std::string_view line, std::size_t begin, std::size_t end, int width) {
  const std::vector<Cell> cells = Split(line);
  Window mark;
  while (mark.first < cells.size() && cells[mark.first].end <= begin) ++mark.first;
  mark.last = mark.first;
  while (mark.last < cells.size() && cells[mark.last].begin < end) ++mark.last;

  Window window{0, cells.size()};
  if (width > 0 && WidthOf(cells, 0, cells.size()) > std::max(width, kMinWidth)) {
    window = ChooseWindow(cells, mark, width);
  }
  FrameLayout layout;
  const bool cut_left = window.first > 0;
  if (cut_left) layout.text += kEllipsis;
  for (std::size_t i = window.first; i < window.last; ++i) layout.text += cells[i].text;
  if (window.last < cells.size()) layout.text += kEllipsis;
  layout.caret_column = (cut_left ? kEllipsisWidth : 0) + WidthOf(cells, window.first, mark.first);
  layout.caret_width = std::max(1, WidthOf(cells, mark.first, std::min(mark.last, window.last)));
  return layout;
}

}  // namespace hegao
