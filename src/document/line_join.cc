#include "document/line_join.h"

#include <algorithm>

#include "document/numbering.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr int kNarrowest = 18;  // characters of the narrowest margin
constexpr int kWidest = 65;
/// Editors wrap near a column, where a digit is half a character wide; converters cut after just so
/// many characters. A text is measured both ways.
struct Measure {
  std::vector<int> widths;
  int unit;   // width of a Chinese character
  int slack;  // how far before the margin a line may break
  int margin = 0;

  bool AtMargin(std::size_t i) const { return margin != 0 && widths[i] >= margin - slack; }
};

bool IsLine(const RawBlock& b) {
  return b.kind == RawBlock::Kind::line || b.kind == RawBlock::Kind::soft_line;
}

std::string_view LineText(const RawDocument& raw, const RawBlock& b) {
  const auto begin = b.pieces.front().source.begin;
  auto text = std::string_view(raw.text).substr(begin, b.pieces.back().source.end - begin);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// Columns of blank between the start of the line and its text.
int Indent(const RawDocument& raw, const RawBlock& b) {
  const std::string_view text = raw.text;
  std::size_t at = b.pieces.front().source.begin;
  while (at > 0) {
    const auto c = DecodeBefore(text, at);
    if (c.value != U' ' && c.value != 0x3000 && c.value != 0xA0) break;
    at -= c.length;
  }
  int columns = 0;
  while (at < text.size()) {
    const auto c = DecodeAt(text, at);
    if (c.value != U' ' && c.value != 0x3000 && c.value != 0xA0) break;
    columns += c.value == 0x3000 ? 2 : 1;
    at += c.length;
  }
  return columns;
}

bool ClosesSentence(std::string_view text) {
  if (text.empty()) return true;
  switch (DecodeBefore(text, text.size()).value) {
    case U'。':
    case U'！':
    case U'？':
    case U'：':
    case U'；':
    case U'!':
    case U'?':
    case U':':
    case U';':
    case U'…':
      return true;
    default:
      return false;
  }
}

/// Sets the wrap margin, or leaves it 0 if the text is not wrapped throughout.
void FindMargin(const std::vector<bool>& open, Measure& m) {
  std::vector<int> sorted;
  for (const int w : m.widths) {
    if (w > 0) sorted.push_back(w);
  }
  if (sorted.size() < 8) return;
  std::sort(sorted.begin(), sorted.end());
  const int margin = sorted[sorted.size() - 1 - sorted.size() / 50];
  if (margin < kNarrowest * m.unit || margin > kWidest * m.unit) return;
  if (sorted.back() > margin + m.slack) return;
  std::size_t at_margin = 0;
  for (std::size_t i = 0; i < m.widths.size(); ++i) {
    if (open[i] && m.widths[i] >= margin - m.slack) ++at_margin;
  }
  if (at_margin >= std::max<std::size_t>(4, sorted.size() / 4)) m.margin = margin;
}

/// Amid a number: what the next line begins with is the rest of it, no numbering.
bool EndsInDigit(std::string_view line) {
  const auto last = line.empty() ? U'\0' : DecodeBefore(line, line.size()).value;
  return (last >= U'0' && last <= U'9') || (last >= 0xFF10 && last <= 0xFF19);
}

bool StartsWithDigit(std::string_view line) {
  const auto first = line.empty() ? U'\0' : DecodeAt(line, 0).value;
  return (first >= U'0' && first <= U'9') || (first >= 0xFF10 && first <= 0xFF19);
}

/// Amid brackets: “（周” on one line and “一）” on the next is no item of a list.
bool LeavesBracketOpen(std::string_view line) {
  const auto last = [&](std::string_view wide, std::string_view narrow) {
    const auto a = line.rfind(wide), b = line.rfind(narrow);
    return a == line.npos ? b : b == line.npos ? a : std::max(a, b);
  };
  const auto open = last("（", "("), close = last("）", ")");
  return open != line.npos && (close == line.npos || close < open);
}

/// Its first bracket closes one of the line before; a bracket that was never closed swallows
/// nothing.
bool ClosesBracket(std::string_view line) {
  const auto first = [&](std::string_view wide, std::string_view narrow) {
    return std::min(line.find(wide), line.find(narrow));
  };
  return first("）", ")") < first("（", "(");
}

}  // namespace

std::vector<bool> ContinuationLines(const RawDocument& raw) {
  const auto n = raw.blocks.size();
  std::vector<bool> joins(n, false), open(n, false);
  Measure columns{std::vector<int>(n, 0), 2, 6}, characters{std::vector<int>(n, 0), 1, 1};
  for (std::size_t i = 0; i < n; ++i) {
    if (!IsLine(raw.blocks[i])) continue;
    const auto text = LineText(raw, raw.blocks[i]);
    // Far past the widest margin the exact width no longer matters; do not measure paragraphs.
    const bool far = text.size() > 6 * kWidest;
    columns.widths[i] = far ? 6 * kWidest : DisplayWidth(text);
    characters.widths[i] = far ? 6 * kWidest : static_cast<int>(CountCodePoints(text));
    open[i] = !ClosesSentence(text);
  }
  FindMargin(open, columns);
  FindMargin(open, characters);
  if (columns.margin == 0 && characters.margin == 0) return joins;
  for (std::size_t i = 1; i < n; ++i) {
    if (!IsLine(raw.blocks[i]) || !IsLine(raw.blocks[i - 1])) continue;
    if (!open[i - 1] || !(columns.AtMargin(i - 1) || characters.AtMargin(i - 1))) continue;
    const auto gap_begin = raw.blocks[i - 1].pieces.back().source.end;
    const auto gap = std::string_view(raw.text).substr(
        gap_begin, raw.blocks[i].pieces.front().source.begin - gap_begin);
    if (std::count(gap.begin(), gap.end(), '\n') > 1) continue;  // a blank line ends a paragraph
    // A new paragraph; one blank stood in the sentence before it was wrapped.
    if (Indent(raw, raw.blocks[i]) > Indent(raw, raw.blocks[i - 1]) + 1) continue;
    const auto line = LineText(raw, raw.blocks[i]);
    const auto before = LineText(raw, raw.blocks[i - 1]);
    const bool goes_on = (StartsWithDigit(line) && EndsInDigit(before)) ||
                         (LeavesBracketOpen(before) && ClosesBracket(line));
    if (!goes_on && StartsWithNumbering(line)) continue;
    joins[i] = true;
  }
  return joins;
}

}  // namespace hegao
