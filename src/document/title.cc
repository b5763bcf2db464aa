#include "document/title.h"

#include <algorithm>

#include "document/emphasis.h"
#include "document/facts.h"
#include "document/numbering.h"
#include "document/sentence.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kTitleSearchBlocks = 40;
constexpr std::size_t kLongestTitleLine = 70;      // code points
constexpr std::size_t kLongestSignatureLine = 50;  // code points
constexpr int kClosingBlocks = 10;

bool IsShort(std::string_view s, std::size_t limit) {
  return s.size() <= limit * 4 && CountCodePoints(s) <= limit;
}

bool MayBeTitleLine(const Document& doc, const Lexicon& lexicon, const Block& b) {
  if (!b.InText() || b.kind == Block::Kind::cell) return false;
  const auto text = doc.Text(b.folded);
  return IsShort(text, kLongestTitleLine) && !EndsWithMark(text) &&
         !lexicon.not_title.Matches(text);
}

/// Does the line above belong to the title that `line` ends?
bool LeadsTitle(const Document& doc, const Lexicon& lexicon, const Block& above,
                std::string_view line) {
  if (!MayBeTitleLine(doc, lexicon, above)) return false;
  const auto text = doc.Text(above.folded);
  if (ParseNumbering(text, 0)) return false;
  if (above.level != 0 && above.level <= 2) return true;
  return lexicon.title_lead.Matches(text) || CountHan(line) <= 7;
}

/// A date, perhaps with the body's name or 日期: before it.
bool IsDateLine(const Document& doc, Span line) {
  if (ParseDateLine(doc, line)) return true;
  static constexpr std::string_view kMarks[] = {"年", "月", "日"};
  const auto s = doc.Text(line);
  std::size_t at = 0;
  for (const auto mark : kMarks) {
    const auto found = s.find(mark, at);
    if (found == std::string_view::npos) return false;
    at = found + mark.size();
  }
  if (at < s.size() && s[at] == ')') ++at;
  return at == s.size() && CountHan(s) <= 12;
}

/// The first line of the document that stands out like nothing else in it. Only the first: further
/// down it is as likely a heading.
bool StandsOutAsTitle(const Document& doc, std::uint32_t index) {
  const auto& block = doc.blocks[index];
  const Look look = LookOf(doc, block);
  if (!block.emphasised || !look.centred) return false;
  return std::none_of(doc.blocks.begin() + index + 1, doc.blocks.end(), [&](const Block& other) {
    return other.emphasised && LookOf(doc, other) == look;
  });
}

/// Where several headings share the highest level, one that does not come first is a section.
bool MayTitleByLevel(const Document& doc, bool first_line) {
  if (first_line) return true;
  const auto top = std::count_if(doc.blocks.begin(), doc.blocks.end(),
                                 [](const Block& block) { return block.level == 1; });
  return top < 3;
}

}  // namespace

std::vector<std::uint32_t> FindTitle(const Document& doc, const Lexicon& lexicon) {
  std::int64_t fallback = -1;
  bool first_line = true;
  const auto limit = std::min(doc.blocks.size(), kTitleSearchBlocks);
  for (std::uint32_t i = 0; i < limit; ++i) {
    const auto& block = doc.blocks[i];
    if (!block.InText()) continue;
    const auto text = doc.Text(block.folded);
    // Past the first numbered heading or the first paragraph of running text there is no title.
    if (ParseNumbering(text, 0)) break;
    if (!IsShort(text, 2 * kLongestTitleLine)) break;
    if (!MayBeTitleLine(doc, lexicon, block)) continue;
    const bool by_look = block.level == 1 ? MayTitleByLevel(doc, first_line)
                                          : first_line && StandsOutAsTitle(doc, i);
    if (fallback < 0 && by_look) fallback = i;
    first_line = false;
    if (!lexicon.title_end.Matches(text)) continue;
    std::vector<std::uint32_t> title{i};
    for (std::int64_t above = static_cast<std::int64_t>(i) - 1; above >= 0 && title.size() < 3;
         --above) {
      const auto first = doc.Text(doc.blocks[title.front()].folded);
      if (!LeadsTitle(doc, lexicon, doc.blocks[above], first)) break;
      title.insert(title.begin(), static_cast<std::uint32_t>(above));
    }
    return title;
  }
  if (fallback >= 0) return {static_cast<std::uint32_t>(fallback)};
  return {};
}

bool TrimPageTitle(const Document& doc, const Lexicon& lexicon, Block& block) {
  // "… 年度报告-某某网": the site's name stands behind a dash or a bar, sometimes several.
  for (auto part = block.folded; !part.empty();) {
    if (lexicon.title_end.Matches(doc.Text(part))) {
      block.folded = part;
      return true;
    }
    const auto cut = doc.Text(part).find_last_of("-_|>");
    part.end = part.begin + (cut == std::string_view::npos ? 0 : static_cast<std::uint32_t>(cut));
    while (!part.empty() && doc.folded.text()[part.end - 1] == ' ') --part.end;
  }
  return false;
}

std::optional<std::uint32_t> DateTakenForFurniture(const Document& doc, const Lexicon& lexicon) {
  const std::size_t top = doc.title_blocks.empty() ? 0 : doc.title_blocks.back() + 1;
  auto last = doc.blocks.size();
  while (last > top && !doc.blocks[last - 1].InText()) --last;
  if (last <= top || last == doc.blocks.size()) return std::nullopt;
  const auto name = doc.Text(doc.blocks[last - 1].folded);
  const auto& date = doc.blocks[last];
  if (date.kind != Block::Kind::chrome || !IsShort(name, kLongestSignatureLine) ||
      !lexicon.organisation.Matches(name) || !IsDateLine(doc, date.folded))
    return std::nullopt;
  return static_cast<std::uint32_t>(last);
}

std::vector<std::uint32_t> FindSignature(const Document& doc, const Lexicon& lexicon) {
  std::vector<std::uint32_t> lines;
  int seen = 0;
  const auto top =
      doc.title_blocks.empty() ? -1 : static_cast<std::int64_t>(doc.title_blocks.back());
  for (auto i = static_cast<std::int64_t>(doc.blocks.size()) - 1; i > top && seen < kClosingBlocks;
       --i) {
    const auto& block = doc.blocks[i];
    if (!block.InText()) continue;
    ++seen;
    const auto text = doc.Text(block.folded);
    if (!IsShort(text, kLongestSignatureLine)) {
      if (!lines.empty()) break;
      continue;
    }
    if (lexicon.organisation.Matches(text) || IsDateLine(doc, block.folded)) {
      lines.push_back(static_cast<std::uint32_t>(i));
    } else if (!lines.empty()) {
      break;  // closing lines stand together
    }
  }
  std::reverse(lines.begin(), lines.end());
  return lines;
}

}  // namespace hegao
