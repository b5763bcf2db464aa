// Adapter of ICU's converters. Internal to the module; ICU's own types stay in charset.cc.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace hegao {

struct ConvertedText {
  std::string utf8;
  std::uint32_t replaced = 0;  // U+FFFD in `utf8`
  std::uint32_t characters = 0;
};

/// Does ICU know a charset of this name?
bool IsKnownCharset(const std::string& name);

/// Decodes all of `bytes`; nothing if the charset is not known. A leading U+FEFF is dropped.
std::optional<ConvertedText> ConvertToUtf8(std::string_view bytes, const std::string& charset);

struct DetectedCharset {
  std::string name;
  double confidence = 0;
};

/// ICU's best guess from the bytes alone; an empty name if it has none.
DetectedCharset DetectCharset(std::string_view bytes);

/// The charset that a Unicode byte order mark names; empty if there is none.
std::string CharsetOfBom(std::string_view bytes);

/// The two GBK bytes of a character; 0 if it has none.
std::uint16_t GbkBytesOf(char32_t c);

/// The character of two GBK bytes; nothing if they are unassigned or user-defined.
std::optional<char32_t> CharOfGbkBytes(std::uint8_t lead, std::uint8_t trail);

}  // namespace hegao
