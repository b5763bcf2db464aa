// Usual words with one character that sounds or looks right and is wrong: what input methods and
// scanners leave behind.
#pragma once

#include <string>
#include <vector>

#include "checks/term/easily_mixed.h"
#include "checks/term/squeezed_text.h"
#include "checks/term/term_hits.h"
#include "checks/term/word_index.h"

namespace hegao {

/// Immutable, thread-safe.
class WordSlips {
 public:
  /// `words`: of four characters or more, so that one half of them is whole whatever is wrong.
  /// `also_right`: words that explain the other character. Several in one text are divided by
  /// blanks.
  WordSlips(const std::vector<std::string>& words, const std::vector<std::string>& also_right,
            const std::vector<std::string>& look_alikes);

  bool empty() const { return words_.empty(); }
  /// Adds what begins or ends with the two characters at `at`. Called for every position: O(words
  /// of these two characters).
  void Look(const Document& doc, const SqueezedText& text, std::uint32_t at,
            std::vector<TermHit>* hits) const;
  /// Does a right word cover this character? O(words that explain).
  bool Explained(const SqueezedText& text, std::size_t at) const;
  const EasilyMixed& mixed() const { return mixed_; }

 private:
  struct Word {
    SqueezedPhrase text;
    std::string shown;
  };
  void Compare(const Document& doc, const SqueezedText& text, const Word& word, std::size_t begin,
               std::vector<TermHit>* hits) const;

  std::vector<Word> words_;
  std::vector<SqueezedPhrase> also_right_;
  EasilyMixed mixed_;
  WordIndex index_;  // number: word * 2, + 1 for its last two characters
};

}  // namespace hegao
