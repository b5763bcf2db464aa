// Groups of digits in the text and how they hang together: 138-0000-0000 are three.
#pragma once

#include <string>
#include <vector>

#include "checks/check.h"

namespace hegao {

struct DigitGroup {
  Span folded;  // digits, and the X of an identity number
  std::uint32_t block = 0;
  char link = 0;         // ' ', '-' or '.' (a point of either height) where nothing else stands
                         // between it and the group before it
  bool bounded = false;  // no letter, star or mark of a number stands against it
  bool plus = false;     // + stands before it
};

/// Ascending; furniture left out. O(text).
std::vector<DigitGroup> FindDigitGroups(const Document& doc);

/// The groups from `first` on as one number, if they have just these lengths, are linked by one
/// kind of mark, and do not go on before or behind; `next` is the group behind them.
struct NumberSpan {
  Span folded;
  std::size_t next = 0;
};
std::optional<NumberSpan> Joined(const std::vector<DigitGroup>& groups, std::size_t first,
                                 const std::vector<std::size_t>& lengths);

/// The same for groups of any length that have `total` digits together; those of other lengths than
/// people use need a word before them that says what they are.
std::optional<NumberSpan> JoinedTo(const std::vector<DigitGroup>& groups, std::size_t first,
                                   std::size_t total);

/// The digits (and X) of a folded span.
std::string DigitsOf(const Document& doc, Span folded);

/// Does one of the patterns match in the 60 bytes before the number, in its block?
bool IsLabelled(const Document& doc, const std::vector<Pattern>& labels, Span number);

/// Reports it, with the middle masked in all that is said and a fix that masks it in the text.
void ReportNumber(const CheckInput& in, Reporter& reporter, Span number, bool weaker);

}  // namespace hegao
