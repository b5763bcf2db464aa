#include "base/process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <climits>
#include <cstdlib>
#include <system_error>
#include <utility>

#include "base/descriptor.h"

namespace hegao {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

constexpr std::size_t kErrorBytes = std::size_t{64} << 10;
constexpr int kFreeDescriptor = 10;  // ours stand above those the child is given
constexpr int kStatus = 3;           // where the child tells that it could not start
constexpr int kMostDescriptors = 65536;

/// All the child needs, made before the fork: after it only async-signal-safe calls are allowed,
/// because another thread may hold any lock.
struct Launch {
  std::vector<char*> argv, environment;
  std::vector<std::string> variables;  // what `environment` points into
  std::string folder;
  std::string user_map, group_map;
  Descriptor in, out, err, status;
  ProcessLimits limits;
  pid_t parent = 0;
};

void WriteAll(const char* path, const std::string& bytes) {
  const int fd = ::open(path, O_WRONLY | O_CLOEXEC);
  if (fd < 0) return;
  [[maybe_unused]] const auto written = ::write(fd, bytes.data(), bytes.size());
  ::close(fd);
}

/// Best effort: many systems refuse, and the programs that are called have no need for a network.
void CutNetwork(const Launch& launch) {
  if (::unshare(CLONE_NEWUSER | CLONE_NEWNET) != 0) {
    ::unshare(CLONE_NEWNET);
    return;
  }
  WriteAll("/proc/self/setgroups", "deny");
  WriteAll("/proc/self/uid_map", launch.user_map);
  WriteAll("/proc/self/gid_map", launch.group_map);
}

void SetLimit(decltype(RLIMIT_AS) what, rlim_t soft, rlim_t hard) {
  rlimit limit{};
  if (::getrlimit(what, &limit) != 0) return;
  limit.rlim_max = std::min(limit.rlim_max, hard);
  limit.rlim_cur = std::min(limit.rlim_max, soft);
  ::setrlimit(what, &limit);
}

void SetLimits(const ProcessLimits& limits) {
  SetLimit(RLIMIT_CORE, 0, 0);
  // The second of grace lets SIGXCPU tell from SIGKILL why it ended.
  SetLimit(RLIMIT_CPU, limits.seconds, rlim_t{limits.seconds} + 1);
  SetLimit(RLIMIT_FSIZE, limits.file_bytes, limits.file_bytes);
  if (limits.memory_bytes != 0) SetLimit(RLIMIT_AS, limits.memory_bytes, limits.memory_bytes);
}

void CloseFrom(int first) {
#ifdef SYS_close_range
  if (::syscall(SYS_close_range, first, ~0U, 0) == 0) return;
#endif
  rlimit limit{};
  ::getrlimit(RLIMIT_NOFILE, &limit);
  const int end = static_cast<int>(std::min<rlim_t>(limit.rlim_cur, kMostDescriptors));
  for (int fd = first; fd < end; ++fd) ::close(fd);
}

[[noreturn]] void RunChild(const Launch& launch) {
  ::setsid();
  for (int signal = 1; signal < NSIG; ++signal) ::signal(signal, SIG_DFL);
  CutNetwork(launch);
  ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  // Where the parent is killed outright, at least this process goes with it.
  ::prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (::getppid() != launch.parent) ::_exit(127);
  ::dup2(launch.in.get(), STDIN_FILENO);
  ::dup2(launch.out.get(), STDOUT_FILENO);
  ::dup2(launch.err.get(), STDERR_FILENO);
  ::dup3(launch.status.get(), kStatus, O_CLOEXEC);
  CloseFrom(kStatus + 1);
  if (::chdir(launch.folder.c_str()) == 0) {
    SetLimits(launch.limits);
    sigset_t none;
    ::sigemptyset(&none);
    ::sigprocmask(SIG_SETMASK, &none, nullptr);
    ::execve(launch.argv.front(), launch.argv.data(), launch.environment.data());
  }
  const int code = errno;
  [[maybe_unused]] const auto told = ::write(kStatus, &code, sizeof code);
  ::_exit(127);
}

Descriptor Above(int fd) {
  const Descriptor low(fd);
  return Descriptor(low.ok() ? ::fcntl(fd, F_DUPFD_CLOEXEC, kFreeDescriptor) : -1);
}

struct Pipe {
  Descriptor read{}, write{};
  bool ok() const { return read.ok() && write.ok(); }
};

Pipe MakePipe() {
  std::array<int, 2> ends{-1, -1};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) return Pipe();
  return {Above(ends[0]), Above(ends[1])};
}

/// A file in memory: no pipe that both sides could wait for, no SIGPIPE, and the program may seek.
Descriptor InputFile(std::string_view input) {
  Descriptor file = Above(::memfd_create("hegao-input", MFD_CLOEXEC));
  while (file.ok() && !input.empty()) {
    const auto written = ::write(file.get(), input.data(), input.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return Descriptor();
    input.remove_prefix(static_cast<std::size_t>(written));
  }
  if (file.ok()) ::lseek(file.get(), 0, SEEK_SET);
  return file;
}

std::string BaseName(const std::string& path) { return path.substr(path.find_last_of('/') + 1); }

tl::unexpected<Error> CannotStart(const std::string& program, int code) {
  const std::string why = std::generic_category().message(code);
  return Fail(ErrorKind::unreadable,
              {fmt::format("无法运行程序“{}”：{}", program, why),
               fmt::format("the program {} cannot be run: {}", program, why)});
}

tl::unexpected<Error> TooSlow(const std::string& program, unsigned seconds) {
  return Fail(
      ErrorKind::unreadable,
      {fmt::format("程序“{}”处理这个文件超过 {} 秒，已停止；文件可能已损坏或过于复杂，请另存一份",
                   program, seconds),
       fmt::format("{} took more than {} seconds for this file and was stopped; it may be damaged "
                   "or too complex, save it again",
                   program, seconds)});
}

tl::unexpected<Error> TooMuch(const std::string& program) {
  return Fail(ErrorKind::unreadable,
              {fmt::format("程序“{}”读出的内容过多，已停止；请拆分文件", program),
               fmt::format("{} wrote too much for this file and was stopped; split it", program)});
}

void SetEnvironment(Launch* launch, const std::string& folder) {
  const char* path = std::getenv("PATH");
  const char* temporary = std::getenv("TMPDIR");
  launch->folder = folder.empty() ? "/" : folder;
  launch->variables = {
      std::string("PATH=") + (path != nullptr ? path : "/usr/local/bin:/usr/bin:/bin"),
      "HOME=" + launch->folder,
      "TMPDIR=" + (!folder.empty()        ? folder
                   : temporary != nullptr ? temporary
                                          : "/tmp"),
      "LANG=C.UTF-8"};
  for (auto& variable : launch->variables) launch->environment.push_back(variable.data());
  launch->environment.push_back(nullptr);
}

/// A started program. Killed and reaped when it goes.
class Child {
 public:
  Child(pid_t pid, Descriptor out, Descriptor err)
      : pid_(pid), guard_(InterruptGuard::Group(pid)), out_(std::move(out)), err_(std::move(err)) {
    ::fcntl(out_.get(), F_SETFL, O_NONBLOCK);
    ::fcntl(err_.get(), F_SETFL, O_NONBLOCK);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;
  ~Child() { Reap(); }

  enum class End { finished, too_slow, too_much };
  End Watch(const ProcessLimits& limits, ProcessOutput* output);
  /// Kills what is left of the group. The exit status, as wait(2) gives it.
  int Reap();

 private:
  bool HasEnded() const;
  /// One read of each. Returns whether there may be more at once.
  bool Read(ProcessOutput* output);

  pid_t pid_;
  InterruptGuard guard_;
  Descriptor out_, err_;
  int status_ = 0;
};

/// Asks without reaping: until then no other process can get this number.
bool Child::HasEnded() const {
  siginfo_t ended{};
  const int asked = ::waitid(P_PID, static_cast<id_t>(pid_), &ended, WEXITED | WNOHANG | WNOWAIT);
  return asked != 0 ? errno == ECHILD : ended.si_pid == pid_;
}

int Child::Reap() {
  if (pid_ <= 0) return status_;
  ::kill(-pid_, SIGKILL);
  ::kill(pid_, SIGKILL);
  while (::waitpid(pid_, &status_, 0) < 0 && errno == EINTR) {
  }
  pid_ = 0;
  return status_;
}

bool Child::Read(ProcessOutput* output) {
  std::array<char, 65536> chunk{};
  bool more = false;
  const auto read = [&](Descriptor* from, std::string* to, std::size_t most) {
    if (!from->ok()) return;
    const auto got = ::read(from->get(), chunk.data(), chunk.size());
    if (got > 0) {
      to->append(chunk.data(), std::min(static_cast<std::size_t>(got), most - to->size()));
      more = true;
    } else if (got == 0 || (errno != EAGAIN && errno != EINTR)) {
      from->Close();
    }
  };
  read(&out_, &output->out, SIZE_MAX);
  read(&err_, &output->err, kErrorBytes);
  return more;
}

Child::End Child::Watch(const ProcessLimits& limits, ProcessOutput* output) {
  const auto deadline = Clock::now() + std::chrono::seconds(limits.seconds);
  // Closed pipes mean that it is about to end; open ones may be held by what it left running.
  milliseconds patience{1};
  for (;;) {
    const auto left = std::chrono::ceil<milliseconds>(deadline - Clock::now());
    if (left.count() <= 0) return End::too_slow;
    std::array<pollfd, 2> waiting{{{out_.get(), POLLIN, 0}, {err_.get(), POLLIN, 0}}};
    if (out_.ok() || err_.ok()) {
      patience = milliseconds{1};
      ::poll(waiting.data(), waiting.size(),
             static_cast<int>(std::min(left, milliseconds{100}).count()));
    } else {
      ::poll(nullptr, 0, static_cast<int>(std::min(left, patience).count()));
      patience = std::min(patience * 2, milliseconds{32});
    }
    const bool ended = HasEnded();  // asked first: what it wrote is then there to be read
    while (Read(output) && ended && output->out.size() <= limits.output_bytes) {
    }
    if (output->out.size() > limits.output_bytes) return End::too_much;
    if (ended) return End::finished;
  }
}

/// Forks with all signals blocked, so that no handler of ours runs in the child.
pid_t Fork(const Launch& launch) {
  sigset_t all, before;
  ::sigfillset(&all);
  ::pthread_sigmask(SIG_SETMASK, &all, &before);
  const pid_t pid = ::fork();
  if (pid == 0) RunChild(launch);
  const int code = errno;
  ::pthread_sigmask(SIG_SETMASK, &before, nullptr);
  errno = code;
  return pid;
}

/// What went wrong between fork and exec; 0 where the program runs.
int StartFailure(const Descriptor& status) {
  int code = 0;
  ssize_t got = 0;
  while ((got = ::read(status.get(), &code, sizeof code)) < 0 && errno == EINTR) {
  }
  return got == sizeof code ? code : 0;
}

bool IsProgram(const std::string& path) {
  struct stat about {};
  return ::stat(path.c_str(), &about) == 0 && S_ISREG(about.st_mode) &&
         ::access(path.c_str(), X_OK) == 0;
}

}  // namespace

std::optional<std::string> FindProgram(std::string_view name, const char* override_variable) {
  const char* chosen = override_variable != nullptr ? std::getenv(override_variable) : nullptr;
  if (chosen != nullptr && chosen[0] != '\0') {
    return IsProgram(chosen) ? std::optional<std::string>(chosen) : std::nullopt;
  }
  const char* path = std::getenv("PATH");
  std::string_view rest = path != nullptr ? path : "/usr/local/bin:/usr/bin:/bin";
  while (!rest.empty()) {
    const auto folder = rest.substr(0, rest.find(':'));
    rest.remove_prefix(std::min(rest.size(), folder.size() + 1));
    if (!folder.starts_with('/')) continue;  // the working folder may be anybody's
    std::string program = std::string(folder) + '/' + std::string(name);
    if (IsProgram(program)) return program;
  }
  return std::nullopt;
}

Result<ProcessOutput> RunProcess(const std::vector<std::string>& argv, std::string_view input,
                                 const ProcessLimits& limits, const std::string& folder) {
  const std::string program = BaseName(argv.front());
  Launch launch;
  for (const auto& argument : argv) launch.argv.push_back(const_cast<char*>(argument.c_str()));
  launch.argv.push_back(nullptr);
  SetEnvironment(&launch, folder);
  launch.user_map = fmt::format("{0} {0} 1", ::geteuid());
  launch.group_map = fmt::format("{0} {0} 1", ::getegid());
  launch.limits = limits;
  launch.parent = ::getpid();
  Pipe out = MakePipe();
  Pipe err = MakePipe();
  Pipe status = MakePipe();
  launch.in = InputFile(input);
  if (!out.ok() || !err.ok() || !status.ok() || !launch.in.ok()) {
    return CannotStart(program, errno);
  }
  launch.out = std::move(out.write);
  launch.err = std::move(err.write);
  launch.status = std::move(status.write);
  const pid_t pid = Fork(launch);
  if (pid < 0) return CannotStart(program, errno);
  Child child(pid, std::move(out.read), std::move(err.read));
  launch.out.Close();
  launch.err.Close();
  launch.status.Close();
  if (const int code = StartFailure(status.read); code != 0) return CannotStart(program, code);

  ProcessOutput output;
  const auto end = child.Watch(limits, &output);
  const int how = child.Reap();
  if (end == Child::End::too_slow) return TooSlow(program, limits.seconds);
  if (end == Child::End::too_much) return TooMuch(program);
  if (WIFSIGNALED(how) && WTERMSIG(how) == SIGXCPU) return TooSlow(program, limits.seconds);
  if (WIFSIGNALED(how) && WTERMSIG(how) == SIGXFSZ) return TooMuch(program);
  output.exit_code = WIFSIGNALED(how) ? 128 + WTERMSIG(how) : WEXITSTATUS(how);
  return output;
}

}  // namespace hegao
