// Lengths, boxes and transformations of OFD (GB/T 33190—2016, 7.3 and 8.3): millimetres, y
// downwards. What is written wrongly reads as 0, what is absurdly large is cut.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace hegao {

struct OfdPoint {
  double x = 0, y = 0;
};

struct OfdBox {
  double x = 0, y = 0, width = 0, height = 0;
};

/// x' = a·x + c·y + e, y' = b·x + d·y + f
struct OfdMatrix {
  double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  OfdPoint Apply(OfdPoint p) const { return {a * p.x + c * p.y + e, b * p.x + d * p.y + f}; }
  /// First `inner`, then this.
  OfdMatrix Around(const OfdMatrix& inner) const;
  /// How much lengths grow, along the line of text and across it.
  double Along() const;
  double Across() const;
};

/// The next number of a list parted by blanks, cut off `text`; nothing at its end.
std::optional<double> TakeOfdNumber(std::string_view& text);

OfdBox ParseOfdBox(std::string_view text);
OfdMatrix ParseOfdMatrix(std::string_view text);  // of "": no change

/// The offsets of DeltaX and DeltaY, "1 g 3 2.5" being 1 2.5 2.5 2.5, one after the other.
class OfdDeltas {
 public:
  explicit OfdDeltas(std::string_view text) : rest_(text) {}
  /// Nothing where the list is at its end.
  std::optional<double> Next();

 private:
  std::string_view rest_;
  std::size_t repeat_ = 0;
  double value_ = 0;
};

}  // namespace hegao
