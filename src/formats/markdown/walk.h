// From the tree of cmark to visible blocks.
#pragma once

#include <cmark-gfm.h>

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/document.h"
#include "formats/block_writer.h"
#include "formats/markdown/cursor.h"
#include "text/line_index.h"

namespace hegao {

class MarkdownWalk {
 public:
  /// `text` is what the tree was parsed from.
  explicit MarkdownWalk(std::string_view text);

  std::vector<RawBlock> Run(cmark_node* root);

 private:
  struct List {
    bool ordered = false;
    bool renumber = false;  // all items are typed with the same number
    std::uint32_t next = 0;
  };
  struct SourceLine {
    std::string_view literal;
    Span literal_span;  // in the literal of the node
    Span source;        // empty: not found
  };

  void Enter(cmark_node* node);
  void Leave(cmark_node* node);
  void OpenList(cmark_node* list);
  void OpenItem(cmark_node* item);
  void OpenTable(cmark_node* table);
  void OpenRow(cmark_node* row);
  void Cell(cmark_node* cell);
  void TextBlock(cmark_node* node, RawBlock::Kind kind, std::uint8_t level);
  void Inlines(cmark_node* block, RawBlock::Kind kind, std::uint8_t level);
  void Inline(cmark_node* node, bool enter, RawBlock::Kind kind, std::uint8_t level);
  void InlineTag(cmark_node* node, RawBlock::Kind kind, std::uint8_t level);
  void Write(const std::vector<Piece>& pieces);
  void CodeBlock(cmark_node* node);
  void HtmlBlock(cmark_node* node);
  void AddMapped(const Piece& piece, const std::vector<SourceLine>& lines, RawBlock* block) const;
  std::vector<SourceLine> Locate(cmark_node* node, int first_line) const;
  std::uint32_t OffsetOf(int line, int column) const;
  Span LineOf(int line) const;
  Span Marker(cmark_node* item) const;
  void FlushMarkers();

  std::string_view text_;
  LineIndex lines_;
  MarkdownCursor cursor_;
  std::vector<RawBlock> blocks_;
  BlockWriter writer_;
  std::vector<List> lists_;
  std::vector<Piece> markers_;  // "1." waiting for the text of their item
  std::vector<Span> cells_;     // of the current row
  std::size_t next_cell_ = 0;
  int header_line_ = 0;
  int quotes_ = 0;
  int strong_ = 0;
  int images_ = 0;
};

}  // namespace hegao
