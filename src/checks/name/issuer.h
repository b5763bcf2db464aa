// Whose report it is: every way in which title, closing lines and page name the issuer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "checks/check.h"
#include "checks/name/place_words.h"

namespace hegao {

struct Naming {
  FactSource where = FactSource::none;  // title, signature or chrome
  Span line;                            // folded; empty for chrome
  std::string text;                     // folded text of the line
  std::vector<NamedPlace> places;       // in order
  std::size_t rest = 0;                 // in `text`: where the last place ends
};

struct Issuer {
  std::vector<Naming> namings;

  /// The first town named, with the title first; nullptr: it is no town, or nobody knows.
  const NamedPlace* Town() const;
  /// Is the place of this name one of the issuer's own names?
  bool HasName(std::string_view name) const;
  /// … or of this stem: what was raised or renamed keeps it.
  bool HasStem(std::string_view stem) const;
  /// Is this one of the lines that name it?
  bool HasLine(Span folded) const;
  bool Unknown() const;
  /// The fullest name, for messages; empty if unknown.
  std::string Shown() const;
};

Issuer ReadIssuer(const CheckInput& in, const PlaceWords& words);

}  // namespace hegao
