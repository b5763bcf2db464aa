#include "document/builder.h"

#include <iterator>
#include <utility>

#include "document/emphasis.h"
#include "document/line_join.h"
#include "document/misused_headings.h"
#include "document/outline.h"
#include "document/title.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::uint32_t kLongestChrome = 400;  // bytes; furniture is short
constexpr std::size_t kTopBlocks = 30;         // where furniture stands before the text

Block::Kind KindOf(const RawBlock& raw) {
  switch (raw.kind) {
    case RawBlock::Kind::heading:
      return Block::Kind::heading;
    case RawBlock::Kind::cell:
      return Block::Kind::cell;
    case RawBlock::Kind::aside:
      return Block::Kind::aside;
    case RawBlock::Kind::chrome:
      return Block::Kind::chrome;
    default:
      return Block::Kind::paragraph;
  }
}

/// Furniture is short and made of labels, not of sentences.
bool MayBeChrome(std::string_view text) {
  constexpr std::string_view kStop = "。";
  return text.size() <= kLongestChrome && !text.ends_with(kStop);
}

bool IsChromeLine(const Document& doc, const RawBlock& raw, const Lexicon& lexicon) {
  std::string text;
  for (const auto& p : raw.pieces) text += doc.text.substr(p.source.begin, p.source.size());
  const auto folded = Fold(text);
  return MayBeChrome(folded) && lexicon.chrome_line.Matches(folded);
}

void AddBlock(Document& doc, const RawBlock& raw, const std::vector<Piece>& pieces,
              const Lexicon& lexicon) {
  Block block;
  block.kind = KindOf(raw);
  block.level = block.kind == Block::Kind::heading ? raw.level : 0;
  block.bold = raw.bold;
  block.format = raw.format;
  block.folded = doc.folded.AppendBlock(doc.text, pieces);
  if (block.folded.empty()) return;
  block.source = {pieces.front().source.begin, pieces.back().source.end};
  // What the format calls a header or footer is where it belongs, whatever it says.
  if (block.kind != Block::Kind::aside && MayBeChrome(doc.Text(block.folded)) &&
      lexicon.chrome_line.Matches(doc.Text(block.folded))) {
    block.kind = Block::Kind::chrome;
  }
  doc.blocks.push_back(block);
}

}  // namespace

namespace {

/// The format's own title goes first, as furniture: it counts only where the text has no title.
bool AddPageTitle(Document& doc, const RawDocument& raw) {
  if (raw.title.empty()) return false;
  // A title amid the text of a broken page would turn the order of text and source round.
  if (!raw.blocks.empty() &&
      raw.blocks.front().pieces.front().source.begin < raw.title.back().source.end) {
    return false;
  }
  Block block;
  block.kind = Block::Kind::chrome;
  block.folded = doc.folded.AppendBlock(doc.text, raw.title);
  if (block.folded.empty()) return false;
  block.source = {raw.title.front().source.begin, raw.title.back().source.end};
  doc.blocks.push_back(block);
  doc.pieces.insert(doc.pieces.end(), raw.title.begin(), raw.title.end());
  return true;
}

}  // namespace

namespace {

/// Past this a text is searched without filters of its blocks, which would double its memory.
constexpr std::size_t kFiltersUpTo = std::size_t{4} << 20;

void MakeFilters(Document& doc) {
  doc.filter = LiteralFilter(doc.folded.text());
  if (doc.folded.text().size() > kFiltersUpTo) return;
  doc.block_filters.reserve(doc.blocks.size());
  for (const auto& b : doc.blocks) doc.block_filters.emplace_back(doc.Text(b.folded));
}

}  // namespace

Document BuildDocument(RawDocument raw, std::string path, const Lexicon& lexicon) {
  Document doc;
  doc.path = std::move(path);
  doc.format = raw.format;
  doc.encoding = raw.encoding;
  doc.encoding_confidence = raw.encoding_confidence;
  doc.replaced = raw.replaced;
  const auto joins = ContinuationLines(raw);
  doc.text = std::move(raw.text);
  doc.lines = LineIndex(doc.text);
  doc.map = std::move(raw.map);
  doc.layout = std::move(raw.layout);
  doc.marks = std::move(raw.marks);
  doc.notes = std::move(raw.notes);
  doc.folded.Reserve(doc.text.size());
  const bool page_title = AddPageTitle(doc, raw);
  for (std::size_t i = 0; i < raw.blocks.size();) {
    auto& first = raw.blocks[i];
    std::size_t next = i + 1;
    for (; next < raw.blocks.size() && joins[next]; ++next) {
      // Furniture stands round the text; wherever its line ends, what follows is something else.
      if (next < kTopBlocks && IsChromeLine(doc, raw.blocks[next - 1], lexicon)) break;
      std::move(raw.blocks[next].pieces.begin(), raw.blocks[next].pieces.end(),
                std::back_inserter(first.pieces));
    }
    AddBlock(doc, first, first.pieces, lexicon);
    std::move(first.pieces.begin(), first.pieces.end(), std::back_inserter(doc.pieces));
    i = next;
  }
  MakeFilters(doc);
  MarkEmphasis(doc);
  doc.title_blocks = FindTitle(doc, lexicon);
  if (doc.title_blocks.empty() && page_title && TrimPageTitle(doc, lexicon, doc.blocks.front())) {
    doc.blocks.front().kind = Block::Kind::paragraph;
    doc.title_blocks = {0};
  }
  DemoteMisusedHeadings(doc);
  if (const auto date = DateTakenForFurniture(doc, lexicon))
    doc.blocks[*date].kind = Block::Kind::paragraph;
  doc.signature_blocks = FindSignature(doc, lexicon);
  BuildOutline(doc);
  return doc;
}

}  // namespace hegao
