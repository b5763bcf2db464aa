#include "formats/office/ole.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace hegao {
namespace {

constexpr std::string_view kMainStream = "WordDocument";
constexpr std::size_t kEntry = 128;          // bytes of a directory entry, [MS-CFB] 2.6.1
constexpr std::size_t kMiniStream = 4096;    // shorter streams stand inside another one
constexpr std::uint32_t kFibMagic = 0xA5EC;  // FibBase.wIdent

std::string Wide(std::string_view ascii) {
  std::string wide;
  for (const char c : ascii) wide += {c, '\0'};
  return wide;
}

/// Little-endian; 0 behind the end.
std::uint32_t Read(std::string_view bytes, std::size_t at, int count) {
  std::uint32_t value = 0;
  for (int i = count - 1; i >= 0; --i) {
    const std::size_t place = at + static_cast<std::size_t>(i);
    const auto byte = place < bytes.size() ? static_cast<std::uint8_t>(bytes[place]) : 0u;
    value = value << 8 | byte;
  }
  return value;
}

}  // namespace

bool HoldsOleName(std::string_view bytes, std::string_view ascii) {
  return bytes.find(Wide(ascii)) != std::string_view::npos;
}

bool IsWordBinary(std::string_view bytes) { return HoldsOleName(bytes, kMainStream); }

bool IsEncryptedWord(std::string_view bytes) {
  const std::string name = Wide(kMainStream) + std::string(2, '\0');
  const std::uint32_t shift = Read(bytes, 0x1E, 2);
  if (shift != 9 && shift != 12) return false;
  for (std::size_t at = 0; (at = bytes.find(name, at)) != std::string_view::npos; ++at) {
    // Directory entries are aligned; the same words elsewhere are text.
    if (at % kEntry != 0 || Read(bytes, at + 0x40, 2) != name.size()) continue;
    if (Read(bytes, at + 0x78, 4) < kMiniStream) continue;
    const std::size_t sector = Read(bytes, at + 0x74, 4);
    const std::size_t stream = (sector + 1) << shift;
    if (Read(bytes, stream, 2) != kFibMagic) continue;
    constexpr std::uint32_t kEncrypted = 0x0100;
    return (Read(bytes, stream + 0x0A, 2) & kEncrypted) != 0;
  }
  return false;
}

bool HoldsMacros(std::string_view bytes) { return HoldsOleName(bytes, "_VBA_PROJECT"); }

}  // namespace hegao
