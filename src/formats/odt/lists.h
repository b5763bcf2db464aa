// Numbers before paragraphs of lists and before headings, as text (ISO/IEC 26300-1, 5.3 and 16.29).
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hegao {

/// One level of a text:list-style or of the text:outline-style.
struct OdtListLevel {
  bool numbered = false;  // no bullet, no image
  std::string format, prefix, suffix;
  std::string pattern;  // LibreOffice: "%1%.%2%、" with prefix and suffix; empty: not given
  std::uint32_t start = 1;
  int display = 1;  // how many levels the label shows
  bool letter_sync = false;
  bool nothing_follows = false;  // else a blank stands between label and text
};

constexpr int kOdtListLevels = 10;

struct OdtListStyle {
  std::array<OdtListLevel, kOdtListLevels> levels;
};

/// Reads a text:list-style or text:outline-style; a null node has no numbers.
OdtListStyle ReadOdtListStyle(pugi::xml_node style);

/// How far a list has counted.
struct OdtListCount {
  std::array<std::uint32_t, kOdtListLevels> value{};
  std::array<bool, kOdtListLevels> started{};

  /// Counts the next item of `level` (0-based, below kOdtListLevels) and gives its label, with a
  /// blank behind it where one follows. `start`: the item's own text:start-value. Empty for
  /// bullets.
  std::string Next(const OdtListStyle& style, int level,
                   std::optional<std::uint32_t> start = std::nullopt);
  /// The next item of this level starts anew.
  void Restart(int level);
};

/// The lists of a document, in the order they begin. Not thread-safe.
class OdtListCounts {
 public:
  /// The count of an outermost text:list of this style: an older one that it continues, or new.
  /// Indices stay valid.
  std::size_t Begin(pugi::xml_node list, std::string_view style_name);
  OdtListCount& At(std::size_t index) { return counts_[index]; }

 private:
  std::vector<OdtListCount> counts_;
  std::unordered_map<std::string, std::size_t> by_id_, last_of_style_;
};

}  // namespace hegao
