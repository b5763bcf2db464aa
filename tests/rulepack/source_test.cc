// Where packs come from: folders as hostile as they may be, and the embedded copies.
#include "rulepack/source.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "marked_yaml.h"
#include "rulepack/embedded.h"

namespace hegao {
namespace {

namespace fs = std::filesystem;

class PackFolder : public ::testing::Test {
 protected:
  void SetUp() override {
    char name[] = "/tmp/hegao-pack-XXXXXX";
    ASSERT_NE(mkdtemp(name), nullptr);
    base_ = name;
    root_ = base_ / "pack";
    fs::create_directories(root_);
  }
  void TearDown() override { fs::remove_all(base_); }

  void Write(const fs::path& path, const std::string& text = "a: 1\n") const {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path, std::ios::binary) << text;
  }
  std::string Refusal(const fs::path& path) const {
    const auto pack = ReadPackAt(path.string());
    if (pack) return "(read)";
    EXPECT_EQ(pack.error().kind, ErrorKind::usage);
    EXPECT_FALSE(pack.error().message.en.empty());
    return pack.error().message.zh;
  }
  std::string Refusal() const { return Refusal(root_); }

  fs::path base_;
  fs::path root_;
};

std::vector<std::string> Paths(const std::vector<YamlFile>& files) {
  std::vector<std::string> out;
  for (const YamlFile& file : files) out.push_back(file.path);
  return out;
}

TEST_F(PackFolder, FilesInOrder) {
  for (const char* path : {"z.yaml", "pack.yaml", "a.yml", "data/places.yaml", "cases/b.case",
                           "cases/a.case", "notes.md", ".hidden.yaml", ".git/x.yaml", "b.case"}) {
    Write(path, path);
  }
  fs::create_symlink("a.yml", root_ / "linked.yaml");
  const std::vector<std::string> files{"pack.yaml", "a.yml", "data/places.yaml", "linked.yaml",
                                       "z.yaml"};
  for (const fs::path& given : {root_, root_ / "", root_ / "pack.yaml"}) {
    const auto pack = ReadPackAt(given.string());
    ASSERT_TRUE(pack) << pack.error().message.zh;
    EXPECT_EQ(pack->origin, root_.string());
    EXPECT_EQ(Paths(pack->files), files);
    EXPECT_EQ(Paths(pack->cases), (std::vector<std::string>{"cases/a.case", "cases/b.case"}));
    EXPECT_EQ(pack->files[3].text, "a.yml");
  }
}

TEST_F(PackFolder, YmlIsYaml) {
  Write("pack.yml");
  const auto pack = ReadPackAt((root_ / "pack.yml").string());
  ASSERT_TRUE(pack);
  EXPECT_EQ(pack->files[0].path, "pack.yml");
  Write("pack.yaml");
  EXPECT_NE(Refusal().find("既有 pack.yaml 又有 pack.yml"), std::string::npos);
}

TEST_F(PackFolder, RefusesWhatIsNoPack) {
  EXPECT_NE(Refusal(root_ / "nowhere").find("不存在"), std::string::npos);
  EXPECT_NE(Refusal().find("里没有 pack.yaml"), std::string::npos);
  Write("other.txt");
  EXPECT_EQ(Refusal().find("名字相近"), std::string::npos);
  Write("Pack.yalm");
  EXPECT_NE(Refusal().find("名字相近的“Pack.yalm”"), std::string::npos) << Refusal();
  EXPECT_NE(Refusal(root_ / "other.txt").find("应是文件夹或 .yaml 文件"), std::string::npos);
}

TEST_F(PackFolder, RefusesWaysOut) {
  Write("pack.yaml");
  std::ofstream(base_ / "secret.yaml") << "s: 1\n";
  fs::create_symlink("../secret.yaml", root_ / "x.yaml");
  EXPECT_NE(Refusal().find("x.yaml”是指向文件夹之外的符号链接"), std::string::npos) << Refusal();
  fs::remove(root_ / "x.yaml");
  fs::create_symlink("missing.yaml", root_ / "x.yaml");
  EXPECT_NE(Refusal().find("x.yaml"), std::string::npos);
  fs::remove(root_ / "x.yaml");
  fs::create_directory_symlink(".", root_ / "loop");
  EXPECT_NE(Refusal().find("指向文件夹的符号链接"), std::string::npos) << Refusal();
  fs::remove(root_ / "loop");
  fs::create_directories(base_ / "pack-other");  // a sibling whose name starts with ours
  std::ofstream(base_ / "pack-other" / "y.yaml") << "s: 1\n";
  fs::create_symlink("../pack-other/y.yaml", root_ / "y.yaml");
  EXPECT_NE(Refusal().find("文件夹之外"), std::string::npos) << Refusal();
  fs::remove(root_ / "y.yaml");
  EXPECT_EQ(Refusal(), "(read)");
}

TEST_F(PackFolder, RefusesTooMuch) {
  Write("pack.yaml", std::string(4u << 20, '#'));
  EXPECT_EQ(Refusal(), "(read)");
  Write("pack.yaml", std::string((4u << 20) + 1, '#'));
  EXPECT_NE(Refusal().find("超过 4 MiB"), std::string::npos);
  Write("pack.yaml");
  for (int i = 0; i < 499; ++i) Write("f" + std::to_string(i) + ".yaml");
  EXPECT_EQ(Refusal(), "(read)");
  Write("one-more.yaml");
  EXPECT_NE(Refusal().find("超过 500 个"), std::string::npos);
}

TEST_F(PackFolder, RefusesWhatCannotBeRead) {
  Write("pack.yaml");
  ASSERT_EQ(mkfifo((root_ / "pipe.yaml").c_str(), 0600), 0);
  EXPECT_NE(Refusal().find("不是普通文件"), std::string::npos);  // and does not wait for a writer
  fs::remove(root_ / "pipe.yaml");
  fs::create_directory(root_ / "folder.yaml");
  EXPECT_EQ(Refusal(), "(read)");
  if (geteuid() == 0) return;  // root reads everything
  fs::permissions(root_ / "pack.yaml", fs::perms::none);
  EXPECT_NE(Refusal().find("无法读取"), std::string::npos);
}

TEST(Embedded, EveryFileOfTheSourceTree) {
  std::vector<std::string> expected;
  for (const char* folder : {"rules", "templates"}) {
    for (const auto& entry :
         fs::recursive_directory_iterator(fs::path(HEGAO_SOURCE_DIR) / folder)) {
      const std::string path = entry.path().lexically_relative(HEGAO_SOURCE_DIR).string();
      const bool left_out = path.find("/.") != std::string::npos || path.ends_with('~');
      if (entry.is_regular_file() && !left_out) expected.push_back(path);
    }
  }
  std::sort(expected.begin(), expected.end());
  std::vector<std::string> embedded;
  for (const EmbeddedFile& file : EmbeddedFiles()) {
    embedded.emplace_back(file.path);
    std::ifstream in(fs::path(HEGAO_SOURCE_DIR) / file.path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    EXPECT_EQ(file.text, bytes) << file.path;
  }
  EXPECT_EQ(embedded, expected);
}

void ExpectSameTree(const Value& a, const Value& b) {
  ASSERT_EQ(a.kind, b.kind);
  EXPECT_EQ(a.quoted, b.quoted);
  EXPECT_EQ(a.span, b.span);
  EXPECT_EQ(a.scalar, b.scalar);
  EXPECT_EQ(a.file, b.file);
  ASSERT_EQ(a.items.size(), b.items.size());
  ASSERT_EQ(a.entries.size(), b.entries.size());
  for (std::size_t i = 0; i < a.items.size(); ++i) ExpectSameTree(a.items[i], b.items[i]);
  for (std::size_t i = 0; i < a.entries.size(); ++i) {
    EXPECT_EQ(a.entries[i].key, b.entries[i].key);
    EXPECT_EQ(a.entries[i].key_span, b.entries[i].key_span);
    ExpectSameTree(a.entries[i].value, b.entries[i].value);
  }
}

TEST(Embedded, ParsedAheadIsParsedAlike) {
  for (const EmbeddedFile& embedded : EmbeddedFiles()) {
    if (!embedded.path.ends_with(".yaml") && !embedded.path.ends_with(".yml")) continue;
    SCOPED_TRACE(embedded.path);
    const YamlFile file{"pack.yaml", std::string(embedded.text)};
    Problems problems;
    const Value parsed = ParseYaml(file, problems);
    EXPECT_TRUE(problems.empty()) << Show(problems);
    EXPECT_EQ(FindEmbeddedTree(file.text).nodes.empty(), parsed.kind == Value::Kind::null);
    ExpectSameTree(ParseYamlCached(file, problems), parsed);
  }
}

// The same for trees no pack holds yet: aliases, escapes, nulls, a BOM.
TEST(Embedded, TableGivesTheSameTree) {
  for (const char* text : {"a: &x {k: [1, 'q', \"\\t\"], e: }\nb: *x\nc: [*x, ~]\n",
                           "\xEF\xBB\xBF键: |\n  甲\n  乙\n", "a: 甲\n  乙\n", "文字", ""}) {
    SCOPED_TRACE(text);
    const YamlFile file{"pack.yaml", text};
    Problems problems;
    FlatTreeData table;
    ASSERT_TRUE(ParseFlat(file, {}, problems, &table));
    ExpectSameTree(BuildValue(table.view(), file, {}, nullptr), ParseYaml(file, problems));
    EXPECT_TRUE(problems.empty()) << Show(problems);
  }
}

// An edited copy must not get the tree of the original.
TEST(Embedded, OtherTextIsParsedAnew) {
  const YamlFile file{"rules/x/pack.yaml", "id: 另一个\n"};
  Problems problems;
  EXPECT_EQ(Dump(ParseYamlCached(file, problems)), "{id: 另一个}");
  const YamlFile broken{"rules/x/pack.yaml", "id: [\n"};
  ParseYamlCached(broken, problems);
  EXPECT_EQ(problems.items().size(), 1u);
}

TEST(Embedded, Packs) {
  for (const std::string& id : EmbeddedPackIds()) {
    const auto embedded = ReadEmbeddedPack(id);
    const auto folder = ReadPackAt(std::string(HEGAO_SOURCE_DIR) + "/rules/" + id);
    ASSERT_TRUE(embedded) << embedded.error().message.zh;
    ASSERT_TRUE(folder) << folder.error().message.zh;
    EXPECT_EQ(embedded->origin, "embedded:" + id);
    EXPECT_EQ(Paths(embedded->files), Paths(folder->files));
    EXPECT_EQ(Paths(embedded->cases), Paths(folder->cases));
    const auto typo = ReadEmbeddedPack(id + "s");
    ASSERT_FALSE(typo);
    EXPECT_NE(typo.error().message.zh.find("是不是“" + id + "”？"), std::string::npos);
  }
  for (const char* id : {"", ".", "..", "../x", "no-such-pack", "/"}) {
    const auto none = ReadEmbeddedPack(id);
    ASSERT_FALSE(none) << id;
    EXPECT_EQ(none.error().kind, ErrorKind::usage);
  }
}

}  // namespace
}  // namespace hegao
