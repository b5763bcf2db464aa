// Takes personal numbers out of all that is said of a document.
#pragma once

#include "diag/report.h"
#include "document/document.h"

namespace hegao {

/// Masks the middle of every number a finding calls sensitive wherever else the report repeats it:
/// headings and section paths, facts, slots, and what other rules quote, cut short or not. Lengths
/// in bytes stay, so marks in code frames hold. Nothing to do without such findings; else
/// O(numbers * length of the report).
void RedactReport(const Document& doc, DocumentReport& report);

}  // namespace hegao
