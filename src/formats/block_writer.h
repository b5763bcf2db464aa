// Collects pieces into blocks: joins neighbours, trims blank ends, drops blocks without ink.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace hegao {

class BlockWriter {
 public:
  /// Both must outlive the writer.
  BlockWriter(std::string_view source, std::vector<RawBlock>* blocks)
      : source_(source), blocks_(blocks) {}

  void Exact(Span span, bool bold);
  void Replaced(Span span, std::string shown, bool bold);
  void Add(const Piece& piece, bool bold);

  bool HasInk() const { return has_ink_; }

  /// Ends the block; true if it was not empty and has been added to the blocks.
  bool End(RawBlock::Kind kind, std::uint8_t level = 0);

 private:
  void TrimFront();
  void TrimBack();

  std::string_view source_;
  std::vector<RawBlock>* blocks_;
  std::vector<Piece> pieces_;
  bool has_ink_ = false;
  bool all_bold_ = true;
};

/// The pieces of all blocks in ascending source order without overlaps. Reading order differs from
/// it only in broken markup; there a block is cut where another one stands in its midst. Returns,
/// for each block, the index of the block it was made of (empty: nothing had to change).
std::vector<std::uint32_t> SortBlocks(std::vector<RawBlock>* blocks);

}  // namespace hegao
