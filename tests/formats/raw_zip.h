// A ZIP archive field by field, so that every one of them can lie. For tests of hostile packages.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "stored_zip.h"

namespace hegao {

/// One entry, stored as it is given; what is not set is computed and true.
struct RawEntry {
  std::string name, data;
  std::uint16_t flags = 0, method = 0;
  std::optional<std::uint32_t> crc = {}, size = {}, packed = {};
  std::string extra = {};        // of both headers
  bool data_descriptor = false;  // sizes and CRC stand behind the data, zeros before it
};

/// What local and central headers have in common, from the flags to the length of the extra field.
inline std::string RawFields(const RawEntry& entry, bool local) {
  const auto size = static_cast<std::uint32_t>(entry.data.size());
  const bool later = local && entry.data_descriptor;
  const std::uint32_t crc = entry.crc.value_or(Crc32(entry.data));
  const auto flags = static_cast<std::uint16_t>(entry.flags | (entry.data_descriptor ? 8 : 0));
  return ZipNumber(45, 2) + ZipNumber(flags, 2) + ZipNumber(entry.method, 2) +
         ZipNumber(0x5A210000, 4) + ZipNumber(later ? 0 : crc, 4) +
         ZipNumber(later ? 0 : entry.packed.value_or(size), 4) +
         ZipNumber(later ? 0 : entry.size.value_or(size), 4) + ZipNumber(entry.name.size(), 2) +
         ZipNumber(entry.extra.size(), 2);
}

struct RawEnd {
  std::optional<std::uint16_t> entries = {};  // declared in the last record
  bool zip64 = false;  // with the records of zip64, sizes in the extra fields
  std::optional<std::uint64_t> entries64 = {};
};

inline std::string RawZip64End(std::uint64_t entries, std::uint64_t size, std::uint64_t begin) {
  return "PK\x06\x06" + ZipNumber(44, 8) + ZipNumber(45, 2) + ZipNumber(45, 2) + ZipNumber(0, 8) +
         ZipNumber(entries, 8) + ZipNumber(entries, 8) + ZipNumber(size, 8) + ZipNumber(begin, 8) +
         "PK\x06\x07" + ZipNumber(0, 4) + ZipNumber(begin + size, 8) + ZipNumber(1, 4);
}

inline std::string RawZip(std::vector<RawEntry> entries, const RawEnd& end = {}) {
  std::string out, central;
  for (RawEntry& entry : entries) {
    if (end.zip64) {
      const std::string size = ZipNumber(entry.data.size(), 8);
      entry.extra = ZipNumber(1, 2) + ZipNumber(16, 2) + size + size;
      entry.size = entry.packed = 0xFFFFFFFF;
    }
    const std::uint64_t at = out.size();
    out += "PK\x03\x04" + RawFields(entry, true) + entry.name + entry.extra + entry.data;
    if (entry.data_descriptor) {
      const auto size = static_cast<std::uint32_t>(entry.data.size());
      out += "PK\x07\x08" + ZipNumber(entry.crc.value_or(Crc32(entry.data)), 4) +
             ZipNumber(size, 4) + ZipNumber(size, 4);
    }
    central += "PK\x01\x02" + ZipNumber(45, 2) + RawFields(entry, false) + ZipNumber(0, 10) +
               ZipNumber(at, 4) + entry.name + entry.extra;
  }
  const std::uint64_t begin = out.size();
  const std::uint64_t size = central.size();
  out += central;
  const std::uint64_t count = entries.size();
  if (end.zip64) out += RawZip64End(end.entries64.value_or(count), size, begin);
  const std::uint64_t shown = end.zip64 ? 0xFFFF : end.entries.value_or(count & 0xFFFF);
  return out + "PK\x05\x06" + ZipNumber(0, 4) + ZipNumber(shown, 2) + ZipNumber(shown, 2) +
         ZipNumber(size, 4) + ZipNumber(end.zip64 ? 0xFFFFFFFF : begin, 4) + ZipNumber(0, 2);
}

}  // namespace hegao
