#include "cli/config.h"

#include <filesystem>

#include "base/file_system.h"
#include "rulepack/reader.h"

namespace hegao {
namespace {

constexpr std::size_t kMostBytes = 1u << 20;

/// The nearest hegao.yaml, as a path relative to the current folder; "" if there is none.
std::string FindConfig() {
  std::error_code error;
  const auto here = std::filesystem::current_path(error);
  if (error) return {};
  std::string up;
  for (auto folder = here;; folder = folder.parent_path()) {
    auto name = up + "hegao.yaml";
    if (RealFileSystem().Kind(name) == PathKind::file) return name;
    if (folder == folder.root_path()) return {};
    up += "../";
  }
}

std::string Beside(const std::string& config, const std::string& path) {
  const auto slash = config.rfind('/');
  if (slash == config.npos || path.empty() || path.front() == '/') return path;
  return config.substr(0, slash + 1) + path;
}

}  // namespace

Result<Config> LoadConfig(const std::string& file, Problems& problems) {
  Config config;
  config.file = file.empty() ? FindConfig() : file;
  if (config.file.empty()) return config;
  auto text = RealFileSystem().Read(config.file, kMostBytes);
  if (!text) return Fail(ErrorKind::usage, text.error().message);
  const YamlFile yaml{config.file, std::move(*text), false};
  const auto root = ParseYaml(yaml, problems);
  MapReader map(root, problems, {"配置", "configuration"});
  if (!map.ok()) return config;
  for (const auto& p : map.Strings("paths")) config.paths.push_back(Beside(config.file, p.value));
  for (const auto& p : map.Strings("packs")) {
    const bool folder = p.value.find('/') != p.value.npos;
    config.packs.push_back(folder ? Beside(config.file, p.value) : p.value);
  }
  const std::vector<std::string> phases = {"draft", "submit", "publish"};
  if (const auto phase = map.Choice("phase", phases)) config.phase = phases[*phase];
  const std::vector<std::string> levels = {"error", "warning", "info", "never"};
  if (const auto level = map.Choice("fail-on", levels)) config.fail_on = levels[*level];
  if (const auto* limits = map.Map("limits")) {
    config.limits = ReadLimitChoices(*limits, problems);
  }
  map.Finish();
  return config;
}

}  // namespace hegao
