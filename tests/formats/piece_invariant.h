// What every reader promises of its pieces and places; for tests and fuzz targets.
#pragma once

#include <cstdint>
#include <string>

#include "document/document.h"
#include "text/utf8.h"

namespace hegao {

inline bool IsPlace(const RawDocument& document, Span s) {
  return s.begin <= s.end && s.end <= document.text.size() && IsBoundary(document.text, s.begin) &&
         IsBoundary(document.text, s.end);
}

/// Of marks, of the map back to the file, and of the layout; see BrokenInvariant.
inline std::string BrokenPlaces(const RawDocument& document) {
  std::uint32_t last = 0;
  for (const Mark& mark : document.marks) {
    if (!IsPlace(document, mark.span)) return "mark out of bounds or inside of a character";
    if (mark.span.begin < last) return "marks do not ascend at " + std::to_string(last);
    if (!IsValidUtf8(mark.text) || !IsValidUtf8(mark.author)) return "mark not UTF-8";
    last = mark.span.begin;
  }
  last = 0;
  for (const SourceMap::Origin& origin : document.map.origins) {
    if (!IsPlace(document, origin.text)) return "origin out of bounds or inside of a character";
    if (origin.text.empty() || origin.text.begin < last) return "origins empty or not ascending";
    if (origin.part >= document.map.parts.size()) return "origin in no part";
    last = origin.text.end;
  }
  last = 0;
  for (const SourceMap::Row& row : document.map.rows) {
    if (!IsPlace(document, {row.begin, row.begin})) return "row out of bounds";
    if (row.begin < last) return "rows do not ascend at " + std::to_string(last);
    last = row.begin;
  }
  last = 0;
  for (const PageSetup& page : document.layout.pages) {
    if (!IsPlace(document, {page.begin, page.begin})) return "page setup out of bounds";
    if (page.begin < last) return "page setups do not ascend";
    last = page.begin;
  }
  return {};
}

/// What holds for every document whatever its content: returns the first complaint, or nothing.
inline std::string BrokenInvariant(const RawDocument& document) {
  std::uint32_t end = 0;
  const auto check = [&](const Piece& piece) -> std::string {
    const Span s = piece.source;
    if (s.empty()) return "empty piece";
    if (s.begin < end) return "pieces do not ascend at " + std::to_string(s.begin);
    if (s.end > document.text.size()) return "piece out of bounds";
    if (!IsBoundary(document.text, s.begin) || !IsBoundary(document.text, s.end)) {
      return "piece inside of a character at " + std::to_string(s.begin);
    }
    if (piece.has_replacement && !IsValidUtf8(piece.replacement)) return "replacement not UTF-8";
    if (!piece.has_replacement && !piece.replacement.empty()) return "replacement without flag";
    end = s.end;
    return {};
  };
  if (!IsValidUtf8(document.text)) return "text not UTF-8";
  const auto formats = static_cast<std::int32_t>(document.layout.formats.size());
  for (const RawBlock& block : document.blocks) {
    if (block.pieces.empty()) return "block without pieces";
    if (block.format < -1 || block.format >= formats) return "format of a block out of bounds";
    for (const Piece& piece : block.pieces) {
      if (std::string complaint = check(piece); !complaint.empty()) return complaint;
    }
  }
  end = 0;
  for (const Piece& piece : document.title) {
    if (std::string complaint = check(piece); !complaint.empty()) return complaint;
  }
  return BrokenPlaces(document);
}

}  // namespace hegao
