// Numbers in running text: value, unit, and the words that make them vague. The grammar of Chinese
// numbers stands here, the units stand in the pack.
//
// Not quantities, and left out: dates and years (2024年, 12月4日), times of day, document and phone
// numbers, everything in 《》 and 〔〕, days named by numbers (3·15), numbers glued to letters
// (5G).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "checks/params.h"
#include "document/document.h"

namespace hegao {

enum class Measure : std::uint8_t { count, percent, permille, points /* 个百分点 */ };

struct Quantity {
  Span folded;              // with the words before and after that make it vague, and the unit
  Span number;              // from the first digit to the last, 万 and % included
  Span unit;                // empty if none of the table follows
  std::int32_t group = -1;  // which record of the units; -1: none
  Measure measure = Measure::count;
  double value = 0;          // 1.2万 is 12000, 98% is 98; of a range its upper end
  double grain = 1;          // what one more in the last digit typed would add: 1.2万 has 1000
  bool approximate = false;  // 余 多 约 近 以上 …
  bool ordinal = false;      // 第3
  bool each = false;         // 各3, 每3
  bool range = false;        // 3-5, 3至5
  bool negative = false;     // -3, where the sign is no dash between words
  bool written_out = false;  // in Chinese numerals
  bool over = false;         // a/b: it is the a
  std::uint32_t block = 0;

  /// A number that may be added and compared.
  bool Exact() const { return !approximate && !ordinal && !each && !range && !negative; }
};

/// The fields of a record of units: words that count the same (件, 起, 宗).
const std::vector<ParamSpec>& UnitFields();
/// The parameter `units`, the same for all kinds that read quantities.
ParamSpec UnitsParam();

/// Immutable, thread-safe.
class QuantityReader {
 public:
  explicit QuantityReader(const std::vector<Params>& units);

  /// Ascending. Of the running text and cells; chrome, notes, title and closing lines are left out.
  /// O(text).
  std::vector<Quantity> Read(const Document& doc) const;
  /// Of one stretch of folded text that begins at `base`.
  void ReadText(std::string_view text, std::uint32_t base, std::uint32_t block,
                std::vector<Quantity>& out) const;

  /// Parts counted in this unit may be the same ones (人次).
  bool MayOverlap(std::int32_t group) const { return group >= 0 && overlaps_[group]; }

 private:
  class Scanner;
  struct Unit {
    std::string word;
    std::int32_t group;
  };
  const Unit* UnitAt(std::string_view rest) const;

  std::vector<Unit> units_;  // longest first
  std::vector<bool> overlaps_;
};

/// Within half a unit of the last digit of each: 98.4 and 98.37.
bool Agree(const Quantity& a, const Quantity& b);

/// Without trailing zeros, at most two decimals: 98.33, 60.
std::string Shown(double value);

}  // namespace hegao
