// Where Chinese text divides into words, by ICU's dictionary. The dictionary is part of ICU's own
// data (libicudata; brkitr/cjdict, some 300,000 words with their frequency), so nothing is shipped
// for it, and which words it knows is the affair of the ICU that is installed.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace hegao {

/// Divides stretches of text, one after another. Costs nothing until the first is asked for; then
/// ICU's iterator is opened and reads what it needs of the dictionary (8 million instructions, some
/// 2 ms, for the first of a process) and each stretch costs about a microsecond a character: made
/// for places that are doubtful, not for whole texts. Not thread-safe: one for each thread or call;
/// ICU's data behind it are shared and read only.
class WordBreaks {
 public:
  WordBreaks();
  ~WordBreaks();
  WordBreaks(const WordBreaks&) = delete;
  WordBreaks& operator=(const WordBreaks&) = delete;

  /// Divides `text`, some dozens of characters, so that IsBreak() tells of it. False if this ICU
  /// cannot: it has no such iterator, or not the dictionary (data are built without it to save
  /// room), which shows when a word that everybody knows falls apart.
  bool Divide(std::u32string_view text);

  /// Does a word begin or end before character `at` of the divided text? True at both its ends,
  /// false past it. In O(1).
  bool IsBreak(std::size_t at) const { return at < breaks_.size() && breaks_[at] != 0; }

 private:
  struct Iterator;
  void Open();
  bool Apply(std::u32string_view text);
  std::unique_ptr<Iterator> iterator_;
  bool opened_ = false;
  std::u16string units_;
  std::vector<std::uint8_t> breaks_;
};

}  // namespace hegao
