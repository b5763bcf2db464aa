#include "checks/privacy/digit_groups.h"

#include <algorithm>

#include "text/masking.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::uint32_t kLabelReach = 60;  // bytes: twenty characters

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// What makes the digits a part of something longer: a decimal, a masked number, a code.
bool Clings(char c) { return IsLetter(c) || c == '.' || c == '*' || c == '_' || c == '%'; }

std::size_t Size(const DigitGroup& g) { return g.folded.size(); }

void FindInBlock(const Document& doc, std::uint32_t block, std::vector<DigitGroup>& out) {
  const auto text = doc.folded.text();
  const auto span = doc.blocks[block].folded;
  const auto at = [&](std::uint32_t i) { return i >= span.begin && i < span.end ? text[i] : '\0'; };
  const auto first = out.size();
  for (auto i = span.begin; i < span.end;) {
    if (!IsDigit(text[i])) {
      ++i;
      continue;
    }
    DigitGroup g;
    g.block = block;
    g.folded.begin = i;
    while (IsDigit(at(i))) ++i;
    if ((at(i) == 'X' || at(i) == 'x') && !IsLetter(at(i + 1)) && !IsDigit(at(i + 1))) ++i;
    g.folded.end = i;
    const char before = g.folded.begin == span.begin ? '\0' : text[g.folded.begin - 1];
    g.plus = before == '+';
    const char after = at(i);
    g.bounded = !Clings(before) && !(Clings(after) && !(after == '.' && !IsDigit(at(i + 1))));
    if (out.size() > first && out.back().folded.end + 1 == g.folded.begin &&
        (before == ' ' || before == '-')) {
      g.link = before;
    }
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

std::optional<NumberSpan> Joined(const std::vector<DigitGroup>& groups, std::size_t first,
                                 const std::vector<std::size_t>& lengths) {
  const auto last = first + lengths.size() - 1;
  if (last >= groups.size()) return std::nullopt;
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    const auto& g = groups[first + i];
    if (Size(g) != lengths[i] || !g.bounded) return std::nullopt;
    if (i > 0 && (g.link == 0 || g.link != groups[first + 1].link)) return std::nullopt;
  }
  const bool goes_on = last + 1 < groups.size() && groups[last + 1].link == '-';
  // Digits in groups go on as they began; a whole number ends at a blank.
  const bool same =
      lengths.size() > 1 && last + 1 < groups.size() && groups[last + 1].link == groups[last].link;
  if (goes_on || same) return std::nullopt;
  return NumberSpan{{groups[first].folded.begin, groups[last].folded.end}, last + 1};
}

std::string DigitsOf(const Document& doc, Span folded) {
  std::string digits;
  for (const char c : doc.Text(folded)) {
    if (IsDigit(c)) digits += c;
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
