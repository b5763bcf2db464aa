#include "formats/html/align.h"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::string_view kUnknown = "\xEF\xBF\xBD";

/// Length of the tag or comment at the start of `s`, 0 if the '<' is only a character.
std::size_t MarkupLength(std::string_view s) {
  if (s.size() < 2) return 0;
  const char c = s[1];
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  if (!letter && c != '/' && c != '!' && c != '?') return 0;
  if (s.starts_with("<!--")) {
    const std::size_t end = s.find("-->", 4);
    return end == std::string_view::npos ? s.size() : end + 3;
  }
  char quote = '\0';
  for (std::size_t at = 1; at < s.size(); ++at) {
    if (quote != '\0') {
      if (s[at] == quote) quote = '\0';
    } else if (letter && (s[at] == '"' || s[at] == '\'') && s[at - 1] == '=') {
      quote = s[at];
    } else if (s[at] == '>') {
      return at + 1;
    }
  }
  return s.size();
}

/// Numbers too large for a character leave stray bytes in the parser's text.
std::string WellFormed(std::string_view s) {
  std::string out;
  for (std::size_t at = 0; at < s.size();) {
    const CodePoint c = DecodeAt(s, at);
    AppendUtf8(out, c.value);
    at += c.length;
  }
  return out;
}

class Aligner {
 public:
  Aligner(std::string_view original, std::string_view shown, std::uint32_t offset)
      : original_(original), shown_(shown), offset_(offset) {}

  std::vector<Piece> Run(bool raw, CharRefs* refs) {
    while (j_ < shown_.size() && i_ < original_.size()) {
      if (Step(raw, refs)) continue;
      // Dropped by the parser (a line feed after <pre>), or the two no longer agree.
      if (!doubt_) doubt_ = Mark{i_, j_, pieces_.size()};
      i_ += DecodeAt(original_, i_).length;
    }
    if (j_ < shown_.size() && !original_.empty()) GiveUp();
    return std::move(pieces_);
  }

 private:
  struct Mark {
    std::size_t i, j, pieces;
  };

  bool Step(bool raw, CharRefs* refs) {
    const std::string_view left = original_.substr(i_);
    const std::string_view want = shown_.substr(j_);
    if (left[0] == '<' && !raw) {
      if (const std::size_t markup = MarkupLength(left); markup != 0) {
        i_ += markup;
        return true;
      }
    }
    if (left[0] == '&') {
      const CharRefs::Ref ref = refs->At(left);
      if (ref.length != 0 && want.starts_with(ref.shown)) {
        Emit(ref.length, ref.shown.size(), true);
        return true;
      }
    }
    if (left[0] == '\r' && want[0] == '\n') {
      if (left.size() > 1 && left[1] == '\n') {
        ++i_;
      } else {
        Emit(1, 1, true);
      }
      return true;
    }
    const std::size_t run = CommonRun(left, want);
    if (run != 0) {
      Emit(run, run, false);
      return true;
    }
    if (!want.starts_with(kUnknown) || (left[0] >= ' ' && left[0] != '\x7F')) return false;
    Emit(DecodeAt(left, 0).length, kUnknown.size(), true);
    return true;
  }

  /// Bytes up to the next character that needs a decision; whole characters only.
  static std::size_t CommonRun(std::string_view a, std::string_view b) {
    std::size_t n = 0;
    const std::size_t end = std::min(a.size(), b.size());
    while (n < end && a[n] == b[n] && (n == 0 || (a[n] != '<' && a[n] != '&' && a[n] != '\r'))) ++n;
    while (n > 0 && !(IsBoundary(a, n) && IsBoundary(b, n))) --n;
    return n;
  }

  void Emit(std::size_t source, std::size_t shown, bool replaced) {
    const auto begin = offset_ + static_cast<std::uint32_t>(i_);
    const Span span{begin, begin + static_cast<std::uint32_t>(source)};
    if (replaced) {
      pieces_.push_back({span, true, WellFormed(shown_.substr(j_, shown))});
    } else if (!pieces_.empty() && !pieces_.back().has_replacement &&
               pieces_.back().source.end == span.begin) {
      pieces_.back().source.end = span.end;
    } else {
      pieces_.push_back({span, false, {}});
    }
    i_ += source;
    j_ += shown;
  }

  void GiveUp() {
    if (doubt_) {
      i_ = doubt_->i;
      j_ = doubt_->j;
      pieces_.resize(doubt_->pieces);
      // A piece that went on growing after the doubt is cut back to it.
      const auto cut = offset_ + static_cast<std::uint32_t>(i_);
      if (!pieces_.empty()) pieces_.back().source.end = std::min(pieces_.back().source.end, cut);
    } else if (!pieces_.empty()) {
      // Nothing is left of the source: the rest of the text hangs on to the last piece.
      Piece& last = pieces_.back();
      if (!last.has_replacement) {
        last.replacement = original_.substr(last.source.begin - offset_, last.source.size());
        last.has_replacement = true;
      }
      last.replacement += WellFormed(shown_.substr(j_));
      return;
    } else {
      i_ = 0;
    }
    if (i_ < original_.size()) Emit(original_.size() - i_, shown_.size() - j_, true);
  }

  std::string_view original_, shown_;
  std::uint32_t offset_;
  std::size_t i_ = 0, j_ = 0;
  std::optional<Mark> doubt_;
  std::vector<Piece> pieces_;
};

}  // namespace

std::vector<Piece> AlignHtmlText(std::string_view original, std::string_view shown,
                                 std::uint32_t offset, bool raw, CharRefs* refs) {
  return Aligner(original, shown, offset).Run(raw, refs);
}

}  // namespace hegao
