// How far a typed title is from those of the table.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "checks/law/instruments.h"

namespace hegao {

/// Characters to put in, take out or change, at most `limit`; limit + 1 where it is more.
/// O(limit * length).
int EditDistance(std::u32string_view a, std::u32string_view b, int limit);

/// Is one the other with two neighbouring parts of it changed over (甲乙丙 for 乙甲丙)?
bool Swapped(std::u32string_view a, std::u32string_view b);
/// Is `typed` the known title with a part of it typed twice (甲乙乙丙)?
bool Doubled(std::u32string_view typed, std::u32string_view known);

struct TypedTitle {
  std::string_view name;  // folded, without years and without the state’s name
  std::optional<Period> period;
  bool national = false;  // the state’s name or that of its highest bodies stands before it
};

struct NearTitle {
  const Instrument* instrument = nullptr;  // nullptr: none is near, or a title that is no better
  int distance = 0;
  bool only_left_out = false;  // all that differs is what the typed title lacks
  bool unique = true;
  bool same_years = false;
  bool other_type = false;  // its last word is all that differs
};

/// The last words of titles, which say what a document is: another one makes another title.
struct TitleTypes {
  std::vector<std::string> all;
  std::vector<std::string> mixed;  // those of a plan with the same years
  std::vector<std::string> rules;  // those of a title so long that hardly two documents have it
};

/// Immutable, thread-safe.
class TitleDistance {
 public:
  /// `ignored`: words that make no difference (的).
  TitleDistance(const InstrumentTable& table, const std::vector<std::string>& others,
                const std::vector<std::string>& ignored, const TitleTypes& types);

  /// The title `typed` was meant to be. Titles under twelve characters differ in one, under twenty
  /// in two, longer ones in three; parts changed over or doubled count as one. With the years of
  /// the known plan two characters may be left out, or another of `mixed` stand for its last word.
  /// Of a national document there may be any other last word, and three characters are enough.
  /// Nothing where it is a title of its own.
  NearTitle Nearest(const TypedTitle& typed) const;

 private:
  struct Entry {
    std::u32string key;
    std::uint64_t letters = 0;  // a bit for each character, by hash
    int type = -1;
    std::size_t stem = 0;  // characters of key before its type
    const Instrument* instrument = nullptr;
    std::vector<Period> periods;  // of the plans with this title
  };
  struct Difference {
    int distance = 0;
    bool only_left_out = false, same_years = false, other_type = false;
  };
  std::optional<Difference> Compare(const Entry& typed, const Entry& known,
                                    const TypedTitle& as) const;
  bool OtherType(const Entry& typed, const Entry& known, bool same_years, bool national) const;
  Entry MakeEntry(std::string_view title, const Instrument* instrument) const;
  int TypeOf(std::string_view title) const;
  static int Allowed(std::size_t length) { return length < 12 ? 1 : length < 20 ? 2 : 3; }
  static bool IsLonger(std::u32string_view typed, std::u32string_view known);

  std::vector<std::string> ignored_, types_;
  std::vector<bool> mixed_, rules_;  // by type
  std::vector<Entry> entries_;
};

}  // namespace hegao
