// From the extracted text of a document back to the file it was read from: for people (page and
// paragraph) and for programs that write into a copy of the file (part, node, offset).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "text/span.h"

namespace hegao {

struct SourceMap {
  /// A stretch of the extracted text that stands, byte for byte, in one text node of one part.
  struct Origin {
    Span text;                 // bytes of the extracted text
    std::uint32_t part = 0;    // index into `parts`
    std::uint32_t node = 0;    // what the format's reader names its text nodes by
    std::uint32_t offset = 0;  // bytes of the decoded node text before this stretch
    bool operator==(const Origin&) const = default;
  };
  /// Where a line of the extracted text begins, or a page inside one, and where that is for a
  /// person. 0: not known.
  struct Row {
    std::uint32_t begin = 0;      // byte of the extracted text
    std::uint32_t page = 0;       // 1-based
    std::uint32_t paragraph = 0;  // 1-based, empty paragraphs counted
    bool operator==(const Row&) const = default;
  };

  std::vector<std::string> parts;  // names of the entries of a package, e.g. word/document.xml
  std::vector<Origin> origins;     // ascending, disjoint; text between them was generated (numbers)
  std::vector<Row> rows;           // ascending

  bool empty() const { return rows.empty(); }
  /// The row this byte stands in; nullptr where there is none. O(log n).
  const Row* RowAt(std::uint32_t text_at) const;
  /// The origin this byte stands in; nullptr for generated text. O(log n).
  const Origin* OriginAt(std::uint32_t text_at) const;
};

}  // namespace hegao
