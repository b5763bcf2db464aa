// The blocks of Markdown whose lines are taken as they are: code and HTML.
#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/blanks.h"
#include "formats/html/html.h"
#include "formats/markdown/walk.h"

namespace hegao {

/// The lines of the node's content are the ends of its source lines, after indents and quote marks.
std::vector<MarkdownWalk::SourceLine> MarkdownWalk::Locate(cmark_node* node, int first_line) const {
  const char* raw = cmark_node_get_literal(node);
  const std::string_view literal = raw == nullptr ? "" : raw;
  std::vector<SourceLine> found;
  int line = first_line;
  for (std::size_t begin = 0; begin < literal.size(); ++line) {
    const std::size_t end = std::min(literal.find_first_of("\r\n", begin), literal.size());
    SourceLine entry;
    entry.literal = literal.substr(begin, end - begin);
    entry.literal_span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin)};
    const Span whole = LineOf(line);
    const std::string_view source = text_.substr(whole.begin, whole.size());
    std::size_t lead = 0;
    // An indent of tabs that was half used up comes back as blanks.
    if (!source.ends_with(entry.literal)) lead = SkipBlanks(entry.literal);
    const std::string_view rest = entry.literal.substr(lead);
    if (source.ends_with(rest)) {
      entry.source = {whole.end - static_cast<std::uint32_t>(rest.size()), whole.end};
      entry.literal_span = {static_cast<std::uint32_t>(begin + lead),
                            static_cast<std::uint32_t>(end)};
    }
    const std::size_t next =
        std::min(literal.size(), end + (literal.substr(end).starts_with("\r\n") ? 2 : 1));
    // The line end goes along where it is the same: it keeps words of two lines apart.
    const std::string_view line_end = literal.substr(end, next - end);
    if (!entry.source.empty() && text_.substr(entry.source.end).starts_with(line_end)) {
      entry.source.end += static_cast<std::uint32_t>(line_end.size());
      entry.literal_span.end += static_cast<std::uint32_t>(line_end.size());
    }
    found.push_back(entry);
    begin = next;
  }
  return found;
}

void MarkdownWalk::CodeBlock(cmark_node* node) {
  FlushMarkers();
  int length = 0, offset = 0;
  char fence = 0;
  const bool fenced = cmark_node_get_fenced(node, &length, &offset, &fence) != 0;
  const int first = cmark_node_get_start_line(node) + (fenced ? 1 : 0);
  for (const SourceLine& line : Locate(node, first)) {
    if (line.source.begin < cursor_.position()) continue;
    writer_.Exact(line.source, false);
    writer_.End(RawBlock::Kind::line);
    cursor_.Enter(line.source.end, line.source.end, quotes_);
  }
}

void MarkdownWalk::HtmlBlock(cmark_node* node) {
  FlushMarkers();
  const std::vector<SourceLine> lines = Locate(node, cmark_node_get_start_line(node));
  const char* literal = cmark_node_get_literal(node);
  Result<HtmlContent> content = ReadHtmlContent(literal == nullptr ? "" : literal);
  if (!content) return;
  for (RawBlock& block : content->blocks) {
    RawBlock mapped{block.kind, block.level, block.bold, {}};
    for (const Piece& piece : block.pieces) AddMapped(piece, lines, &mapped);
    if (mapped.pieces.empty()) continue;
    const std::uint32_t end = mapped.pieces.back().source.end;
    if (mapped.pieces.front().source.begin < cursor_.position()) continue;
    blocks_.push_back(std::move(mapped));
    cursor_.Enter(end, end, quotes_);
  }
}

/// A piece of the fragment as pieces of the source, one per line it touches.
void MarkdownWalk::AddMapped(const Piece& piece, const std::vector<SourceLine>& lines,
                             RawBlock* block) const {
  auto line = std::upper_bound(
      lines.begin(), lines.end(), piece.source.begin,
      [](std::uint32_t at, const SourceLine& l) { return at < l.literal_span.end; });
  for (; line != lines.end() && line->literal_span.begin < piece.source.end; ++line) {
    const std::uint32_t begin = std::max(piece.source.begin, line->literal_span.begin);
    const std::uint32_t end = std::min(piece.source.end, line->literal_span.end);
    if (begin >= end) continue;
    const std::uint32_t shift = line->source.begin - line->literal_span.begin;
    block->pieces.push_back(
        {{begin + shift, end + shift}, piece.has_replacement, piece.replacement});
    if (piece.has_replacement) return;
  }
}

}  // namespace hegao
