#include "checks/params.h"

#include <algorithm>
#include <cassert>

#include "text/fold.h"

namespace hegao {
namespace {

/// {Y+1} stands for itself in heading keys; to RE2 it would be a (broken) repetition.
std::string EscapeYearTokens(std::string_view regex) {
  std::string out;
  for (std::size_t at = 0; at < regex.size(); ++at) {
    if (regex[at] != '{' || at + 1 >= regex.size() || regex[at + 1] != 'Y') {
      out += regex[at];
      continue;
    }
    const auto close = regex.find('}', at);
    if (close == regex.npos) {
      out += regex[at];
      continue;
    }
    out += "\\{";
    for (const char c : regex.substr(at + 1, close - at - 1)) {
      if (c == '+' || c == '?' || c == '-') out += '\\';
      out += c;
    }
    out += "\\}";
    at = close;
  }
  return out;
}

template <typename Spec>
std::vector<std::string> IdsOf(const std::vector<Spec>& specs) {
  std::vector<std::string> ids;
  for (const auto& s : specs) ids.push_back(s.id);
  return ids;
}

Message DidYouMean(const std::string& name, const std::vector<std::string>& names) {
  const auto near = Nearest(name, names);
  if (near.empty()) return {};
  return {"是不是“" + near + "”？", "did you mean “" + near + "”?"};
}

std::vector<int> ReadSlots(const std::vector<Located<std::string>>& names,
                           const CompileContext& context, Problems& problems) {
  std::vector<int> out;
  const auto ids = IdsOf(context.slots);
  for (const auto& name : names) {
    const auto it = std::find(ids.begin(), ids.end(), name.value);
    if (it == ids.end()) {
      problems.Add(
          "unknown-slot", *name.at,
          {"没有名为“" + name.value + "”的栏目（slot）", "there is no slot “" + name.value + "”"},
          DidYouMean(name.value, ids));
      continue;
    }
    out.push_back(static_cast<int>(it - ids.begin()));
  }
  return out;
}

std::vector<int> ReadLevelIds(const std::vector<Located<std::string>>& names,
                              const CompileContext& context, Problems& problems) {
  std::vector<int> out;
  const auto ids = context.levels == nullptr ? std::vector<std::string>{} : IdsOf(*context.levels);
  for (const auto& name : names) {
    const auto it = std::find(ids.begin(), ids.end(), name.value);
    if (it == ids.end()) {
      problems.Add(
          "unknown-level", *name.at,
          {"没有名为“" + name.value + "”的层级（level）", "there is no level “" + name.value + "”"},
          DidYouMean(name.value, ids));
      continue;
    }
    out.push_back(static_cast<int>(it - ids.begin()));
  }
  return out;
}

/// What `{table: NAME}` names in `tables`; nullptr, and a problem, if that is nothing.
template <typename Map>
auto FindTable(const Value& reference, Map& tables, const CompileContext& context,
               Problems& problems) -> decltype(&tables.begin()->second) {
  MapReader map(reference, problems, {"引用", "reference"});
  const auto name = map.RequiredString("table");
  map.Finish();
  if (!name) return nullptr;
  if (const auto it = tables.find(*name); it != tables.end()) {
    if (context.tables_used != nullptr) context.tables_used->push_back(*name);
    return &it->second;
  }
  std::vector<std::string> names;
  for (const auto& [n, list] : tables) names.push_back(n);
  problems.Add("unknown-table", reference,
               {"没有名为“" + *name + "”的词表（table）", "there is no table “" + *name + "”"},
               DidYouMean(*name, names));
  return nullptr;
}

std::vector<std::string> ReadTexts(MapReader& rule, std::string_view key,
                                   const CompileContext& context) {
  const Value* value = rule.Any(key);
  if (value == nullptr || value->kind != Value::Kind::map) {
    std::vector<std::string> out;
    for (auto& s : rule.Strings(key)) out.push_back(std::move(s.value));
    return out;
  }
  const auto* table = FindTable(*value, context.tables, context, rule.problems());
  return table == nullptr ? std::vector<std::string>{} : *table;
}

Date ReadDate(MapReader& rule, std::string_view key) {
  const auto text = rule.String(key);
  if (!text) return {};
  const auto date = ParseIsoDate(*text);
  if (date) return *date;
  rule.problems().Add("bad-date", *rule.value().Get(key),
                      {"日期应写作 2021-01-31，这里是“" + *text + "”",
                       "a date is written 2021-01-31, not “" + *text + "”"});
  return {};
}

DataFile ReadData(MapReader& rule, std::string_view key, const CompileContext& context) {
  static const std::vector<DataFile> none;
  const auto& own = context.data != nullptr ? *context.data : none;
  const auto name = rule.String(key);
  if (!name) return {};
  const Value& at = *rule.value().Get(key);
  auto found = FindDataFile(own, *name);
  if (!found) {
    rule.problems().Add(
        "unknown-data", at,
        {"没有名为“" + *name + "”的数据文件（data/）", "there is no data file “" + *name + "”"},
        DidYouMean(*name, DataFileNames(own)));
    return {};
  }
  // What is embedded was looked at by a test.
  const auto line = found->owner == nullptr ? 0 : FirstUnsortedLine(found->text);
  if (line != 0) {
    const auto n = std::to_string(line);
    rule.problems().Add("unsorted-data", at,
                        {"数据文件“" + *name + "”第 " + n + " 行没有按字节顺序排在上一行之后",
                         "line " + n + " of data file “" + *name +
                             "” does not sort after the one before it, by bytes"});
  }
  return *found;
}

/// The values that are among the choices; a problem for each that is not.
std::vector<std::string> Chosen(std::vector<Located<std::string>> values, const ParamSpec& spec,
                                Problems& problems) {
  const auto& choices = spec.choices;
  std::string known;
  for (const auto& c : choices) known += (known.empty() ? "" : ", ") + c;
  std::vector<std::string> out;
  for (auto& v : values) {
    if (std::find(choices.begin(), choices.end(), v.value) == choices.end()) {
      const std::string key(spec.name);
      problems.Add("bad-choice", *v.at,
                   {key + " 只能是：" + known + "，这里是“" + v.value + "”",
                    key + " is one of " + known + ", not “" + v.value + "”"},
                   DidYouMean(v.value, choices));
      continue;
    }
    out.push_back(std::move(v.value));
  }
  return out;
}

}  // namespace

bool CompileOnePattern(const Located<std::string>& source, Problems& problems, Pattern* out) {
  assert(source.at != nullptr);
  const auto regex = EscapeYearTokens(source.value);
  if (source.at->file != nullptr && source.at->file->verified) {
    *out = Pattern::Deferred(regex);
    return true;
  }
  PatternError error;
  if (Pattern::Compile(regex, out, &error)) return true;
  const auto fragment = error.fragment.empty() ? source.value : error.fragment;
  problems.Add(
      "bad-pattern", *source.at,
      {"正则表达式有误：" + error.message.zh + "（“" + fragment + "”）",
       "bad regular expression: " + error.message.In(Lang::en) + " (“" + fragment + "”)"},
      {"写法见 RE2：没有环视，括号要成对", "RE2 syntax: no look-around, brackets in pairs"});
  return false;
}

std::vector<Pattern> CompilePatterns(const std::vector<Located<std::string>>& sources,
                                     Problems& problems) {
  std::vector<Pattern> out;
  for (const auto& s : sources) {
    Pattern p;
    if (CompileOnePattern(s, problems, &p)) out.push_back(std::move(p));
  }
  return out;
}

Params Params::Read(MapReader& rule, const std::vector<ParamSpec>& specs,
                    const CompileContext& context) {
  Params params;
  for (const auto& spec : specs) params.ReadOne(rule, spec, context);
  return params;
}

Params::RecordList Params::ReadRecords(MapReader& rule, const ParamSpec& spec,
                                       const CompileContext& context) {
  static RecordTables none;
  const Value* list = rule.Any(spec.name);
  RecordTable* table = nullptr;
  std::string fields;
  for (const auto& f : spec.fields) fields.append(f.name).append(" ");
  if (list->kind == Value::Kind::map) {
    table = FindTable(*list, context.records != nullptr ? *context.records : none, context,
                      rule.problems());
    if (table == nullptr) return nullptr;
    if (table->read != nullptr && table->fields == fields) return table->read;
    list = table->list;
  }
  if (list->kind != Value::Kind::sequence) {
    rule.List(spec.name);  // says what was expected
    return nullptr;
  }
  std::vector<Params> out;
  out.reserve(list->items.size());
  for (const auto& item : list->items) {
    MapReader record(item, rule.problems(), {std::string(spec.name), std::string(spec.name)});
    if (!record.ok()) continue;
    out.push_back(Read(record, spec.fields, context));
    record.Finish();
  }
  auto read = std::make_shared<const std::vector<Params>>(std::move(out));
  if (table != nullptr && table->read == nullptr) {
    table->fields = std::move(fields);
    table->read = read;
  }
  return read;
}

void Params::ReadOne(MapReader& rule, const ParamSpec& spec, const CompileContext& context) {
  const bool present = rule.value().Get(spec.name) != nullptr;
  if (!present) {
    if (spec.required)
      rule.Require(spec.name);
    else
      rule.Any(spec.name);
    return;
  }
  Entry entry;
  if (!spec.choices.empty() && spec.type != ParamType::choice) {
    entry.texts = Chosen(rule.Strings(spec.name), spec, rule.problems());
    entries_.emplace(spec.name, std::move(entry));
    return;
  }
  switch (spec.type) {
    case ParamType::text:
      if (auto s = rule.String(spec.name)) entry.texts.push_back(std::move(*s));
      break;
    case ParamType::texts:
      entry.texts = ReadTexts(rule, spec.name, context);
      break;
    case ParamType::patterns:
      entry.patterns = CompilePatterns(rule.Strings(spec.name), rule.problems());
      break;
    case ParamType::slots:
      entry.slots = ReadSlots(rule.Strings(spec.name), context, rule.problems());
      break;
    case ParamType::levels:
      entry.slots = ReadLevelIds(rule.Strings(spec.name), context, rule.problems());
      break;
    case ParamType::integer:
      entry.integer = rule.Int(spec.name, spec.min, spec.max).value_or(spec.min);
      break;
    case ParamType::number:
      entry.number =
          rule.Double(spec.name, static_cast<double>(spec.min), static_cast<double>(spec.max))
              .value_or(0);
      break;
    case ParamType::choice:
      entry.integer = rule.Choice(spec.name, spec.choices).value_or(0);
      break;
    case ParamType::boolean:
      entry.integer = rule.Bool(spec.name).value_or(false) ? 1 : 0;
      break;
    case ParamType::date:
      entry.date = ReadDate(rule, spec.name);
      break;
    case ParamType::records:
      entry.records = ReadRecords(rule, spec, context);
      break;
    case ParamType::data:
      entry.data = ReadData(rule, spec.name, context);
      break;
  }
  entries_.emplace(spec.name, std::move(entry));
}

const Params::Entry* Params::Find(std::string_view name) const {
  const auto it = entries_.find(name);
  return it == entries_.end() ? nullptr : &it->second;
}

bool Params::Has(std::string_view name) const { return Find(name) != nullptr; }

const std::string& Params::Text(std::string_view name) const {
  static const std::string empty;
  const auto* e = Find(name);
  return e == nullptr || e->texts.empty() ? empty : e->texts.front();
}

const std::vector<std::string>& Params::Texts(std::string_view name) const {
  static const std::vector<std::string> empty;
  const auto* e = Find(name);
  return e == nullptr ? empty : e->texts;
}

std::vector<std::string> Params::Folded(std::string_view name) const {
  std::vector<std::string> out;
  for (const auto& text : Texts(name)) out.push_back(Fold(text));
  return out;
}

const std::vector<Pattern>& Params::Patterns(std::string_view name) const {
  static const std::vector<Pattern> empty;
  const auto* e = Find(name);
  return e == nullptr ? empty : e->patterns;
}

const std::vector<int>& Params::Slots(std::string_view name) const {
  static const std::vector<int> empty;
  const auto* e = Find(name);
  return e == nullptr ? empty : e->slots;
}

const std::vector<int>& Params::Levels(std::string_view name) const { return Slots(name); }

long Params::Integer(std::string_view name, long otherwise) const {
  const auto* e = Find(name);
  return e == nullptr ? otherwise : e->integer;
}

double Params::Number(std::string_view name, double otherwise) const {
  const auto* e = Find(name);
  return e == nullptr ? otherwise : e->number;
}

int Params::Choice(std::string_view name, int otherwise) const {
  const auto* e = Find(name);
  return e == nullptr ? otherwise : static_cast<int>(e->integer);
}

std::optional<Date> Params::DateOf(std::string_view name) const {
  const auto* e = Find(name);
  return e == nullptr ? std::nullopt : std::optional(e->date);
}

const std::vector<Params>& Params::Records(std::string_view name) const {
  static const std::vector<Params> empty;
  const auto* e = Find(name);
  return e == nullptr || e->records == nullptr ? empty : *e->records;
}

const DataFile& Params::Data(std::string_view name) const {
  static const DataFile none;
  const auto* e = Find(name);
  return e == nullptr ? none : e->data;
}

bool Params::Boolean(std::string_view name, bool otherwise) const {
  const auto* e = Find(name);
  return e == nullptr ? otherwise : e->integer != 0;
}

}  // namespace hegao
