#include "rulepack/reader.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "rulepack/syntax_hint.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kShownCharacters = 20;

const Message kText{"文字", "text"};
const Message kMap{"键值对", "a map"};
const Message kList{"列表", "a list"};
const Message kTexts{"文字或文字的列表", "text or a list of texts"};

std::string Shorten(std::string_view s) {
  const std::string_view head = FirstCodePoints(s.substr(0, s.find('\n')), kShownCharacters);
  return std::string(head) + (head.size() < s.size() ? "…" : "");
}

Message Observed(const Value& v) {
  switch (v.kind) {
    case Value::Kind::null:
      return {"空的", "nothing"};
    case Value::Kind::sequence:
      return kList;
    case Value::Kind::map:
      return kMap;
    case Value::Kind::scalar:
      break;
  }
  const std::string shown = "“" + Shorten(v.scalar) + "”";
  return v.quoted ? Message{"加了引号的文字" + shown, "quoted text " + shown}
                  : Message{"文字" + shown, "text " + shown};
}

/// "key：value" in plain text where a map belongs: the colon is what is wrong.
Message ColonHint(const Value& v) {
  if (v.kind != Value::Kind::scalar || v.quoted) return {};
  const Span all{0, static_cast<std::uint32_t>(v.scalar.size())};
  const auto found = FindBadColon(v.scalar, all);
  return found ? found->hint : Message{};
}

std::string Join(const std::vector<std::string>& names, std::string_view separator) {
  std::string out;
  for (const std::string& name : names) {
    if (!out.empty()) out += separator;
    out += name;
  }
  return out;
}

Message Suggest(std::string_view name, const std::vector<std::string>& names) {
  if (names.empty()) return {};
  const std::string nearest = Nearest(name, names);
  if (!nearest.empty()) {
    return {"是不是“" + nearest + "”？", "did you mean “" + nearest + "”?"};
  }
  return {"可用的有：" + Join(names, "、"), "choose from: " + Join(names, ", ")};
}

/// [-]digits[.digits] without leading zeros: nothing that other YAML readers take for octal or hex.
bool IsDecimal(std::string_view s, bool fraction) {
  if (s.starts_with('-')) s.remove_prefix(1);
  const std::size_t dot = fraction ? s.find('.') : std::string_view::npos;
  const std::string_view whole = s.substr(0, dot);
  const auto digits = [](std::string_view d) {
    return !d.empty() &&
           std::all_of(d.begin(), d.end(), [](char c) { return c >= '0' && c <= '9'; });
  };
  if (!digits(whole) || (whole.size() > 1 && whole[0] == '0')) return false;
  return dot == std::string_view::npos || digits(s.substr(dot + 1));
}

Message NumberHint(const Value& v, bool fraction) {
  if (v.kind != Value::Kind::scalar) return {};
  const std::string folded = Fold(v.scalar);
  std::string_view digits = folded;
  while (digits.size() > 1 && digits[0] == '0' && digits[1] != '.') digits.remove_prefix(1);
  if (!IsDecimal(digits, fraction)) return {};
  const std::string number(digits);
  return {"写作 " + number, "write " + number};
}

Message BoolHint(const Value& v) {
  if (v.kind != Value::Kind::scalar) return {};
  std::string s = Fold(v.scalar);
  std::transform(s.begin(), s.end(), s.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  for (const std::string_view yes : {"true", "yes", "on", "y", "1", "是"}) {
    if (s == yes) return {"写作 true", "write true"};
  }
  for (const std::string_view no : {"false", "no", "off", "n", "0", "否"}) {
    if (s == no) return {"写作 false", "write false"};
  }
  return {};
}

template <typename T>
std::optional<T> ParseNumber(const std::string& s) {
  T value{};
  const auto result = std::from_chars(s.data(), s.data() + s.size(), value);
  if (result.ec != std::errc{} || result.ptr != s.data() + s.size()) return std::nullopt;
  return value;
}

std::string Shown(long n) { return std::to_string(n); }
std::string Shown(double n) {
  std::string s = std::to_string(n);
  s.erase(s.find_last_not_of('0') + 1);
  if (s.ends_with('.')) s.pop_back();
  return s;
}

template <typename T>
std::optional<T> InRange(const Value& v, std::string_view key, T min, T max, Problems& problems) {
  const std::optional<T> value = ParseNumber<T>(v.scalar);
  if (value && *value >= min && *value <= max) return value;
  const std::string k(key);
  problems.Add("out-of-range", v,
               {"“" + k + "”应在 " + Shown(min) + " 到 " + Shown(max) + " 之间，这里是 " + v.scalar,
                "“" + k + "” must lie between " + Shown(min) + " and " + Shown(max) + ", found " +
                    v.scalar});
  return std::nullopt;
}

void AddWrongType(Problems& problems, const Value& v, std::string_view key, const Message& expected,
                  Message hint) {
  const std::string k(key);
  const Message observed = Observed(v);
  const bool empty = v.kind == Value::Kind::null;
  problems.Add(empty ? "empty-value" : "wrong-type", v,
               {"“" + k + "”应为" + expected.zh + "，这里是" + observed.zh,
                "“" + k + "” must be " + expected.en + ", found " + observed.en},
               std::move(hint));
}

}  // namespace

MapReader::MapReader(const Value& value, Problems& problems, Message what)
    : value_(&value), problems_(&problems), what_(std::move(what)) {
  ok_ = value.kind == Value::Kind::map;
  if (ok_) return;
  const Message observed = Observed(value);
  problems.Add(value.kind == Value::Kind::null ? "empty-value" : "wrong-type", value,
               {what_.zh + "应为" + kMap.zh + "，这里是" + observed.zh,
                what_.en + " must be " + kMap.en + ", found " + observed.en},
               ColonHint(value));
}

const Value* MapReader::Take(std::string_view key) {
  if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) asked_.emplace_back(key);
  return value_->Get(key);
}

void MapReader::WrongType(const Value& v, std::string_view key, Message expected) {
  AddWrongType(*problems_, v, key, expected, ColonHint(v));
}

const Value* MapReader::Any(std::string_view key) { return Take(key); }

const Value* MapReader::Require(std::string_view key) {
  const Value* v = Take(key);
  if (v == nullptr && ok_) {
    const std::string k(key);
    problems_->Add("missing-key", *value_,
                   {what_.zh + "缺少“" + k + "”", what_.en + " lacks “" + k + "”"});
  }
  return v;
}

std::optional<std::string> MapReader::String(std::string_view key) {
  const Value* v = Take(key);
  if (v == nullptr) return std::nullopt;
  if (v->kind == Value::Kind::scalar) return v->scalar;
  WrongType(*v, key, kText);
  return std::nullopt;
}

std::optional<std::string> MapReader::RequiredString(std::string_view key) {
  const Value* v = Require(key);
  if (v == nullptr) return std::nullopt;
  if (v->kind == Value::Kind::scalar && v->scalar.empty()) {
    const std::string k(key);
    problems_->Add("empty-value", *v, {"“" + k + "”不能为空", "“" + k + "” must not be empty"});
    return std::nullopt;
  }
  return String(key);
}

std::optional<long> MapReader::Int(std::string_view key, long min, long max) {
  const Value* v = Take(key);
  if (v == nullptr) return std::nullopt;
  if (v->kind == Value::Kind::scalar && !v->quoted && IsDecimal(v->scalar, false)) {
    return InRange<long>(*v, key, min, max, *problems_);
  }
  AddWrongType(*problems_, *v, key, {"整数", "a whole number"}, NumberHint(*v, false));
  return std::nullopt;
}

std::optional<double> MapReader::Double(std::string_view key, double min, double max) {
  const Value* v = Take(key);
  if (v == nullptr) return std::nullopt;
  if (v->kind == Value::Kind::scalar && !v->quoted && IsDecimal(v->scalar, true)) {
    return InRange<double>(*v, key, min, max, *problems_);
  }
  AddWrongType(*problems_, *v, key, {"数字", "a number"}, NumberHint(*v, true));
  return std::nullopt;
}

std::optional<bool> MapReader::Bool(std::string_view key) {
  const Value* v = Take(key);
  if (v == nullptr) return std::nullopt;
  if (v->kind == Value::Kind::scalar && !v->quoted) {
    if (v->scalar == "true") return true;
    if (v->scalar == "false") return false;
  }
  AddWrongType(*problems_, *v, key, {" true 或 false", "true or false"}, BoolHint(*v));
  return std::nullopt;
}

std::vector<Located<std::string>> MapReader::Strings(std::string_view key) {
  std::vector<Located<std::string>> out;
  const Value* v = Take(key);
  if (v == nullptr) return out;
  if (v->kind == Value::Kind::scalar) {
    out.push_back({v->scalar, v});
  } else if (v->kind != Value::Kind::sequence) {
    WrongType(*v, key, kTexts);
  } else {
    for (const Value& item : v->items) {
      if (item.kind == Value::Kind::scalar) {
        out.push_back({item.scalar, &item});
      } else {
        WrongType(item, key, {"文字的列表", "a list of texts"});
      }
    }
  }
  return out;
}

std::optional<Message> MapReader::Text(std::string_view key) {
  const Value* v = Take(key);
  if (v == nullptr) return std::nullopt;
  if (v->kind == Value::Kind::scalar) return Message{v->scalar, {}};
  if (v->kind != Value::Kind::map) {
    WrongType(*v, key, {"文字或“zh: …, en: …”", "text or “zh: …, en: …”"});
    return std::nullopt;
  }
  MapReader reader(*v, *problems_, {"“" + std::string(key) + "”", "“" + std::string(key) + "”"});
  const auto zh = reader.RequiredString("zh");
  const auto en = reader.String("en");
  reader.Finish();
  if (!zh) return std::nullopt;
  return Message{*zh, en.value_or("")};
}

std::optional<Message> MapReader::RequiredText(std::string_view key) {
  const Value* v = Require(key);
  if (v == nullptr) return std::nullopt;
  if (v->kind == Value::Kind::scalar && !RequiredString(key)) return std::nullopt;
  return Text(key);
}

std::optional<int> MapReader::Choice(std::string_view key, const std::vector<std::string>& names) {
  const std::optional<std::string> name = String(key);
  if (!name) return std::nullopt;
  const auto found = std::find(names.begin(), names.end(), *name);
  if (found != names.end()) return static_cast<int>(found - names.begin());
  const std::string k(key);
  const std::string shown = "“" + Shorten(*name) + "”";
  problems_->Add("unknown-value", *value_->Get(key),
                 {"“" + k + "”不能是" + shown, "“" + k + "” cannot be " + shown},
                 Suggest(*name, names));
  return std::nullopt;
}

const Value* MapReader::Map(std::string_view key) {
  const Value* v = Take(key);
  if (v == nullptr || v->kind == Value::Kind::map) return v;
  WrongType(*v, key, kMap);
  return nullptr;
}

const Value* MapReader::List(std::string_view key) {
  const Value* v = Take(key);
  if (v == nullptr || v->kind == Value::Kind::sequence) return v;
  WrongType(*v, key, kList);
  return nullptr;
}

void MapReader::Finish() {
  if (!ok_) return;
  std::vector<std::string> unseen;
  for (const std::string& key : asked_) {
    if (value_->Get(key) == nullptr) unseen.push_back(key);
  }
  for (const Value::Entry& entry : value_->entries) {
    if (std::find(asked_.begin(), asked_.end(), entry.key) != asked_.end()) continue;
    const std::string shown = "“" + Shorten(entry.key) + "”";
    Message message{"未知的键" + shown, "unknown key " + shown};
    Message hint = Suggest(entry.key, unseen);
    if (value_->file == nullptr) {
      problems_->Add("unknown-key", entry.value, std::move(message), std::move(hint));
    } else {
      problems_->AddAt("unknown-key", *value_->file, entry.key_span, std::move(message),
                       std::move(hint));
    }
  }
}

}  // namespace hegao
