// Thousands of words looked for at once, by the two characters that begin them or that they hold:
// one look for each character of the text, whatever the number of words.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace hegao {

/// Leads from two characters to the numbers that were entered for them. Filled once, then
/// immutable and thread-safe.
class WordIndex {
 public:
  /// `entries`: about how many there will be.
  explicit WordIndex(std::size_t entries);

  void Add(char32_t first, char32_t second, std::uint32_t number);

  /// Calls visit(number) for each entry of these two characters, the last entered first.
  template <typename Visit>
  void ForEach(char32_t first, char32_t second, Visit visit) const {
    const auto key = Key(first, second);
    for (auto i = heads_[Slot(key)]; i != 0; i = entries_[i - 1].next) {
      if (entries_[i - 1].key == key) visit(entries_[i - 1].number);
    }
  }

 private:
  struct Entry {
    std::uint64_t key;
    std::uint32_t number;
    std::uint32_t next;  // 1 + index of the next in the same slot; 0: none
  };
  static std::uint64_t Key(char32_t first, char32_t second) {
    return (std::uint64_t{first} << 21) | second;
  }
  std::size_t Slot(std::uint64_t key) const {
    return static_cast<std::size_t>((key * 0x9E3779B97F4A7C15ULL) >> shift_);
  }
  std::vector<std::uint32_t> heads_;  // a power of two; 1 + index of an entry
  std::vector<Entry> entries_;
  unsigned shift_;
};

}  // namespace hegao
