#include "checks/privacy/digit_groups.h"

#include <algorithm>
#include <array>

#include "text/affix.h"
#include "text/masking.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::uint32_t kLabelReach = 60;  // bytes: twenty characters

/// What makes the digits a part of something longer: a masked number, a code. Points are links.
bool Clings(char c) { return IsAsciiLetter(c) || c == '*' || c == '_' || c == '%'; }

/// Letters that end at `end` and only say that a number follows: ID1101…, tel138….
bool IsNumberWord(std::string_view text, std::uint32_t begin, std::uint32_t end) {
  static constexpr std::array<std::string_view, 12> kWords = {
      "id", "no", "tel", "mob", "cell", "mobile", "phone", "card", "vx", "wx", "v", "wechat"};
  auto at = end;
  while (at > begin && IsAsciiLetter(text[at - 1])) --at;
  if (at == end || end - at > 8) return false;
  if (at > begin && (IsAsciiDigit(text[at - 1]) || text[at - 1] == '-' || text[at - 1] == '_')) {
    return false;
  }
  std::string word(text.substr(at, end - at));
  for (char& c : word) c = static_cast<char>(c | 0x20);
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// What stands between two groups of digits, if that is all: ' ', '-', '.' or the middle dot.
char LinkOf(std::string_view between) {
  constexpr std::string_view kMiddleDot = "·";
  if (between == kMiddleDot) return '.';
  const bool link = between == " " || between == "-" || between == ".";
  return link ? between[0] : '\0';
}

std::size_t Size(const DigitGroup& g) { return g.folded.size(); }

void FindInBlock(const Document& doc, std::uint32_t block, std::vector<DigitGroup>& out) {
  const auto text = doc.folded.text();
  const auto span = doc.blocks[block].folded;
  const auto at = [&](std::uint32_t i) { return i >= span.begin && i < span.end ? text[i] : '\0'; };
  const auto first = out.size();
  for (auto i = span.begin; i < span.end;) {
    if (!IsAsciiDigit(text[i])) {
      ++i;
      continue;
    }
    DigitGroup g;
    g.block = block;
    g.folded.begin = i;
    while (IsAsciiDigit(at(i))) ++i;
    if ((at(i) == 'X' || at(i) == 'x') && !IsAsciiLetter(at(i + 1)) && !IsAsciiDigit(at(i + 1)))
      ++i;
    g.folded.end = i;
    const char before = g.folded.begin == span.begin ? '\0' : text[g.folded.begin - 1];
    g.plus = before == '+';
    const char after = at(i);
    const bool named = IsAsciiLetter(before) && IsNumberWord(text, span.begin, g.folded.begin);
    g.bounded = (!Clings(before) || named) && !Clings(after);
    if (out.size() > first) g.link = LinkOf(doc.Text({out.back().folded.end, g.folded.begin}));
    out.push_back(g);
  }
}

}  // namespace

std::vector<DigitGroup> FindDigitGroups(const Document& doc) {
  std::vector<DigitGroup> groups;
  for (std::uint32_t b = 0; b < doc.blocks.size(); ++b) {
    if (doc.blocks[b].kind != Block::Kind::chrome) FindInBlock(doc, b, groups);
  }
  return groups;
}

namespace {

/// The groups first…last as one number, if they hang together and with nothing else.
std::optional<NumberSpan> Whole(const std::vector<DigitGroup>& groups, std::size_t first,
                                std::size_t last) {
  if (groups[first].link == '.') return std::nullopt;
  for (auto i = first; i <= last; ++i) {
    const auto& g = groups[i];
    if (!g.bounded || (i > first && (g.link == 0 || g.link != groups[first + 1].link))) {
      return std::nullopt;
    }
  }
  const char next = last + 1 < groups.size() ? groups[last + 1].link : '\0';
  // Digits in groups go on as they began; a whole number ends at a blank.
  const bool same = last > first && next != 0 && next == groups[last].link;
  if (next == '-' || next == '.' || same) return std::nullopt;
  return NumberSpan{{groups[first].folded.begin, groups[last].folded.end}, last + 1};
}

}  // namespace

std::optional<NumberSpan> Joined(const std::vector<DigitGroup>& groups, std::size_t first,
                                 const std::vector<std::size_t>& lengths) {
  const auto last = first + lengths.size() - 1;
  if (last >= groups.size()) return std::nullopt;
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    if (Size(groups[first + i]) != lengths[i]) return std::nullopt;
  }
  return Whole(groups, first, last);
}

std::optional<NumberSpan> JoinedTo(const std::vector<DigitGroup>& groups, std::size_t first,
                                   std::size_t total) {
  std::size_t sum = 0;
  for (auto i = first; i < groups.size() && sum < total; ++i) {
    if (i > first && groups[i].link == 0) return std::nullopt;
    sum += Size(groups[i]);
    const bool decimal = i == first + 1 && groups[i].link == '.';
    if (sum == total) return decimal ? std::nullopt : Whole(groups, first, i);
  }
  return std::nullopt;
}

std::string DigitsOf(const Document& doc, Span folded) {
  std::string digits;
  for (const char c : doc.Text(folded)) {
    if (IsAsciiDigit(c)) digits += c;
    if (c == 'x' || c == 'X') digits += 'X';
  }
  return digits;
}

bool IsLabelled(const Document& doc, const std::vector<Pattern>& labels, Span number) {
  const auto near = doc.Around(number, kLabelReach);
  const auto before = doc.Text({near.begin, number.begin});
  return std::any_of(labels.begin(), labels.end(),
                     [&](const Pattern& p) { return p.Matches(before); });
}

void ReportNumber(const CheckInput& in, Reporter& reporter, Span number, bool weaker) {
  const auto source = in.doc.Source(number);
  const auto written = std::string_view(in.doc.text).substr(source.begin, source.size());
  const auto masked = MaskMiddle(in.doc.Visible(source));
  ReportExtras extras;
  extras.weaker = weaker;
  extras.sensitive = true;
  // Markup between the digits is left to the author.
  if (in.doc.Visible(source) == written) {
    Fix fix;
    fix.title = in.options.lang == Lang::en ? "mask the middle" : "把中间几位换成 *";
    fix.safety = FixSafety::unsafe;
    fix.edits.push_back({source, masked});
    extras.fix = std::move(fix);
  }
  reporter.Report(number, {{"number", masked}}, std::move(extras));
}

}  // namespace hegao
