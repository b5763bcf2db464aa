// What every reader promises of its pieces; for tests and fuzz targets.
#pragma once

#include <cstdint>
#include <string>

#include "document/document.h"
#include "text/utf8.h"

namespace hegao {

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
  for (const RawBlock& block : document.blocks) {
    if (block.pieces.empty()) return "block without pieces";
    for (const Piece& piece : block.pieces) {
      if (std::string complaint = check(piece); !complaint.empty()) return complaint;
    }
  }
  end = 0;
  for (const Piece& piece : document.title) {
    if (std::string complaint = check(piece); !complaint.empty()) return complaint;
  }
  return {};
}

}  // namespace hegao
