// A package as a fuzzer can write one. It finds no checksums and no deflate streams, so a package
// stands there as text: lines "==== NAME", each followed by the content of that entry. What does
// not begin so is taken for the bytes of the file.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "../formats/stored_zip.h"

namespace hegao {

inline std::string FuzzedPackage(std::string_view input) {
  constexpr std::string_view kEntry = "==== ";
  constexpr std::string_view kNextEntry = "\n==== ";
  if (!input.starts_with(kEntry)) return std::string(input);
  std::vector<StoredEntry> entries;
  while (!input.empty()) {
    input.remove_prefix(kEntry.size());
    const std::size_t end = input.find(kNextEntry);
    const std::string_view entry = input.substr(0, end);
    input.remove_prefix(end == std::string_view::npos ? input.size() : end + 1);
    const std::size_t line = entry.find('\n');
    const std::string_view name = entry.substr(0, line);
    const bool empty = line == std::string_view::npos;
    entries.push_back({std::string(name), std::string(empty ? "" : entry.substr(line + 1))});
  }
  return StoredZip(entries);
}

}  // namespace hegao
