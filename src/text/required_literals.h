// What a text must contain for a regular expression to match at all: the cheap question asked
// first.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hegao {

/// Strings of which at least one occurs in every text that `regex` matches; empty if there is
/// nothing useful to say (then the expression must be asked). Never claims too much: whatever is
/// not understood (flags, rare escapes) makes the answer empty. O(length).
std::vector<std::string> RequiredLiterals(std::string_view regex);

/// Does one of `literals` occur in `text`? True if `literals` is empty.
bool ContainsAny(std::string_view text, const std::vector<std::string>& literals);

}  // namespace hegao
