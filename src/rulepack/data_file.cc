#include "rulepack/data_file.h"

#include <algorithm>

#include "rulepack/source.h"

namespace hegao {
namespace {

constexpr std::string_view kShared = "rules/data/";

std::string_view LineAt(std::string_view text, std::size_t at) {
  return text.substr(at, std::min(text.find('\n', at), text.size()) - at);
}

}  // namespace

std::optional<DataFile> FindDataFile(const std::vector<DataFile>& own, std::string_view name) {
  for (const auto& file : own) {
    if (file.name == name) return file;
  }
  for (const auto& file : EmbeddedFiles()) {
    if (file.path.starts_with(kShared) && file.path.substr(kShared.size()) == name) {
      return DataFile{std::string(name), nullptr, file.text};
    }
  }
  return std::nullopt;
}

std::vector<std::string> DataFileNames(const std::vector<DataFile>& own) {
  std::vector<std::string> names;
  for (const auto& file : own) names.push_back(file.name);
  for (const auto& file : EmbeddedFiles()) {
    if (file.path.starts_with(kShared)) names.emplace_back(file.path.substr(kShared.size()));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::size_t FirstUnsortedLine(std::string_view text) {
  std::string_view last;
  std::size_t number = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto line = LineAt(text, at);
    if (++number > 1 && line <= last) return number;
    last = line;
    at += line.size() + 1;
  }
  return 0;
}

std::optional<std::string_view> LookUp(std::string_view table, std::string_view key) {
  std::size_t low = 0, high = table.size();  // line starts; the line sought begins in [low, high)
  while (low < high) {
    const auto middle = low + (high - low) / 2;
    const auto before = table.rfind('\n', middle == 0 ? 0 : middle - 1);
    const auto start = middle == 0 || before == table.npos || before < low ? low : before + 1;
    const auto line = LineAt(table, start);
    const auto tab = std::min(line.find('\t'), line.size());
    const int order = line.substr(0, tab).compare(key);
    if (order == 0) return line.substr(std::min(tab + 1, line.size()));
    if (order < 0) {
      low = start + line.size() + 1;
    } else {
      high = start;
    }
  }
  return std::nullopt;
}

}  // namespace hegao
