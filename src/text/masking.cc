#include "text/masking.h"

#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kHead = 3;
constexpr std::size_t kShort = 11;  // a telephone number
constexpr char32_t kWideStar = 0xFF0A;

bool IsWide(char32_t c) { return c >= 0xFF10 && c <= 0xFF19; }

bool IsOfNumber(char32_t c) {
  return (c >= U'0' && c <= U'9') || c == U'X' || c == U'x' || c == U'*' || IsWide(c) ||
         c == kWideStar;
}

std::size_t CountOfNumber(std::string_view s) {
  std::size_t n = 0;
  for (std::size_t at = 0; at < s.size();) {
    const auto c = DecodeAt(s, at);
    n += IsOfNumber(c.value) ? 1 : 0;
    at += c.length;
  }
  return n;
}

std::string Masked(std::string_view s, char32_t wide_star) {
  const auto total = CountOfNumber(s);
  const std::size_t tail = total <= kShort ? 4 : 2;
  const bool all = total <= kHead + tail;
  std::string out;
  out.reserve(s.size());
  std::size_t n = 0;
  for (std::size_t at = 0; at < s.size();) {
    const auto c = DecodeAt(s, at);
    const bool hidden = IsOfNumber(c.value) && (all || (n >= kHead && n + tail < total));
    if (hidden)
      AppendUtf8(out, IsWide(c.value) || c.value == kWideStar ? wide_star : U'*');
    else
      out += s.substr(at, c.length);
    n += IsOfNumber(c.value) ? 1 : 0;
    at += c.length;
  }
  return out;
}

}  // namespace

std::string MaskMiddle(std::string_view s) { return Masked(s, U'*'); }

void MaskMiddle(std::string& text, Span part) {
  const auto masked = Masked(std::string_view(text).substr(part.begin, part.size()), kWideStar);
  text.replace(part.begin, part.size(), masked);
}

}  // namespace hegao
