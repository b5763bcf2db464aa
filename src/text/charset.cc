#include "text/charset.h"

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

#include "text/utf8.h"

namespace hegao {
namespace {

struct CloseConverter {
  void operator()(UConverter* c) const { ucnv_close(c); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter Open(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name.c_str(), &status));
  if (U_FAILURE(status)) return nullptr;
  return converter;
}

/// UTF-16 that arrives in chunks -> UTF-8; a surrogate pair may be split between two.
class Utf16Sink {
 public:
  explicit Utf16Sink(ConvertedText& out) : out_(out) {}

  void Add(const UChar* begin, const UChar* end) {
    for (; begin != end; ++begin) {
      const char32_t unit = *begin;
      if (high_ != 0 && unit >= 0xDC00 && unit <= 0xDFFF) {
        const char32_t high = std::exchange(high_, 0);
        Put(0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00));
        continue;
      }
      Flush();
      if (unit >= 0xD800 && unit <= 0xDBFF) {
        high_ = unit;
      } else {
        Put(unit);
      }
    }
  }

  void Flush() {
    if (std::exchange(high_, 0) != 0) Put(0xFFFD);
  }

 private:
  void Put(char32_t c) {
    if (c == 0xFEFF && out_.characters == 0 && out_.utf8.empty()) return;
    if (c >= 0xD800 && c <= 0xDFFF) c = 0xFFFD;
    out_.replaced += c == 0xFFFD;
    ++out_.characters;
    AppendUtf8(out_.utf8, c);
  }

  ConvertedText& out_;
  char32_t high_ = 0;
};

/// One per thread: opening costs more than the few characters of a damaged run.
UConverter* GbkConverter() {
  thread_local const Converter converter = Open("gb18030");
  return converter.get();
}

bool IsPrivateUse(char32_t c) { return c >= 0xE000 && c <= 0xF8FF; }

}  // namespace

bool IsKnownCharset(const std::string& name) { return Open(name) != nullptr; }

std::optional<ConvertedText> ConvertToUtf8(std::string_view bytes, const std::string& charset) {
  const Converter converter = Open(charset);
  if (converter == nullptr) return std::nullopt;
  ConvertedText out;
  out.utf8.reserve(bytes.size() + bytes.size() / 2 + 16);
  Utf16Sink sink(out);
  std::array<UChar, 4096> buffer{};
  const char* in = bytes.data();
  const char* const in_end = in + bytes.size();
  UErrorCode status = U_ZERO_ERROR;
  do {
    status = U_ZERO_ERROR;
    UChar* to = buffer.data();
    ucnv_toUnicode(converter.get(), &to, buffer.data() + buffer.size(), &in, in_end, nullptr, true,
                   &status);
    sink.Add(buffer.data(), to);
  } while (status == U_BUFFER_OVERFLOW_ERROR);
  sink.Flush();
  if (U_FAILURE(status)) return std::nullopt;
  return out;
}

DetectedCharset DetectCharset(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            &ucsdet_close);
  if (U_FAILURE(status)) return {};
  ucsdet_setText(detector.get(), bytes.data(), static_cast<std::int32_t>(bytes.size()), &status);
  const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
  if (U_FAILURE(status) || match == nullptr) return {};
  const char* name = ucsdet_getName(match, &status);
  const int confidence = ucsdet_getConfidence(match, &status);
  if (U_FAILURE(status)) return {};
  return {name, confidence / 100.0};
}

std::string CharsetOfBom(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const auto size = static_cast<std::int32_t>(std::min<std::size_t>(bytes.size(), 8));
  const char* name = ucnv_detectUnicodeSignature(bytes.data(), size, nullptr, &status);
  return U_SUCCESS(status) && name != nullptr ? name : std::string();
}

std::uint16_t GbkBytesOf(char32_t c) {
  if (c < 0x80 || c > 0xFFFF || IsPrivateUse(c) || GbkConverter() == nullptr) return 0;
  UErrorCode status = U_ZERO_ERROR;
  const auto unit = static_cast<UChar>(c);
  std::array<char, 8> bytes{};
  const std::int32_t n =
      ucnv_fromUChars(GbkConverter(), bytes.data(), bytes.size(), &unit, 1, &status);
  if (U_FAILURE(status) || n != 2) return 0;
  const auto lead = static_cast<std::uint8_t>(bytes[0]),
             trail = static_cast<std::uint8_t>(bytes[1]);
  return static_cast<std::uint16_t>((lead << 8) | trail);
}

std::optional<char32_t> CharOfGbkBytes(std::uint8_t lead, std::uint8_t trail) {
  if (lead < 0x81 || trail < 0x40 || GbkConverter() == nullptr) return std::nullopt;
  UErrorCode status = U_ZERO_ERROR;
  const std::array<char, 2> bytes = {static_cast<char>(lead), static_cast<char>(trail)};
  std::array<UChar, 4> units{};
  const std::int32_t n =
      ucnv_toUChars(GbkConverter(), units.data(), units.size(), bytes.data(), 2, &status);
  if (U_FAILURE(status) || n != 1 || units[0] == 0xFFFD || IsPrivateUse(units[0])) {
    return std::nullopt;
  }
  return units[0];
}

}  // namespace hegao
