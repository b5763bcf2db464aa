#include "diag/finding.h"

#include <algorithm>
#include <tuple>

namespace hegao {

std::string_view Name(Severity s) {
  switch (s) {
    case Severity::error:
      return "error";
    case Severity::warning:
      return "warning";
    case Severity::info:
      break;
  }
  return "info";
}

std::string_view Name(FixSafety s) {
  switch (s) {
    case FixSafety::safe:
      return "safe";
    case FixSafety::unsafe:
      return "unsafe";
    case FixSafety::manual:
      break;
  }
  return "manual";
}

bool ParseSeverity(std::string_view name, Severity* out) {
  for (Severity s : {Severity::error, Severity::warning, Severity::info}) {
    if (name == Name(s)) {
      *out = s;
      return true;
    }
  }
  return false;
}

void SortFindings(std::vector<Finding>& findings) {
  // The end of the span comes after the rule: outputs promise "position, then rule id", and the
  // position a reader sees is the start.
  auto key = [](const Finding& f) { return std::tie(f.span.begin, f.rule, f.span.end, f.message); };
  std::stable_sort(findings.begin(), findings.end(),
                   [&](const Finding& a, const Finding& b) { return key(a) < key(b); });
}

}  // namespace hegao
