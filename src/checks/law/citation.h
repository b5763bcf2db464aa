// Where a text cites an instrument of the table: 《…》, a list of names inside 《…》, or a bare
// name.
#pragma once

#include <string>
#include <vector>

#include "checks/check.h"
#include "checks/law/instruments.h"
#include "text/affix.h"

namespace hegao {

struct Citation {
  Span folded;  // what a finding marks: with 《》 and the years, where they are typed
  Span name;    // folded, the name alone
  std::uint32_t block = 0;
  std::uint32_t group = 0;  // of the table; never kOther
  std::optional<Period> period;
  Span years;  // folded, as typed, with their brackets; empty without a period
  bool bracketed = false;
  bool listed = false;  // stands beside another citation: 、 or 》《 between them
  bool led = false;     // after a word that takes a citation, or with the state's name before it
};

/// The words that tell a citation from the same characters in other words. From the pack.
class CitationFinder {
 public:
  explicit CitationFinder(const Params& p);

  /// Ascending. Bare names that could be part of a longer word are left out, as is anything after
  /// the name of a place: the place's own rules. O(text).
  std::vector<Citation> Find(const Document& doc) const;

  const InstrumentTable& table() const { return table_; }
  /// The part of `inner` (what stands between 《 and 》) that is its title: without the state's
  /// name before it and the brackets behind it.
  Span TitlePart(std::string_view inner) const;
  /// Bytes of the title that starts at text[at], the state's name and the years included; 0 if no
  /// title of the table does.
  std::uint32_t TitleAt(std::string_view text, std::size_t at) const;
  bool AfterLead(std::string_view before) const { return EndsWithAny(before, leads_); }
  /// Does the text before a citation end with the name of a place?
  bool AfterPlace(std::string_view before) const;

 private:
  struct Scan;
  void AddBracketed(Scan& scan, std::uint32_t begin, std::uint32_t end) const;
  bool AddTitle(Scan& scan, Span inner, Span marked) const;
  /// The years typed at `at`, if any do stand there.
  static void SetYears(std::string_view text, std::uint32_t at, Citation* c);
  std::uint32_t AddBare(Scan& scan, std::uint32_t at) const;
  std::uint32_t PrefixAt(std::string_view text, std::size_t at) const;

  InstrumentTable table_;
  std::vector<std::string> prefixes_, leads_, places_, followers_, bare_followers_;
};

/// The parameters every kind about citations has: instruments, other_titles, prefixes, leads,
/// places, followers, bare_followers.
std::vector<ParamSpec> CitationParams(std::vector<ParamSpec> more);

}  // namespace hegao
