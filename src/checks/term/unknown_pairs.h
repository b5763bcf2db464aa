// Two characters that are no word, one character of the same sound or look away from a usual one.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checks/params.h"
#include "checks/term/easily_mixed.h"
#include "checks/term/squeezed_text.h"
#include "checks/term/term_hits.h"
#include "checks/term/word_index.h"
#include "text/words.h"

namespace hegao {

/// A noisy channel: the pair must be less likely to have met by chance (how often either character
/// stands alone, as a word of its own) than to be a slip for the usual word (how often that is
/// written), with a wide margin, and a dictionary must know neither it nor a word across its ends.
/// Immutable, thread-safe; memory for each word some 100 bytes.
class UnknownPairs {
 public:
  /// Reads Parameters(). O(words * characters that look alike).
  UnknownPairs(const Params& p, const EasilyMixed& mixed);

  static std::vector<ParamSpec> Parameters();

  /// Adds the pair at `at` if it is a slip. Called for every position: most cost a look or two at
  /// tables, few are divided into words, by `breaks`.
  void Look(const Document& doc, const SqueezedText& text, std::uint32_t at, WordBreaks* breaks,
            std::vector<TermHit>* hits) const;

 private:
  struct Word {
    char32_t first, second;
    int often;
  };
  enum InNames : std::uint8_t { surname = 1, place_end = 2 };
  void AddWords(std::string_view words, int often, const EasilyMixed& mixed);
  void AddAlone(std::string_view characters, int often);
  void Mark(const std::vector<std::string>& characters, InNames as);
  int Alone(char32_t c) const;
  bool Has(char32_t c, InNames as) const;
  bool IsWord(char32_t first, char32_t second) const;
  const Word* Meant(char32_t first, char32_t second) const;
  bool PartOfWords(const SqueezedText& text, std::uint32_t at) const;
  bool IsName(const SqueezedText& text, std::size_t at, bool one_before, bool one_behind) const;
  bool BetweenWords(const SqueezedText& text, std::size_t at, std::size_t begin,
                    std::size_t end) const;

  std::vector<Word> words_;
  // By character, from the first that has a sound.
  std::vector<std::uint8_t> alone_;
  std::vector<std::uint8_t> in_names_;
  int most_often_ = 0;
  WordIndex index_;
};

}  // namespace hegao
