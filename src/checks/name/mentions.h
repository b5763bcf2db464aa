// Where a text names a place that the gazetteer knows.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checks/name/gazetteer.h"
#include "checks/name/issuer.h"
#include "checks/name/place_words.h"
#include "document/document.h"

namespace hegao {

struct Mention {
  Span folded;
  std::uint32_t block = 0;
  std::string_view name;  // as written, folded
  std::vector<PlaceCode> codes;
  bool town = false;
  bool shown = false;  // something shows that the name begins there
};

struct MentionWords {
  std::vector<std::string> common;     // names that are ordinary words as well
  std::vector<std::string> leads;      // words after which a name may begin
  std::vector<std::string> unsure;     // place-words that end ordinary words as well: 山区
  std::vector<std::string> followers;  // they show that 易县 before them is a name
};

/// All of them but the issuer's own, ascending, none overlapping: at each place-word the longest
/// name that ends there. A name that may be part of another word is left out unless something shows
/// where it begins. At most 500
/// places of one name. O(text × log gazetteer).
std::vector<Mention> FindMentions(const Document& doc, const Gazetteer& gazetteer,
                                  const PlaceWords& words, const Issuer& issuer,
                                  const MentionWords& mention_words);

}  // namespace hegao
