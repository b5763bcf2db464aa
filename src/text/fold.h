// The folded view: the text as rules see it, with a way back to the source for every byte.
//
// Folding, in this order of effect:
//   width         full-width ASCII (U+FF01–FF5E) -> ASCII; U+3000, NBSP and other blanks -> ' ';
//                 — – ― ‐ ‑ − -> '-'; ～ 〜 -> '~'; ﹝﹞ -> 〔〕; • ・ ‧ -> ·; 「」『』 -> “”; ‘’
//                 -> '; ㈠… -> (一)…, ⑴… -> (1)…, ⒈… -> 1.…; ①… stay
//   script        Traditional -> Simplified, one code point to one (table made at build time from
//   ICU's data);
//                 compatibility ideographs and radicals -> the plain character
//   blanks        zero-width characters and BOM vanish; a run of blanks vanishes if the character
//   on
//                 either side is non-ASCII (Han, CJK punctuation) and at the ends of a block, else
//                 it becomes ' '
//   pinyin        鎮(zhèn): the bracket after a Han character that holds only one toned pinyin
//   syllable vanishes years         二〇二四年 二○二四年 二零二四年 二O二四年 -> 2024年 (four CJK
//   digits before 年) corruption    byte-shifted GBK runs are replaced by what can be recovered
//   (see corruption.h)
// 。、“”《》〔〕 keep their form. Letters keep their case. Invalid bytes become U+FFFD, one each.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace hegao {

/// One visible stretch of the source. `replacement` (if `has_replacement`) is what the reader sees
/// instead of the source bytes, as for HTML entities; it maps to the stretch as a whole.
struct Piece {
  Span source;
  bool has_replacement = false;
  std::string replacement;
};

/// What folding met that rules may want to report. All spans are source spans.
struct FoldNotes {
  // Blanks dropped between two characters of one line; `folded` is where the second one stands.
  struct Gap {
    std::uint32_t folded = 0;
    Span source;
  };
  std::vector<Gap> gaps;
  std::vector<Span> pinyin;  // dropped annotations, brackets included
  std::vector<Span>
      traditional;  // one per character that is Traditional only (not also good Simplified)
  struct Corruption {
    Span source;
    Span folded;
    int number = 0;
  };  // number: recovered （N）, else 0
  std::vector<Corruption> corruptions;
};

/// Append-only while a document is read, immutable afterwards; then thread-safe.
class FoldedText {
 public:
  /// Appends one block, made of `pieces` of `source` in order, and returns its folded span. A '\n'
  /// is put between blocks (it belongs to none). Between two pieces that are on different lines
  /// nothing is inserted where the blanks rule would drop it. O(bytes).
  Span AppendBlock(std::string_view source, const std::vector<Piece>& pieces);

  /// Saves the growing, where the size of the source is known.
  void Reserve(std::size_t source_bytes) { text_.reserve(source_bytes); }

  std::string_view text() const { return text_; }
  std::string_view Slice(Span folded) const { return text().substr(folded.begin, folded.size()); }
  const FoldNotes& notes() const { return notes_; }

  /// The source bytes a folded span stands for, on character boundaries, without blanks or pinyin
  /// dropped at either end. An empty span maps to an empty span. O(log n).
  Span ToSource(Span folded) const;

  /// The first folded offset whose source is at or after `source`. O(log n).
  std::uint32_t FromSource(std::uint32_t source) const;

 private:
  friend class Folder;
  // From `folded` on: `whole_folded` bytes stand for `whole_source` bytes as a whole, and what
  // follows maps byte by byte up to the next segment. So there is one segment for each change of
  // drift.
  struct Segment {
    std::uint32_t folded;
    std::uint32_t source;
    std::uint32_t whole_folded : 8;
    std::uint32_t whole_source : 24;
    std::uint32_t ExactSource() const { return source + whole_source; }
    std::uint32_t ExactFolded() const { return folded + whole_folded; }
  };
  const Segment& SegmentAt(std::uint32_t folded) const;

  std::string text_;
  std::vector<Segment> segments_;
  FoldNotes notes_;
  bool has_block_ = false;
};

/// Folds a short string with no map (names, table entries, file names).
std::string Fold(std::string_view s);

/// Folds the literal characters of a regular expression the same way, one by one: （ becomes \(, 《
/// stays, 鎮 becomes 镇. Blanks become ' ' and are not dropped; digits before 年 stay as they are
/// written.
std::string FoldPattern(std::string_view regex);

}  // namespace hegao
