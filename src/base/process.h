// Runs another program with limits, and gives it a folder of its own to work in.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/interrupt.h"
#include "base/result.h"

namespace hegao {

struct ProcessLimits {
  unsigned seconds = 60;                              // wall clock, and CPU
  std::size_t memory_bytes = std::size_t{2} << 30;    // address space; 0: not limited
  std::size_t output_bytes = std::size_t{256} << 20;  // of standard output
  std::size_t file_bytes = std::size_t{512} << 20;    // of each file it writes
};

struct ProcessOutput {
  int exit_code = 0;  // 128 + signal where a signal ended it
  std::string out;
  std::string err;  // the first 64 KiB
};

/// The full path of a program on PATH; nothing where there is none. What the environment variable
/// `override_variable` names comes first, where it is set.
std::optional<std::string> FindProgram(std::string_view name,
                                       const char* override_variable = nullptr);

/// Runs argv[0] (a full path) without a shell, in a session of its own, with `input` on its
/// standard input (a file, so it may be read at any place), no other open files, no network where
/// the system lets us take it away, and an environment of PATH, HOME, TMPDIR and LANG only. It
/// works in `folder`, which is its HOME and TMPDIR too; without one in / and the system's folder
/// for temporary files. When it takes too long or writes too much, all processes it started are
/// killed and the result is ErrorKind::unreadable with a sentence that names the program; so is a
/// program that cannot be started. What it leaves running is killed. Thread-safe.
Result<ProcessOutput> RunProcess(const std::vector<std::string>& argv, std::string_view input,
                                 const ProcessLimits& limits, const std::string& folder = {});

/// A new folder below $TMPDIR or /tmp, for this user only, removed with all it holds; also when the
/// user interrupts the program.
class TemporaryFolder {
 public:
  static Result<TemporaryFolder> Make();
  TemporaryFolder(TemporaryFolder&& other) noexcept;
  TemporaryFolder& operator=(TemporaryFolder&& other) noexcept;
  ~TemporaryFolder();
  const std::string& path() const { return path_; }

 private:
  explicit TemporaryFolder(std::string path);
  std::string path_;  // empty: moved from
  InterruptGuard guard_;
};

}  // namespace hegao
