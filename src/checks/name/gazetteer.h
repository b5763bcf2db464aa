// Places by name and by division code (GB/T 2260, GB/T 10114 and the statistical codes made of
// them): 2 digits a province, 4 a prefecture, 6 a county, 9 a town or street.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "rulepack/data_file.h"

namespace hegao {

enum class PlaceLevel : std::uint8_t { province, prefecture, county, town };

/// A code without leading zeros, which none has: 33, 3309, 330922, 330922101.
using PlaceCode = std::uint32_t;

PlaceLevel LevelOf(PlaceCode code);
/// The code of the place of that level that holds `code`; `code` itself where it is of that level
/// or above.
PlaceCode Above(PlaceCode code, PlaceLevel level);
/// Is `inner` the same place as `outer`, or within it?
bool IsWithin(PlaceCode inner, PlaceCode outer);

/// Reads a sorted table as it stands: nothing is parsed before a name is asked for. Immutable,
/// thread-safe.
class Gazetteer {
 public:
  Gazetteer() = default;  // knows no place
  explicit Gazetteer(DataFile table) : table_(std::move(table)) {}

  bool Knows(std::string_view name) const { return LookUp(table_.text, name).has_value(); }
  /// All places of exactly this name. O(log table).
  std::vector<PlaceCode> Find(std::string_view name) const;
  /// "" for towns and for levels that have no name of their own. O(log table).
  std::string_view NameOf(PlaceCode code) const;
  /// Names of the towns of a county. O(table): only for the few that ask.
  std::vector<std::string_view> TownsOf(PlaceCode county) const;

 private:
  DataFile table_;
};

}  // namespace hegao
