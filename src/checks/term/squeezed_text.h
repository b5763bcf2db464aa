// The text as phrases are compared in it: its characters alone, without quotes, blanks and the
// marks between the parts of a phrase, with a way back to the folded text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "document/document.h"

namespace hegao {

/// Stand for what no phrase runs across; below every character that is kept.
constexpr char32_t kBreak = 1;       // the end of a clause or of a title
constexpr char32_t kUnreadable = 2;  // a blank, a mask or damage: what stood there is not known

/// A stretch of running text. Plain data; positions are indices of characters.
struct SqueezedText {
  enum Flag : std::uint8_t {
    after_part = 1,   // 、 stands before it
    after_comma = 2,  // ， stands before it
    in_title = 4,     // within 《》
    after_quote = 8,  // a quotation mark stands before it
  };
  std::u32string chars;
  std::vector<std::uint32_t> at;  // folded offset of each
  std::vector<std::uint8_t> flags;

  std::size_t size() const { return chars.size(); }
  /// The folded span of the characters [begin, end); where that is empty, the place before `end`,
  /// but behind what precedes it.
  Span Folded(std::size_t begin, std::size_t end) const;
  std::uint32_t FoldedEnd(std::size_t index) const;
};

/// The characters of a phrase, without what SqueezedText leaves out. Folded like the text.
struct SqueezedPhrase {
  std::u32string chars;
  std::vector<std::uint8_t> flags;  // after_part and after_comma
  std::size_t size() const { return chars.size(); }
};
SqueezedPhrase SqueezePhrase(std::string_view phrase);

/// The words of texts that hold one or several, divided by blanks: a table of a thousand words is
/// read at every start, and reading it costs by the text.
std::vector<std::string> WordsOf(const std::vector<std::string>& texts);

std::string ToUtf8(std::u32string_view chars);

/// Walks the running text in stretches of whole blocks, some 100 KB each, so that what a rule
/// keeps of it stays small whatever the document. O(bytes).
class SqueezedWalk {
 public:
  explicit SqueezedWalk(const Document& doc) : doc_(doc) {}
  /// False at the end of the document. `text` is overwritten.
  bool Next(SqueezedText* text);

 private:
  void Append(const Block& block, SqueezedText* text);
  const Document& doc_;
  std::size_t block_ = 0;
};

}  // namespace hegao
