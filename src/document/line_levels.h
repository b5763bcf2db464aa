// Levels of unnumbered headings, told by how they are set.
#pragma once

#include <cstddef>
#include <map>

#include "document/document.h"
#include "document/emphasis.h"

namespace hegao {

/// Lines of one look are of one level. Of two looks that alternate the larger is the higher, of two
/// equally large the one seen first.
class LineLevels {
 public:
  /// doc.headings must be set, with the levels of numbered ones.
  explicit LineLevels(const Document& doc);

  /// The level of a line of this look among lines: 1 is the highest. 0: it is not set apart where
  /// others are.
  int AmongLines(const Heading& line) const;
  /// Do lines set apart, two or more of one look, stand above the numbers of headings that look
  /// otherwise? They do where such lines stand before and after these.
  bool StandAboveNumbers() const;
  /// The level that all numbered headings of the look of this line have, 0 if there is none.
  int OfNumbered(const Heading& line) const;

 private:
  struct Use {
    std::size_t first = 0, last = 0, count = 0;  // places in doc.headings
    int level = 1;
  };
  void Rank();

  const Document& doc_;
  bool set_apart_ = false;
  std::map<Look, Use> lines_;
  std::map<Look, int> numbered_;  // -1: of several levels
  std::size_t first_number_ = 0, last_number_ = 0;
};

}  // namespace hegao
