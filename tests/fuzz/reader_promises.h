// What a fuzz target of a reader holds it to: an error that says something, or a document that
// keeps every promise of piece_invariant.h, can be built into a report, and is the same twice.
#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../formats/piece_invariant.h"
#include "document/builder.h"
#include "document/lexicon.h"
#include "formats/registry.h"

namespace hegao {

inline void Hold(bool condition, std::string_view complaint) {
  if (condition) return;
  std::fprintf(stderr, "%.*s\n", static_cast<int>(complaint.size()), complaint.data());
  std::abort();
}

/// Enough of one for a report to have a title and an end: readers need no rules.
inline const Lexicon& FewWords() {
  static const Lexicon kLexicon = [] {
    Lexicon lexicon;
    const auto add = [](PatternList& list, std::string_view source) {
      Pattern pattern;
      Hold(Pattern::Compile(source, &pattern, nullptr), "a pattern of the fuzz target");
      list.Add(std::move(pattern));
    };
    add(lexicon.title_end, "报告$");
    add(lexicon.title_lead, "(镇|政府)$");
    add(lexicon.organisation, "^.{2,20}政府$");
    add(lexicon.chrome_line, "^(首页|导航).*$");
    return lexicon;
  }();
  return kLexicon;
}

inline bool SamePieces(const std::vector<Piece>& a, const std::vector<Piece>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].source != b[i].source || a[i].replacement != b[i].replacement) return false;
  }
  return true;
}

inline bool SameDocument(const RawDocument& a, const RawDocument& b) {
  if (a.text != b.text || a.blocks.size() != b.blocks.size()) return false;
  for (std::size_t i = 0; i < a.blocks.size(); ++i) {
    const RawBlock &x = a.blocks[i], &y = b.blocks[i];
    if (x.kind != y.kind || x.level != y.level || x.bold != y.bold || x.format != y.format) {
      return false;
    }
    if (!SamePieces(x.pieces, y.pieces)) return false;
  }
  return SamePieces(a.title, b.title) && a.marks == b.marks && a.notes.size() == b.notes.size() &&
         a.map.parts == b.map.parts && a.map.origins == b.map.origins && a.map.rows == b.map.rows &&
         a.layout.pages == b.layout.pages && a.layout.formats == b.layout.formats;
}

/// `read` is called twice.
template <typename Read>
void HoldReader(Read read) {
  Result<RawDocument> document = read();
  const Result<RawDocument> again = read();
  Hold(document.has_value() == again.has_value(), "read once, not read twice");
  if (!document) {
    const Error& error = document.error();
    Hold(error.kind != ErrorKind::internal, "an error of the program");
    Hold(!error.message.zh.empty() && !error.message.en.empty(), "an error that says nothing");
    Hold(error.message.zh == again.error().message.zh, "another error the second time");
    return;
  }
  Hold(SameDocument(*document, *again), "another document the second time");
  const std::string complaint = BrokenInvariant(*document);
  Hold(complaint.empty(), complaint);
  for (const Message& note : document->notes) {
    Hold(!note.zh.empty() && !note.en.empty(), "a note that says nothing");
  }
  const Document built = BuildDocument(std::move(*document), "a", FewWords());
  Hold(IsValidUtf8(built.folded.text()), "folded text not UTF-8");
}

/// For readers of files: these bytes as a file of this format, whatever they look like.
inline void HoldFormat(std::string_view format, const std::string& bytes,
                       std::string_view encoding = {}) {
  ReadOptions options;
  options.encoding = encoding;
  options.forced_format = format;
  HoldReader([&] { return ReadDocument("a", bytes, options); });
}

}  // namespace hegao
