// At which level of administration the issuer of a document stands. What the levels are, and by
// which names they are known, is a pack's data.
#pragma once

#include <string>
#include <vector>

#include "base/message.h"
#include "document/document.h"
#include "document/facts.h"

namespace hegao {

struct LevelSpec {
  std::string id;
  Message name;
  std::vector<Pattern> issuer;  // over the folded name of the issuer, else over the folded title
};

/// Index of the first level one of whose patterns matches the issuer, or, where none does, the
/// title; -1 where neither says. O(levels * length of the name).
int IssuerLevel(const Document& doc, const Facts& facts, const std::vector<LevelSpec>& levels);

}  // namespace hegao
