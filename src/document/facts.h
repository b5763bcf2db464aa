// What the document says of itself: title, report year, issuer, closing lines; each with its place.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "document/document.h"
#include "document/lexicon.h"
#include "document/years.h"

namespace hegao {

enum class FactSource : std::uint8_t {
  none,
  title,
  heading,
  body,
  signature,
  date,
  chrome,
  file_name,
  option
};
std::string_view Name(FactSource s);

/// A date line as typed; it may be incomplete (a blank day) or impossible (February 30).
struct DateLine {
  Span folded;
  Date date;              // zero where a part is blank
  bool complete = false;  // year, month and day are numbers
  bool valid = false;     // complete and the day exists
};

struct Facts {
  std::string title;              // visible text, lines joined by a blank
  Span title_span;                // folded
  std::optional<int> title_year;  // what the title says
  Span title_year_span;
  std::optional<int> report_year;
  FactSource year_source = FactSource::none;
  Span year_span;  // folded; empty where there is no place
  std::string issuer;
  FactSource issuer_source = FactSource::none;
  Span issuer_span;
  std::optional<Span> signature;         // the organisation line(s) at the end
  std::optional<DateLine> issue_date;    // beside the signature, or under the title
  std::optional<Date> publication_date;  // from page furniture
  Span publication_span;
  std::string publication_source;  // organisation named in page furniture
  std::vector<YearMention> years;
};

/// `year_option` is what the user said (--year); it decides the report year. Otherwise the title
/// does, unless headings, text and date agree on another year. O(text).
Facts InferFacts(const Document& doc, const Lexicon& lexicon, std::optional<int> year_option);

/// A date such as 2025年1月11日 or 2025年 月 日 that fills `folded` but for brackets.
std::optional<DateLine> ParseDateLine(const Document& doc, Span folded);

}  // namespace hegao
