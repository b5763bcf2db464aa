#include "formats/html/html.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

#include "formats/html/parse.h"
#include "formats/html/walk.h"
#include "formats/sniff.h"
#include "formats/text.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";

/// The name in <meta charset=…> or in the content of an http-equiv, empty if there is none.
std::string DeclaredCharset(std::string_view bytes) {
  std::string head(bytes.substr(0, 4096));
  for (char& c : head) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  for (std::size_t at = 0; (at = head.find("<meta", at)) != std::string::npos; ++at) {
    const std::size_t end = std::min(head.find('>', at), head.size());
    const std::size_t key = head.find("charset", at);
    if (key >= end) continue;
    std::size_t begin = head.find_first_not_of(" \t\r\n", key + 7);
    if (begin >= end || head[begin] != '=') continue;
    begin = head.find_first_not_of(" \t\r\n\"'", begin + 1);
    if (begin >= end) continue;
    return head.substr(begin, std::min(head.find_first_of(" \t\r\n\"';/>", begin), end) - begin);
  }
  return {};
}

bool HasWideBom(std::string_view bytes) {
  return bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
}

/// What the page says of itself counts only where the bytes are not plainly UTF-8, and less than
/// what can be read: a declaration copied from another page must not turn text into noise.
Result<RawDocument> DecodePage(std::string bytes, const ReadOptions& options) {
  if (!options.encoding.empty() || HasWideBom(bytes) || IsValidUtf8(bytes)) {
    return DecodeInto("html", std::move(bytes), options.encoding);
  }
  const std::string declared = DeclaredCharset(bytes);
  if (declared.empty() || declared.starts_with("utf")) {
    return DecodeInto("html", std::move(bytes), {});
  }
  Result<RawDocument> as_declared = DecodeInto("html", bytes, declared);
  if (as_declared && as_declared->replaced == 0) return as_declared;
  Result<RawDocument> as_detected = DecodeInto("html", std::move(bytes), {});
  if (!as_declared) return as_detected;
  return as_detected && as_detected->replaced < as_declared->replaced ? std::move(as_detected)
                                                                      : std::move(as_declared);
}

void Shift(std::vector<Piece>* pieces, std::uint32_t by) {
  for (Piece& piece : *pieces) {
    piece.source.begin += by;
    piece.source.end += by;
  }
}

}  // namespace

Result<HtmlContent> ReadHtmlContent(std::string_view html) {
  const Result<HtmlTree> tree = HtmlTree::Parse(html);
  if (!tree) return tl::unexpected(tree.error());
  return HtmlWalk(html).Run(tree->root());
}

double SniffHtml(std::string_view head, std::string_view extension) {
  const double likelihood = HtmlLikelihood(head);
  const bool named =
      extension == ".html" || extension == ".htm" || extension == ".xhtml" || extension == ".shtml";
  // A page may begin with a long text before its first tag, but not without any tag at all.
  return named && likelihood > 0.0 ? std::max(likelihood, 0.95) : likelihood;
}

Result<RawDocument> ReadHtml(std::string bytes, const ReadOptions& options) {
  if (bytes.size() > options.limits.markup) {
    const std::size_t megabytes = options.limits.markup >> 20;
    return Fail(ErrorKind::unreadable,
                {fmt::format("网页超过 {} MB，无法核对；请只保存正文", megabytes),
                 fmt::format("the page is larger than {} MB; save its text only", megabytes)});
  }
  Result<RawDocument> document = DecodePage(std::move(bytes), options);
  if (!document) return document;
  // A BOM before the first tag would count as text and open the body too early.
  const std::string_view text = document->text;
  const std::size_t skip = text.starts_with(kBom) ? kBom.size() : 0;
  Result<HtmlContent> content = ReadHtmlContent(text.substr(skip));
  if (!content) return tl::unexpected(content.error());
  for (RawBlock& block : content->blocks) Shift(&block.pieces, static_cast<std::uint32_t>(skip));
  Shift(&content->title, static_cast<std::uint32_t>(skip));
  for (Mark& mark : content->marks) {
    mark.span = {mark.span.begin + static_cast<std::uint32_t>(skip),
                 mark.span.end + static_cast<std::uint32_t>(skip)};
  }
  document->blocks = std::move(content->blocks);
  document->layout = std::move(content->layout);
  document->marks = std::move(content->marks);
  document->title = std::move(content->title);
  return document;
}

}  // namespace hegao
