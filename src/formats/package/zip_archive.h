// A ZIP container in memory: .docx, .odt, .ofd. Nothing is ever written to disk, so names that
// climb out of a folder are only names.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/registry.h"

namespace hegao {

/// Not thread-safe; one per document.
class ZipArchive {
 public:
  /// ErrorKind::unreadable: truncated, no ZIP, too many entries. Cost: the central directory.
  static Result<ZipArchive> Open(std::string bytes, const ReadLimits& limits);

  ZipArchive(ZipArchive&&) noexcept;
  ZipArchive& operator=(ZipArchive&&) noexcept;
  ~ZipArchive();

  /// In the order of the central directory. A name that is there twice is listed twice.
  const std::vector<std::string>& names() const;
  bool Has(std::string_view name) const;

  /// Unpacks one entry (the first of that name; case counts, as in the standard, unless only
  /// another case is there; a backslash is taken for a slash in the same way).
  /// ErrorKind::unreadable: no such entry, encrypted (said so), damaged (CRC), larger than `limit`
  /// bytes or than what limits.unpacked leaves, packed tighter than limits.ratio. Allocates what is
  /// really there, not what is declared. O(log entries + size).
  Result<std::string> Read(std::string_view name, std::size_t limit);

 private:
  struct Impl;
  explicit ZipArchive(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace hegao
