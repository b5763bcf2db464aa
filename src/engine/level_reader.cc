#include "engine/level_reader.h"

#include <algorithm>

#include "checks/params.h"

namespace hegao {

std::vector<LevelSpec> ReadLevels(const Value& list, Problems& problems) {
  std::vector<LevelSpec> levels;
  for (const auto& item : list.items) {
    MapReader map(item, problems, {"发文机关层级", "level of issuers"});
    if (!map.ok()) continue;
    LevelSpec level;
    level.id = map.RequiredString("id").value_or("");
    level.name = map.RequiredText("name").value_or(Message{});
    level.issuer = CompilePatterns(map.Strings("issuer"), problems);
    if (item.Get("issuer") == nullptr) map.Require("issuer");
    map.Finish();
    if (std::any_of(levels.begin(), levels.end(),
                    [&](const LevelSpec& l) { return l.id == level.id; })) {
      problems.Add("duplicate-id", item,
                   {"层级“" + level.id + "”写了两次", "level “" + level.id + "” is defined twice"});
      continue;
    }
    levels.push_back(std::move(level));
  }
  return levels;
}

}  // namespace hegao
