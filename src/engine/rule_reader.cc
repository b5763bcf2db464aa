#include "engine/rule_reader.h"

#include <algorithm>

#include "text/line_index.h"

namespace hegao {
namespace {

const std::vector<std::string> kSeverities = {"info", "warning", "error"};
const std::vector<std::string> kPhases = {"draft", "submit", "publish"};

std::vector<std::string> KindNames() {
  std::vector<std::string> names;
  for (const auto* k : AllCheckKinds()) names.emplace_back(k->name);
  return names;
}

bool IsRuleId(const std::string& id) {
  const auto slash = id.find('/');
  if (slash == id.npos || slash == 0 || slash + 1 == id.size()) return false;
  return std::all_of(id.begin(), id.end(),
                     [](char c) {
                       return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' ||
                              c == '/';
                     }) &&
         std::count(id.begin(), id.end(), '/') == 1;
}

void ReadId(MapReader& reader, RuleInfo& info) {
  const auto id = reader.RequiredString("id");
  if (!id) return;
  info.id = *id;
  if (!IsRuleId(*id)) {
    reader.problems().Add(
        "bad-id", *reader.value().Get("id"),
        {"规则号“" + *id + "”应写成“族/名”，只用小写字母、数字和连字符",
         "rule id “" + *id + "” should be family/name in lower-case letters, digits and hyphens"});
  }
}

void ReadPhases(MapReader& reader, RuleInfo& info) {
  const Value* phases = reader.Map("phases");
  if (phases == nullptr) return;
  MapReader map(*phases, reader.problems(), {"阶段", "phases"});
  auto choices = kSeverities;
  choices.emplace_back("off");
  for (std::size_t p = 0; p < kPhases.size(); ++p) {
    const auto choice = map.Choice(kPhases[p], choices);
    if (!choice) continue;
    if (*choice == 3)
      info.off_in_phase[p] = true;
    else
      info.in_phase[p] = static_cast<Severity>(*choice);
  }
  map.Finish();
}

/// An id that is no level's is an unknown key, told with the nearest one that is.
void ReadLevels(MapReader& reader, const CompileContext& context, RuleInfo& info) {
  const Value* levels = reader.Map("levels");
  if (levels == nullptr) return;
  MapReader map(*levels, reader.problems(), {"层级", "levels"});
  auto choices = kSeverities;
  choices.emplace_back("off");
  const std::size_t count = context.levels == nullptr ? 0 : context.levels->size();
  for (std::size_t i = 0; i < count; ++i) {
    const auto choice = map.Choice((*context.levels)[i].id, choices);
    if (!choice) continue;
    const bool off = *choice == 3;
    info.at_levels.push_back(
        {static_cast<int>(i), off, off ? Severity::info : static_cast<Severity>(*choice)});
  }
  map.Finish();
}

/// Names in {…} that the kind does not provide would reach the reader as they are.
void CheckVariables(const Message& text, std::string_view key, const CheckKind& kind,
                    MapReader& reader) {
  for (const auto* s : {&text.zh, &text.en}) {
    for (std::size_t at = 0; (at = s->find('{', at)) != s->npos; ++at) {
      const auto close = s->find('}', at);
      if (close == s->npos) break;
      const auto name = s->substr(at + 1, close - at - 1);
      if (std::find(kind.variables.begin(), kind.variables.end(), name) != kind.variables.end())
        continue;
      std::string known;
      for (const auto v : kind.variables)
        known += (known.empty() ? "{" : " {") + std::string(v) + "}";
      if (known.empty()) known = "—";
      reader.problems().Add("unknown-variable", *reader.value().Get(key),
                            {"“{" + name + "}”不是 " + std::string(kind.name) + " 提供的变量",
                             "{" + name + "} is not a variable of " + std::string(kind.name)},
                            {"可用：" + known, "known: " + known});
    }
  }
}

Message ReadBasis(MapReader& reader) {
  Message basis;
  const Value* list = reader.Require("basis");
  if (list == nullptr) return basis;
  const auto add = [&](const Value& v) {
    MapReader entry(v, reader.problems(), {"依据", "basis"});
    const auto document = entry.RequiredText("document");
    const auto clause = entry.Text("clause");
    entry.String("url");
    entry.Finish();
    if (!document) return;
    if (!basis.zh.empty()) {
      basis.zh += "；";
      basis.en += "; ";
    }
    basis.zh += document->zh + (clause ? clause->zh : "");
    basis.en += document->In(Lang::en) + (clause ? " " + clause->In(Lang::en) : "");
  };
  if (list->kind == Value::Kind::sequence) {
    for (const auto& item : list->items) add(item);
    if (list->items.empty()) {
      reader.problems().Add("empty-value", *list,
                            {"依据（basis）是空的：每条规则都要写明出处",
                             "the basis is empty: every rule names where it comes from"});
    }
  } else {
    add(*list);
  }
  return basis;
}

void ReadTexts(MapReader& reader, const CheckKind& kind, RuleInfo& info) {
  info.title = reader.RequiredText("title").value_or(Message{});
  info.message = reader.RequiredText("message").value_or(Message{});
  info.hint = reader.RequiredText("hint").value_or(Message{});
  info.why = reader.Text("why").value_or(Message{});
  info.basis = ReadBasis(reader);
  if (!info.message.empty()) CheckVariables(info.message, "message", kind, reader);
  if (!info.hint.empty()) CheckVariables(info.hint, "hint", kind, reader);
  if (const Value* example = reader.Map("example")) {
    MapReader map(*example, reader.problems(), {"例子", "example"});
    info.bad = map.RequiredText("bad").value_or(Message{});
    info.good = map.RequiredText("good").value_or(Message{});
    map.Finish();
  }
}

void ReadSeverity(MapReader& reader, RuleInfo& info) {
  const auto severity = reader.Choice("severity", kSeverities);
  if (!severity) reader.Require("severity");
  info.severity = static_cast<Severity>(severity.value_or(1));
  const auto weaker = reader.Choice("weaker", kSeverities);
  info.weaker = weaker                             ? static_cast<Severity>(*weaker)
                : info.severity == Severity::error ? Severity::warning
                                                   : Severity::info;
  if (const auto* years = reader.Map("years")) {
    MapReader map(*years, reader.problems(), {"适用年度", "years"});
    info.since_year = static_cast<int>(map.Int("from", 1990, 2099).value_or(0));
    info.until_year = static_cast<int>(map.Int("to", 1990, 2099).value_or(9999));
    map.Finish();
  }
}

}  // namespace

std::optional<Rule> ReadRule(const Value& value, const CompileContext& context,
                             Problems& problems) {
  const auto before = problems.items().size();
  MapReader reader(value, problems, {"规则", "rule"});
  if (!reader.ok()) return std::nullopt;
  Rule rule;
  ReadId(reader, rule.info);
  if (value.file != nullptr) {
    rule.file = value.file->path;
    rule.line = LineIndex(value.file->text).LineOf(value.span.begin);
  }
  const auto names = KindNames();
  const auto kind = reader.Choice("kind", names);
  if (!kind) {
    if (value.Get("kind") == nullptr) reader.Require("kind");
    return std::nullopt;  // without its kind the other keys cannot be told right from wrong
  }
  rule.kind = AllCheckKinds()[*kind];
  rule.info.kind = names[*kind];
  ReadSeverity(reader, rule.info);
  ReadPhases(reader, rule.info);
  ReadLevels(reader, context, rule.info);
  for (auto& id : reader.Strings("yields_to")) rule.info.yields_to.push_back(std::move(id.value));
  ReadTexts(reader, *rule.kind, rule.info);
  const auto params = Params::Read(reader, rule.kind->params, context);
  reader.Finish();
  if (problems.items().size() != before) return std::nullopt;
  rule.check = rule.kind->compile(params);
  if (rule.check == nullptr) {
    std::string optional;
    for (const auto& p : rule.kind->params) {
      if (!p.required) optional += (optional.empty() ? "" : ", ") + std::string(p.name);
    }
    problems.Add("nothing-to-check", value,
                 {"这条规则没有写要核对什么，不会报任何东西；至少写出一项：" + optional,
                  "the rule does not say what to check and could report nothing; give one at least "
                  "of: " +
                      optional});
    return std::nullopt;
  }
  return rule;
}

}  // namespace hegao
