// Which strings a text cannot contain: asked of one document by hundreds of patterns, so it is made
// once and most questions cost a few bits instead of a search.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "text/required_literals.h"

namespace hegao {

/// What a pattern requires, with what a filter wants to know of it worked out. Immutable.
class LiteralQuery {
 public:
  LiteralQuery() = default;  // requires nothing
  explicit LiteralQuery(std::vector<AnyOf> required);
  const std::vector<AnyOf>& required() const { return required_; }

 private:
  friend class LiteralFilter;
  std::vector<AnyOf> required_;
  std::vector<std::uint32_t> hashes_;  // of the start of each string, in order
};

/// Keeps a bit for each character of a text and for each two that stand together. Immutable,
/// thread-safe. Size: two to four bytes for each byte of text, 128 bytes for a line, 1 MiB at most;
/// past that it spares fewer searches. O(bytes) to make.
class LiteralFilter {
 public:
  LiteralFilter() = default;  // of an empty text
  explicit LiteralFilter(std::string_view text);

  /// False: `literal` (whole characters) is surely not in the text. O(bytes of the literal).
  bool MayContain(std::string_view literal) const;
  /// Does `text`, of which this is the filter, contain one string of each? Exact: what the bits do
  /// not rule out is searched for.
  bool Contains(std::string_view text, const LiteralQuery& query) const;

 private:
  static constexpr std::size_t kInline = 16;
  bool Has(std::uint32_t hash) const {
    const auto bit = hash >> shift_;
    const auto* words = many_.empty() ? few_.data() : many_.data();
    return (words[bit / 64] >> (bit % 64) & 1) != 0;
  }

  std::array<std::uint64_t, kInline> few_{};  // the bits, where they are so few
  std::vector<std::uint64_t> many_;           // else here; a power of two
  unsigned shift_ = 22;                       // from a 32-bit hash to a bit
};

}  // namespace hegao
