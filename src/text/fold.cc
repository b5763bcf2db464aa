#include "text/fold.h"

#include <algorithm>

#include "text/folder.h"
#include "text/utf8.h"

namespace hegao {
namespace {

bool HasLineBreak(std::string_view s) { return s.find_first_of("\r\n") != std::string_view::npos; }

/// The pieces of a block joined in one buffer; pieces on different lines get a line break between.
struct JoinedPieces {
  std::string text;
  std::vector<VisibleText::Chunk> chunks;

  void Add(Span source, std::string_view bytes, bool exact) {
    if (bytes.empty()) return;
    chunks.push_back({static_cast<std::uint32_t>(text.size()), source, exact});
    text += bytes;
  }
};

JoinedPieces Join(std::string_view source, const std::vector<Piece>& pieces) {
  JoinedPieces joined;
  const Piece* before = nullptr;
  for (const Piece& piece : pieces) {
    if (before != nullptr && piece.source.begin > before->source.end) {
      const Span between{before->source.end, piece.source.begin};
      if (HasLineBreak(source.substr(between.begin, between.size()))) {
        joined.Add(between, "\n", false);
      }
    }
    if (piece.has_replacement) {
      joined.Add(piece.source, piece.replacement, false);
    } else {
      joined.Add(piece.source, source.substr(piece.source.begin, piece.source.size()), true);
    }
    before = &piece;
  }
  return joined;
}

}  // namespace

Span FoldedText::AppendBlock(std::string_view source, const std::vector<Piece>& pieces) {
  if (has_block_) {
    const std::uint32_t at = static_cast<std::uint32_t>(text_.size());
    const std::uint32_t end = at == 0 ? 0 : ToSource({at - 1, at}).end;
    segments_.push_back({at, end, 1, 0});
    text_ += '\n';
  }
  has_block_ = true;
  const auto begin = static_cast<std::uint32_t>(text_.size());
  if (pieces.size() == 1 && !pieces.front().has_replacement) {
    const Span span = pieces.front().source;
    const VisibleText::Chunk chunk{0, span, true};
    Folder(*this, {source.substr(span.begin, span.size()), &chunk, 1}).Run();
  } else {
    const JoinedPieces joined = Join(source, pieces);
    Folder(*this, {joined.text, joined.chunks.data(), joined.chunks.size()}).Run();
  }
  return {begin, static_cast<std::uint32_t>(text_.size())};
}

const FoldedText::Segment& FoldedText::SegmentAt(std::uint32_t folded) const {
  // While folding, only the last one is asked for.
  if (folded >= segments_.back().folded) return segments_.back();
  const auto after =
      std::upper_bound(segments_.begin(), segments_.end(), folded,
                       [](std::uint32_t f, const Segment& s) { return f < s.folded; });
  return *(after - 1);
}

Span FoldedText::ToSource(Span folded) const {
  if (segments_.empty()) return {};
  const auto size = static_cast<std::uint32_t>(text_.size());
  std::uint32_t begin = std::min(folded.begin, size);
  std::uint32_t end = std::min(folded.end, size);
  while (begin > 0 && !IsBoundary(text_, begin)) --begin;
  while (end < size && !IsBoundary(text_, end)) ++end;

  const auto source_begin = [this](std::uint32_t at) {
    const Segment& s = SegmentAt(at);
    return at < s.ExactFolded() ? s.source : s.ExactSource() + (at - s.ExactFolded());
  };
  const auto source_end = [this](std::uint32_t at) {
    const Segment& s = SegmentAt(at - 1);
    return at <= s.ExactFolded() ? s.ExactSource() : s.ExactSource() + (at - s.ExactFolded());
  };
  if (begin < end) return {source_begin(begin), source_end(end)};
  const std::uint32_t at = begin < size ? source_begin(begin) : source_end(size);
  return {at, at};
}

std::uint32_t FoldedText::FromSource(std::uint32_t source) const {
  const auto size = static_cast<std::uint32_t>(text_.size());
  const auto next =
      std::lower_bound(segments_.begin(), segments_.end(), source,
                       [](const Segment& s, std::uint32_t at) { return s.source < at; });
  const std::uint32_t limit = next == segments_.end() ? size : next->folded;
  if (next == segments_.begin() || (next != segments_.end() && next->source == source)) {
    return limit;
  }
  const Segment& before = *(next - 1);
  if (source <= before.ExactSource()) return std::min(before.ExactFolded(), limit);
  std::uint32_t at = std::min(before.ExactFolded() + (source - before.ExactSource()), limit);
  while (at < limit && !IsBoundary(text_, at)) ++at;
  return at;
}

std::string Fold(std::string_view s) {
  FoldedText folded;
  folded.AppendBlock(s, {Piece{{0, static_cast<std::uint32_t>(s.size())}, false, {}}});
  return std::string(folded.text());
}

}  // namespace hegao
