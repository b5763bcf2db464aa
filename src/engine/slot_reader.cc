#include "engine/slot_reader.h"

#include <algorithm>

#include "checks/params.h"

namespace hegao {
namespace {

constexpr std::size_t kMostSlots = 12;

/// A pattern alone (weight 1), or {match: …, weight: …}.
std::vector<WeightedPattern> ReadPatterns(MapReader& slot, std::string_view key) {
  std::vector<WeightedPattern> out;
  const Value* list = slot.List(key);
  if (list == nullptr) return out;
  for (const auto& item : list->items) {
    WeightedPattern p;
    Located<std::string> source;
    if (item.kind == Value::Kind::scalar) {
      source = {item.scalar, &item};
    } else {
      MapReader map(item, slot.problems(), {"带权重的正则", "weighted pattern"});
      const auto match = map.RequiredString("match");
      p.weight = map.Double("weight", 0.0, 2.0).value_or(1.0);
      map.Finish();
      if (!match) continue;
      source = {*match, item.Get("match")};
    }
    if (CompileOnePattern(source, slot.problems(), &p.pattern)) out.push_back(std::move(p));
  }
  return out;
}

SlotSpec ReadSlot(MapReader& slot) {
  SlotSpec spec;
  spec.id = slot.RequiredString("id").value_or("");
  spec.name = slot.RequiredText("name").value_or(Message{});
  spec.required = slot.Bool("required").value_or(true);
  spec.order = static_cast<int>(slot.Int("order", 0, 99).value_or(0));
  spec.headings = ReadPatterns(slot, "headings");
  spec.not_headings = ReadPatterns(slot, "not_headings");
  spec.body = ReadPatterns(slot, "body");
  spec.embedded = slot.Bool("embedded").value_or(true);
  spec.implicit = slot.Bool("implicit").value_or(false);
  spec.thematic = slot.Bool("thematic").value_or(false);
  spec.single = slot.Bool("single").value_or(true);
  spec.plan = slot.Bool("plan").value_or(false);
  spec.min_chars = static_cast<std::uint32_t>(slot.Int("min_chars", 0, 100000).value_or(0));
  spec.since_year = static_cast<int>(slot.Int("since", 1990, 2099).value_or(0));
  spec.advised_year = static_cast<int>(slot.Int("advised", 1990, 2099).value_or(0));
  if (spec.advised_year != 0 && spec.advised_year >= spec.since_year) {
    slot.problems().Add("years-reversed", *slot.value().Get("advised"),
                        {"advised 应早于 since：从 since 那一年起就是必备内容了",
                         "advised should be earlier than since: from then on it is required"});
  }
  if (spec.headings.empty() && slot.value().Get("headings") == nullptr) slot.Require("headings");
  return spec;
}

}  // namespace

std::vector<SlotSpec> ReadSlots(const Value& list, Problems& problems) {
  std::vector<SlotSpec> specs;
  std::vector<std::vector<Located<std::string>>> not_inside;
  for (const auto& item : list.items) {
    MapReader slot(item, problems, {"栏目", "slot"});
    if (!slot.ok()) continue;
    specs.push_back(ReadSlot(slot));
    not_inside.push_back(slot.Strings("not_inside"));
    slot.Finish();
    const auto same = std::count_if(specs.begin(), specs.end(),
                                    [&](const SlotSpec& s) { return s.id == specs.back().id; });
    if (same > 1) {
      problems.Add("duplicate-id", item,
                   {"栏目“" + specs.back().id + "”写了两次",
                    "slot “" + specs.back().id + "” is defined twice"});
    }
  }
  if (specs.size() > kMostSlots) {
    problems.Add("too-many-slots", list, {"栏目最多 12 个", "at most 12 slots"});
  }
  for (std::size_t s = 0; s < specs.size(); ++s) {
    for (const auto& name : not_inside[s]) {
      const auto it = std::find_if(specs.begin(), specs.end(),
                                   [&](const SlotSpec& o) { return o.id == name.value; });
      if (it == specs.end()) {
        std::vector<std::string> ids;
        for (const auto& o : specs) ids.push_back(o.id);
        const auto near = Nearest(name.value, ids);
        problems.Add(
            "unknown-slot", *name.at,
            {"没有名为“" + name.value + "”的栏目（slot）", "there is no slot “" + name.value + "”"},
            near.empty() ? Message{}
                         : Message{"是不是“" + near + "”？", "did you mean “" + near + "”?"});
        continue;
      }
      specs[s].not_inside.push_back(static_cast<int>(it - specs.begin()));
    }
  }
  return specs;
}

}  // namespace hegao
