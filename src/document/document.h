// A report as the rules see it: folded text, blocks, headings, sections. Knows no file format and
// no report type. Immutable once built; then thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "document/layout.h"
#include "document/mark.h"
#include "document/source_map.h"
#include "text/fold.h"
#include "text/line_index.h"
#include "text/literal_filter.h"
#include "text/pattern.h"

namespace hegao {

/// What a reader of a file format delivers: visible blocks in reading order, nothing judged yet.
struct RawBlock {
  enum class Kind : std::uint8_t {
    line,       // a line of plain text: the builder may join it with the next
    soft_line,  // a line inside a paragraph of markup: as `line`
    paragraph,  // a whole paragraph
    heading,    // by structure; `level` 1…6
    cell,       // a table cell
    aside,      // a footnote, a page header or footer: judged, but no part of the outline
    chrome,     // known by structure not to be the document's text (navigation, footer)
  };
  Kind kind = Kind::line;
  std::uint8_t level = 0;
  bool bold = false;          // all of its text is bold
  std::vector<Piece> pieces;  // ascending source order, never empty spans
  std::int32_t format = -1;   // index into RawDocument::layout.formats; -1: unknown
};

struct RawDocument {
  std::string format;    // text markdown html docx odt pdf ofd doc wps
  std::string encoding;  // empty: the format leaves no choice
  double encoding_confidence = 1.0;
  std::uint32_t replaced = 0;  // undecodable characters
  std::string text;            // UTF-8; all source spans count its bytes
  std::vector<RawBlock> blocks;
  std::vector<Piece> title;  // the format's own title (<title>), empty if none

  // For formats whose text is extracted: `text` has a line for each paragraph, and
  SourceMap map;               // leads from it back to the file; empty for text formats
  Layout layout;               // what it looks like
  std::vector<Mark> marks;     // what an editor left in it, in order of place
  std::vector<Message> notes;  // sentences the reader of the findings has to know
};

struct Block {
  enum class Kind : std::uint8_t { paragraph, heading, cell, aside, chrome };
  Kind kind = Kind::paragraph;
  std::uint8_t level = 0;  // structural heading level, 0 if none
  bool bold = false;
  bool emphasised = false;   // set apart from the body by weight, font, size or place
  std::int32_t format = -1;  // index into Document::layout.formats; -1: unknown
  Span folded;
  Span source;

  /// Part of the running text: no furniture, no footnote, page header or footer.
  bool InText() const { return kind != Kind::chrome && kind != Kind::aside; }
};

/// How a heading was recognised, strongest first.
enum class HeadingSource : std::uint8_t { structure, numbered, run_in, title_like };

/// The numbering a heading or an enumeration item is typed with.
enum class NumberStyle : std::uint8_t {
  none,
  part /* 第一部分 第一章 */,
  subpart /* 第一节 */,
  cjk /* 一、 */,
  cjk_paren /* （一） */,
  arabic /* 1. 1、 */,
  arabic_dotted /* 1.1 1.1.2 */,
  arabic_paren /* （1） */,
  circled /* ① */,
  shi /* 一是 */,
  ordinal /* 第一， */
};

struct Numbering {
  NumberStyle style = NumberStyle::none;
  std::uint32_t value = 0;
  Span folded;             // the typed number with its separator
  bool recovered = false;  // read out of a corrupted run
};

struct Heading {
  std::uint32_t block = 0;  // index of the block it stands in (the first, where it spans two)
  int level = 1;            // 1…4
  HeadingSource source = HeadingSource::numbered;
  double confidence = 1.0;
  Numbering number;
  Span folded;          // number and text, without the 。 of a run-in heading
  Span text;            // folded, without the number
  bool run_in = false;  // paragraph text follows in the same block
};

/// A heading and what belongs to it. Section 0 is the whole document (no heading, level 0).
struct Section {
  std::int32_t heading = -1;
  int level = 0;
  std::int32_t parent = -1;
  Span folded;                          // from the heading to the end of the last block of it
  Span body;                            // without the heading itself; may be empty
  std::vector<std::uint32_t> children;  // indices of sections
};

struct Document {
  std::string path, format, encoding;
  double encoding_confidence = 1.0;
  std::uint32_t replaced = 0;
  std::string text;  // the source
  LineIndex lines;
  FoldedText folded;
  LiteralFilter filter;                      // of the folded text
  std::vector<LiteralFilter> block_filters;  // one for each block; none for a very long text
  std::vector<Block> blocks;
  std::vector<Heading> headings;                // ascending
  std::vector<Section> sections;                // preorder; [0] is the root
  std::vector<std::uint32_t> title_blocks;      // blocks that make the title, in order
  std::vector<std::uint32_t> signature_blocks;  // 落款 lines near the end

  std::string_view Text(Span folded_span) const { return folded.Slice(folded_span); }
  Span Source(Span folded_span) const { return folded.ToSource(folded_span); }
  std::uint32_t LineOfFolded(std::uint32_t at) const {
    return lines.LineOf(Source({at, at + 1}).begin);
  }

  /// False: the pattern has no match in the document; in this block.
  bool MayMatch(const Pattern& pattern) const { return pattern.MayMatch(folded.text(), filter); }
  bool MayMatch(const Pattern& pattern, std::uint32_t block) const {
    const auto shown = Text(blocks[block].folded);
    return block_filters.empty() ? pattern.MayMatch(shown)
                                 : pattern.MayMatch(shown, block_filters[block]);
  }
  /// Calls visit(block index, match) for every match in every block that is no furniture.
  template <typename Visit>
  void ForEachMatch(const Pattern& pattern, Visit visit) const {
    if (!MayMatch(pattern)) return;
    for (std::uint32_t b = 0; b < blocks.size(); ++b) {
      if (blocks[b].kind == Block::Kind::chrome || !MayMatch(pattern, b)) continue;
      for (const auto& m : pattern.FindAll(folded.text(), blocks[b].folded, true)) visit(b, m);
    }
  }

  /// Index of the block that holds this folded offset. O(log n).
  std::uint32_t BlockAt(std::uint32_t folded_at) const;
  /// Where the running text ends (folded): behind it stand at most furniture, notes, page headers
  /// and footers. 0 if there is none. O(blocks behind it).
  std::uint32_t TextEnd() const;
  /// Innermost section that holds this folded offset; 0 if none but the root does. O(log n +
  /// depth).
  std::uint32_t SectionAt(std::uint32_t folded_at) const;
  /// The block's part up to `reach` bytes on either side of `at` (folded), on character boundaries:
  /// where the words that explain it stand. Keeps rules linear on blocks of any length.
  Span Around(Span at, std::uint32_t reach) const;
  /// The visible source characters of a source span (markup left out), for quotes. O(span).
  std::string Visible(Span source) const { return Visible(source, text); }
  /// The same of `shown`, a copy of the source in which characters were replaced in their place.
  std::string Visible(Span source, std::string_view shown) const;

  std::vector<Piece> pieces;  // all visible pieces, ascending; Visible() reads them

  SourceMap map;               // empty for text formats
  Layout layout;               // nothing known for most formats
  std::vector<Mark> marks;     // source spans, ascending
  std::vector<Message> notes;  // see RawDocument
};

}  // namespace hegao
