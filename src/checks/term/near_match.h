// Where a text says a phrase almost, and what is different there.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace hegao {

/// One slip: a character that is another one, that is missing, that is too much, or two
/// neighbours that changed places.
struct Slip {
  enum class Kind : std::uint8_t { other, missing, extra, swapped };
  Kind kind = Kind::other;
  std::uint32_t text = 0;    // index of the (first) character; missing: it would stand before it
  std::uint32_t phrase = 0;  // index of the character the phrase has; extra: of the next one
};

struct NearMatch {
  std::uint32_t begin = 0, end = 0;  // in the text
  std::vector<Slip> slips;           // ascending; none: the phrase itself
};

/// All places of `text` that are at most `most` slips away from `phrase`, none overlapping, the
/// closest first chosen; ascending. `text` holds no breaks. O(text * phrase); made for stretches of
/// a few hundred characters.
std::vector<NearMatch> FindNear(std::u32string_view phrase, std::u32string_view text,
                                std::uint32_t most);

}  // namespace hegao
