#include "checks/law/writing_date.h"

namespace hegao {
namespace {

/// Reports are closed from October on; a date before that, or years later, is a slip or a reprint.
bool IsLikely(Date d, int year) { return d >= Date{year, 10, 1} && d <= Date{year + 1, 12, 31}; }

}  // namespace

std::optional<WritingDate> WritingDateOf(const Facts& facts) {
  if (!facts.report_year) return std::nullopt;
  const int year = *facts.report_year;
  const auto& issued = facts.issue_date;
  if (issued && issued->valid && IsLikely(issued->date, year))
    return WritingDate{issued->date, issued->date};
  const auto& published = facts.publication_date;
  if (published && IsLikely(*published, year)) return WritingDate{*published, *published};
  WritingDate range{{year, 12, 1}, {year + 1, 3, 31}};
  if (published && range.latest < *published) range.latest = *published;
  return range;
}

}  // namespace hegao
