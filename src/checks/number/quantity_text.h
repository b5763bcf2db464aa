// What stands round quantities: the sentence, the words that say what is counted, what joins them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checks/number/quantity.h"

namespace hegao {

/// Words of a pack's table, folded. Immutable. Cost of a question: O(words * text).
class WordList {
 public:
  WordList() = default;
  explicit WordList(const std::vector<std::string>& words);
  bool empty() const { return words_.empty(); }
  bool In(std::string_view text) const;
  /// Length of the longest word that `text` ends or starts with, 0 if none.
  std::size_t AtEnd(std::string_view text) const;
  std::size_t AtStart(std::string_view text) const;
  /// The same, for a word at its last place in the text; npos if there is none.
  std::size_t LastIn(std::string_view text, std::size_t* length) const;

 private:
  std::vector<std::string> words_;  // longest first
};

/// The quantities [first, last) of one sentence of one block.
struct QuantitySentence {
  std::size_t first = 0, last = 0;
  Span span;
};

/// Sentences that hold a quantity. O(quantities + text between them).
std::vector<QuantitySentence> Sentences(const Document& doc, const std::vector<Quantity>& all);

/// Ends in 。 ！ ？: what stands behind it is another sentence.
std::size_t FindStop(std::string_view text);

/// What is counted: from the last mark or the quantity before it to the quantity, without blanks.
std::string_view LabelBefore(const Document& doc, const QuantitySentence& sentence,
                             const std::vector<Quantity>& all, std::size_t i);
/// What stands behind the unit, up to the next mark or quantity.
std::string_view LabelAfter(const Document& doc, const QuantitySentence& sentence,
                            const std::vector<Quantity>& all, std::size_t i);
/// All text between the quantity before (or the sentence's begin) and this one.
std::string_view Lead(const Document& doc, const QuantitySentence& sentence,
                      const std::vector<Quantity>& all, std::size_t i);

/// What joins a quantity to the one before it.
enum class Joint : std::uint8_t { none, list /* 、和 */, comma /* ，； */, bracket /* （ ） */ };
Joint JointOf(std::string_view lead);

/// 95%以上, 超过95%: a lower bound and nothing else.
bool AtLeast(const Document& doc, const Quantity& q);

/// Number and unit as typed.
std::string Typed(const Document& doc, const Quantity& q);

}  // namespace hegao
