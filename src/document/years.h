// Every calendar year the text names, and whether it is the author speaking of that year.
#pragma once

#include <vector>

#include "document/document.h"
#include "document/lexicon.h"

namespace hegao {

struct YearMention {
  int year = 0;
  Span folded;  // digits and 年
  std::uint32_t block = 0;
  std::int32_t heading = -1;  // index of the heading it stands in, -1: running text
  bool in_title = false;
  bool aside = false;           // in a note, page header or footer
  bool sentence_start = false;  // first words of a block or of a sentence
  bool exempt =
      false;  // history, comparison, target, period, cited title: not a statement about it
};

/// Ascending. Four digits 1900…2099 before 年; in the title also without 年. Chrome and signature
/// lines are left out. O(text).
std::vector<YearMention> FindYears(const Document& doc, const Lexicon& lexicon);

}  // namespace hegao
