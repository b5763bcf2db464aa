#include "rulepack/source.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>

#include "rulepack/reader.h"

namespace hegao {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t kMaxFileBytes = 4u << 20;
constexpr std::size_t kMaxFiles = 500;
constexpr std::string_view kRules = "rules/";
constexpr std::string_view kCases = "cases/";
constexpr std::string_view kData = "data/";

bool IsYamlPath(std::string_view path) { return path.ends_with(".yaml") || path.ends_with(".yml"); }
bool IsMainPath(std::string_view path) { return path == "pack.yaml" || path == "pack.yml"; }
bool IsCasePath(std::string_view path) {
  return path.starts_with(kCases) && path.ends_with(".case");
}

bool IsDataPath(std::string_view path) { return path.starts_with(kData) && path.ends_with(".tsv"); }

tl::unexpected<Error> Refuse(const std::string& what, const char* zh, const char* en) {
  return Fail(ErrorKind::usage, {"规则包“" + what + "”" + zh, "rule pack “" + what + "”: " + en});
}

void Order(PackFiles* pack) {
  std::sort(pack->files.begin(), pack->files.end(), [](const YamlFile& a, const YamlFile& b) {
    return std::pair(!IsMainPath(a.path), std::string_view(a.path)) <
           std::pair(!IsMainPath(b.path), std::string_view(b.path));
  });
  std::sort(pack->cases.begin(), pack->cases.end(),
            [](const YamlFile& a, const YamlFile& b) { return a.path < b.path; });
}

/// The folder's files that belong to a pack; everything that could lead out of it is refused.
class FolderReader {
 public:
  FolderReader(std::string shown, fs::path root)
      : shown_(std::move(shown)), root_(std::move(root)) {}

  Result<PackFiles> Read() {
    std::error_code error;
    canonical_root_ = fs::canonical(root_, error);
    if (error) return Refuse(shown_, "的文件夹无法读取", "the folder cannot be read");
    if (auto walked = Walk(); !walked) return tl::unexpected(walked.error());
    pack_.origin = shown_;
    Order(&pack_);
    if (pack_.files.empty() || !IsMainPath(pack_.files[0].path)) return NoMainFile();
    if (pack_.files.size() > 1 && IsMainPath(pack_.files[1].path)) {
      return Refuse(shown_, "里既有 pack.yaml 又有 pack.yml，请只留一个",
                    "it has both pack.yaml and pack.yml, keep one of them");
    }
    return std::move(pack_);
  }

  /// A pack that is one file, with its cases in NAME.case beside it.
  Result<PackFiles> ReadOne(const std::string& name) {
    pack_.origin = shown_;
    auto main = ReadFile(root_ / name, name);
    if (!main) return tl::unexpected(main.error());
    pack_.files.push_back(std::move(*main));
    const std::string cases = fs::path(name).replace_extension(".case").generic_string();
    std::error_code error;
    if (fs::exists(root_ / cases, error)) {
      auto file = ReadFile(root_ / cases, cases);
      if (!file) return tl::unexpected(file.error());
      pack_.cases.push_back(std::move(*file));
    }
    return std::move(pack_);
  }

 private:
  Result<void> Walk() {
    std::error_code error;
    fs::recursive_directory_iterator it(root_, error);
    while (!error && it != fs::recursive_directory_iterator()) {
      const bool hidden = it->path().filename().native().starts_with('.');
      std::error_code ignored;
      if (hidden && it->is_directory(ignored)) it.disable_recursion_pending();
      if (!hidden) {
        if (auto taken = TakeEntry(*it); !taken) return taken;
      }
      it.increment(error);
    }
    if (error) return Refuse(shown_, "的文件夹无法读取", "the folder cannot be read");
    return {};
  }

  Result<void> TakeEntry(const fs::directory_entry& entry) {
    const std::string path = entry.path().lexically_relative(root_).generic_string();
    std::error_code error;
    const bool link = entry.is_symlink(error);
    if (link && !StaysInside(entry.path())) {
      return Refuse(shown_ + "/" + path, "是指向文件夹之外的符号链接",
                    "it is a symbolic link out of the folder");
    }
    const bool folder = entry.is_directory(error);
    if (folder && link) {
      return Refuse(shown_ + "/" + path, "是指向文件夹的符号链接，规则包里不能用",
                    "it is a symbolic link to a folder, which a pack must not have");
    }
    const bool is_case = IsCasePath(path);
    const bool is_data = IsDataPath(path);
    if (folder || (!is_case && !is_data && !IsYamlPath(path))) {
      if (!folder) others_.push_back(path);
      return {};
    }
    if (pack_.files.size() + pack_.cases.size() + pack_.data.size() >= kMaxFiles) {
      return Refuse(shown_, "的文件超过 500 个", "it has more than 500 files");
    }
    auto file = ReadFile(entry.path(), path);
    if (!file) return tl::unexpected(file.error());
    if (is_data) {
      auto text = std::make_shared<const std::string>(std::move(file->text));
      pack_.data.push_back({path.substr(kData.size()), text, *text});
    } else {
      (is_case ? pack_.cases : pack_.files).push_back(std::move(*file));
    }
    return {};
  }

  bool StaysInside(const fs::path& link) const {
    std::error_code error;
    const fs::path target = fs::canonical(link, error);
    if (error) return false;
    const auto [root_end, ignored] =
        std::mismatch(canonical_root_.begin(), canonical_root_.end(), target.begin(), target.end());
    return root_end == canonical_root_.end();
  }

  Result<YamlFile> ReadFile(const fs::path& where, const std::string& path) const {
    const std::string shown = shown_ + "/" + path;
    std::error_code error;
    if (!fs::is_regular_file(where, error)) {
      return Refuse(shown, "不是普通文件", "it is no regular file");
    }
    const std::uintmax_t size = fs::file_size(where, error);
    if (!error && size > kMaxFileBytes)
      return Refuse(shown, "超过 4 MiB", "it is larger than 4 MiB");
    std::string text(error ? 0 : static_cast<std::size_t>(size), '\0');
    std::ifstream in(where, std::ios::binary);
    in.read(text.data(), static_cast<std::streamsize>(text.size()));
    if (error || !in) {
      return Refuse(shown, "无法读取，请检查文件权限", "it cannot be read, check its permissions");
    }
    return YamlFile{path, std::move(text), false};
  }

  Result<PackFiles> NoMainFile() const {
    std::vector<std::string> names = others_;
    for (const YamlFile& file : pack_.files) names.push_back(file.path);
    const std::string nearest = Nearest("pack.yaml", names);
    Message message{"规则包“" + shown_ + "”里没有 pack.yaml",
                    "rule pack “" + shown_ + "” has no pack.yaml"};
    if (!nearest.empty()) {
      message.zh += "，只有名字相近的“" + nearest + "”";
      message.en += ", only “" + nearest + "”, which is similar";
    }
    return Fail(ErrorKind::usage, std::move(message));
  }

  std::string shown_;
  fs::path root_;
  fs::path canonical_root_;
  PackFiles pack_;
  std::vector<std::string> others_;
};

}  // namespace

std::vector<std::string> EmbeddedPackIds() {
  std::vector<std::string> ids;
  for (const EmbeddedFile& file : EmbeddedFiles()) {
    if (!file.path.starts_with(kRules)) continue;
    const std::string_view path = file.path.substr(kRules.size());
    const std::size_t slash = path.find('/');
    if (slash != std::string_view::npos && IsMainPath(path.substr(slash + 1))) {
      ids.emplace_back(path.substr(0, slash));
    }
  }
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  return ids;
}

Result<PackFiles> ReadEmbeddedPack(std::string_view id) {
  const std::vector<std::string> ids = EmbeddedPackIds();
  if (std::find(ids.begin(), ids.end(), id) == ids.end()) {
    const std::string name(id);
    std::string known;
    for (const std::string& each : ids) known += (known.empty() ? "" : "、") + each;
    Message message{"没有规则包“" + name + "”", "there is no rule pack “" + name + "”"};
    if (const std::string nearest = Nearest(id, ids); !nearest.empty()) {
      message.zh += "，是不是“" + nearest + "”？";
      message.en += ", did you mean “" + nearest + "”?";
    } else {
      message.zh += "，";
      message.en += "; ";
    }
    message.zh += "内置的有：" + known;
    message.en += " embedded: " + known;
    return Fail(ErrorKind::usage, std::move(message));
  }
  const std::string folder = std::string(kRules) + std::string(id) + "/";
  PackFiles pack;
  pack.origin = "embedded:" + std::string(id);
  for (const EmbeddedFile& file : EmbeddedFiles()) {
    if (!file.path.starts_with(folder)) continue;
    const std::string_view path = file.path.substr(folder.size());
    if (IsDataPath(path)) {
      pack.data.push_back({std::string(path.substr(kData.size())), nullptr, file.text});
      continue;
    }
    if (!IsCasePath(path) && !IsYamlPath(path)) continue;
    YamlFile copy{std::string(path), std::string(file.text), true};
    (IsCasePath(path) ? pack.cases : pack.files).push_back(std::move(copy));
  }
  Order(&pack);
  return pack;
}

Result<PackFiles> ReadPackAt(const std::string& path) {
  std::error_code error;
  const fs::path given(path);
  const fs::file_status status = fs::status(given, error);
  if (!fs::exists(status)) {
    return Refuse(path, "不存在", "no such file or folder");
  }
  if (fs::is_directory(status)) {
    std::string shown = path;
    while (shown.size() > 1 && shown.ends_with('/')) shown.pop_back();
    return FolderReader(shown, given).Read();
  }
  const fs::path parent = given.has_parent_path() ? given.parent_path() : fs::path(".");
  const std::string name = given.filename().generic_string();
  FolderReader folder(parent.generic_string(), parent);
  if (IsMainPath(name)) return folder.Read();
  if (IsYamlPath(name)) return folder.ReadOne(name);
  return Refuse(path, "应是文件夹或 .yaml 文件", "give a folder or a .yaml file");
}

}  // namespace hegao
