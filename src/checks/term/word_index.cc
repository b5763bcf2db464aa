#include "checks/term/word_index.h"

#include <algorithm>
#include <bit>

namespace hegao {

WordIndex::WordIndex(std::size_t entries) {
  // Most pairs of a text are no one's: with four slots for each entry they cost one look.
  const auto slots = std::bit_ceil(std::max<std::size_t>(64, entries * 4));
  heads_.resize(slots);
  entries_.reserve(entries);
  shift_ = 64 - static_cast<unsigned>(std::countr_zero(slots));
}

void WordIndex::Add(char32_t first, char32_t second, std::uint32_t number) {
  const auto key = Key(first, second);
  auto& head = heads_[Slot(key)];
  entries_.push_back({key, number, head});
  head = static_cast<std::uint32_t>(entries_.size());
}

}  // namespace hegao
