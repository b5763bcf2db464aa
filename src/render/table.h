// A table whose columns stand straight in a terminal whatever the script of its cells.
#pragma once

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

#include "render/style.h"

namespace hegao {

struct TableCell {
  std::string text;  // must be safe to print
  Style style = Style::plain;
};

class Table {
 public:
  enum class Align { left, right };

  explicit Table(std::vector<Align> columns) : columns_(std::move(columns)) {}
  /// Cells that are absent at the end of a row are empty.
  void AddRow(std::vector<TableCell> row) { rows_.push_back(std::move(row)); }
  /// Each row on its line, after `indent`, columns two blanks apart, no blanks at the end.
  void Write(const Pen& pen, std::string_view indent, std::ostream& out) const;

 private:
  std::vector<Align> columns_;
  std::vector<std::vector<TableCell>> rows_;
};

}  // namespace hegao
