#include "checks/name/own_places.h"

#include <algorithm>
#include <iterator>

namespace hegao {
namespace {

/// Prefecture, or province where the prefecture is but an office for counties: the numbers below 10
/// of a municipality, and 90 for those a province governs itself.
PlaceCode Circle(PlaceCode code) {
  const auto prefecture = Above(code, PlaceLevel::prefecture);
  static constexpr PlaceCode kMunicipalities[] = {11, 12, 31, 50};
  const auto province = Above(code, PlaceLevel::province);
  const bool municipality = std::find(std::begin(kMunicipalities), std::end(kMunicipalities),
                                      province) != std::end(kMunicipalities);
  return municipality ? province : prefecture;
}

bool AnyRelated(const std::vector<PlaceCode>& codes, PlaceCode place) {
  return std::any_of(codes.begin(), codes.end(),
                     [&](PlaceCode c) { return IsWithin(place, c) || IsWithin(c, place); });
}

}  // namespace

OwnPlaces::OwnPlaces(const Gazetteer& gazetteer, const Issuer& issuer,
                     const std::vector<std::string>& siblings) {
  ReadUppers(gazetteer, issuer);
  const NamedPlace* town = issuer.Town();
  has_town_ = town != nullptr;
  if (town != nullptr) {
    std::vector<PlaceCode> codes = gazetteer.Find(town->Name());
    for (const auto& suffix : siblings) {
      if (suffix == town->suffix) continue;
      const auto more = gazetteer.Find(town->stem + suffix);
      codes.insert(codes.end(), more.begin(), more.end());
    }
    if (!unknown_upper_) places_ = Fitting(std::move(codes));
    by_name_alone_ = uppers_.empty() && !unknown_upper_;
  }
  if (!places_.empty() || uppers_.empty()) return;
  // The lowest of the levels above, which hold what the gazetteer does not have.
  for (const auto& codes : uppers_) {
    auto fitting = Fitting(codes);
    if (places_.empty() || (!fitting.empty() && fitting.front() > places_.front()))
      places_ = std::move(fitting);
  }
}

void OwnPlaces::ReadUppers(const Gazetteer& gazetteer, const Issuer& issuer) {
  for (const auto& naming : issuer.namings) {
    for (const auto& place : naming.places) {
      if (place.town) continue;
      auto codes = gazetteer.Find(place.Name());
      if (codes.empty())
        unknown_upper_ = true;
      else
        uppers_.push_back(std::move(codes));
    }
  }
}

std::vector<PlaceCode> OwnPlaces::Fitting(std::vector<PlaceCode> codes) const {
  codes.erase(std::remove_if(codes.begin(), codes.end(),
                             [&](PlaceCode c) {
                               return std::any_of(
                                   uppers_.begin(), uppers_.end(),
                                   [&](const auto& upper) { return !AnyRelated(upper, c); });
                             }),
              codes.end());
  return codes;
}

void OwnPlaces::Confirm(const Mention& mention) {
  std::vector<PlaceCode> kept;
  for (const auto place : places_) {
    const bool within = std::any_of(mention.codes.begin(), mention.codes.end(), [&](PlaceCode c) {
      return LevelOf(c) < LevelOf(place) && IsWithin(place, c);
    });
    if (within) kept.push_back(place);
  }
  if (kept.empty()) return;
  places_ = std::move(kept);
  confirmed_ = true;
}

void OwnPlaces::State(const Mention& mention) {
  stated_.emplace_back(mention.name);
  if (!places_.empty() || unknown_upper_) return;
  places_ = mention.codes;
  confirmed_ = true;
}

Distance OwnPlaces::Between(PlaceCode own, PlaceCode other) const {
  const auto county = Above(own, PlaceLevel::county);
  if (IsWithin(own, other) || IsWithin(other, county)) return Distance::own;
  if (Circle(own) == Circle(other)) return Distance::prefecture;
  const auto province = PlaceLevel::province;
  return Above(own, province) == Above(other, province) ? Distance::province : Distance::country;
}

Distance OwnPlaces::To(const Mention& mention) const {
  if (std::find(stated_.begin(), stated_.end(), mention.name) != stated_.end())
    return Distance::own;
  auto nearest = Distance::unknown;
  for (const auto own : places_) {
    for (const auto other : mention.codes) {
      const auto distance = Between(own, other);
      nearest = std::min(nearest, distance);
    }
  }
  if (nearest != Distance::unknown || !places_.empty()) return nearest;
  const bool low = std::all_of(mention.codes.begin(), mention.codes.end(),
                               [](PlaceCode c) { return LevelOf(c) >= PlaceLevel::county; });
  // A county that is not in the gazetteer may lie anywhere: only its like can contradict it. And a
  // county has its own towns.
  if (!low || (mention.town && !has_town_)) return Distance::unknown;
  return unknown_upper_ || (mention.town && has_town_) ? Distance::other_by_name
                                                       : Distance::unknown;
}

}  // namespace hegao
