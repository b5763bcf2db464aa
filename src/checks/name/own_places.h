// Which places of the gazetteer the issuer may be, and how far another place is from it.
#pragma once

#include <string>
#include <vector>

#include "checks/name/gazetteer.h"
#include "checks/name/issuer.h"
#include "checks/name/mentions.h"

namespace hegao {

enum class Distance : std::uint8_t {
  own,            // the same, above, or within its county
  prefecture,     // another county of the same prefecture
  province,       // another prefecture of the same province
  country,        // another province
  other_by_name,  // the issuer names its place, and the gazetteer does not know that
  unknown,        // nothing can be said
};

class OwnPlaces {
 public:
  /// What title, closing lines and page say. `siblings`: place-words of towns that are taken for
  /// one another, as towns are raised and renamed.
  OwnPlaces(const Gazetteer& gazetteer, const Issuer& issuer,
            const std::vector<std::string>& siblings);

  /// The text names this place as one it belongs to, or may; narrows down what was ambiguous.
  void Confirm(const Mention& mention);
  /// The text says that the issuer lies there; believed where title and closing lines are silent.
  void State(const Mention& mention);

  Distance To(const Mention& mention) const;

  /// Nothing but the name of a town, that others may have as well.
  bool ByNameAlone() const { return by_name_alone_ && !confirmed_; }
  /// Neither the gazetteer nor the issuer says where it lies.
  bool Nowhere() const { return places_.empty() && !unknown_upper_; }
  const std::vector<PlaceCode>& places() const { return places_; }

 private:
  void ReadUppers(const Gazetteer& gazetteer, const Issuer& issuer);
  std::vector<PlaceCode> Fitting(std::vector<PlaceCode> codes) const;
  Distance Between(PlaceCode own, PlaceCode other) const;

  std::vector<PlaceCode> places_;
  std::vector<std::vector<PlaceCode>> uppers_;
  std::vector<std::string> stated_;  // names
  bool unknown_upper_ = false;       // one that the gazetteer has not
  bool has_town_ = false;
  bool by_name_alone_ = false, confirmed_ = false;
};

}  // namespace hegao
