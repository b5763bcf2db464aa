// Regular expressions over folded text (RE2 syntax: no look-around, linear time).
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "text/literal_filter.h"
#include "text/span.h"

namespace hegao {

struct PatternError {
  std::string fragment;  // the offending part, as RE2 names it
  Message message;
};

struct PatternMatch {
  Span whole;                // folded offsets
  std::vector<Span> groups;  // group 1 first; {0,0} where a group took no part
};

/// Immutable, cheap to copy, thread-safe. The pattern's own literals are folded (FoldPattern).
class Pattern {
 public:
  Pattern() = default;  // matches nothing

  /// Never throws. On failure returns false and fills `error`. `max_mem` of RE2 is capped.
  static bool Compile(std::string_view regex, Pattern* out, PatternError* error);

  /// For an expression that is known to compile (it was checked when the program was built): the
  /// work is put off until the pattern is first needed, which for most patterns on most texts is
  /// never.
  static Pattern Deferred(std::string_view regex);

  /// Leftmost match in text[from, to); `text` is folded. Empty matches are skipped by FindAll.
  /// `asked`: MayMatch said yes for this stretch, so it need not be asked again.
  bool Find(std::string_view text, Span range, PatternMatch* match, bool asked = false) const;
  bool Matches(std::string_view text, bool asked = false) const;  // anywhere; no groups, fastest
  /// False only where `text` lacks what every match must contain: to be asked before a search by
  /// parts.
  bool MayMatch(std::string_view text) const;
  /// The same, where the filter of the text is at hand: much faster.
  bool MayMatch(std::string_view text, const LiteralFilter& filter) const;
  std::vector<PatternMatch> FindAll(std::string_view text, Span range, bool asked = false) const;
  /// FindAll without groups, faster.
  std::vector<Span> FindSpans(std::string_view text, Span range, bool asked = false) const;

  int GroupCount() const;
  int GroupIndex(std::string_view name) const;  // -1 if there is none of that name
  const std::string& source() const;            // as written by the author
  bool empty() const { return impl_ == nullptr; }

 private:
  struct Impl;
  std::shared_ptr<const Impl> impl_;
};

/// Several patterns of which any may match. Immutable, thread-safe. Asked one by one: the literals
/// each needs are looked for first, which on a page of text is cheaper than one automaton for all.
class PatternList {
 public:
  void Add(Pattern pattern) { patterns_.push_back(std::move(pattern)); }
  bool empty() const { return patterns_.empty(); }
  bool Matches(std::string_view text) const;
  /// The leftmost match of the first pattern that has one.
  bool Find(std::string_view text, Span range, PatternMatch* match) const;
  /// All matches of all patterns, by pattern.
  std::vector<Span> FindSpans(std::string_view text, Span range) const;

 private:
  std::vector<Pattern> patterns_;
};

}  // namespace hegao
