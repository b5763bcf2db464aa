// Words the document model needs to tell a title, a signature or page furniture from text. They are
// data of the rules (rules/lexicon.yaml), not of the program; this is their compiled form.
#pragma once

#include "text/pattern.h"

namespace hegao {

/// All patterns run over one folded block or a part of it. Immutable, thread-safe.
struct Lexicon {
  PatternList chrome_line;     // the whole block is page furniture
  Pattern publication_date;    // in such a block; groups year, month, day
  Pattern publication_source;  // in such a block; group name
  PatternList title_end;       // how a title line ends
  PatternList title_lead;    // a line above a title that is part of it (an organisation, 关于…)
  PatternList not_title;     // document numbers, salutations, annex marks: never part of a title
  PatternList organisation;  // the whole line is the name of an organisation, as in a signature
  Pattern title_plan_year;   // in a title: group 1 is the year the plan is for, not the report's
  PatternList year_exempt;   // around years of history, comparisons, targets, periods
  PatternList future_marker;  // words that make a clause a plan
  PatternList done_marker;    // words that make a clause a result
};

}  // namespace hegao
