// How the tests of this folder look at blocks.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"
#include "formats/registry.h"
#include "piece_invariant.h"

namespace hegao {

inline std::string Shown(std::string_view text, const std::vector<Piece>& pieces) {
  std::string shown;
  for (const Piece& piece : pieces) {
    shown += piece.has_replacement ? std::string_view(piece.replacement)
                                   : text.substr(piece.source.begin, piece.source.size());
  }
  return shown;
}

/// One block as one line: a letter for its kind, level of headings, * for bold, then its text.
inline std::string Describe(std::string_view text, const RawBlock& block) {
  static constexpr char kKinds[] = {'l', 's', 'p', 'h', 'c', 'a', 'x'};
  std::string line(1, kKinds[static_cast<int>(block.kind)]);
  if (block.level != 0) line += std::to_string(block.level);
  if (block.bold) line += '*';
  return line + ' ' + Shown(text, block.pieces);
}

inline std::vector<std::string> DescribeAll(const RawDocument& document) {
  std::vector<std::string> lines;
  for (const RawBlock& block : document.blocks) lines.push_back(Describe(document.text, block));
  return lines;
}

inline RawDocument ReadOrFail(std::string_view path, std::string_view bytes) {
  Result<RawDocument> document = ReadDocument(path, std::string(bytes));
  if (!document) {
    ADD_FAILURE() << document.error().message.zh;
    return {};
  }
  EXPECT_EQ(BrokenInvariant(*document), "");
  return *std::move(document);
}

struct ReadCase {
  std::string_view input;
  std::vector<std::string> blocks;
};

inline void ExpectBlocks(std::string_view path, const std::vector<ReadCase>& cases) {
  for (const ReadCase& c : cases) {
    EXPECT_EQ(DescribeAll(ReadOrFail(path, c.input)), c.blocks) << c.input;
  }
}

/// Reads every prefix and every suffix of a sample: cut files must not crash or break a promise.
inline void ReadEveryCut(std::string_view path, std::string_view sample) {
  for (std::size_t at = 0; at <= sample.size(); ++at) {
    for (const std::string_view part : {sample.substr(0, at), sample.substr(at)}) {
      const Result<RawDocument> document = ReadDocument(path, std::string(part));
      if (document) {
        EXPECT_EQ(BrokenInvariant(*document), "") << part;
      }
    }
  }
}

}  // namespace hegao
