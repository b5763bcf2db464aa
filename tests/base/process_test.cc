#include "base/process.h"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

namespace hegao {
namespace {

namespace fs = std::filesystem;

Result<ProcessOutput> Shell(const std::string& script, std::string_view input = {},
                            const ProcessLimits& limits = {}, const std::string& folder = {}) {
  return RunProcess({"/bin/sh", "-c", script}, input, limits, folder);
}

std::string FailureOf(const Result<ProcessOutput>& got) {
  EXPECT_FALSE(got.has_value());
  if (got) return {};
  EXPECT_EQ(got.error().kind, ErrorKind::unreadable);
  EXPECT_FALSE(got.error().message.en.empty());
  return got.error().message.zh;
}

/// Processes whose command line holds `word`.
int Running(const std::string& word) {
  int found = 0;
  std::error_code ignored;
  for (const auto& entry : fs::directory_iterator("/proc", ignored)) {
    std::ifstream file(entry.path() / "cmdline", std::ios::binary);
    const std::string line((std::istreambuf_iterator<char>(file)), {});
    if (line.find(word) != std::string::npos) ++found;
  }
  return found;
}

/// Waits until it is so; a test that waits in vain fails by what it returns.
template <typename Condition>
bool Becomes(Condition condition) {
  for (int i = 0; i < 400; ++i) {
    if (condition()) return true;
    ::usleep(10'000);
  }
  return false;
}

TEST(Process, GivesOutputErrorsAndExitCode) {
  const auto got = Shell("cat; echo bad >&2; exit 7", "某镇");
  ASSERT_TRUE(got.has_value());
  EXPECT_EQ(got->out, "某镇");
  EXPECT_EQ(got->err, "bad\n");
  EXPECT_EQ(got->exit_code, 7);
  EXPECT_EQ(Shell("kill -TERM $$")->exit_code, 128 + SIGTERM);
}

TEST(Process, LargeInputThatIsWrittenBackDoesNotBlock) {
  const std::string input(std::size_t{8} << 20, 'x');
  const auto got = Shell("cat", input);
  ASSERT_TRUE(got.has_value());
  EXPECT_EQ(got->out.size(), input.size());
  EXPECT_EQ(Shell("exec true", input)->exit_code, 0) << "input that nobody reads";
}

TEST(Process, OnlyTheFirstErrorsAreKept) {
  const auto got = Shell("head -c 300000 /dev/zero >&2; echo done");
  ASSERT_TRUE(got.has_value());
  EXPECT_EQ(got->err.size(), 65536u);
  EXPECT_EQ(got->out, "done\n");
}

TEST(Process, EnvironmentAndFolder) {
  ASSERT_EQ(::setenv("HEGAO_TEST_SECRET", "1", 1), 0);
  const auto folder = TemporaryFolder::Make();
  ASSERT_TRUE(folder.has_value());
  const auto got =
      Shell("pwd; echo $HOME $TMPDIR $LANG; env | grep -c SECRET", {}, {}, folder->path());
  ::unsetenv("HEGAO_TEST_SECRET");
  ASSERT_TRUE(got.has_value());
  const auto& p = folder->path();
  EXPECT_EQ(got->out, p + "\n" + p + " " + p + " C.UTF-8\n0\n");
}

TEST(Process, OtherFilesAreClosed) {
  const int fd = ::dup(STDOUT_FILENO);  // without close-on-exec: it would be inherited
  ASSERT_GE(fd, 0);
  const auto got = Shell("for f in /proc/self/fd/*; do echo ${f##*/}; done; true");
  ::close(fd);
  ASSERT_TRUE(got.has_value());
  // The shell itself opens the folder as one more.
  EXPECT_EQ(got->out.find(std::to_string(fd) + "\n"), fd == 3 ? 6u : std::string::npos) << got->out;
}

TEST(Process, SignalsAreAsTheyWereBorn) {
  const auto old = ::signal(SIGPIPE, SIG_IGN);
  const auto got = Shell("grep -E '^Sig(Blk|Ign):' /proc/self/status | tr -d '\\t0\\n'");
  ::signal(SIGPIPE, old);
  ASSERT_TRUE(got.has_value());
  EXPECT_EQ(got->out, "SigBlk:SigIgn:");
}

TEST(Process, TooSlowIsKilledWithAllItStarted) {
  // A number nobody else sleeps for.
  const auto got = Shell("sleep 7654321 & sleep 7654321", {}, {.seconds = 1});
  EXPECT_NE(FailureOf(got).find("“sh”"), std::string::npos);
  EXPECT_TRUE(Becomes([] { return Running("7654321") == 0; }));
}

TEST(Process, WhatItLeavesRunningIsKilled) {
  const auto got = Shell("sleep 7654322 & echo $!");
  ASSERT_TRUE(got.has_value()) << "the sleeper holds the pipe, but the program has ended";
  EXPECT_FALSE(got->out.empty());
  EXPECT_TRUE(Becomes([] { return Running("7654322") == 0; }));
}

TEST(Process, ClosedOutputIsNotTheEnd) {
  const auto got = Shell("exec >&- 2>&-; sleep 0.1; exit 3");
  ASSERT_TRUE(got.has_value());
  EXPECT_EQ(got->exit_code, 3);
}

TEST(Process, TooMuchIsKilled) {
  EXPECT_NE(FailureOf(Shell("cat /dev/zero", {}, {.output_bytes = 100'000})).find("过多"),
            std::string::npos);
  const auto folder = TemporaryFolder::Make();
  const auto got =
      Shell("exec head -c 300000 /dev/zero > big", {}, {.file_bytes = 100'000}, folder->path());
  EXPECT_NE(FailureOf(got).find("过多"), std::string::npos);
  EXPECT_LE(fs::file_size(folder->path() + "/big"), 100'000u);
}

TEST(Process, LimitsReachTheProgram) {
  const auto got = Shell("ulimit -t; ulimit -v; ulimit -c", {},
                         {.seconds = 9, .memory_bytes = std::size_t{512} << 20});
  ASSERT_TRUE(got.has_value());
  EXPECT_EQ(got->out, "9\n524288\n0\n");
}

TEST(Process, CannotBeStarted) {
  EXPECT_NE(FailureOf(RunProcess({"/no/such/program"}, {}, {})).find("“program”"),
            std::string::npos);
  FailureOf(Shell("true", {}, {}, "/no/such/folder"));
}

TEST(Process, ManyAtOnce) {
  std::vector<std::thread> threads;
  std::vector<std::string> out(8);
  for (std::size_t i = 0; i < out.size(); ++i) {
    threads.emplace_back([&out, i] {
      for (int k = 0; k < 10; ++k) {
        const auto got = Shell("cat", std::to_string(i));
        if (got) out[i] += got->out;
      }
    });
  }
  for (auto& thread : threads) thread.join();
  for (std::size_t i = 0; i < out.size(); ++i) {
    EXPECT_EQ(out[i], std::string(10, static_cast<char>('0' + i)));
  }
  EXPECT_EQ(::waitpid(-1, nullptr, WNOHANG), -1) << "a child was not reaped";
}

TEST(Process, NoChildrenLeftWhenInterrupted) {
  const auto folder = TemporaryFolder::Make();
  ASSERT_TRUE(folder.has_value());
  const std::string told = folder->path() + "/told";
  const pid_t pid = ::fork();
  if (pid == 0) {
    const auto inner = TemporaryFolder::Make();
    std::ofstream(told + "~") << inner->path();
    fs::rename(told + "~", told);
    (void)Shell("mkdir -p a/b; echo > a/b/c; sleep 7654323 & sleep 7654323", {}, {}, inner->path());
    ::_exit(0);
  }
  ASSERT_TRUE(Becomes(
      [&] { return fs::exists(told) && Running(std::string("sleep") + char{} + "7654323") == 2; }));
  ::kill(pid, SIGTERM);
  int status = 0;
  ASSERT_EQ(::waitpid(pid, &status, 0), pid);
  EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGTERM);
  std::string inner;
  std::ifstream(told) >> inner;
  EXPECT_FALSE(inner.empty());
  EXPECT_FALSE(fs::exists(inner)) << inner;
  EXPECT_TRUE(Becomes([] { return Running("7654323") == 0; }));
}

TEST(Process, FindsPrograms) {
  EXPECT_TRUE(FindProgram("sh").has_value());
  EXPECT_FALSE(FindProgram("no-such-program-of-hegao").has_value());
  ASSERT_EQ(::setenv("HEGAO_TEST_PROGRAM", "/bin/cat", 1), 0);
  EXPECT_EQ(FindProgram("sh", "HEGAO_TEST_PROGRAM"), "/bin/cat");
  ::setenv("HEGAO_TEST_PROGRAM", "/no/such", 1);
  EXPECT_EQ(FindProgram("sh", "HEGAO_TEST_PROGRAM"), std::nullopt) << "what was chosen is meant";
  ::setenv("HEGAO_TEST_PROGRAM", "/tmp", 1);
  EXPECT_EQ(FindProgram("sh", "HEGAO_TEST_PROGRAM"), std::nullopt) << "a folder is no program";
  ::unsetenv("HEGAO_TEST_PROGRAM");
}

TEST(TemporaryFolder, IsPrivateAndRemovedWithoutFollowingLinks) {
  const auto kept = TemporaryFolder::Make();
  ASSERT_TRUE(kept.has_value());
  std::ofstream(kept->path() + "/stays") << "x";
  std::string path;
  {
    auto made = TemporaryFolder::Make();
    ASSERT_TRUE(made.has_value());
    path = made->path();
    struct stat about {};
    ASSERT_EQ(::stat(path.c_str(), &about), 0);
    EXPECT_EQ(about.st_mode & 0777u, 0700u);
    fs::create_directories(path + "/a/b/c");
    for (int i = 0; i < 500; ++i) std::ofstream(path + "/a/b/" + std::to_string(i)) << i;
    fs::create_symlink(kept->path(), path + "/link");
    fs::create_symlink(kept->path() + "/stays", path + "/a/link");
    TemporaryFolder moved = std::move(*made);
    EXPECT_EQ(moved.path(), path);
  }
  EXPECT_FALSE(fs::exists(path));
  EXPECT_TRUE(fs::exists(kept->path() + "/stays"));
}

TEST(TemporaryFolder, SaysWhereItCannotBe) {
  const char* old = std::getenv("TMPDIR");
  const std::string before = old != nullptr ? old : "";
  ::setenv("TMPDIR", "/no/such/folder", 1);
  const auto made = TemporaryFolder::Make();
  if (before.empty()) {
    ::unsetenv("TMPDIR");
  } else {
    ::setenv("TMPDIR", before.c_str(), 1);
  }
  ASSERT_FALSE(made.has_value());
  EXPECT_NE(made.error().message.zh.find("/no/such/folder"), std::string::npos);
}

}  // namespace
}  // namespace hegao
