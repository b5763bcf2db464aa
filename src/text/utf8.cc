#include "text/utf8.h"

#include <unicode/uchar.h>

#include <cstring>

namespace hegao {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

std::uint8_t Byte(std::string_view s, std::size_t i) { return static_cast<std::uint8_t>(s[i]); }

bool IsContinuation(std::uint8_t b) { return (b & 0xC0) == 0x80; }

CodePoint DecodeMultibyte(std::string_view s, std::size_t at) {
  const std::uint8_t lead = Byte(s, at);
  const std::size_t left = s.size() - at;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || left < length) return {kReplacement, 1};
  char32_t value = lead & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    const std::uint8_t b = Byte(s, at + i);
    if (!IsContinuation(b)) return {kReplacement, 1};
    value = (value << 6) | (b & 0x3Fu);
  }
  const bool overlong = (length == 3 && value < 0x800) || (length == 4 && value < 0x10000);
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (overlong || surrogate || value > 0x10FFFF) return {kReplacement, 1};
  return {value, static_cast<std::uint8_t>(length)};
}

/// Eight ASCII bytes at once: the bulk of markup and of numbers.
bool EightAscii(const char* p) {
  std::uint64_t word;
  std::memcpy(&word, p, sizeof word);
  return (word & 0x8080808080808080u) == 0;
}

}  // namespace

CodePoint DecodeAt(std::string_view s, std::size_t at) {
  const std::uint8_t lead = Byte(s, at);
  if (lead < 0x80) return {lead, 1};
  return DecodeMultibyte(s, at);
}

CodePoint DecodeBefore(std::string_view s, std::size_t at) {
  for (std::size_t back = 1; back <= 4 && back <= at; ++back) {
    if (IsContinuation(Byte(s, at - back))) continue;
    const CodePoint c = DecodeAt(s.substr(0, at), at - back);
    if (c.length == back) return c;
    break;
  }
  return {kReplacement, 1};
}

void AppendUtf8(std::string& out, char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
  const auto put = [&out](char32_t b) { out.push_back(static_cast<char>(b)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | (c >> 6));
    put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | (c >> 12));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | (c >> 18));
    put(0x80 | ((c >> 12) & 0x3F));
    put(0x80 | ((c >> 6) & 0x3F));
    put(0x80 | (c & 0x3F));
  }
}

std::size_t CountCodePoints(std::string_view s) {
  std::size_t n = 0;
  for (std::size_t i = 0; i < s.size(); i += DecodeAt(s, i).length) ++n;
  return n;
}

bool IsValidUtf8(std::string_view s) {
  std::size_t i = 0;
  while (i < s.size()) {
    if (i + 8 <= s.size() && EightAscii(s.data() + i)) {
      i += 8;
      continue;
    }
    const std::uint8_t lead = Byte(s, i);
    if (lead < 0x80) {
      ++i;
      continue;
    }
    // E1–EC and EE–EF need no range check on the second byte: nearly all Chinese text.
    if (lead > 0xE0 && lead < 0xF0 && lead != 0xED && i + 3 <= s.size()) {
      if (!IsContinuation(Byte(s, i + 1)) || !IsContinuation(Byte(s, i + 2))) return false;
      i += 3;
      continue;
    }
    const CodePoint c = DecodeMultibyte(s, i);
    if (c.length == 1) return false;
    i += c.length;
  }
  return true;
}

bool IsBoundary(std::string_view s, std::size_t at) {
  if (at == 0 || at >= s.size()) return at == 0 || at == s.size();
  if (!IsContinuation(Byte(s, at))) return true;
  for (std::size_t back = 1; back <= 3 && back <= at; ++back) {
    if (IsContinuation(Byte(s, at - back))) continue;
    return DecodeAt(s, at - back).length <= back;
  }
  return true;
}

bool LongerThan(std::string_view s, std::size_t n) {
  return FirstCodePoints(s, n).size() < s.size();
}

std::string_view FirstCodePoints(std::string_view s, std::size_t n) {
  std::size_t i = 0;
  for (; i < s.size() && n > 0; --n) i += DecodeAt(s, i).length;
  return s.substr(0, i);
}

bool IsHan(char32_t c) {
  if (c < 0x3400) return c == 0x3007;
  return c <= 0x4DBF || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0x20000 && c <= 0x3FFFD);
}

std::size_t CountHan(std::string_view s) {
  std::size_t n = 0;
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(s[at]); };
  for (std::size_t i = 0; i < s.size();) {
    // U+4E00 to U+9FFF, nearly all there is: E4 B8 80 to E9 BF BF.
    const auto lead = byte(i);
    if (lead >= 0xE4 && lead <= 0xE9 && i + 2 < s.size() && (byte(i + 1) & 0xC0) == 0x80 &&
        (byte(i + 2) & 0xC0) == 0x80 && (lead != 0xE4 || byte(i + 1) >= 0xB8)) {
      ++n;
      i += 3;
      continue;
    }
    const CodePoint c = DecodeAt(s, i);
    n += IsHan(c.value);
    i += c.length;
  }
  return n;
}

int DisplayWidth(char32_t c) {
  if (c < 0x7F) return 1;
  if (c >= 0x4E00 && c <= 0x9FFF) return 2;
  const auto point = static_cast<UChar32>(c);
  switch (u_charType(point)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
      return 0;
    default:
      break;
  }
  const int width = u_getIntPropertyValue(point, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

int DisplayWidth(std::string_view s) {
  int width = 0;
  for (std::size_t i = 0; i < s.size();) {
    const CodePoint c = DecodeAt(s, i);
    width += DisplayWidth(c.value);
    i += c.length;
  }
  return width;
}

}  // namespace hegao
