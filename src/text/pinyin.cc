#include "text/pinyin.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "text/utf8.h"
#include "text/width_rules.h"

namespace hegao {
namespace {

constexpr int kMaxLetters = 6;
enum class Letter : std::uint8_t { none, plain, toned, mark };

constexpr std::size_t kTableSize = 0x310;

constexpr std::array<Letter, kTableSize> MakeLetterTable() {
  constexpr std::u32string_view kToned = U"āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹ";
  // As some sites type them: script a and g instead of the plain letters.
  constexpr std::u32string_view kPlain = U"abcdefghijklmnopqrstuvwxyzüɑɡê";
  constexpr std::u32string_view kMarks = U"\u0300\u0301\u0304\u0306\u030C\u0308";
  std::array<Letter, kTableSize> table{};
  for (const char32_t c : kToned) table[c] = Letter::toned;
  for (const char32_t c : kPlain) table[c] = Letter::plain;
  for (const char32_t c : kMarks) table[c] = Letter::mark;
  return table;
}

constexpr std::array<Letter, kTableSize> kLetters = MakeLetterTable();

Letter LetterOf(char32_t c) { return c < kTableSize ? kLetters[c] : Letter::none; }

constexpr std::array<std::string_view, 12> kNeutral = {"de", "le", "zhe", "men", "ma", "ne",
                                                       "ba", "me", "zi",  "tou", "ge", "la"};

}  // namespace

PinyinSyllable PinyinAt(std::string_view s, std::size_t at) {
  PinyinSyllable syllable;
  int letters = 0;
  std::size_t i = at;
  while (i < s.size()) {
    const CodePoint c = DecodeAt(s, i);
    const Letter letter = LetterOf(c.value);
    if (letter == Letter::none || (letter == Letter::mark && letters == 0)) break;
    if (letter != Letter::mark && ++letters > kMaxLetters) return {};
    syllable.toned = syllable.toned || letter != Letter::plain;
    i += c.length;
  }
  const std::string_view text = s.substr(at, i - at);
  if (syllable.toned || std::find(kNeutral.begin(), kNeutral.end(), text) != kNeutral.end()) {
    syllable.length = text.size();
  }
  return syllable;
}

std::size_t PinyinTailAt(std::string_view s, std::size_t at, bool* toned) {
  const PinyinSyllable syllable = PinyinAt(s, at);
  if (syllable.length == 0) return 0;
  std::size_t i = at + syllable.length;
  if (i >= s.size()) return 0;
  CodePoint c = DecodeAt(s, i);
  if (IsBlank(c.value) && !IsLineBreak(c.value)) {
    i += c.length;
    if (i >= s.size()) return 0;
    c = DecodeAt(s, i);
  }
  if (FoldWidth(c.value) != ')') return 0;
  *toned = syllable.toned;
  return i + c.length - at;
}

}  // namespace hegao
