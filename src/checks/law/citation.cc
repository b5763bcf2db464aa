#include "checks/law/citation.h"

#include <algorithm>

#include "text/affix.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::string_view kOpen = "《", kClose = "》", kComma = "、";
constexpr std::uint32_t kLongestTitle = 400;  // bytes between 《 and 》

}  // namespace

struct CitationFinder::Scan {
  std::string_view text;  // of the whole document
  Span block_span;
  std::uint32_t block;
  std::vector<Citation>& out;

  std::string_view Before(std::uint32_t at) const {
    return text.substr(block_span.begin, at - block_span.begin);
  }
  std::string_view After(std::uint32_t at) const { return text.substr(at, block_span.end - at); }
};

CitationFinder::CitationFinder(const Params& p)
    : table_(p.Records("instruments"), p.Texts("other_titles")),
      prefixes_(p.Folded("prefixes")),
      leads_(p.Folded("leads")),
      places_(p.Folded("places")),
      followers_(p.Folded("followers")),
      bare_followers_(p.Folded("bare_followers")) {}

bool CitationFinder::AfterPlace(std::string_view before) const {
  return EndsWithAny(before, places_);
}

std::uint32_t CitationFinder::PrefixAt(std::string_view text, std::size_t at) const {
  for (const auto& p : prefixes_) {
    if (text.compare(at, p.size(), p) == 0) return static_cast<std::uint32_t>(p.size());
  }
  return 0;
}

std::uint32_t CitationFinder::TitleAt(std::string_view text, std::size_t at) const {
  const auto prefix = PrefixAt(text, at);
  const auto hit = table_.names().LongestAt(text, at + prefix);
  if (hit.length == 0) return 0;
  std::size_t years = 0;
  PeriodAt(text, at + prefix + hit.length, &years);
  return prefix + hit.length + static_cast<std::uint32_t>(years);
}

Span CitationFinder::TitlePart(std::string_view inner) const {
  const auto begin = inner.empty() ? 0 : PrefixAt(inner, 0);
  auto end = static_cast<std::uint32_t>(inner.size());
  while (end > begin && inner[end - 1] == ')') {
    const auto open = inner.substr(0, end).rfind('(');
    if (open == inner.npos || open <= begin) break;
    end = static_cast<std::uint32_t>(open);
  }
  const auto digits = inner.find_first_of("0123456789", begin);  // years without brackets
  std::size_t length = 0;
  if (digits < end && digits > begin && PeriodAt(inner, digits, &length) && digits + length == end)
    end = static_cast<std::uint32_t>(digits);
  return {begin, end};
}

bool CitationFinder::AddTitle(Scan& scan, Span inner, Span marked) const {
  const auto whole = scan.text.substr(inner.begin, inner.size());
  const auto part = TitlePart(whole);
  const auto hit = table_.names().Exactly(whole.substr(part.begin, part.size()));
  if (hit.length == 0) return false;
  // 《…（草案）》 is not the law yet.
  if (hit.id == InstrumentTable::kOther || StartsWithAny(whole.substr(part.end), followers_))
    return true;
  Citation c;
  c.folded = marked;
  c.name = {inner.begin + part.begin, inner.begin + part.end};
  c.block = scan.block;
  c.group = hit.id;
  c.bracketed = true;
  c.led = part.begin != 0;
  if (part.end < whole.size()) SetYears(scan.text.substr(0, inner.end), c.name.end, &c);
  scan.out.push_back(std::move(c));
  return true;
}

void CitationFinder::SetYears(std::string_view text, std::uint32_t at, Citation* c) {
  std::size_t length = 0;
  c->period = PeriodAt(text, at, &length);
  c->years = {at, at + static_cast<std::uint32_t>(length)};
}

void CitationFinder::AddBracketed(Scan& scan, std::uint32_t begin, std::uint32_t end) const {
  const Span inner{begin + static_cast<std::uint32_t>(kOpen.size()),
                   end - static_cast<std::uint32_t>(kClose.size())};
  const auto before = scan.Before(begin);
  if (AfterPlace(before) || StartsWithAny(scan.After(end), followers_)) return;
  const auto first = scan.out.size();
  if (!AddTitle(scan, inner, {begin, end})) {
    // 《甲法、乙法》: each of a list typed into one pair of marks.
    for (auto at = inner.begin; at < inner.end;) {
      const auto comma = scan.text.substr(0, inner.end).find(kComma, at);
      const auto stop = comma == scan.text.npos ? inner.end : static_cast<std::uint32_t>(comma);
      AddTitle(scan, {at, stop}, {at, stop});
      at = stop + static_cast<std::uint32_t>(kComma.size());
    }
    for (auto i = first; i < scan.out.size(); ++i) scan.out[i].listed = true;
  }
  // 《甲纲要》(2021-2025年): the years behind the marks instead of within.
  if (scan.out.size() == first + 1 && !scan.out[first].period && !scan.out[first].listed) {
    SetYears(scan.text.substr(0, scan.block_span.end), end, &scan.out[first]);
    scan.out[first].folded = Hull(scan.out[first].folded, scan.out[first].years);
  }
  const bool led = EndsWithAny(before, leads_);
  const bool listed = before.ends_with(kClose) || before.ends_with(kComma) ||
                      scan.After(end).substr(0, kOpen.size()) == kOpen;
  for (auto i = first; i < scan.out.size(); ++i) {
    scan.out[i].led |= led;
    scan.out[i].listed |= listed;
  }
}

std::uint32_t CitationFinder::AddBare(Scan& scan, std::uint32_t at) const {
  const auto text = scan.text.substr(0, scan.block_span.end);
  const auto prefix = PrefixAt(text, at);
  const auto hit = table_.names().LongestAt(text, at + prefix);
  if (hit.length == 0) return 0;
  const auto end = at + prefix + hit.length;
  if (hit.id == InstrumentTable::kOther) return end - at;
  Citation c;
  c.name = {at + prefix, end};
  c.block = scan.block;
  c.group = hit.id;
  SetYears(text, end, &c);
  c.folded = {at, c.years.end};
  const auto before = scan.Before(at);
  const auto after = scan.After(c.folded.end);
  if (AfterPlace(before) || StartsWithAny(after, followers_) ||
      StartsWithAny(after, bare_followers_))
    return end - at;
  // 甲法第三条 is the law itself, whatever stands before it.
  c.led = prefix != 0 || EndsWithAny(before, leads_) || StartsWithAny(after, {"第"});
  c.listed = before.ends_with(kComma) || after.substr(0, kComma.size()) == kComma;
  // A name that begins with a quotation mark (“七五”普法) begins there.
  const bool open = before.empty() || !IsHan(DecodeBefore(before, before.size()).value) ||
                    text.substr(at + prefix).starts_with("“");
  // After any other character it is more likely a part of a longer name than a citation, but a
  // long title with its years is itself wherever it stands.
  if (c.led || open || c.period) scan.out.push_back(std::move(c));
  return end - at;
}

std::vector<Citation> CitationFinder::Find(const Document& doc) const {
  std::vector<Citation> out;
  const auto text = doc.folded.text();
  for (std::uint32_t b = 0; b < doc.blocks.size(); ++b) {
    if (doc.blocks[b].kind == Block::Kind::chrome) continue;
    Scan scan{text, doc.blocks[b].folded, b, out};
    for (auto at = scan.block_span.begin; at < scan.block_span.end;) {
      if (text.compare(at, kOpen.size(), kOpen) == 0) {
        const auto near = text.substr(0, std::min(scan.block_span.end, at + kLongestTitle));
        const auto close = near.find(kClose, at);
        const auto next = near.find(kOpen, at + kOpen.size());
        if (close != near.npos && (next == near.npos || close < next)) {
          const auto end = static_cast<std::uint32_t>(close + kClose.size());
          AddBracketed(scan, at, end);
          at = end;
          continue;
        }
      } else if (const auto taken = AddBare(scan, at); taken != 0) {
        at += taken;
        continue;
      }
      at += DecodeAt(text, at).length;
    }
  }
  return out;
}

std::vector<ParamSpec> CitationParams(std::vector<ParamSpec> more) {
  std::vector<ParamSpec> params = {
      {"instruments",
       ParamType::records,
       true,
       {"法律、规划等的表", "the table of instruments"},
       0,
       1,
       {},
       InstrumentFields()},
      {"other_titles", ParamType::texts, false, {"其他有效的名称", "other titles, all in order"}},
      {"prefixes", ParamType::texts, false, {"名称前可省的国名", "what may stand before a title"}},
      {"leads", ParamType::texts, false, {"引用前的词", "words that take a citation"}},
      {"places", ParamType::texts, false, {"地名末尾的字", "ends of names of places"}},
      {"followers",
       ParamType::texts,
       false,
       {"接在后面就是另一个名称", "what makes it another title, behind it"}},
      {"bare_followers",
       ParamType::texts,
       false,
       {"没有书名号时，接在后面就不是引用", "what makes a bare name another word"}},
  };
  params.insert(params.end(), std::make_move_iterator(more.begin()),
                std::make_move_iterator(more.end()));
  return params;
}

}  // namespace hegao
