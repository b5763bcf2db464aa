// Text of documents made safe to show: one line, nothing that drives a terminal or reorders text.
#pragma once

#include <string>
#include <string_view>

namespace hegao {

/// Appends `c` in a form that shows: control characters as their pictures (ESC as ␛), C1 controls,
/// line separators and bidirectional controls as U+FFFD, a tab as one blank. The rest as it is.
void AppendSafe(std::string& out, char32_t c);

/// `s` with every character through AppendSafe; invalid bytes become U+FFFD. O(n).
std::string SafeLine(std::string_view s);

}  // namespace hegao
