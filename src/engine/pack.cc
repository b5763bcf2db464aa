#include "engine/pack.h"

#include <algorithm>
#include <map>

#include "base/file_system.h"
#include "engine/level_reader.h"
#include "engine/rule_reader.h"
#include "engine/slot_reader.h"
#include "rulepack/reader.h"

namespace hegao {
namespace {

/// The top levels of all files of one pack, and what is read from them.
class PackCompiler {
 public:
  explicit PackCompiler(PackFiles files) : files_(std::move(files)) {}

  LoadedPack Run() {
    std::vector<Value> roots;
    for (const auto& file : files_.files) roots.push_back(ParseYamlCached(file, problems_));
    for (std::size_t i = 0; i < roots.size(); ++i) ReadTop(roots[i], i == 0);
    for (const auto* list : slot_lists_) {
      auto slots = ReadSlots(*list, problems_);
      std::move(slots.begin(), slots.end(), std::back_inserter(pack_->slots));
    }
    for (const auto* rules : rule_lists_) ReadRules(*rules);
    CheckReferences();
    FindDeadParts();
    if (pack_->rules.empty() && problems_.empty()) {
      problems_.AddFile("no-rules", "pack.yaml",
                        {"规则包里一条规则也没有，检查不了任何东西",
                         "the pack has no rule: it could check nothing"});
    }
    LoadedPack loaded;
    problems_.Sort();
    notes_.Sort();
    loaded.origin = files_.origin;
    loaded.problems = problems_.items();
    loaded.notes = notes_.items();
    pack_->origin = files_.origin;
    pack_->cases = std::move(files_.cases);
    std::sort(pack_->rules.begin(), pack_->rules.end(),
              [](const Rule& a, const Rule& b) { return a.info.id < b.info.id; });
    if (problems_.empty()) loaded.pack = std::move(pack_);
    return loaded;
  }

 private:
  void ReadTop(const Value& root, bool main) {
    MapReader top(root, problems_, {"规则包文件", "pack file"});
    if (!top.ok()) return;
    if (main) ReadHead(top);
    if (const Value* slots = top.List("slots")) slot_lists_.push_back(slots);
    if (const Value* levels = top.List("levels")) {
      if (!pack_->levels.empty()) {
        problems_.Add("duplicate-id", *levels,
                      {"层级（levels）只能写在一个文件里", "levels: may stand in one file only"});
      }
      pack_->levels = ReadLevels(*levels, problems_);
    }
    if (const Value* rules = top.List("rules")) rule_lists_.push_back(rules);
    if (const Value* tables = top.Map("tables")) ReadTables(*tables);
    top.Finish();
  }

  void ReadHead(MapReader& top) {
    const auto format = top.Int("hegao", 1, 1);
    if (!format && root_has_no(top, "hegao")) top.Require("hegao");
    pack_->id = top.RequiredString("id").value_or("");
    pack_->version = top.RequiredString("version").value_or("");
    pack_->title = top.RequiredText("title").value_or(Message{});
    top.Text("description");
    pack_->optional = top.Bool("optional").value_or(false);
    ReadNeeds(top);
    if (const Value* applies = top.Map("applies")) {
      MapReader map(*applies, problems_, {"适用条件", "applies"});
      pack_->applies_title = CompilePatterns(map.Strings("title"), problems_);
      pack_->applies_text = CompilePatterns(map.Strings("text"), problems_);
      map.Finish();
    }
  }

  void ReadNeeds(MapReader& top) {
    for (const auto& need : top.Strings("needs")) {
      if (need.value == "layout") {
        pack_->needs_layout = true;
        continue;
      }
      problems_.Add("unknown-need", *need.at,
                    {"不认识“" + need.value + "”：needs 只能是 layout",
                     "unknown need “" + need.value + "”: it can only be layout"});
    }
  }

  static bool root_has_no(const MapReader& top, std::string_view key) {
    return top.value().Get(key) == nullptr;
  }

  void ReadTables(const Value& tables) {
    MapReader map(tables, problems_, {"词表", "tables"});
    for (const auto& entry : tables.entries) {
      if (!table_places_.emplace(entry.key, &entry.value).second) {
        problems_.Add(
            "duplicate-id", entry.value,
            {"词表“" + entry.key + "”写了两次", "table “" + entry.key + "” is defined twice"});
      }
      const auto& items = entry.value.items;
      if (!items.empty() && items.front().kind == Value::Kind::map) {
        records_[entry.key].list = map.List(entry.key);
        continue;
      }
      std::vector<std::string> list;
      for (auto& s : map.Strings(entry.key)) list.push_back(std::move(s.value));
      pack_->tables.emplace(entry.key, std::move(list));
    }
    map.Finish();
  }

  void ReadRules(const Value& list) {
    const CompileContext context{pack_->slots, pack_->tables, &tables_used_,
                                 &records_,    &files_.data,  &pack_->levels};
    for (const auto& item : list.items) {
      auto rule = ReadRule(item, context, problems_);
      if (!rule) continue;
      const auto same = std::find_if(pack_->rules.begin(), pack_->rules.end(),
                                     [&](const Rule& r) { return r.info.id == rule->info.id; });
      if (same != pack_->rules.end()) {
        problems_.Add("duplicate-id", item,
                      {"规则“" + rule->info.id + "”写了两次，另一处在 " + same->file + " 第 " +
                           std::to_string(same->line) + " 行",
                       "rule “" + rule->info.id + "” is defined twice, first in " + same->file +
                           " line " + std::to_string(same->line)});
        continue;
      }
      NoteIfDead(*rule, item);
      if (rule->kind->needs_layout && !pack_->needs_layout) {
        problems_.Add("missing-need", item,
                      {"规则“" + rule->info.id + "”要看版式，pack.yaml 里应写 needs: [layout]",
                       "rule “" + rule->info.id +
                           "” looks at the layout: pack.yaml has to say needs: [layout]"});
        continue;
      }
      pack_->rules.push_back(std::move(*rule));
    }
  }

  void NoteIfDead(const Rule& rule, const Value& at) {
    const auto& i = rule.info;
    if (i.off_in_phase[0] && i.off_in_phase[1] && i.off_in_phase[2]) {
      notes_.Add("dead-rule", at,
                 {"规则“" + i.id + "”在所有阶段都关着，不会报任何东西",
                  "rule “" + i.id + "” is off in every phase and can report nothing"});
    }
    if (i.since_year > i.until_year) {
      notes_.Add("dead-rule", at,
                 {"规则“" + i.id + "”的适用年度起止颠倒，不会报任何东西",
                  "the years of rule “" + i.id + "” end before they begin: it can report nothing"});
    }
  }

  /// Rules may name rules that come later, so the names are checked when all are read.
  void CheckReferences() {
    std::vector<std::string> ids;
    for (const auto* list : rule_lists_) {
      for (const auto& item : list->items) {
        if (const auto* id = item.Get("id")) ids.push_back(id->scalar);
      }
    }
    for (const auto* list : rule_lists_) {
      for (const auto& item : list->items) {
        const auto* names = item.Get("yields_to");
        if (names == nullptr) continue;
        if (names->kind == Value::Kind::scalar) CheckRuleName(*names, ids);
        for (const auto& name : names->items) CheckRuleName(name, ids);
      }
    }
  }

  void CheckRuleName(const Value& name, const std::vector<std::string>& ids) {
    if (std::find(ids.begin(), ids.end(), name.scalar) != ids.end()) return;
    const auto near = Nearest(name.scalar, ids);
    problems_.Add("unknown-rule", name,
                  {"没有规则“" + name.scalar + "”", "there is no rule “" + name.scalar + "”"},
                  near.empty() ? Message{}
                               : Message{"是不是“" + near + "”？", "did you mean “" + near + "”?"});
  }

  void FindDeadParts() {
    for (const auto& [name, place] : table_places_) {
      if (std::find(tables_used_.begin(), tables_used_.end(), name) != tables_used_.end()) continue;
      notes_.Add("unused-table", *place,
                 {"词表“" + name + "”没有规则用到", "no rule uses table “" + name + "”"});
    }
  }

  PackFiles files_;
  Problems problems_, notes_;
  std::shared_ptr<Pack> pack_ = std::make_shared<Pack>();
  std::vector<const Value*> slot_lists_, rule_lists_;
  RecordTables records_;
  std::map<std::string, const Value*> table_places_;
  std::vector<std::string> tables_used_;
};

}  // namespace

const Rule* Pack::FindRule(std::string_view rule_id) const {
  const auto it =
      std::find_if(rules.begin(), rules.end(), [&](const Rule& r) { return r.info.id == rule_id; });
  return it == rules.end() ? nullptr : &*it;
}

std::vector<std::string> DefaultPackIds() {
  auto ids = EmbeddedPackIds();
  std::erase_if(ids, [](const std::string& id) {
    const auto files = ReadEmbeddedPack(id);
    if (!files || files->files.empty()) return false;
    Problems problems;  // told when the pack is compiled
    const auto root = ParseYamlCached(files->files.front(), problems);
    const auto* optional = root.Get("optional");
    return optional != nullptr && optional->scalar == "true";
  });
  return ids;
}

LoadedPack CompilePack(PackFiles files) { return PackCompiler(std::move(files)).Run(); }

Result<LoadedPack> LoadPack(const std::string& name) {
  const bool path = name.find('/') != name.npos || RealFileSystem().Kind(name) != PathKind::missing;
  auto files = path ? ReadPackAt(name) : ReadEmbeddedPack(name);
  if (!files) return tl::unexpected<Error>(files.error());
  return CompilePack(std::move(*files));
}

}  // namespace hegao
