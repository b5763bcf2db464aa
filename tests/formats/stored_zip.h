// ZIP files for tests, written in memory with nothing packed: what a test means to say stands in it
// as text, and damage can be done at a known place.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hegao {

struct StoredEntry {
  std::string name, data;
};

/// The checksum of ZIP (APPNOTE.TXT 4.4.7).
inline std::uint32_t Crc32(std::string_view data) {
  static constexpr auto kTable = [] {
    std::array<std::uint32_t, 256> table{};
    for (std::uint32_t i = 0; i < 256; ++i) {
      table[i] = i;
      for (int bit = 0; bit < 8; ++bit) {
        table[i] = (table[i] & 1) != 0 ? 0xEDB88320u ^ (table[i] >> 1) : table[i] >> 1;
      }
    }
    return table;
  }();
  std::uint32_t crc = 0xFFFFFFFFu;
  for (const char c : data) crc = kTable[(crc ^ static_cast<std::uint8_t>(c)) & 0xFF] ^ (crc >> 8);
  return ~crc;
}

/// Little-endian number of `bytes` bytes.
inline std::string ZipNumber(std::size_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i, value >>= 8) out += static_cast<char>(value & 0xFF);
  return out;
}

/// A complete archive of these entries, in this order; a name may be there twice.
inline std::string StoredZip(const std::vector<StoredEntry>& entries) {
  std::string zip, directory;
  for (const StoredEntry& entry : entries) {
    // Flag bit 11: the name is UTF-8. 0x5A21: a date in 2025, since 0 is no date.
    const std::string about =
        ZipNumber(20, 2) + ZipNumber(0x800, 2) + ZipNumber(0, 2) + ZipNumber(0, 2) +
        ZipNumber(0x5A21, 2) + ZipNumber(Crc32(entry.data), 4) + ZipNumber(entry.data.size(), 4) +
        ZipNumber(entry.data.size(), 4) + ZipNumber(entry.name.size(), 2) + ZipNumber(0, 2);
    directory += "PK\x01\x02" + ZipNumber(20, 2) + about + ZipNumber(0, 2) + ZipNumber(0, 2) +
                 ZipNumber(0, 2) + ZipNumber(0, 4) + ZipNumber(zip.size(), 4) + entry.name;
    zip += "PK\x03\x04" + about + entry.name + entry.data;
  }
  const std::size_t at = zip.size(), count = entries.size();
  return zip + directory + "PK\x05\x06" + ZipNumber(0, 2) + ZipNumber(0, 2) + ZipNumber(count, 2) +
         ZipNumber(count, 2) + ZipNumber(directory.size(), 4) + ZipNumber(at, 4) + ZipNumber(0, 2);
}

}  // namespace hegao
