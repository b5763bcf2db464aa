// What is wrong, where, and how to mend it. Plain data, for documents and for rule packs alike.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/message.h"
#include "text/span.h"

namespace hegao {

enum class Severity { info, warning, error };

enum class FixSafety { safe, unsafe, manual };  // manual: shown, never applied

struct Edit {
  Span span;         // source bytes
  std::string text;  // replacement
  bool operator==(const Edit&) const = default;
};

struct Fix {
  std::string title;
  FixSafety safety = FixSafety::manual;
  std::vector<Edit> edits;  // disjoint, ascending
  bool operator==(const Fix&) const = default;
};

/// One defect in one text. Language is chosen when the finding is made.
struct Finding {
  std::string rule;  // "family/name"
  Severity severity = Severity::warning;
  Span span;  // source bytes; empty where something is missing (then it says where it would stand)
  std::string message;  // one sentence: what was found, what was expected
  std::string hint;     // how to mend it
  std::string basis;    // document and clause
  std::string slot;     // id of the slot whose section it stands in, or ""
  std::string subject;  // what it is about where no words stand for it (a missing slot's id); or ""
  std::uint32_t count = 1;
  std::vector<Span> related;
  std::optional<Fix> fix;
  bool sensitive = false;  // personal data: outputs show the characters of `span` masked
  bool operator==(const Finding&) const = default;
};

std::string_view Name(Severity s);   // error warning info
std::string_view Name(FixSafety s);  // safe unsafe manual
bool ParseSeverity(std::string_view name, Severity* out);

/// Order of every output: position, then rule id, then message.
void SortFindings(std::vector<Finding>& findings);

}  // namespace hegao
