#include "base/file_system.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdlib>
#include <set>
#include <system_error>
#include <utility>

#include "base/descriptor.h"

namespace hegao {
namespace {

std::string SystemText(int code) { return std::generic_category().message(code); }

Message ReadFailure(const std::string& path, int code) {
  switch (code) {
    case ENOENT:
    case ENOTDIR:
      return {fmt::format("找不到文件“{}”", path), fmt::format("no such file: {}", path)};
    case EISDIR:
      return {fmt::format("“{}”是文件夹，此处需要一个文件", path),
              fmt::format("{} is a folder; a file was expected", path)};
    case EACCES:
    case EPERM:
      return {fmt::format("没有权限读取“{}”", path),
              fmt::format("permission denied reading {}", path)};
    case ELOOP:
      return {fmt::format("“{}”的符号链接循环", path), fmt::format("{} is a loop of links", path)};
    default:
      return {fmt::format("无法读取“{}”：{}", path, SystemText(code)),
              fmt::format("cannot read {}: {}", path, SystemText(code))};
  }
}

Message WriteFailure(const std::string& path, int code) {
  switch (code) {
    case ENOENT:
    case ENOTDIR:
      return {fmt::format("无法写入“{}”：所在文件夹不存在", path),
              fmt::format("cannot write {}: its folder does not exist", path)};
    case EISDIR:
      return {fmt::format("无法写入“{}”：它是文件夹", path),
              fmt::format("cannot write {}: it is a folder", path)};
    case EACCES:
    case EPERM:
    case EROFS:
      return {fmt::format("没有权限写入“{}”", path),
              fmt::format("permission denied writing {}", path)};
    case ENOSPC:
    case EDQUOT:
      return {fmt::format("无法写入“{}”：磁盘空间不足", path),
              fmt::format("cannot write {}: the disk is full", path)};
    default:
      return {fmt::format("无法写入“{}”：{}", path, SystemText(code)),
              fmt::format("cannot write {}: {}", path, SystemText(code))};
  }
}

Message TooLarge(const std::string& path, std::size_t limit) {
  const double megabytes = static_cast<double>(limit) / (1024.0 * 1024.0);
  return {fmt::format("“{}”太大，超过上限 {:.4g} MB", path, megabytes),
          fmt::format("{} is larger than the limit of {:.4g} MB", path, megabytes)};
}

/// Sizes are only a hint: files grow, and pipes and /proc tell 0.
Result<std::string> ReadAll(int fd, std::size_t hint, std::size_t limit, const std::string& name) {
  if (hint > limit) return Fail(ErrorKind::unreadable, TooLarge(name, limit));
  std::string bytes;
  std::size_t used = 0;
  std::size_t room = std::max<std::size_t>(hint + 1, 16 * 1024);
  for (;;) {
    bytes.resize(used + room);
    const ssize_t got = ::read(fd, bytes.data() + used, room);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return Fail(ErrorKind::unreadable, ReadFailure(name, errno));
    used += static_cast<std::size_t>(got);
    if (used > limit) return Fail(ErrorKind::unreadable, TooLarge(name, limit));
    if (got == 0) break;
    room = std::max<std::size_t>(bytes.size() - used, std::min<std::size_t>(used + 1, 1 << 20));
  }
  bytes.resize(used);
  return bytes;
}

PathKind KindOf(const struct stat& info) {
  if (S_ISREG(info.st_mode)) return PathKind::file;
  return S_ISDIR(info.st_mode) ? PathKind::folder : PathKind::other;
}

class FolderWalk {
 public:
  void Visit(const std::string& folder) {
    DIR* dir = ::opendir(folder.c_str());
    if (dir == nullptr) return Complain(folder, errno);
    struct stat info {};
    const bool first =
        ::fstat(::dirfd(dir), &info) == 0 && seen_
                                                 .insert({static_cast<std::uint64_t>(info.st_dev),
                                                          static_cast<std::uint64_t>(info.st_ino)})
                                                 .second;
    std::vector<std::string> names;
    errno = 0;
    while (const dirent* entry = first ? ::readdir(dir) : nullptr) names.push_back(entry->d_name);
    const int code = first ? errno : 0;
    ::closedir(dir);  // before descending: depth must not use up descriptors
    if (code != 0) Complain(folder, code);
    std::sort(names.begin(), names.end());
    for (const std::string& name : names) VisitEntry(folder, name);
  }

  FolderListing Take() {
    std::sort(listing_.files.begin(), listing_.files.end());
    return std::move(listing_);
  }

 private:
  void VisitEntry(const std::string& folder, const std::string& name) {
    if (name == "." || name == "..") return;
    std::string path = folder.ends_with('/') ? folder + name : folder + "/" + name;
    struct stat info {};
    const bool dangling = ::stat(path.c_str(), &info) != 0;
    if (!dangling && S_ISDIR(info.st_mode)) {
      if (name.front() != '.') Visit(path);
    } else if (dangling || S_ISREG(info.st_mode)) {
      listing_.files.push_back(std::move(path));
    }
  }

  void Complain(const std::string& folder, int code) {
    Message message = {fmt::format("无法列出文件夹“{}”：{}", folder, SystemText(code)),
                       fmt::format("cannot list the folder {}: {}", folder, SystemText(code))};
    if (code == ENOENT) {
      message = {fmt::format("找不到文件夹“{}”", folder),
                 fmt::format("no such folder: {}", folder)};
    } else if (code == ENOTDIR) {
      message = {fmt::format("“{}”不是文件夹", folder), fmt::format("{} is not a folder", folder)};
    } else if (code == EACCES) {
      message = {fmt::format("没有权限打开文件夹“{}”", folder),
                 fmt::format("permission denied opening the folder {}", folder)};
    }
    listing_.errors.push_back({ErrorKind::unreadable, std::move(message)});
  }

  FolderListing listing_;
  std::set<std::pair<std::uint64_t, std::uint64_t>> seen_;
};

class DiskFileSystem final : public FileSystem {
 public:
  PathKind Kind(const std::string& path) const override {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 ? KindOf(info) : PathKind::missing;
  }

  Result<std::string> Read(const std::string& path, std::size_t limit) const override {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat info {};
    if (!file.ok() || ::fstat(file.get(), &info) != 0) {
      return Fail(ErrorKind::unreadable, ReadFailure(path, errno));
    }
    if (S_ISDIR(info.st_mode)) return Fail(ErrorKind::unreadable, ReadFailure(path, EISDIR));
    return ReadAll(file.get(), static_cast<std::size_t>(info.st_size), limit, path);
  }

  FolderListing List(const std::string& folder) const override {
    FolderWalk walk;
    walk.Visit(folder);
    return walk.Take();
  }
};

int WriteAll(int fd, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(fd, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return 0;
}

/// Follows links itself: a rename onto a link would replace the link.
std::string FinalTarget(const std::string& path) {
  char* real = ::realpath(path.c_str(), nullptr);
  if (real == nullptr) return path;
  std::string target = real;
  ::free(real);
  return target;
}

/// Returns errno, 0 on success.
int Replace(const std::string& target, std::string_view bytes, const struct stat* old) {
  std::string temporary;
  int fd = -1;
  for (int attempt = 0; fd < 0 && attempt < 100; ++attempt) {
    temporary = fmt::format("{}.{}-{}.tmp", target, ::getpid(), attempt);
    fd = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (fd < 0 && errno != EEXIST) return errno;
  }
  if (fd < 0) return EEXIST;
  Descriptor file(fd);
  int code = WriteAll(file.get(), bytes);
  if (code == 0 && old != nullptr && ::fchmod(file.get(), old->st_mode & 07777) != 0) code = errno;
  if (code == 0 && ::fsync(file.get()) != 0) code = errno;
  if (file.Close() != 0 && code == 0) code = errno;
  if (code == 0 && ::rename(temporary.c_str(), target.c_str()) != 0) code = errno;
  if (code != 0) ::unlink(temporary.c_str());
  return code;
}

}  // namespace

const FileSystem& RealFileSystem() {
  static const DiskFileSystem instance;
  return instance;
}

Result<std::string> ReadStdin(std::size_t limit) { return ReadAll(STDIN_FILENO, 0, limit, "-"); }

Result<void> WriteFileAtomic(const std::string& path, std::string_view bytes) {
  const std::string target = FinalTarget(path);
  struct stat info {};
  const bool exists = ::stat(target.c_str(), &info) == 0;
  int code = 0;
  if (exists && S_ISDIR(info.st_mode)) {
    code = EISDIR;
  } else if (exists && !S_ISREG(info.st_mode)) {
    const Descriptor out(::open(target.c_str(), O_WRONLY | O_CLOEXEC));
    code = out.ok() ? WriteAll(out.get(), bytes) : errno;
  } else {
    code = Replace(target, bytes, exists ? &info : nullptr);
  }
  if (code != 0) return Fail(ErrorKind::unreadable, WriteFailure(path, code));
  // The rename itself must survive a power cut; a folder that cannot be synced is no failure.
  const std::size_t slash = target.rfind('/');
  const std::string folder = slash == std::string::npos ? "." : target.substr(0, slash + 1);
  const Descriptor dir(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (dir.ok()) ::fsync(dir.get());
  return {};
}

Result<void> MakeFolders(const std::string& path) {
  for (std::size_t at = 0; at != std::string::npos;) {
    at = path.find('/', at + 1);
    const std::string folder = path.substr(0, at);
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) {
      return Fail(ErrorKind::unreadable, WriteFailure(folder, errno));
    }
  }
  return {};
}

}  // namespace hegao
