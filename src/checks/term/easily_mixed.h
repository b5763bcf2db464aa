// Which character a typist, a scanner or a copyist easily takes for which.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "checks/params.h"

namespace hegao {

/// Immutable, thread-safe.
class EasilyMixed {
 public:
  /// `groups`: characters of one group look alike (己已巳). Several in one text are divided by
  /// blanks.
  explicit EasilyMixed(const std::vector<std::string>& groups);

  /// Read alike, or in one group. O(log of the pairs).
  bool operator()(char32_t a, char32_t b) const;

  /// Calls visit(other) for each that shares a group with `c`; of sound nothing is said. O(log of
  /// the pairs).
  template <typename Visit>
  void ForEachLike(char32_t c, Visit visit) const {
    const auto from = std::uint64_t{c} << 32;
    for (auto i = std::lower_bound(pairs_.begin(), pairs_.end(), from);
         i != pairs_.end() && *i >> 32 == c; ++i) {
      visit(static_cast<char32_t>(*i & 0xFFFFFFFF));
    }
  }

 private:
  std::vector<std::uint64_t> pairs_;  // sorted, both ways
};

/// The parameter `look_alikes`, the same for all kinds that weigh slips.
ParamSpec LookAlikesParam();

}  // namespace hegao
