// Bytes of a text file -> UTF-8. Order: BOM, strict UTF-8, then ICU detection with its confidence.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"

namespace hegao {

struct DecodedText {
  std::string utf8;            // a UTF-8 BOM stays in the text (offsets equal those of the file)
  std::string encoding;        // "UTF-8", "UTF-16LE", "UTF-16BE", "GB18030", "Big5", …
  double confidence = 1.0;     // 1.0 unless the encoding was guessed
  std::uint32_t replaced = 0;  // characters that could not be decoded (now U+FFFD)
};

/// `encoding` empty: detect; otherwise a name ICU knows (GBK and GB2312 read as GB18030), an
/// unknown name is ErrorKind::usage. NUL bytes without a UTF-16 BOM, or more undecodable characters
/// than text, are ErrorKind::unreadable (a binary file). Empty input is unreadable too. O(n).
/// Thread-safe.
Result<DecodedText> DecodeText(std::string bytes, std::string_view encoding = {});

}  // namespace hegao
