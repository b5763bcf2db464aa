// The working half of FoldedText: folds one block.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "text/fold.h"

namespace hegao {

/// The visible characters of a block as one buffer, with the way back to the source.
struct VisibleText {
  struct Chunk {
    std::uint32_t visible = 0;  // where it begins in `text`
    Span source;
    bool exact = true;  // byte by byte; otherwise as a whole
  };
  std::string_view text;
  const Chunk* chunks = nullptr;  // ascending, gapless in `text`; at least one if there is text
  std::size_t chunk_count = 0;
};

/// Appends to a FoldedText. Lives for one block.
class Folder {
 public:
  Folder(FoldedText& out, const VisibleText& in);
  void Run();

 private:
  struct PendingGap {
    std::uint32_t begin = 0, end = 0;  // visible
    bool line_break = false;
  };

  struct Change {
    std::uint32_t at;  // visible
    char32_t to;       // of three bytes, as the character it replaces
    bool traditional;
  };

  std::size_t ScanRun(std::size_t at);
  void EmitRun(std::size_t begin, std::size_t end);
  bool FoldFullWidth();
  void FoldSpecial();
  void FoldAscii(char c);
  void FoldBmp(char32_t c, std::uint8_t length);
  void FoldToShort(char32_t to, std::uint8_t length);
  bool DropPinyin(std::uint8_t bracket_length);
  bool Recover();
  void FoldYear();

  void AddBlank(char32_t c, std::size_t length);
  void FlushGap(char next);
  void EmitExact(std::size_t begin, std::size_t end);
  void EmitExactChunk(std::uint32_t source, std::string_view bytes);
  void EmitWhole(Span source, std::string_view folded);

  Span Source(std::size_t begin, std::size_t end) const;
  const VisibleText::Chunk& ChunkAt(std::size_t visible) const;
  std::string_view Done() const;  // what this block has folded to so far

  FoldedText& out_;
  const VisibleText in_;
  const std::string_view text_;
  const std::uint32_t block_begin_;
  std::size_t at_ = 0;
  std::vector<Change> changes_;
  std::optional<PendingGap> gap_;
  std::uint32_t toned_pinyin_ = 0;
  // The source offset at which the next byte would need no new segment.
  std::optional<std::uint32_t> expected_;
};

}  // namespace hegao
