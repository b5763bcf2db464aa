#include "base/file_system.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

namespace hegao {
namespace {

namespace fs = std::filesystem;

class FileSystemTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string name = (fs::temp_directory_path() / "hegao-fs-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    root_ = name;
  }
  void TearDown() override {
    std::error_code ignored;
    fs::permissions(root_ + "/closed", fs::perms::all, ignored);
    fs::remove_all(root_, ignored);
  }

  std::string Path(const std::string& name) const { return root_ + "/" + name; }

  std::string Put(const std::string& name, const std::string& bytes) const {
    fs::create_directories(fs::path(Path(name)).parent_path());
    std::ofstream(Path(name), std::ios::binary) << bytes;
    return Path(name);
  }

  std::vector<std::string> Listed(const std::string& folder) const {
    std::vector<std::string> names;
    for (const std::string& file : fs_.List(folder).files) {
      names.push_back(file.substr(root_.size() + 1));
    }
    return names;
  }

  std::string root_;
  const FileSystem& fs_ = RealFileSystem();
};

TEST_F(FileSystemTest, ReadsWholeFilesUpToTheLimit) {
  const std::string big(100'000, 'x');
  EXPECT_EQ(fs_.Read(Put("a.txt", "甲\0乙"), 100).value(), "甲");
  EXPECT_EQ(fs_.Read(Put("empty", ""), 0).value(), "");
  EXPECT_EQ(fs_.Read(Put("big", big), big.size()).value(), big);
  const Result<std::string> over = fs_.Read(Path("big"), big.size() - 1);
  ASSERT_FALSE(over.has_value());
  EXPECT_NE(over.error().message.zh.find("太大"), std::string::npos);
}

TEST_F(FileSystemTest, SaysWhyAPathCannotBeRead) {
  fs::create_symlink(Path("loop"), Path("loop"));
  Put("file", "x");
  const struct {
    std::string path;
    const char* zh;
    const char* en;
  } kCases[] = {{Path("none"), "找不到文件", "no such file"},
                {Path("file/below"), "找不到文件", "no such file"},
                {root_, "是文件夹", "is a folder"},
                {Path("loop"), "循环", "loop"}};
  for (const auto& c : kCases) {
    const Result<std::string> got = fs_.Read(c.path, 100);
    ASSERT_FALSE(got.has_value()) << c.path;
    EXPECT_EQ(got.error().kind, ErrorKind::unreadable);
    EXPECT_NE(got.error().message.zh.find(c.zh), std::string::npos) << got.error().message.zh;
    EXPECT_NE(got.error().message.en.find(c.en), std::string::npos) << got.error().message.en;
    EXPECT_NE(got.error().message.zh.find(c.path), std::string::npos);
  }
}

TEST_F(FileSystemTest, ReadsPipes) {
  ASSERT_EQ(::mkfifo(Path("pipe").c_str(), 0600), 0);
  std::thread writer([&] { std::ofstream(Path("pipe")) << std::string(40'000, 'y'); });
  EXPECT_EQ(fs_.Read(Path("pipe"), 100'000).value().size(), 40'000u);
  writer.join();
}

TEST_F(FileSystemTest, TellsKinds) {
  Put("file", "x");
  fs::create_symlink(Path("file"), Path("link"));
  fs::create_symlink(Path("gone"), Path("dangling"));
  EXPECT_EQ(fs_.Kind(Path("file")), PathKind::file);
  EXPECT_EQ(fs_.Kind(Path("link")), PathKind::file);
  EXPECT_EQ(fs_.Kind(root_), PathKind::folder);
  EXPECT_EQ(fs_.Kind(Path("dangling")), PathKind::missing);
  EXPECT_EQ(fs_.Kind("/dev/null"), PathKind::other);
}

TEST_F(FileSystemTest, ListsSortedOnceAndWithoutHiddenFolders) {
  Put("乙/b.txt", "");
  Put("a/z.txt", "");
  Put("a/.hidden.txt", "");
  Put("a.txt", "");
  Put(".git/x.txt", "");
  fs::create_directory_symlink(root_, Path("a/up"));
  fs::create_symlink(Path("gone"), Path("dangling.txt"));
  ASSERT_EQ(::mkfifo(Path("pipe.txt").c_str(), 0600), 0);
  const std::vector<std::string> expected = {"a.txt", "a/.hidden.txt", "a/z.txt", "dangling.txt",
                                             "乙/b.txt"};
  EXPECT_EQ(Listed(root_), expected);
  EXPECT_TRUE(fs_.List(root_).errors.empty());
  EXPECT_EQ(fs_.List(root_ + "/").files.front(), root_ + "/a.txt");
}

TEST_F(FileSystemTest, FoldersThatCannotBeListedAreErrors) {
  EXPECT_EQ(fs_.List(Path("none")).errors.size(), 1u);
  EXPECT_EQ(fs_.List(Put("file", "x")).errors.size(), 1u);
  if (::geteuid() == 0) GTEST_SKIP() << "root may enter every folder";
  Put("closed/a.txt", "");
  Put("open.txt", "");
  fs::permissions(Path("closed"), fs::perms::none);
  const FolderListing listing = fs_.List(root_);
  EXPECT_EQ(listing.errors.size(), 1u);
  EXPECT_EQ(Listed(root_).size(), 2u);
}

TEST_F(FileSystemTest, WritesAtomically) {
  ASSERT_TRUE(WriteFileAtomic(Path("new"), "一").has_value());
  EXPECT_EQ(fs_.Read(Path("new"), 10).value(), "一");

  fs::permissions(Path("new"), fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink("new", Path("link"));
  ASSERT_TRUE(WriteFileAtomic(Path("link"), "二").has_value());
  EXPECT_TRUE(fs::is_symlink(Path("link")));
  EXPECT_EQ(fs_.Read(Path("new"), 10).value(), "二");
  EXPECT_EQ(fs::status(Path("new")).permissions(), fs::perms::owner_read | fs::perms::owner_write);
  EXPECT_EQ(Listed(root_).size(), 2u) << "a temporary file stayed behind";

  ASSERT_TRUE(WriteFileAtomic("/dev/null", "x").has_value());
  EXPECT_EQ(fs_.Kind("/dev/null"), PathKind::other);
}

TEST_F(FileSystemTest, SaysWhyAPathCannotBeWritten) {
  const Result<void> no_folder = WriteFileAtomic(Path("none/a.txt"), "x");
  ASSERT_FALSE(no_folder.has_value());
  EXPECT_NE(no_folder.error().message.zh.find("文件夹不存在"), std::string::npos);
  const Result<void> folder = WriteFileAtomic(root_, "x");
  ASSERT_FALSE(folder.has_value());
  EXPECT_NE(folder.error().message.zh.find("它是文件夹"), std::string::npos);
}

}  // namespace
}  // namespace hegao
