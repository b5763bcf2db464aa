#include <fmt/format.h>

#include <cerrno>
#include <cstdlib>
#include <system_error>
#include <utility>

#include "base/process.h"

namespace hegao {

TemporaryFolder::TemporaryFolder(std::string path)
    : path_(std::move(path)), guard_(InterruptGuard::Folder(path_)) {}

Result<TemporaryFolder> TemporaryFolder::Make() {
  const char* chosen = std::getenv("TMPDIR");
  const bool usable = chosen != nullptr && chosen[0] == '/';
  const std::string parent = usable ? chosen : "/tmp";
  std::string path = parent + "/hegao-XXXXXX";
  if (::mkdtemp(path.data()) == nullptr) {
    const std::string why = std::generic_category().message(errno);
    return Fail(
        ErrorKind::unreadable,
        {fmt::format("无法在“{}”下建立临时文件夹：{}；可用环境变量 TMPDIR 另指一处", parent, why),
         fmt::format("cannot make a temporary folder in {}: {}; name another one in TMPDIR", parent,
                     why)});
  }
  return TemporaryFolder(std::move(path));
}

TemporaryFolder::TemporaryFolder(TemporaryFolder&& other) noexcept
    : path_(std::exchange(other.path_, {})), guard_(std::move(other.guard_)) {}

TemporaryFolder& TemporaryFolder::operator=(TemporaryFolder&& other) noexcept {
  std::swap(path_, other.path_);
  std::swap(guard_, other.guard_);
  return *this;
}

TemporaryFolder::~TemporaryFolder() {
  if (!path_.empty()) RemoveFolder(path_.c_str());
}

}  // namespace hegao
