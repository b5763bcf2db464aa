#include "formats/markdown/markdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <mutex>
#include <utility>

#include "formats/blanks.h"
#include "formats/markdown/walk.h"
#include "formats/text.h"

namespace hegao {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";

struct FreeParser {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
};
struct FreeNode {
  void operator()(cmark_node* node) const { cmark_node_free(node); }
};
using NodePtr = std::unique_ptr<cmark_node, FreeNode>;

// At each row of dashes cmark reads the paragraph above it again: time grows with the square of
// their number. No report has as many tables; where a file has, their rows are read as lines of
// text.
constexpr int kMaxTables = 1000;

bool HasTooManyTables(std::string_view text) {
  int rows = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", begin), text.size());
    const std::string_view line = text.substr(begin, end - begin);
    if (!line.empty() && line.find_first_not_of(" \t>|:-") == std::string_view::npos) ++rows;
    begin = end + 1;
  }
  return rows > kMaxTables;
}

NodePtr Parse(std::string_view text) {
  // The registry of extensions is global and filled without a lock.
  static std::once_flag registered;
  std::call_once(registered, cmark_gfm_core_extensions_ensure_registered);
  // A single ~ is the sign of a range here (2020~2024), two are a deletion.
  const std::unique_ptr<cmark_parser, FreeParser> parser(
      cmark_parser_new(CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE));
  const bool tables = !HasTooManyTables(text);
  for (const std::string_view name : {"table", "strikethrough"}) {
    if (name == "table" && !tables) continue;
    if (cmark_syntax_extension* extension = cmark_find_syntax_extension(name.data())) {
      cmark_parser_attach_syntax_extension(parser.get(), extension);
    }
  }
  cmark_parser_feed(parser.get(), text.data(), text.size());
  return NodePtr(cmark_parser_finish(parser.get()));
}

std::string_view NextLine(std::string_view* text) {
  const std::size_t end = std::min(text->find('\n'), text->size());
  std::string_view line = text->substr(0, end);
  text->remove_prefix(std::min(text->size(), end + 1));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

bool IsYamlKey(std::string_view line) {
  const std::size_t colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  const bool spaced = colon + 1 == line.size() || line[colon + 1] == ' ';
  return spaced && line.substr(0, colon).find_first_of(" \t#") == std::string_view::npos;
}

/// A nested line, an entry of a list or a comment; only after a key.
bool FollowsYamlKey(std::string_view line) {
  return line[0] == ' ' || line[0] == '#' || line.starts_with("- ");
}

}  // namespace

std::size_t FrontMatterLength(std::string_view text) {
  std::string_view rest = text;
  if (NextLine(&rest) != "---") return 0;
  bool has_key = false;
  while (!rest.empty()) {
    const std::string_view line = NextLine(&rest);
    if (line == "---" || line == "...") return has_key ? text.size() - rest.size() : 0;
    if (IsAllBlank(line)) continue;
    const bool key = IsYamlKey(line);
    if (!key && !(has_key && FollowsYamlKey(line))) return 0;
    has_key = true;
  }
  return 0;
}

double SniffMarkdown(std::string_view /*head*/, std::string_view extension) {
  return extension == ".md" || extension == ".markdown" ? 0.9 : 0.0;
}

Result<RawDocument> ReadMarkdown(std::string bytes, const ReadOptions& options) {
  if (bytes.size() > options.limits.markup) {
    const std::size_t megabytes = options.limits.markup >> 20;
    return Fail(ErrorKind::unreadable,
                {fmt::format("Markdown 文档超过 {} MB，无法核对", megabytes),
                 fmt::format("the Markdown document is larger than {} MB", megabytes)});
  }
  Result<RawDocument> document = DecodeInto("markdown", std::move(bytes), options.encoding);
  if (!document) return document;
  std::string_view text = document->text;
  if (text.starts_with(kBom)) text.remove_prefix(kBom.size());
  text.remove_prefix(FrontMatterLength(text));
  const auto skipped = static_cast<std::uint32_t>(document->text.size() - text.size());
  const NodePtr root = Parse(text);
  document->blocks = MarkdownWalk(text).Run(root.get());
  for (RawBlock& block : document->blocks) {
    for (Piece& piece : block.pieces) {
      piece.source.begin += skipped;
      piece.source.end += skipped;
    }
  }
  return document;
}

}  // namespace hegao
