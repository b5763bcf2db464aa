// Any bytes, cut into pieces: folding keeps the map between the two texts consistent.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "text/corruption.h"
#include "text/fold.h"
#include "text/pattern.h"
#include "text/utf8.h"

namespace {

void Require(bool holds) {
  if (!holds) std::abort();
}

bool Inside(hegao::Span span, std::size_t size) {
  return span.begin <= span.end && span.end <= size;
}

/// A control byte 0x01 ends a piece, 0x02 a block; 0x03 makes a piece an entity.
hegao::FoldedText FoldBlocks(std::string_view source) {
  hegao::FoldedText folded;
  std::vector<hegao::Piece> pieces;
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i <= source.size(); ++i) {
    const char c = i < source.size() ? source[i] : '\2';
    if (c != '\1' && c != '\2' && c != '\3') continue;
    if (i > begin) pieces.push_back({{begin, i}, c == '\3', c == '\3' ? "（\xC2\xA0鎮" : ""});
    if (c == '\2' && !pieces.empty()) {
      const hegao::Span block = folded.AppendBlock(source, pieces);
      const hegao::Span mapped = folded.ToSource(block);
      Require(block.empty() || (pieces.front().source.begin <= mapped.begin &&
                                mapped.end <= pieces.back().source.end));
      pieces.clear();
    }
    begin = i + 1;
  }
  return folded;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view source(reinterpret_cast<const char*>(data), size);
  const hegao::FoldedText folded = FoldBlocks(source);
  const std::string_view text = folded.text();
  Require(hegao::IsValidUtf8(text));
  std::uint32_t last = 0;
  for (std::uint32_t i = 0; i < text.size();) {
    const std::uint32_t end = i + hegao::DecodeAt(text, i).length;
    const hegao::Span span = folded.ToSource({i, end});
    Require(Inside(span, size) && span.begin >= last);
    Require(hegao::IsBoundary(source, span.begin) && hegao::IsBoundary(source, span.end));
    Require(folded.FromSource(span.begin) <= i);
    last = span.begin;
    i = end;
  }
  for (const auto& gap : folded.notes().gaps) {
    Require(gap.folded < text.size() && Inside(gap.source, size));
  }
  for (const auto& run : folded.notes().corruptions) {
    Require(Inside(run.source, size) && Inside(run.folded, text.size()));
  }
  for (const auto& span : folded.notes().pinyin) Require(Inside(span, size) && !span.empty());
  hegao::Pattern pattern;
  hegao::PatternError error;
  if (size < 200 && hegao::Pattern::Compile(source, &pattern, &error)) {
    pattern.FindAll(text, {0, static_cast<std::uint32_t>(text.size())});
  }
  return 0;
}
