#include "text/words.h"

#include <unicode/ubrk.h>

namespace hegao {
namespace {

struct CloseIterator {
  void operator()(UBreakIterator* i) const { ubrk_close(i); }
};

constexpr char32_t kNoLetter = U' ';

}  // namespace

struct WordBreaks::Iterator {
  std::unique_ptr<UBreakIterator, CloseIterator> icu;
};

WordBreaks::WordBreaks() = default;
WordBreaks::~WordBreaks() = default;

void WordBreaks::Open() {
  opened_ = true;
  UErrorCode status = U_ZERO_ERROR;
  auto iterator = std::make_unique<Iterator>();
  iterator->icu.reset(ubrk_open(UBRK_WORD, "zh", nullptr, 0, &status));
  if (U_FAILURE(status) || iterator->icu == nullptr) return;
  iterator_ = std::move(iterator);
  // Two words: without the dictionary there are four, or one.
  const bool knows_words =
      Apply(U"我们他们") && !IsBreak(1) && IsBreak(2) && !IsBreak(3) && IsBreak(4);
  if (!knows_words) iterator_.reset();
}

bool WordBreaks::Divide(std::u32string_view text) {
  if (!opened_) Open();
  return iterator_ != nullptr && Apply(text);
}

bool WordBreaks::Apply(std::u32string_view text) {
  units_.clear();
  // One unit for each, so that ICU's offsets are those of the characters.
  for (const char32_t c : text) {
    units_ += static_cast<char16_t>(c < 0x10000 && (c < 0xD800 || c > 0xDFFF) ? c : kNoLetter);
  }
  breaks_.assign(text.size() + 1, 0);
  UErrorCode status = U_ZERO_ERROR;
  auto* icu = iterator_->icu.get();
  ubrk_setText(icu, units_.data(), static_cast<std::int32_t>(units_.size()), &status);
  if (U_FAILURE(status)) return false;
  for (auto at = ubrk_first(icu); at != UBRK_DONE; at = ubrk_next(icu)) {
    breaks_[static_cast<std::size_t>(at)] = 1;
  }
  return true;
}

}  // namespace hegao
