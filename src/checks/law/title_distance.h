// How far a typed title is from those of the table.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "checks/law/instruments.h"

namespace hegao {

/// Characters to put in, take out or change, at most `limit`; limit + 1 where it is more.
/// O(limit * length).
int EditDistance(std::u32string_view a, std::u32string_view b, int limit);

struct NearTitle {
  const Instrument* instrument = nullptr;  // nullptr: none is near, or a title that is no better
  int distance = 0;
  bool only_left_out = false;  // all that differs is what the typed title lacks
  bool unique = true;
};

/// Immutable, thread-safe.
class TitleDistance {
 public:
  /// `ignored`: words that make no difference (的). `types`: the last word of a title, which says
  /// what it is: another one makes another title.
  TitleDistance(const InstrumentTable& table, const std::vector<std::string>& others,
                const std::vector<std::string>& ignored, const std::vector<std::string>& types);

  /// The title `typed` (folded, without years) was meant to be. Titles under six characters differ
  /// in one, under twelve likewise, longer ones in two. Nothing where it is a title of its own.
  NearTitle Nearest(std::string_view typed) const;

 private:
  struct Entry {
    std::u32string key;
    std::uint64_t letters = 0;  // a bit for each character, by hash
    int type = -1;
    const Instrument* instrument = nullptr;
  };
  Entry MakeEntry(std::string_view title, const Instrument* instrument) const;
  int TypeOf(std::string_view title) const;
  static int Allowed(std::size_t length) { return length < 12 ? 1 : 2; }
  static bool IsLonger(std::u32string_view typed, std::u32string_view known);

  std::vector<std::string> ignored_, types_;
  std::vector<Entry> entries_;
};

}  // namespace hegao
