#include "base/interrupt.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <mutex>
#include <utility>

namespace hegao {
namespace {

constexpr int kSlots = 64;
constexpr std::size_t kLongestPath = 512;
constexpr int kDeepest = 64;    // levels: each holds a descriptor and a buffer
constexpr int kPatience = 200;  // times 5 ms that a killed group may take to be gone
constexpr std::array kSignals = {SIGINT, SIGTERM, SIGHUP};

/// Written by its owner, read by the handler: `state` is what publishes the rest.
struct Slot {
  enum State : int { empty, taken, group, folder };
  std::atomic<int> state{empty};
  pid_t owner = 0;  // a fork of this program has nothing to clean up
  pid_t pid = 0;
  std::array<char, kLongestPath> path{};
};

std::array<Slot, kSlots> g_slots;

/// The record of getdents64(2); the C library's readdir allocates, so a handler may not call it.
struct Entry {
  std::uint64_t inode;
  std::int64_t next;
  std::uint16_t length;
  unsigned char type;
  char name[1];
};

/// Empties the folder. Returns whether it could remove anything.
bool RemoveEntries(int folder, int depth) {
  alignas(Entry) std::array<char, 2048> buffer{};
  bool removed = false;
  for (;;) {
    const auto got = ::syscall(SYS_getdents64, folder, buffer.data(), buffer.size());
    if (got <= 0) return removed;
    for (std::size_t at = 0; at < static_cast<std::size_t>(got);) {
      const char* record = buffer.data() + at;
      std::uint16_t length = 0;
      std::memcpy(&length, record + offsetof(Entry, length), sizeof length);
      const char* name = record + offsetof(Entry, name);
      at += length;
      if (std::strcmp(name, ".") == 0 || std::strcmp(name, "..") == 0) continue;
      if (::unlinkat(folder, name, 0) == 0) {
        removed = true;
        continue;
      }
      const int inner = ::openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
      if (inner < 0) continue;
      // A folder may skip entries while it is being changed, so it is read until nothing goes.
      while (depth < kDeepest && RemoveEntries(inner, depth + 1)) ::lseek(inner, 0, SEEK_SET);
      ::close(inner);
      removed = ::unlinkat(folder, name, AT_REMOVEDIR) == 0 || removed;
    }
  }
}

void KillAndWait(pid_t group) {
  if (::kill(-group, SIGKILL) != 0) return;
  // The leader stays a zombie of ours until it is reaped; the rest is init's to reap.
  for (int i = 0; i < kPatience; ++i) {
    siginfo_t ended{};
    ::waitid(P_PGID, static_cast<id_t>(group), &ended, WEXITED | WNOHANG);
    if (::kill(-group, 0) != 0) return;
    ::poll(nullptr, 0, 5);
  }
}

bool Holds(const Slot& slot, Slot::State what) {
  return slot.state.load(std::memory_order_acquire) == what && slot.owner == ::getpid();
}

void HandleSignal(int signal) {
  const int saved = errno;
  for (Slot& slot : g_slots) {
    if (Holds(slot, Slot::group)) KillAndWait(slot.pid);
  }
  for (Slot& slot : g_slots) {
    if (Holds(slot, Slot::folder)) RemoveFolder(slot.path.data());
  }
  errno = saved;
  // SA_RESETHAND has put the default back; it acts when this handler returns.
  ::raise(signal);
}

void InstallHandlers() {
  for (const int signal : kSignals) {
    struct sigaction old {};
    if (::sigaction(signal, nullptr, &old) != 0 || old.sa_handler != SIG_DFL) continue;
    struct sigaction ours {};
    ours.sa_handler = HandleSignal;
    ours.sa_flags = SA_RESETHAND;
    for (const int other : kSignals) sigaddset(&ours.sa_mask, other);
    ::sigaction(signal, &ours, nullptr);
  }
}

int TakeSlot() {
  static std::once_flag once;
  std::call_once(once, InstallHandlers);
  for (int i = 0; i < kSlots; ++i) {
    int expected = Slot::empty;
    if (g_slots[static_cast<std::size_t>(i)].state.compare_exchange_strong(expected, Slot::taken)) {
      return i;
    }
  }
  return -1;
}

}  // namespace

void RemoveFolder(const char* path) {
  const int folder = ::open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
  if (folder >= 0) {
    while (RemoveEntries(folder, 0)) ::lseek(folder, 0, SEEK_SET);
    ::close(folder);
  }
  ::rmdir(path);
}

InterruptGuard InterruptGuard::Group(pid_t group) {
  const int index = TakeSlot();
  if (index >= 0) {
    Slot& slot = g_slots[static_cast<std::size_t>(index)];
    slot.owner = ::getpid();
    slot.pid = group;
    slot.state.store(Slot::group, std::memory_order_release);
  }
  return InterruptGuard(index);
}

InterruptGuard InterruptGuard::Folder(std::string_view path) {
  const int index = path.size() < kLongestPath ? TakeSlot() : -1;
  if (index >= 0) {
    Slot& slot = g_slots[static_cast<std::size_t>(index)];
    slot.owner = ::getpid();
    *std::copy(path.begin(), path.end(), slot.path.begin()) = '\0';
    slot.state.store(Slot::folder, std::memory_order_release);
  }
  return InterruptGuard(index);
}

InterruptGuard::InterruptGuard(InterruptGuard&& other) noexcept
    : slot_(std::exchange(other.slot_, -1)) {}

InterruptGuard& InterruptGuard::operator=(InterruptGuard&& other) noexcept {
  std::swap(slot_, other.slot_);
  return *this;
}

InterruptGuard::~InterruptGuard() {
  if (slot_ >= 0) g_slots[static_cast<std::size_t>(slot_)].state.store(Slot::empty);
}

}  // namespace hegao
