// How most characters of a block are set.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "document/layout.h"
#include "formats/html/style.h"

namespace hegao {

/// Collects the looks of the characters of one block after another.
class BlockFormats {
 public:
  /// Both must outlive it.
  BlockFormats(const FontNames* fonts, Layout* layout) : fonts_(fonts), layout_(layout) {}

  /// Text of the block in hand; Chinese characters weigh more than others.
  void Add(const TextStyle& style, std::size_t han, std::size_t bytes);

  /// Ends the block, which began in `style`: the index of its format, -1 where the page says
  /// nothing about its look beyond bold.
  std::int32_t End(const TextStyle& style, bool heading);
  void Drop() { looks_.clear(); }

 private:
  struct Look {
    std::int32_t font;
    double size;
    bool bold;
    std::size_t weight;
  };

  const FontNames* fonts_;
  Layout* layout_;
  std::vector<Look> looks_;
};

}  // namespace hegao
