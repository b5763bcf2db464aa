#include "render/table.h"

#include <algorithm>
#include <ostream>

#include "text/utf8.h"

namespace hegao {

void Table::Write(const Pen& pen, std::string_view indent, std::ostream& out) const {
  std::vector<int> widths(columns_.size(), 0);
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size() && i < widths.size(); ++i) {
      widths[i] = std::max(widths[i], DisplayWidth(row[i].text));
    }
  }
  for (const auto& row : rows_) {
    std::string line(indent);
    std::size_t blanks = 0;  // held back, so that none stands at the end of a line
    for (std::size_t i = 0; i < row.size() && i < widths.size(); ++i) {
      if (widths[i] == 0) continue;
      const auto pad = static_cast<std::size_t>(widths[i] - DisplayWidth(row[i].text));
      if (columns_[i] == Align::right) blanks += pad;
      if (!row[i].text.empty()) {
        line.append(blanks, ' ');
        blanks = 0;
        line += pen.Paint(row[i].style, row[i].text);
      }
      if (columns_[i] == Align::left) blanks += pad;
      blanks += 2;
    }
    out << line << '\n';
  }
}

}  // namespace hegao
