#include "text/literal_filter.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <utility>

namespace hegao {
namespace {

constexpr std::size_t kMostBits = std::size_t{1} << 23;

/// The characters of a text as numbers: their bytes, up to four.
class Characters {
 public:
  explicit Characters(std::string_view text) : at_(text.data()), end_(at_ + text.size()) {}

  bool Next(std::uint32_t* character) {
    if (at_ == end_) return false;
    const auto lead = static_cast<unsigned char>(*at_);
    std::size_t length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    length = std::min(length, static_cast<std::size_t>(end_ - at_));
    std::uint32_t bytes = 0;
    // Memory is read past the character, never past the text.
    if (end_ - at_ >= 4) {
      std::memcpy(&bytes, at_, 4);
      if constexpr (std::endian::native == std::endian::little) {
        bytes &= ~std::uint32_t{0} >> (8 * (4 - length));
      } else {
        bytes >>= 8 * (4 - length);
      }
    } else {
      for (std::size_t i = 0; i < length; ++i) {
        bytes |= std::uint32_t{static_cast<unsigned char>(at_[i])} << (8 * i);
      }
    }
    at_ += length;
    *character = bytes;
    return true;
  }

 private:
  const char* at_;
  const char* end_;
};

// Odd constants that spread the high bits: 2^32 / golden ratio, and a prime.
std::uint32_t HashOne(std::uint32_t c) { return c * 0x9E3779B1U; }
std::uint32_t HashTwo(std::uint32_t a, std::uint32_t b) {
  return ((a * 0x85EBCA77U) ^ (b >> 3)) * 0x9E3779B1U + b * 0xC2B2AE3DU;
}

}  // namespace

LiteralQuery::LiteralQuery(std::vector<AnyOf> required) : required_(std::move(required)) {
  for (const auto& any : required_) {
    for (const auto& s : any) {
      Characters characters(s);
      std::uint32_t first = 0, second = 0;
      characters.Next(&first);
      hashes_.push_back(characters.Next(&second) ? HashTwo(first, second) : HashOne(first));
    }
  }
}

LiteralFilter::LiteralFilter(std::string_view text) {
  // Two bits for each character of about three bytes: about one bit in thirty is set. Patterns ask
  // for one of up to 64 strings, so a bit more often set by chance would rule nothing out.
  const auto bits = std::min(std::bit_ceil(text.size() * 16), kMostBits);
  if (bits > 64 * kInline) {
    many_.resize(bits / 64);
    shift_ = 32 - static_cast<unsigned>(std::countr_zero(bits));
  }
  auto* words = many_.empty() ? few_.data() : many_.data();
  const auto set = [&](std::uint32_t hash) {
    const auto bit = hash >> shift_;
    words[bit / 64] |= std::uint64_t{1} << (bit % 64);
  };
  Characters characters(text);
  std::uint32_t before = 0, c = 0;
  if (characters.Next(&before)) set(HashOne(before));
  for (; characters.Next(&c); before = c) {
    set(HashOne(c));
    set(HashTwo(before, c));
  }
}

bool LiteralFilter::MayContain(std::string_view literal) const {
  Characters characters(literal);
  std::uint32_t before = 0, c = 0;
  if (!characters.Next(&before)) return true;
  if (!characters.Next(&c)) return Has(HashOne(before));
  do {
    if (!Has(HashTwo(before, c))) return false;
    before = c;
  } while (characters.Next(&c));
  return true;
}

bool LiteralFilter::Contains(std::string_view text, const LiteralQuery& query) const {
  const auto* hash = query.hashes_.data();
  for (const auto& any : query.required_) {
    bool found = false;
    for (std::size_t i = 0; i < any.size() && !found; ++i) {
      found = Has(hash[i]) && MayContain(any[i]) && ContainsLiteral(text, any[i]);
    }
    if (!found) return false;
    hash += any.size();
  }
  return true;
}

}  // namespace hegao
