// Where in the source the text of a Markdown parser came from. The parser tells reliably where
// blocks begin, but not where inlines do: a cursor follows them through the source, in the parser's
// order.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "formats/html/char_refs.h"
#include "text/fold.h"

namespace hegao {

class MarkdownCursor {
 public:
  explicit MarkdownCursor(std::string_view text) : text_(text) {}

  /// Goes to `begin`, or stays where it is if that is later: it never goes back, so that all pieces
  /// ascend. Nothing is looked for at or after `end`. `quotes`: block quotes around the place.
  void Enter(std::uint32_t begin, std::uint32_t end, int quotes);

  std::uint32_t position() const { return at_; }

  /// Text with escapes and references resolved.
  std::vector<Piece> Text(std::string_view literal);
  /// The content of a code span.
  std::vector<Piece> Code(std::string_view literal);
  /// An inline tag or comment; its span.
  Span Tag(std::string_view literal);
  /// A line end with the prefix of the next line; the span of the line end alone.
  Span LineEnd();
  /// `count` delimiter characters, any of `which`.
  void Delimiters(std::string_view which, int count);
  /// "# " of a heading.
  void HeadingMark();
  /// "[", "![" or "<" before the text of a link; what stands after it, up to ")", "]" or ">".
  void LinkOpen(bool image);
  void LinkClose(std::string_view url);

 private:
  void Emit(std::uint32_t length, std::string shown, std::vector<Piece>* out);
  bool Step(std::string_view* want, bool code, std::vector<Piece>* out);
  std::vector<Piece> Place(std::string_view literal, bool code);
  bool Resync(std::string_view want);
  void SkipBlanksInLine();
  void SkipLinePrefix();
  void SkipDestination(std::string_view url);
  char Peek(std::uint32_t ahead = 0) const {
    return at_ + ahead < end_ ? text_[at_ + ahead] : '\0';
  }

  std::string_view text_;
  std::uint32_t at_ = 0;
  std::uint32_t end_ = 0;
  int quotes_ = 0;
  CharRefs refs_;
};

}  // namespace hegao
