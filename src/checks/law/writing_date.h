// When a report was written: what it may cite depends on that, not on its year.
#pragma once

#include <optional>

#include "base/date.h"
#include "document/facts.h"

namespace hegao {

/// A day, or the days between which it lies. Comparisons say what is so whichever day it was.
struct WritingDate {
  Date earliest, latest;
  bool SurelyBefore(Date d) const { return latest < d; }
  bool SurelyFrom(Date d) const { return d <= earliest; }
};

/// The date of issue, else of publication, where it is one such a report may have; else from
/// December of the report year to March of the next. A page published later was written before:
/// then only the end is moved. nullopt where the report year is not known.
std::optional<WritingDate> WritingDateOf(const Facts& facts);

}  // namespace hegao
