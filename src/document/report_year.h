// Which year a report is on, where its parts may disagree.
#pragma once

#include <optional>

#include "document/facts.h"

namespace hegao {

/// Sets facts.report_year with its source and place; facts must hold all the rest. The option
/// decides, then the title; the title is overruled only where headings, text and date agree on
/// another year. Without either the headings, the text, the date and the file name vote; a tie
/// leaves the year open.
void InferReportYear(const Document& doc, const Lexicon& lexicon, std::optional<int> option,
                     Facts& facts);

}  // namespace hegao
