// Strict reading of a map: typed access, every problem at its place, unknown keys with "did you
// mean".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "rulepack/value.h"

namespace hegao {

template <typename T>
struct Located {
  T value{};
  const Value* at = nullptr;  // for problems found later
};

/// Reads one map. Each key asked for becomes known; Finish() reports the rest. A value of a wrong
/// type is a problem and reads as absent. Numbers: decimal only ("010" is a problem), booleans:
/// true/false only.
class MapReader {
 public:
  /// `what` names the map for people: {"规则", "rule"}. A value that is no map is a problem at
  /// once.
  MapReader(const Value& value, Problems& problems, Message what);

  bool ok() const { return ok_; }
  const Value& value() const { return *value_; }
  Problems& problems() { return *problems_; }

  std::optional<std::string> String(std::string_view key);
  std::optional<std::string> RequiredString(std::string_view key);
  std::optional<long> Int(std::string_view key, long min, long max);
  std::optional<double> Double(std::string_view key, double min, double max);
  std::optional<bool> Bool(std::string_view key);
  /// A list of strings; a single string reads as a list of one.
  std::vector<Located<std::string>> Strings(std::string_view key);
  /// {zh: …, en: …}; a plain string is zh.
  std::optional<Message> Text(std::string_view key);
  std::optional<Message> RequiredText(std::string_view key);
  /// One of `names` (with "did you mean" over them); its index.
  std::optional<int> Choice(std::string_view key, const std::vector<std::string>& names);
  const Value* Map(std::string_view key);      // nullptr if absent or no map
  const Value* List(std::string_view key);     // nullptr if absent or no sequence
  const Value* Any(std::string_view key);      // nullptr if absent
  const Value* Require(std::string_view key);  // as Any, but a problem if absent

  /// Reports keys never asked for; suggestions come from keys asked for and not yet seen.
  void Finish();

 private:
  const Value* Take(std::string_view key);
  void WrongType(const Value& v, std::string_view key, Message expected);
  const Value* value_;
  Problems* problems_;
  Message what_;
  bool ok_ = false;
  std::vector<std::string> asked_;
};

/// The nearest of `names` within a third of its length in edits, or "".
std::string Nearest(std::string_view name, const std::vector<std::string>& names);

}  // namespace hegao
