// Any bytes, with and without a named encoding: DecodeText returns valid UTF-8 or an error.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "text/decode.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  constexpr std::string_view kEncodings[] = {"", "", "GBK", "Big5", "UTF-8", "UTF-16LE", "UTF-16"};
  const std::string_view encoding = kEncodings[data[0] % std::size(kEncodings)];
  const std::string bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  const auto decoded = hegao::DecodeText(bytes, encoding);
  if (!decoded) {
    if (decoded.error().message.zh.empty() || decoded.error().message.en.empty()) std::abort();
    return 0;
  }
  if (!hegao::IsValidUtf8(decoded->utf8) || decoded->encoding.empty()) std::abort();
  if (decoded->confidence < 0 || decoded->confidence > 1) std::abort();
  return 0;
}
