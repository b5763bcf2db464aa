// Set phrases as data give them, made ready for the search.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checks/params.h"
#include "checks/term/squeezed_text.h"
#include "checks/term/word_index.h"
#include "diag/finding.h"

namespace hegao {

struct SetPhrase {
  SqueezedPhrase text;
  std::string shown;  // as it is to be written
  Severity level = Severity::warning;
  bool strict = false;                // no character of it may differ, not even a particle
  bool marked = false;                // it has parts, divided by 、 or ，
  std::uint32_t most = 0;             // slips; 0: only the listed variants are looked for
  std::uint32_t votes = 0;            // pairs of its characters that a near miss still has
  std::vector<std::u32string> parts;  // where their order is part of the phrase, else none
  std::vector<std::u32string> except;
  std::vector<std::string> near;  // folded; if any, one must stand in the sentence of a variant
};

/// A literal of the index: a listed wrong variant, a part of an ordered phrase, or a phrase that is
/// right.
struct PhraseLiteral {
  enum class Kind : std::uint8_t { wrong, part, right };
  Kind kind = Kind::right;
  SqueezedPhrase text;
  std::uint32_t phrase = 0;  // of a wrong variant and of a part
  std::uint32_t part = 0;
};

/// Immutable. The index numbers phrases from 0 and literals behind them.
class PhraseTable {
 public:
  PhraseTable(const std::vector<Params>& records, const std::vector<std::string>& also_right);

  static std::vector<ParamSpec> Fields();

  const std::vector<SetPhrase>& phrases() const { return phrases_; }
  const std::vector<PhraseLiteral>& literals() const { return literals_; }
  const WordIndex& index() const { return index_; }

 private:
  void AddPhrase(const Params& record);
  void AddLiteral(PhraseLiteral literal);
  void FillIndex();
  std::vector<SetPhrase> phrases_;
  std::vector<PhraseLiteral> literals_;
  WordIndex index_;
};

/// Does `text` say `literal` at `at`, with no mark between its characters that it has not?
bool StandsAt(const SqueezedText& text, std::size_t at, const SqueezedPhrase& literal);

}  // namespace hegao
