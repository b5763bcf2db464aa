// A pack's own tests: cases/*.case, written as prose with [[ ]] round what a rule must find.
//
//   # one sentence: what this shows
//   rule: placeholder/unfilled
//   year: 2024               (optional; also format, phase, severity, as-of, message)
//   ---
//   全年共化解纠纷[[xx]]件。
//   +++                      (optional: behind it stands last year's report)
//   ===                      (the next case)
//
// The rule must report exactly the marked ranges, no more and no fewer; [[]] marks an empty range.
// A case without marks says that the rule is silent.
#pragma once

#include <string>
#include <vector>

#include "engine/pack.h"

namespace hegao {

struct CaseResult {
  std::string file;
  std::uint32_t line = 0;  // of the case's first line
  std::string title, rule;
  bool passed = false;
  bool positive = false;  // expects at least one finding
  Message detail;         // why it failed
};

/// Runs every case of the pack, in order. A case that cannot be read fails.
std::vector<CaseResult> RunCases(const Pack& pack);

}  // namespace hegao
