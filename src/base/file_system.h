// The only door to files. Front ends take a FileSystem, so that tests need no disk.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace hegao {

enum class PathKind { missing, file, folder, other /* a pipe, a device */ };

/// What a folder holds. A folder that could not be entered is an error of its own: it must never
/// read as "nothing there".
struct FolderListing {
  std::vector<std::string> files;  // paths that begin with the folder as given, sorted by bytes
  std::vector<Error> errors;
};

class FileSystem {
 public:
  virtual ~FileSystem() = default;

  virtual PathKind Kind(const std::string& path) const = 0;

  /// The whole file. More than `limit` bytes, a folder, a missing or forbidden file are
  /// ErrorKind::unreadable, each with its own sentence. Pipes and devices are read up to `limit`.
  virtual Result<std::string> Read(const std::string& path, std::size_t limit) const = 0;

  /// All files below `folder`, without hidden folders (.git) and without pipes and devices. A
  /// folder that links lead to twice is listed once, so loops end. A dangling link is listed: to
  /// read it fails, which is better than to pass over it.
  virtual FolderListing List(const std::string& folder) const = 0;
};

/// The real one; thread-safe, lives as long as the program.
const FileSystem& RealFileSystem();

/// Standard input up to its end.
Result<std::string> ReadStdin(std::size_t limit);

/// Writes beside the target, flushes to disk and renames, so that a reader sees the old bytes or
/// the new ones and never half of them. Keeps the permissions of the file it replaces, writes
/// through a symbolic link, and writes in place where the target is a pipe or a device.
Result<void> WriteFileAtomic(const std::string& path, std::string_view bytes);

/// Makes a folder, and those above it that are missing, for this user only.
Result<void> MakeFolders(const std::string& path);

}  // namespace hegao
