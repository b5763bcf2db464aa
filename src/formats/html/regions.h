// The containers of a page, and which of them frame the document instead of holding it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "document/document.h"

namespace hegao {

/// Containers are known by index, the page itself is 0, and parents come before their children.
class PageRegions {
 public:
  struct Kind {
    bool chrome = false;  // called so
    bool cell = false;    // of a table
    bool aside = false;   // footnotes, page headers and footers
  };
  /// What a block holds, in Chinese characters.
  struct BlockFacts {
    std::uint32_t region = 0;
    std::size_t han = 0, linked = 0;
    bool sentence = false;  // has the end of one in it
    bool heading = false;
  };

  std::uint32_t Open(std::uint32_t parent, const Kind& kind);
  /// The innermost container of both. O(depth).
  std::uint32_t Common(std::uint32_t a, std::uint32_t b) const;
  void AddBlock(const BlockFacts& facts) { blocks_.push_back(facts); }

  /// After the last block. Names and elements say what may be chrome, the share of the text whether
  /// it is; then links round the main text are, wherever they stand. O(regions + blocks).
  void Judge();
  RawBlock::Kind KindOf(const RawBlock& raw, std::size_t block) const;
  bool IsChrome(std::uint32_t region) const { return regions_[region].kind.chrome; }

 private:
  struct Region {
    std::uint32_t parent = 0, depth = 0;
    Kind kind;
    bool holds_cells = false;  // a table for layout
    bool labels_only = true;   // besides links nothing but short labels
    std::size_t han = 0, linked = 0, blocks = 0;
    std::size_t text = 0;  // in sentences
  };

  void SumUp();
  void JudgeNames();
  std::uint32_t MainRegion() const;
  std::vector<bool> Inside(std::uint32_t region) const;
  void JudgeLinks();
  void JudgeLists(const std::vector<bool>& inside_main);

  std::vector<Region> regions_{Region{}};
  std::vector<BlockFacts> blocks_;
  std::vector<bool> chrome_;  // per block, found by links
};

}  // namespace hegao
