#include "rulepack/value.h"

#include "rulepack/flat_tree.h"

namespace hegao {

const Value* Value::Get(std::string_view key) const {
  for (const Entry& entry : entries) {
    if (entry.key == key) return &entry.value;
  }
  return nullptr;
}

Value ParseYaml(const YamlFile& file, Problems& problems, const YamlLimits& limits) {
  FlatTreeData tree;
  if (!ParseFlat(file, limits, problems, &tree)) tree = {};
  return BuildValue(tree.view(), file, limits, &problems);
}

}  // namespace hegao
