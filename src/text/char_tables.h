// Per-character facts of the Basic Multilingual Plane, generated at build time from ICU
// (generate/make_char_tables.cc): asking ICU's transliterator at run time would cost 10 MB/s.
#pragma once

#include <cstdint>

namespace hegao {

namespace char_tables {
// One bit per character; 8 KB each, so that the hot one stays in the first-level cache.
extern const std::uint32_t kSpecial[2048];
extern const std::uint32_t kTraditionalOnly[2048];
extern const std::uint32_t kCommon[2048];
// One character to one other; 0 is "itself".
extern const std::uint8_t kFoldPage[256];
extern const std::uint16_t kFold[][256];
// A number for each way of being read, 0 for none; the ideographs of the first Unicode.
constexpr char32_t kFirstSound = 0x4E00, kLastSound = 0x9FA5;
extern const std::uint16_t kSound[];

inline bool Bit(const std::uint32_t* bits, char32_t c) {
  return c < 0x10000 && ((bits[c >> 5] >> (c & 31)) & 1) != 0;
}
}  // namespace char_tables

/// Folding must look closer at this non-ASCII character of the BMP: it changes, vanishes, or starts
/// or ends a construct.
inline bool IsSpecialForFolding(char32_t c) { return char_tables::Bit(char_tables::kSpecial, c); }

/// Changes from Traditional to Simplified and is not itself in GB 2312 (著, 乾, 於 are).
inline bool IsTraditionalOnly(char32_t c) {
  return char_tables::Bit(char_tables::kTraditionalOnly, c);
}

/// One of the 3,755 common characters (GB 2312 level 1).
inline bool IsCommonHan(char32_t c) { return char_tables::Bit(char_tables::kCommon, c); }

/// The one character that `c` folds to: script, width, compatibility form. `c` itself if none.
inline char32_t FoldChar(char32_t c) {
  if (c >= 0x10000) return c;
  const std::uint16_t to = char_tables::kFold[char_tables::kFoldPage[c >> 8]][c & 0xFF];
  return to == 0 ? c : to;
}

/// A number for how a character is read, below 4096, tones, zh/z and -ng/-n not told apart; 0: not
/// known. By the one reading that ICU gives for each.
inline std::uint16_t SoundOf(char32_t c) {
  using namespace char_tables;
  return c < kFirstSound || c > kLastSound ? std::uint16_t{0} : kSound[c - kFirstSound];
}

/// Are these two characters read alike?
inline bool SoundAlike(char32_t a, char32_t b) {
  const auto sound = SoundOf(a);
  return sound != 0 && sound == SoundOf(b);
}

}  // namespace hegao
