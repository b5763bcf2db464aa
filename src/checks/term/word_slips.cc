#include "checks/term/word_slips.h"

#include <algorithm>

#include "checks/term/phrase_table.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kLeast = 4;
constexpr std::uint8_t kMarks =
    SqueezedText::after_part | SqueezedText::after_comma | SqueezedText::after_quote;

}  // namespace

WordSlips::WordSlips(const std::vector<std::string>& words,
                     const std::vector<std::string>& also_right,
                     const std::vector<std::string>& look_alikes)
    : mixed_(look_alikes), index_(words.size() * 24) {
  for (const auto& w : WordsOf(words)) {
    Word word{SqueezePhrase(w), w};
    const auto& c = word.text.chars;
    if (c.size() < kLeast) continue;
    const auto number = static_cast<std::uint32_t>(words_.size() * 2);
    index_.Add(c[0], c[1], number);
    index_.Add(c[c.size() - 2], c[c.size() - 1], number + 1);
    words_.push_back(std::move(word));
  }
  for (const auto& w : WordsOf(also_right)) also_right_.push_back(SqueezePhrase(w));
}

void WordSlips::Look(const Document& doc, const SqueezedText& text, std::uint32_t at,
                     std::vector<TermHit>* hits) const {
  index_.ForEach(text.chars[at], text.chars[at + 1], [&](std::uint32_t number) {
    const auto& word = words_[number / 2];
    const auto back = number % 2 == 0 ? 0 : word.text.size() - 2;
    if (at >= back) Compare(doc, text, word, at - back, hits);
  });
}

void WordSlips::Compare(const Document& doc, const SqueezedText& text, const Word& word,
                        std::size_t begin, std::vector<TermHit>* hits) const {
  const auto size = word.text.size();
  if (begin + size > text.size() || (text.flags[begin] & SqueezedText::in_title) != 0) return;
  std::size_t wrong = size;
  for (std::size_t i = 0; i < size; ++i) {
    if (i > 0 && (text.flags[begin + i] & kMarks) != 0) return;
    if (text.chars[begin + i] == word.text.chars[i]) continue;
    if (wrong != size) return;  // two differ: another word
    wrong = i;
  }
  if (wrong == size) return;
  const auto c = text.chars[begin + wrong];
  if (!IsHan(c) || !mixed_(c, word.text.chars[wrong]) || Explained(text, begin + wrong)) return;
  const auto from = static_cast<std::uint32_t>(begin);
  // What is listed knows better what was meant.
  TermHit hit{text.Folded(begin, begin + size), word.shown, Severity::warning, 1, {}, true};
  AddEdits(doc, text,
           SlipsBetween(word.text.chars, std::u32string_view(text.chars).substr(begin, size), from),
           word.text.chars, &hit);
  hits->push_back(std::move(hit));
}

bool WordSlips::Explained(const SqueezedText& text, std::size_t at) const {
  return std::any_of(also_right_.begin(), also_right_.end(), [&](const SqueezedPhrase& w) {
    for (std::size_t i = 0; i < w.size() && i <= at; ++i) {
      if (StandsAt(text, at - i, w)) return true;
    }
    return false;
  });
}

}  // namespace hegao
