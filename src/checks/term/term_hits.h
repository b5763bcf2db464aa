// What the kinds of this family found: mended, one for each place, repeated ones together.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checks/check.h"
#include "checks/params.h"
#include "checks/term/near_match.h"
#include "checks/term/squeezed_text.h"

namespace hegao {

/// A grade of the data: error, warning (default), info.
ParamSpec LevelParam();
Severity LevelOf(const Params& record);

struct TermHit {
  Span span;          // folded
  std::string right;  // what should stand there
  Severity level = Severity::warning;
  int rank = 0;  // of hits that overlap, the lowest stands for all
  std::vector<Edit> edits;
  bool safe = true;       // the edits may be made unseen
  bool doubtful = false;  // perhaps not even wrong: said in other words
};

/// Do blanks of the source, or a quotation mark, stand between these characters? Words meet across
/// them, in forms for one; a word has neither within.
bool DividedInSource(const Document& doc, const SqueezedText& text, std::size_t at,
                     std::size_t size);

/// Does one of these words (folded) stand in the sentence round `folded_at`? True for none.
bool IsNearOneOf(const Document& doc, std::uint32_t folded_at,
                 const std::vector<std::string>& words);

/// The edits that undo `slips`, which lead from `right` to the text. Clears `hit->safe` where the
/// author's characters are not those of the folded text.
void AddEdits(const Document& doc, const SqueezedText& text, const std::vector<Slip>& slips,
              std::u32string_view right, TermHit* hit);

/// The slips that lead from `right` to `wrong`, both whole; positions count from `text_begin`.
std::vector<Slip> SlipsBetween(std::u32string_view right, std::u32string_view wrong,
                               std::uint32_t text_begin);

/// One finding for each place; what stands wrong in the same way more than five times is one
/// finding with a count. Variables: text, right; should.
void ReportTerms(const Document& doc, std::vector<TermHit> hits, Reporter& reporter);

}  // namespace hegao
