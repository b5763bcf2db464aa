#include "document/line_join.h"

#include <algorithm>

#include "document/numbering.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr int kNarrowestMargin = 36;  // columns: 18 characters
constexpr int kWidestMargin = 130;    // columns: 65 characters
constexpr int kSlack = 6;             // a line breaks up to three characters before the margin

bool IsLine(const RawBlock& b) {
  return b.kind == RawBlock::Kind::line || b.kind == RawBlock::Kind::soft_line;
}

std::string_view LineText(const RawDocument& raw, const RawBlock& b) {
  const auto begin = b.pieces.front().source.begin;
  auto text = std::string_view(raw.text).substr(begin, b.pieces.back().source.end - begin);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
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

/// The wrap margin in columns, or 0 if the text is not wrapped throughout.
int WrapMargin(const std::vector<int>& widths, const std::vector<bool>& open) {
  std::vector<int> sorted;
  for (const int w : widths) {
    if (w > 0) sorted.push_back(w);
  }
  if (sorted.size() < 8) return 0;
  std::sort(sorted.begin(), sorted.end());
  const int margin = sorted[sorted.size() - 1 - sorted.size() / 50];
  if (margin < kNarrowestMargin || margin > kWidestMargin) return 0;
  if (sorted.back() > margin + kSlack) return 0;
  std::size_t at_margin = 0;
  for (std::size_t i = 0; i < widths.size(); ++i) {
    if (open[i] && widths[i] >= margin - kSlack) ++at_margin;
  }
  return at_margin >= std::max<std::size_t>(4, sorted.size() / 4) ? margin : 0;
}

}  // namespace

std::vector<bool> ContinuationLines(const RawDocument& raw) {
  const auto n = raw.blocks.size();
  std::vector<bool> joins(n, false), open(n, false);
  std::vector<int> widths(n, 0);
  for (std::size_t i = 0; i < n; ++i) {
    if (!IsLine(raw.blocks[i])) continue;
    const auto text = LineText(raw, raw.blocks[i]);
    // Past the widest margin the exact width no longer matters; do not measure long paragraphs.
    widths[i] = text.size() > 3 * kWidestMargin ? 3 * kWidestMargin : DisplayWidth(text);
    open[i] = !ClosesSentence(text);
  }
  const int margin = WrapMargin(widths, open);
  if (margin == 0) return joins;
  for (std::size_t i = 1; i < n; ++i) {
    if (!IsLine(raw.blocks[i]) || !IsLine(raw.blocks[i - 1])) continue;
    if (!open[i - 1] || widths[i - 1] < margin - kSlack) continue;
    const auto gap_begin = raw.blocks[i - 1].pieces.back().source.end;
    const auto gap = std::string_view(raw.text).substr(
        gap_begin, raw.blocks[i].pieces.front().source.begin - gap_begin);
    if (std::count(gap.begin(), gap.end(), '\n') > 1) continue;  // a blank line ends a paragraph
    if (StartsWithNumbering(LineText(raw, raw.blocks[i]))) continue;
    joins[i] = true;
  }
  return joins;
}

}  // namespace hegao
