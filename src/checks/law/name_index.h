// Many names looked for in one pass over a text.
#pragma once

#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hegao {

/// Filled once, then immutable and thread-safe. Names are folded text of two characters or more.
class NameIndex {
 public:
  struct Hit {
    std::uint32_t id = 0;
    std::uint32_t length = 0;  // bytes; 0: no name starts here
  };

  /// Names shorter than two Chinese characters are ignored. The first of two equal names stays.
  void Add(std::string name, std::uint32_t id);
  /// The longest name that starts at text[at]. O(names with the same first two characters).
  Hit LongestAt(std::string_view text, std::size_t at) const;
  /// The id of exactly this name, or no hit.
  Hit Exactly(std::string_view name) const;

 private:
  struct Entry {
    std::string name;
    std::uint32_t id;
  };
  static constexpr std::size_t kKey = 6;  // bytes: two Chinese characters
  static std::uint64_t KeyAt(std::string_view text, std::size_t at);
  static std::size_t Bit(std::uint64_t key) { return key * 0x9E3779B97F4A7C15u >> 52; }
  const std::vector<Entry>* Bucket(std::string_view text, std::size_t at) const;

  std::bitset<4096> starts_;  // most places start no name; they cost one bit
  std::unordered_map<std::uint64_t, std::vector<Entry>> buckets_;
};

/// A name in which “七五” may be typed without its quotes, with straight ones or with one lost: all
/// these forms. A name without “” is its only form.
std::vector<std::string> QuoteForms(const std::string& name);

}  // namespace hegao
