// All check kinds, in one explicit table. Help, `rules explain`, schema and reference are made from
// it.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "checks/check.h"
#include "checks/params.h"

namespace hegao {

struct CheckKind {
  std::string_view name;
  Message summary;           // one sentence: what it finds
  std::string_view example;  // the kind's own keys in a rule, as YAML; compiles
  std::vector<ParamSpec> params;
  std::vector<std::string_view> variables;  // names a message may use in {…}
  /// Null: with these parameters there is nothing to check, which is a mistake in the rule.
  std::unique_ptr<Check> (*compile)(const Params& params);
  /// Looks at Document::layout, which not every format has: the pack must say that it needs it.
  bool needs_layout = false;
  bool compares = false;  // looks at RunOptions::previous
};

/// Sorted by name.
const std::vector<const CheckKind*>& AllCheckKinds();
const CheckKind* FindCheckKind(std::string_view name);  // nullptr if there is none

}  // namespace hegao
