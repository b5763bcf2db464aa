#include "formats/text.h"

#include <cstdint>
#include <cstring>
#include <utility>
#include <vector>

#include "formats/blanks.h"
#include "text/decode.h"

namespace hegao {
namespace {

std::size_t OffsetOf(std::string_view text, const void* at) {
  return static_cast<std::size_t>(static_cast<const char*>(at) - text.data());
}

void AddLine(std::string_view text, std::size_t begin, std::size_t end,
             std::vector<RawBlock>* blocks) {
  if (IsAllBlank(text.substr(begin, end - begin))) return;
  RawBlock& block = blocks->emplace_back();
  block.pieces.push_back(
      {{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, false, {}});
}

}  // namespace

Result<RawDocument> DecodeInto(std::string_view format, std::string bytes,
                               std::string_view encoding) {
  Result<DecodedText> decoded = DecodeText(std::move(bytes), encoding);
  if (!decoded) return tl::unexpected(decoded.error());
  RawDocument document;
  document.format = format;
  document.encoding = std::move(decoded->encoding);
  document.encoding_confidence = decoded->confidence;
  document.replaced = decoded->replaced;
  document.text = std::move(decoded->utf8);
  // Spans have 32 bits; a file this large has been refused by any sensible limit before.
  if (document.text.size() > UINT32_MAX) {
    return Fail(ErrorKind::unreadable, {"文件超过 4 GB，无法核对", "the file is larger than 4 GB"});
  }
  return document;
}

double SniffText(std::string_view /*head*/, std::string_view /*extension*/) { return 0.5; }

Result<RawDocument> ReadText(std::string bytes, const ReadOptions& options) {
  Result<RawDocument> document = DecodeInto("text", std::move(bytes), options.encoding);
  if (!document) return document;
  const std::string_view text = document->text;
  for (std::size_t begin = 0; begin < text.size();) {
    const void* feed = std::memchr(text.data() + begin, '\n', text.size() - begin);
    const std::size_t end = feed == nullptr ? text.size() : OffsetOf(text, feed);
    // Lines of old systems end at a lone carriage return; "\r\n" leaves an empty rest behind.
    while (const void* back = std::memchr(text.data() + begin, '\r', end - begin)) {
      AddLine(text, begin, OffsetOf(text, back), &document->blocks);
      begin = OffsetOf(text, back) + 1;
    }
    AddLine(text, begin, end, &document->blocks);
    begin = end + 1;
  }
  return document;
}

}  // namespace hegao
