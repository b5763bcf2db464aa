#include "formats/block_writer.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "formats/blanks.h"

namespace hegao {

void BlockWriter::Exact(Span span, bool bold) {
  if (span.empty()) return;
  if (!IsAllBlank(source_.substr(span.begin, span.size()))) {
    has_ink_ = true;
    all_bold_ = all_bold_ && bold;
  }
  if (!pieces_.empty() && !pieces_.back().has_replacement &&
      pieces_.back().source.end == span.begin) {
    pieces_.back().source.end = span.end;
  } else {
    pieces_.push_back({span, false, {}});
  }
}

void BlockWriter::Replaced(Span span, std::string shown, bool bold) {
  if (span.empty() || shown.empty()) return;
  if (!IsAllBlank(shown)) {
    has_ink_ = true;
    all_bold_ = all_bold_ && bold;
  }
  pieces_.push_back({span, true, std::move(shown)});
}

void BlockWriter::Add(const Piece& piece, bool bold) {
  if (piece.has_replacement) {
    Replaced(piece.source, piece.replacement, bold);
  } else {
    Exact(piece.source, bold);
  }
}

void BlockWriter::TrimFront() {
  std::size_t drop = 0;
  for (; drop < pieces_.size(); ++drop) {
    Piece& piece = pieces_[drop];
    if (piece.has_replacement) {
      if (!IsAllBlank(piece.replacement)) break;
      continue;
    }
    piece.source.begin += static_cast<std::uint32_t>(
        SkipBlanks(source_.substr(piece.source.begin, piece.source.size())));
    if (!piece.source.empty()) break;
  }
  pieces_.erase(pieces_.begin(), pieces_.begin() + static_cast<std::ptrdiff_t>(drop));
}

void BlockWriter::TrimBack() {
  for (; !pieces_.empty(); pieces_.pop_back()) {
    Piece& piece = pieces_.back();
    if (piece.has_replacement) {
      if (!IsAllBlank(piece.replacement)) break;
      continue;
    }
    piece.source.end =
        piece.source.begin + static_cast<std::uint32_t>(LengthWithoutBlanks(
                                 source_.substr(piece.source.begin, piece.source.size())));
    if (!piece.source.empty()) break;
  }
}

bool BlockWriter::End(RawBlock::Kind kind, std::uint8_t level) {
  const bool added = has_ink_;
  if (added) {
    TrimFront();
    TrimBack();
    RawBlock& block = blocks_->emplace_back();
    block.kind = kind;
    block.level = level;
    block.bold = all_bold_;
    block.pieces = std::move(pieces_);
  }
  pieces_.clear();
  has_ink_ = false;
  all_bold_ = true;
  return added;
}

std::vector<std::uint32_t> SortBlocks(std::vector<RawBlock>* blocks) {
  bool ascending = true;
  std::uint32_t end = 0;
  for (const RawBlock& block : *blocks) {
    for (const Piece& piece : block.pieces) {
      ascending = ascending && piece.source.begin >= end;
      end = piece.source.end;
    }
  }
  if (ascending) return {};
  std::vector<std::pair<std::uint32_t, Piece>> all;
  for (std::uint32_t i = 0; i < blocks->size(); ++i) {
    for (Piece& piece : (*blocks)[i].pieces) all.emplace_back(i, std::move(piece));
  }
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) {
    return a.second.source.begin < b.second.source.begin;
  });
  std::vector<RawBlock> sorted;
  std::vector<std::uint32_t> origin;
  end = 0;
  for (auto& [index, piece] : all) {
    if (piece.source.begin < end) continue;
    end = piece.source.end;
    if (origin.empty() || origin.back() != index) {
      const RawBlock& old = (*blocks)[index];
      sorted.push_back({old.kind, old.level, old.bold, {}, old.format});
      origin.push_back(index);
    }
    sorted.back().pieces.push_back(std::move(piece));
  }
  *blocks = std::move(sorted);
  return origin;
}

}  // namespace hegao
