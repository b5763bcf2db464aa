// Pinyin syllables as pages print them after a character: 鎮(zhèn).
#pragma once

#include <cstddef>
#include <string_view>

namespace hegao {

struct PinyinSyllable {
  std::size_t length = 0;  // bytes; 0 if there is none
  bool toned = false;
};

/// One syllable of one to six lower-case letters at `at`. Toneless ones count only if they are
/// usual in the neutral tone (de, le, zi …): other Latin words in brackets are not pinyin.
PinyinSyllable PinyinAt(std::string_view s, std::size_t at);

/// Length of "syllable, blank or none, closing bracket" at `at`; 0 if it is not there.
/// `toned` tells which kind of syllable it is.
std::size_t PinyinTailAt(std::string_view s, std::size_t at, bool* toned);

}  // namespace hegao
