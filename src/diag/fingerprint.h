// The identity of a finding from one version of a document to the next.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "diag/report.h"

namespace hegao {

/// 16 hex digits of what a finding is about. No offset, line or message goes in, so it stays when
/// text is added above it, lines are wrapped anew, or the language of the run changes. Blanks,
/// zero-width and control characters of the quote do not count. `occurrence` (0-based) tells apart
/// findings that agree in all the rest, in document order.
std::string Fingerprint(std::string_view rule, std::string_view slot, std::string_view quote,
                        std::uint32_t occurrence);

/// Sets the fingerprint of every finding of one document; they must be in their final order.
void AssignFingerprints(std::vector<ReportedFinding>& findings);

}  // namespace hegao
