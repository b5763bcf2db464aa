// The search for set phrases in a stretch of text: what is there, and what is almost there.
#pragma once

#include <vector>

#include "checks/term/near_match.h"
#include "checks/term/phrase_table.h"
#include "checks/term/squeezed_text.h"

namespace hegao {

/// A place of the squeezed text.
struct Stretch {
  std::uint32_t begin = 0, end = 0;
};

struct PhrasePlaces {
  struct Near {
    std::uint32_t phrase;
    NearMatch match;
  };
  struct Literal {
    std::uint32_t literal;
    std::uint32_t begin;
  };
  std::vector<Stretch> right;     // phrases of the table and other right words, ascending
  std::vector<Near> near;         // with one slip or more, by phrase
  std::vector<Literal> literals;  // wrong variants and parts, ascending
};

/// O(text * entries of the table for two characters). For every pair of neighbours that a phrase
/// has, the phrase gets a vote; only where enough of them meet (a q-gram filter: an edit spoils
/// few pairs) is the text compared with the phrase.
PhrasePlaces FindPhrases(const PhraseTable& table, const SqueezedText& text);

}  // namespace hegao
