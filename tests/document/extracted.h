// Documents of formats without lines, made by hand.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "document/document.h"

namespace hegao {

struct TestLine {
  RawBlock::Kind kind = RawBlock::Kind::paragraph;
  std::string text;
  std::uint32_t page = 0, paragraph = 0;
};

/// What a reader of a format without lines delivers: a block for each line of the extracted text.
inline RawDocument Extracted(const std::vector<TestLine>& lines) {
  RawDocument raw;
  raw.format = "docx";
  for (const auto& line : lines) {
    const auto begin = static_cast<std::uint32_t>(raw.text.size());
    raw.text += line.text;
    const auto end = static_cast<std::uint32_t>(raw.text.size());
    raw.text += '\n';
    raw.map.rows.push_back({begin, line.page, line.paragraph});
    if (begin == end) continue;
    auto& block = raw.blocks.emplace_back();
    block.kind = line.kind;
    block.pieces.push_back({{begin, end}, false, {}});
  }
  return raw;
}

}  // namespace hegao
