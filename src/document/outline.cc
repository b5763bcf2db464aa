#include "document/outline.h"

#include <algorithm>
#include <array>
#include <optional>

#include "document/emphasis.h"
#include "document/levels.h"
#include "document/numbering.h"
#include "document/sentence.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kLongestHeading = 60;  // code points of a heading that is a line of its own
constexpr std::size_t kLongestRunIn = 42;    // … of one that ends at the first 。
constexpr std::size_t kLongestShi = 34;      // … of 一是 …
constexpr std::size_t kFewWords = 20;        // … of one that ends at a colon
constexpr std::size_t kSurelyHeading =
    34;  // a line no longer than this is not searched for a colon
constexpr std::size_t kLongestTitleLike = 48;
constexpr std::size_t kShortestTitleLike = 4;  // Han characters
constexpr std::size_t kNearHeadings = 40;
constexpr std::size_t kHeadingsInARow = 4;
constexpr std::uint32_t kHeadingsAtMost =
    20000;  // beyond that a text is no report; keeps memory bounded

/// Where the heading part of a numbered block ends: {end in bytes, run-in, short enough to be a
/// heading}.
struct HeadingPart {
  std::uint32_t end = 0;
  bool run_in = false;
  bool plausible = false;
};

std::uint32_t FindAny(std::string_view s, std::initializer_list<std::string_view> marks) {
  auto best = s.size();
  for (const auto m : marks) best = std::min(best, s.substr(0, best).find(m));
  return static_cast<std::uint32_t>(std::min(best, s.size()));
}

HeadingPart SplitHeading(std::string_view text, NumberStyle style) {
  HeadingPart part;
  const auto limit = style == NumberStyle::shi || style == NumberStyle::ordinal ? kLongestShi
                     : LevelOf(style) == 1                                      ? kLongestHeading
                                                                                : kLongestRunIn;
  constexpr std::uint32_t kStop = 3;  // bytes of 。
  const auto stop = FindAny(text, {"。", "!", "?", ";"});
  if (stop >= text.size()) {
    part.end = static_cast<std::uint32_t>(text.size());
    part.plausible = !LongerThan(text, kLongestHeading + 20);
  } else {
    part.end = stop;
    part.run_in = stop + kStop < text.size();
    part.plausible = !LongerThan(text.substr(0, stop), part.run_in ? limit : kLongestHeading);
  }
  if (part.plausible &&
      !LongerThan(text.substr(0, part.end), part.run_in ? kFewWords : kSurelyHeading)) {
    return part;
  }
  // （一）组织领导：成立了… — a colon after a few words ends a run-in heading as well.
  const auto colon = FindAny(text, {":"});
  if (colon < part.end && colon + 1 < text.size() &&
      !LongerThan(text.substr(0, colon), kFewWords)) {
    return {colon, true, true};
  }
  if (!part.plausible) {
    // An item that only starts with a number: its first clause stands for it in the outline.
    part.end = FindAny(text, {",", "。", ";", ":", "!", "?"});
    part.run_in = true;
  }
  return part;
}

Heading NumberedHeading(const Document& doc, std::uint32_t index, const Numbering& number) {
  const auto& block = doc.blocks[index];
  Heading h;
  h.block = index;
  h.number = number;
  const Span rest{number.folded.end, block.folded.end};
  const auto part = SplitHeading(doc.Text(rest), number.style);
  h.text = {rest.begin, rest.begin + part.end};
  h.folded = {block.folded.begin, h.text.end};
  h.run_in = part.run_in;
  h.source = part.run_in ? HeadingSource::run_in : HeadingSource::numbered;
  h.confidence = !part.plausible ? 0.35 : part.run_in ? 0.9 : 0.95;
  if (!part.plausible && number.style == NumberStyle::shi) h.confidence = 0.3;
  const auto& runs = doc.folded.notes().corruptions;
  const auto run = std::partition_point(
      runs.begin(), runs.end(), [&](const auto& c) { return c.folded.end <= number.folded.begin; });
  h.number.recovered = run != runs.end() && run->number != 0 && run->folded.Overlaps(number.folded);
  return h;
}

/// A short line without number and without closing punctuation, before longer text.
bool IsTitleLike(const Document& doc, std::uint32_t index, bool set_apart) {
  const auto& block = doc.blocks[index];
  if (block.kind != Block::Kind::paragraph) return false;
  const auto text = doc.Text(block.folded);
  if (text.size() > kLongestTitleLike * 4 || EndsWithMark(text)) return false;
  const auto han = CountHan(text);
  if (han < kShortestTitleLike && !(han >= 2 && block.emphasised)) return false;
  if (CountCodePoints(text) > kLongestTitleLike || text.find("。") != text.npos) return false;
  for (std::size_t next = index + 1; next < doc.blocks.size(); ++next) {
    const auto& after = doc.blocks[next];
    if (!after.InFlow()) continue;
    // A heading above a shorter one: what is set apart like this one is no text.
    if (block.emphasised && after.emphasised && after.kind == Block::Kind::paragraph &&
        !EndsWithMark(doc.Text(after.folded)) && next - index < kHeadingsInARow) {
      continue;
    }
    // Where headings are set apart as a class, this is one whatever follows.
    if (set_apart && block.emphasised) return true;
    return after.folded.size() > block.folded.size() ||
           ParseNumbering(doc.Text(after.folded), 0).has_value();
  }
  return false;
}

Heading WholeBlock(const Document& doc, std::uint32_t index, HeadingSource source,
                   double confidence) {
  Heading h;
  h.block = index;
  h.folded = doc.blocks[index].folded;
  h.text = h.folded;
  h.source = source;
  h.confidence = confidence;
  return h;
}

/// Web pages show the title twice, once for the page and once for the text.
bool RepeatsTitle(const Document& doc, std::uint32_t index) {
  constexpr std::uint32_t kNear = 8;
  if (doc.title_blocks.size() != 1 || index > doc.title_blocks[0] + kNear) return false;
  return doc.Text(doc.blocks[index].folded) == doc.Text(doc.blocks[doc.title_blocks[0]].folded);
}

/// A dotted number counts only in a row of them: 6.5 may be a day, 1.5 a value.
std::optional<Numbering> NumberOf(const Document& doc, const Block& block) {
  auto number = ParseNumbering(doc.Text(block.folded), block.folded.begin);
  if (!number || number->style != NumberStyle::arabic_dotted || number->value == 1) return number;
  const auto near = std::min<std::size_t>(doc.headings.size(), kNearHeadings);
  const bool goes_on = std::any_of(doc.headings.end() - static_cast<std::ptrdiff_t>(near),
                                   doc.headings.end(), [&](const Heading& h) {
                                     return h.number.style == NumberStyle::arabic_dotted &&
                                            h.number.value + 1 == number->value;
                                   });
  return goes_on ? number : std::nullopt;
}

void FindHeadings(Document& doc) {
  std::vector<bool> taken(doc.blocks.size(), false);
  for (const auto i : doc.title_blocks) taken[i] = true;
  for (const auto i : doc.signature_blocks) taken[i] = true;
  const bool set_apart = HeadingsAreSetApart(doc);
  const double plain = set_apart ? 0.35 : 0.5;
  const std::uint32_t title_end = doc.title_blocks.empty() ? 0 : doc.title_blocks.back();
  for (std::uint32_t i = 0; i < doc.blocks.size() && doc.headings.size() < kHeadingsAtMost; ++i) {
    const auto& block = doc.blocks[i];
    if (taken[i] || !block.InFlow() || block.kind == Block::Kind::cell) continue;
    if (RepeatsTitle(doc, i)) continue;
    const auto number = NumberOf(doc, block);
    if (block.kind == Block::Kind::heading) {
      auto h = WholeBlock(doc, i, HeadingSource::structure, 1.0);
      if (number) {
        h.number = *number;
        h.text.begin = number->folded.end;
      }
      doc.headings.push_back(h);
    } else if (number) {
      doc.headings.push_back(NumberedHeading(doc, i, *number));
    } else if (i > title_end && IsTitleLike(doc, i, set_apart)) {
      doc.headings.push_back(
          WholeBlock(doc, i, HeadingSource::title_like, block.emphasised ? 0.75 : plain));
    }
  }
}

/// Where the last section ends: before the closing lines, unless text with headings follows them.
std::uint32_t EndOfText(const Document& doc) {
  const auto end = static_cast<std::uint32_t>(doc.folded.text().size());
  if (doc.signature_blocks.empty()) return end;
  const auto closing = doc.blocks[doc.signature_blocks.front()].folded.begin;
  const bool annex = !doc.headings.empty() && doc.headings.back().folded.begin >= closing;
  return annex ? end : closing;
}

void BuildSections(Document& doc) {
  const auto end = static_cast<std::uint32_t>(doc.folded.text().size());
  Section root;
  root.folded = root.body = {0, end};
  doc.sections.push_back(root);
  std::vector<std::uint32_t> open{0};
  const auto text_end = EndOfText(doc);
  for (std::uint32_t i = 0; i < doc.headings.size(); ++i) {
    const auto& h = doc.headings[i];
    while (doc.sections[open.back()].level >= h.level) {
      auto& closed = doc.sections[open.back()];
      closed.folded.end = closed.body.end = h.folded.begin;
      open.pop_back();
    }
    Section s;
    s.heading = static_cast<std::int32_t>(i);
    s.level = h.level;
    s.parent = static_cast<std::int32_t>(open.back());
    s.folded = {h.folded.begin, std::max(text_end, h.folded.end)};
    s.body = {h.folded.end, s.folded.end};
    const auto index = static_cast<std::uint32_t>(doc.sections.size());
    doc.sections[open.back()].children.push_back(index);
    doc.sections.push_back(s);
    open.push_back(index);
  }
}

}  // namespace

void BuildOutline(Document& doc) {
  FindHeadings(doc);
  AssignLevels(doc);
  BuildSections(doc);
}

}  // namespace hegao
