// What must not be left behind when the user interrupts the program (Ctrl-C, kill): running
// programs and their folders.
#pragma once

#include <sys/types.h>

#include <string_view>

namespace hegao {

/// While it lives, SIGINT, SIGTERM and SIGHUP first kill the process group, wait for it and remove
/// the folder, and then end this program as they would have. Handlers are installed with the first
/// guard, and only for signals that nobody handles or ignores. Best effort: at most 64 at a time;
/// SIGKILL cannot be met. Thread-safe.
class InterruptGuard {
 public:
  static InterruptGuard Group(pid_t group);
  static InterruptGuard Folder(std::string_view path);
  InterruptGuard(InterruptGuard&& other) noexcept;
  InterruptGuard& operator=(InterruptGuard&& other) noexcept;
  ~InterruptGuard();

 private:
  explicit InterruptGuard(int slot) : slot_(slot) {}
  int slot_;  // -1: none was free
};

/// Removes a folder with all it holds, without following links; what cannot be removed stays. Folds
/// deeper than 64 levels stay too. Async-signal-safe.
void RemoveFolder(const char* path);

}  // namespace hegao
