#include "rulepack/embedded.h"

namespace hegao {

std::span<const EmbeddedFile> EmbeddedFiles() { return GetEmbeddedTables().files; }

FlatTree FindEmbeddedTree(std::string_view text) {
  const EmbeddedTables tables = GetEmbeddedTables();
  for (std::size_t i = 0; i < tables.files.size(); ++i) {
    if (!tables.trees[i].nodes.empty() && tables.files[i].text == text) return tables.trees[i];
  }
  return {};
}

Value ParseYamlCached(const YamlFile& file, Problems& problems, const YamlLimits& limits) {
  const FlatTree tree = FindEmbeddedTree(file.text);
  if (tree.nodes.empty()) return ParseYaml(file, problems, limits);
  return BuildValue(tree, file, limits, nullptr);
}

}  // namespace hegao
