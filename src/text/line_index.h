// Byte offset -> line and column of a source text. Lines end at \n, \r\n or a lone \r.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace hegao {

struct LineColumn {
  std::uint32_t line = 1;    // 1-based
  std::uint32_t column = 1;  // 1-based, in code points; a BOM counts nothing
  bool operator==(const LineColumn&) const = default;
};

/// Keeps offsets only; the text must be handed back to At() and must not have changed.
class LineIndex {
 public:
  LineIndex() = default;
  explicit LineIndex(std::string_view text);  // O(n)

  std::uint32_t LineCount() const { return static_cast<std::uint32_t>(starts_.size()); }
  std::uint32_t LineOf(std::uint32_t offset) const;                  // O(log lines), 1-based
  LineColumn At(std::string_view text, std::uint32_t offset) const;  // + O(line length)
  Span LineSpan(std::string_view text, std::uint32_t line) const;    // without its line end

 private:
  std::vector<std::uint32_t> starts_{0};
};

}  // namespace hegao
