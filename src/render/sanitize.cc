#include "render/sanitize.h"

#include "text/utf8.h"

namespace hegao {
namespace {

constexpr char32_t kReplacement = 0xFFFD;
constexpr char32_t kPictures = 0x2400;  // U+2400 + n is the picture of control character n
constexpr char32_t kPictureOfDelete = 0x2421;

bool IsBidiControl(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

void AppendSafe(std::string& out, char32_t c) {
  if (c == '\t') {
    out += ' ';
  } else if (c < 0x20) {
    AppendUtf8(out, kPictures + c);
  } else if (c == 0x7F) {
    AppendUtf8(out, kPictureOfDelete);
  } else if ((c >= 0x80 && c < 0xA0) || c == 0x2028 || c == 0x2029 || IsBidiControl(c)) {
    AppendUtf8(out, kReplacement);
  } else {
    AppendUtf8(out, c);
  }
}

std::string SafeLine(std::string_view s) {
  std::string out;
  out.reserve(s.size());
  for (std::size_t at = 0; at < s.size();) {
    CodePoint c = DecodeAt(s, at);
    AppendSafe(out, c.value);
    at += c.length;
  }
  return out;
}

}  // namespace hegao
