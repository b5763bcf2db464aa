#include "formats/markdown/cursor.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "text/utf8.h"

namespace hegao {
namespace {

bool IsPunctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') ||
         (c >= '{' && c <= '~');
}

bool IsLineEnd(char c) { return c == '\n' || c == '\r'; }
bool IsSpace(char c) { return c == ' ' || c == '\t' || IsLineEnd(c); }

}  // namespace

void MarkdownCursor::Enter(std::uint32_t begin, std::uint32_t end, int quotes) {
  at_ = std::max(at_, begin);
  end_ = std::max(at_, std::min(end, static_cast<std::uint32_t>(text_.size())));
  quotes_ = quotes;
  SkipBlanksInLine();
}

void MarkdownCursor::SkipBlanksInLine() {
  while (Peek() == ' ' || Peek() == '\t') ++at_;
}

void MarkdownCursor::SkipLinePrefix() {
  SkipBlanksInLine();
  for (int quote = 0; quote < quotes_ && Peek() == '>'; ++quote) {
    ++at_;
    SkipBlanksInLine();
  }
}

void MarkdownCursor::Emit(std::uint32_t length, std::string shown, std::vector<Piece>* out) {
  const Span span{at_, at_ + length};
  at_ += length;
  if (!shown.empty()) {
    out->push_back({span, true, std::move(shown)});
  } else if (!out->empty() && !out->back().has_replacement &&
             out->back().source.end == span.begin) {
    out->back().source.end = span.end;
  } else {
    out->push_back({span, false, {}});
  }
}

std::vector<Piece> MarkdownCursor::Text(std::string_view literal) { return Place(literal, false); }

std::vector<Piece> MarkdownCursor::Place(std::string_view literal, bool code) {
  std::vector<Piece> pieces;
  while (!literal.empty() && at_ < end_) {
    if (Step(&literal, code, &pieces) || Resync(literal)) continue;
    // Nowhere to be found (a character the parser replaced): it stands for what is here.
    const CodePoint shown = DecodeAt(literal, 0);
    Emit(std::min<std::uint32_t>(DecodeAt(text_, at_).length, end_ - at_),
         std::string(literal.substr(0, shown.length)), &pieces);
    literal.remove_prefix(shown.length);
  }
  if (!literal.empty() && !pieces.empty()) {
    Piece& last = pieces.back();
    if (!last.has_replacement)
      last.replacement = text_.substr(last.source.begin, last.source.size());
    last.has_replacement = true;
    last.replacement += literal;
  }
  return pieces;
}

/// Takes one character, or a run of equal ones, off `want`; false if the source shows something
/// else.
bool MarkdownCursor::Step(std::string_view* want, bool code, std::vector<Piece>* out) {
  const char here = Peek();
  const std::string_view left = text_.substr(at_, end_ - at_);
  if (here == '&' && !code) {
    const CharRefs::Ref ref = refs_.At(left);
    if (ref.length != 0 && left[ref.length - 1] == ';' && want->starts_with(ref.shown)) {
      want->remove_prefix(ref.shown.size());
      Emit(ref.length, ref.shown, out);
      return true;
    }
  }
  const char next = Peek(1);
  // In a table a bar is escaped even inside of code.
  const bool escape = here == '\\' && IsPunctuation(next) && want->front() == next;
  if (escape && (!code || next == '|')) {
    ++at_;
    Emit(1, {}, out);
    want->remove_prefix(1);
    return true;
  }
  if (code && IsLineEnd(here) && want->front() == ' ') {
    const std::uint32_t begin = at_;
    LineEnd();
    out->push_back({{begin, begin + 1}, true, " "});
    want->remove_prefix(1);
    return true;
  }
  std::uint32_t run = 0;
  const auto most = static_cast<std::uint32_t>(std::min(left.size(), want->size()));
  while (run < most && left[run] == (*want)[run] &&
         (run == 0 || (left[run] != '&' && left[run] != '\\'))) {
    ++run;
  }
  while (run > 0 && !(IsBoundary(left, run) && IsBoundary(*want, run))) --run;
  if (run == 0) return false;
  Emit(run, {}, out);
  want->remove_prefix(run);
  return true;
}

/// Looks ahead for the next words: something invisible that the cursor does not know stands
/// between.
bool MarkdownCursor::Resync(std::string_view want) {
  std::size_t length = DecodeAt(want, 0).length;
  while (length < want.size() && length < 24 && !IsPunctuation(want[length])) {
    length += DecodeAt(want, length).length;
  }
  const std::size_t found = text_.substr(0, end_).find(want.substr(0, length), at_ + 1);
  if (found == std::string_view::npos) return false;
  at_ = static_cast<std::uint32_t>(found);
  return true;
}

std::vector<Piece> MarkdownCursor::Code(std::string_view literal) {
  std::uint32_t ticks = 0;
  if (Peek() != '`') {
    const std::size_t found = text_.substr(0, end_).find('`', at_);
    if (found != std::string_view::npos) at_ = static_cast<std::uint32_t>(found);
  }
  while (Peek() == '`') ++at_, ++ticks;
  // One blank on either side belongs to the delimiters where both have it.
  const bool padded = IsSpace(Peek()) && !literal.empty() && literal.front() != ' ';
  if (padded) IsLineEnd(Peek()) ? static_cast<void>(LineEnd()) : static_cast<void>(++at_);
  std::vector<Piece> pieces = Place(literal, true);
  const std::uint32_t content_end = at_;
  while (IsSpace(Peek()) || Peek() == '>') ++at_;
  if (Peek() != '`') at_ = content_end;
  for (; ticks > 0 && Peek() == '`'; --ticks) ++at_;
  return pieces;
}

Span MarkdownCursor::Tag(std::string_view literal) {
  std::size_t begin = text_.substr(0, end_).find(literal, at_);
  std::size_t length = literal.size();
  if (begin == std::string_view::npos) {
    // Over several lines with a prefix each: only its ends are as written.
    begin = text_.substr(0, end_).find('<', at_);
    if (begin == std::string_view::npos) return {at_, at_};
    const std::size_t close =
        text_.substr(0, end_).find(literal.starts_with("<!--") ? "-->" : ">", begin);
    if (close == std::string_view::npos) return {at_, at_};
    length = text_.find('>', close) + 1 - begin;
  }
  at_ = static_cast<std::uint32_t>(begin + length);
  return {static_cast<std::uint32_t>(begin), at_};
}

Span MarkdownCursor::LineEnd() {
  std::uint32_t begin = at_;
  while (begin < end_ && !IsLineEnd(text_[begin])) ++begin;
  std::uint32_t next = begin;
  if (next < end_ && text_[next] == '\r') ++next;
  if (next < end_ && text_[next] == '\n') ++next;
  at_ = next;
  SkipLinePrefix();
  return {begin, next};
}

void MarkdownCursor::Delimiters(std::string_view which, int count) {
  for (; count > 0 && which.find(Peek()) != std::string_view::npos && Peek() != '\0'; --count)
    ++at_;
}

void MarkdownCursor::HeadingMark() {
  std::uint32_t marks = 0;
  while (Peek(marks) == '#') ++marks;
  const char after = Peek(marks);
  if (marks == 0 || marks > 6 || (after != ' ' && after != '\t')) return;  // set with an underline
  at_ += marks;
  SkipBlanksInLine();
}

void MarkdownCursor::LinkOpen(bool image) {
  const std::string_view rest = text_.substr(at_, end_ - at_);
  const std::size_t skip = rest.find(image ? "![" : Peek() == '<' ? "<" : "[");
  if (skip != std::string_view::npos) at_ += static_cast<std::uint32_t>(skip) + (image ? 2 : 1);
}

void MarkdownCursor::LinkClose(std::string_view url) {
  if (Peek() == '>') {
    ++at_;
    return;
  }
  if (Peek() != ']') return;
  ++at_;
  if (Peek() == '[') {
    std::uint32_t close = at_ + 1;
    while (close < end_ && text_[close] != ']') close += text_[close] == '\\' ? 2 : 1;
    if (close < end_) at_ = close + 1;
  } else if (Peek() == '(') {
    SkipDestination(url);
  }
}

/// "(url "title")" — or, after a link that is only a reference, brackets of the text.
void MarkdownCursor::SkipDestination(std::string_view url) {
  std::uint32_t p = at_ + 1;
  const auto skip_space = [&] {
    while (p < end_ && (IsSpace(text_[p]) || (quotes_ > 0 && text_[p] == '>'))) ++p;
  };
  skip_space();
  const char first = p < end_ ? text_[p] : '\0';
  const bool same = url.empty() ? first == ')' || first == '<'
                                : first == url[0] || first == '<' || first == '\\' || first == '&';
  if (!same) return;
  const bool angle = first == '<';
  for (int depth = 0; p < end_; ++p) {
    const char c = text_[p];
    if (c == '\\') {
      ++p;
    } else if (angle) {
      if (c == '>') {
        ++p;
        break;
      }
    } else if (IsSpace(c) || (c == ')' && depth == 0)) {
      break;
    } else {
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    }
  }
  skip_space();
  if (p < end_ && (text_[p] == '"' || text_[p] == '\'' || text_[p] == '(')) {
    const char quote = text_[p] == '(' ? ')' : text_[p];
    for (++p; p < end_ && text_[p] != quote; ++p) {
      if (text_[p] == '\\') ++p;
    }
    ++p;
    skip_space();
  }
  if (p < end_ && text_[p] == ')') at_ = p + 1;
}

}  // namespace hegao
