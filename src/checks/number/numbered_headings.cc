#include "checks/number/numbered_headings.h"

#include <algorithm>
#include <array>

#include "document/numbering.h"
#include "text/numerals.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kStyles = 12;  // of NumberStyle

bool Counts(NumberStyle s) {
  return s == NumberStyle::part || s == NumberStyle::subpart || s == NumberStyle::cjk ||
         s == NumberStyle::cjk_paren || s == NumberStyle::arabic;
}

bool BehindClosing(const Document& doc, const Heading& h) {
  return !doc.signature_blocks.empty() && h.block >= doc.signature_blocks.front();
}

/// Where the number itself stands in what is typed, and how long it is.
Span Numeral(std::string_view typed) {
  for (std::size_t at = 0; at < typed.size(); at += DecodeAt(typed, at).length) {
    auto n = ParseCjkNumber(typed.substr(at));
    if (!n) n = ParseAsciiNumber(typed.substr(at));
    if (!n) n = ParseCircledNumber(typed.substr(at));
    const auto begin = static_cast<std::uint32_t>(at);
    if (n) return {begin, begin + n->length};
  }
  return {};
}

/// Begins after a mark, so that it may begin a heading; 、 joins numbers (二、三、四季度).
bool AfterMark(std::string_view text, std::size_t at) {
  if (at == 0) return true;
  switch (DecodeBefore(text, at).value) {
    case U'。':
    case U';':
    case U':':
    case U',':
    case U'!':
    case U'?':
    case U')':
    case U'”':
    case U'\n':
      return true;
    default:
      return false;
  }
}

std::vector<std::string> Spellings(NumberStyle style, std::uint32_t value) {
  const auto han = ToCjkNumber(value), digits = std::to_string(value);
  switch (style) {
    case NumberStyle::cjk:
      return {han + "、", han + ".", han + ",", han + ":", han + "。"};
    case NumberStyle::cjk_paren:
      return {"(" + han + ")", han + ")", "(" + han};
    case NumberStyle::arabic:
      return {digits + "、", digits + ".", digits + ",", digits + ":"};
    case NumberStyle::part:
      return {"第" + han + "部分", "第" + han + "章", "第" + han + "篇"};
    case NumberStyle::subpart:
      return {"第" + han + "节"};
    default:
      return {};
  }
}

/// A line that begins with the bare number, or with it in any style: a heading nobody recognised.
bool BeginsWith(std::string_view block, NumberStyle style, std::uint32_t value) {
  if (const auto n = ParseNumbering(block, 0)) return n->style == style && n->value == value;
  const bool digits = style == NumberStyle::arabic;
  const auto n = digits ? ParseAsciiNumber(block) : ParseCjkNumber(block);
  return n && n->value == value;
}

}  // namespace

std::vector<HeadingRun> HeadingRuns(const Document& doc) {
  std::vector<HeadingRun> out;
  std::array<std::uint32_t, kStyles> last{};
  for (std::uint32_t s = 0; s < doc.sections.size(); ++s) {
    const auto first = out.size();
    for (const auto child : doc.sections[s].children) {
      const auto h = doc.sections[child].heading;
      if (h < 0) continue;
      const auto& heading = doc.headings[h];
      const auto style = heading.number.style;
      if (!Counts(style) || BehindClosing(doc, heading)) continue;
      auto run = std::find_if(out.begin() + static_cast<std::ptrdiff_t>(first), out.end(),
                              [&](const HeadingRun& r) { return r.style == style; });
      if (run == out.end()) {
        out.push_back({s, style, {}, last[static_cast<std::size_t>(style)]});
        run = std::prev(out.end());
      }
      run->headings.push_back(static_cast<std::uint32_t>(h));
    }
    for (auto r = first; r < out.size(); ++r) {
      last[static_cast<std::size_t>(out[r].style)] =
          doc.headings[out[r].headings.back()].number.value;
    }
  }
  return out;
}

bool IsTypedWithin(const Document& doc, NumberStyle style, std::uint32_t value, Span range) {
  const auto& garbled = doc.folded.notes().corruptions;
  const auto next = std::partition_point(
      garbled.begin(), garbled.end(), [&](const auto& c) { return c.folded.end <= range.begin; });
  if (next != garbled.end() && next->folded.Overlaps(range)) return true;
  const auto spellings = Spellings(style, value);
  const auto text = doc.Text(range);
  for (const auto& s : spellings) {
    for (auto at = text.find(s); at != text.npos; at = text.find(s, at + s.size())) {
      if (AfterMark(text, at)) return true;
    }
  }
  if (range.empty()) return false;
  for (auto b = doc.BlockAt(range.begin); b < doc.blocks.size(); ++b) {
    const auto& block = doc.blocks[b];
    if (block.folded.begin >= range.end) break;
    if (block.folded.begin >= range.begin && BeginsWith(doc.Text(block.folded), style, value))
      return true;
  }
  return false;
}

std::optional<std::uint32_t> StrayBetween(const Document& doc, std::uint32_t first,
                                          std::uint32_t behind, std::uint32_t value) {
  std::array<bool, kStyles> counts{};  // styles in which the number before has been seen
  for (auto i = first + 1; i < behind; ++i) {
    const auto& n = doc.headings[i].number;
    const auto style = static_cast<std::size_t>(n.style);
    if (n.value + 1 == value) counts[style] = true;
    const bool point = n.style == NumberStyle::none || n.style == NumberStyle::shi ||
                       n.style == NumberStyle::ordinal;
    if (point || n.value != value || n.style == doc.headings[first].number.style) continue;
    if (!counts[style]) return i;
  }
  return std::nullopt;
}

std::string TypedNumber(const Document& doc, const Numbering& number) {
  auto typed = doc.Text(number.folded);
  while (!typed.empty() && typed.back() == ' ') typed.remove_suffix(1);
  std::string out;
  for (const char c : typed) {
    // Brackets as they belong in Chinese text: width is no difference.
    if (c == '(' || c == ')')
      out += c == '(' ? "（" : "）";
    else
      out += c;
  }
  return out;
}

std::string NumberForm(const Document& doc, const Numbering& number) {
  auto typed = TypedNumber(doc, number);
  const auto numeral = Numeral(typed);
  return typed.substr(0, numeral.begin) + "N" + typed.substr(numeral.end);
}

std::string NumberLike(const Document& doc, const Numbering& like, std::uint32_t value) {
  const auto typed = TypedNumber(doc, like);
  const auto numeral = Numeral(typed);
  const bool digits = !typed.empty() && numeral.begin < typed.size() &&
                      typed[numeral.begin] >= '0' && typed[numeral.begin] <= '9';
  return typed.substr(0, numeral.begin) + (digits ? std::to_string(value) : ToCjkNumber(value)) +
         typed.substr(numeral.end);
}

}  // namespace hegao
