// What a text must contain for a regular expression to match at all: the cheap question asked
// first.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace hegao {

/// Strings of which one must occur.
using AnyOf = std::vector<std::string>;

/// What every text that `regex` matches contains: one string of each AnyOf, at most four of these,
/// the rarest first. Empty if there is nothing to say; then the expression must be asked. Never
/// claims too much: whatever is not understood (flags, rare escapes) makes the answer empty.
/// O(length).
std::vector<AnyOf> RequiredLiterals(std::string_view regex);

/// Does `text` contain `literal`? Made for Chinese, where the usual search stops at every
/// character.
bool ContainsLiteral(std::string_view text, std::string_view literal);

/// Does `text` contain one string of each? True for an empty list.
bool ContainsRequired(std::string_view text, const std::vector<AnyOf>& required);

}  // namespace hegao
