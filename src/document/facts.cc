#include "document/facts.h"

#include <algorithm>

#include "document/report_year.h"
#include "text/numerals.h"
#include "text/utf8.h"

namespace hegao {
namespace {

/// Digits or a CJK number at `at`; advances. False where there is neither.
bool ReadNumber(std::string_view s, std::size_t& at, int& value) {
  auto n = ParseAsciiNumber(s.substr(at));
  if (!n) n = ParseCjkNumber(s.substr(at));
  if (!n) return false;
  value = static_cast<int>(n->value);
  at += n->length;
  return true;
}

void ReadTitle(const Document& doc, const Lexicon& lexicon, Facts& facts) {
  if (doc.title_blocks.empty()) return;
  for (const auto i : doc.title_blocks) {
    if (!facts.title.empty()) facts.title += ' ';
    facts.title += doc.Visible(doc.Source(doc.blocks[i].folded));
  }
  facts.title_span = {doc.blocks[doc.title_blocks.front()].folded.begin,
                      doc.blocks[doc.title_blocks.back()].folded.end};
  std::optional<PatternMatch> plan;
  PatternMatch match;
  if (lexicon.title_plan_year.Find(doc.folded.text(), facts.title_span, &match)) plan = match;
  for (const auto& y : facts.years) {
    if (!y.in_title || y.exempt) continue;
    if (plan && !plan->groups.empty() && plan->groups[0].Overlaps(y.folded)) {
      if (!facts.title_year) {
        facts.title_year = y.year - 1;
        facts.title_year_span = y.folded;
      }
      continue;
    }
    facts.title_year = y.year;
    facts.title_year_span = y.folded;
    break;
  }
}

void ReadChrome(const Document& doc, const Lexicon& lexicon, Facts& facts) {
  for (const auto& block : doc.blocks) {
    if (block.kind != Block::Kind::chrome) continue;
    PatternMatch m;
    if (!facts.publication_date &&
        lexicon.publication_date.Find(doc.folded.text(), block.folded, &m) &&
        m.groups.size() >= 3) {
      Date d;
      auto number = [&](int group) {
        const auto n = ParseAsciiNumber(doc.Text(m.groups[group]));
        return n ? static_cast<int>(n->value) : 0;
      };
      d = {number(0), number(1), number(2)};
      if (IsValid(d)) {
        facts.publication_date = d;
        facts.publication_span = m.whole;
      }
    }
    if (facts.publication_source.empty() &&
        lexicon.publication_source.Find(doc.folded.text(), block.folded, &m) && !m.groups.empty()) {
      facts.publication_source = doc.Text(m.groups[0]);
    }
  }
}

bool IsDateSeparator(char c) { return c == '.' || c == '-' || c == '/'; }

/// 2025.1.12 2025-01-12 2025/1/12, and nothing else.
std::optional<Date> ReadNumericDate(std::string_view text) {
  Date date;
  int* const parts[] = {&date.year, &date.month, &date.day};
  std::size_t at = 0;
  for (int i = 0; i < 3; ++i) {
    const auto n = ParseAsciiNumber(text.substr(at));
    if (!n || (i == 0) != (n->length == 4) || n->length > 4) return std::nullopt;
    *parts[i] = static_cast<int>(n->value);
    at += n->length;
    if (i < 2 && (at >= text.size() || !IsDateSeparator(text[at++]))) return std::nullopt;
  }
  if (at != text.size()) return std::nullopt;
  return date;
}

/// The date at the end of a closing line: "某某镇人民政府2025年1月11日" holds both.
Span DatePart(std::string_view text, Span block) {
  const auto year = text.rfind("年");
  if (year == text.npos) {
    auto begin = text.size();
    while (begin > 0 &&
           (IsDateSeparator(text[begin - 1]) || (text[begin - 1] >= '0' && text[begin - 1] <= '9')))
      --begin;
    return {block.begin + static_cast<std::uint32_t>(begin), block.end};
  }
  auto begin = year;
  while (begin > 0) {
    const auto c = DecodeBefore(text, begin);
    const bool part = (c.value >= U'0' && c.value <= U'9') || c.value == U'x' || c.value == U'X' ||
                      c.value == U'_' || c.value == U'*' || c.value == U' ' || c.value == U'(' ||
                      c.value == 0xD7;
    if (!part) break;
    begin -= c.length;
  }
  return {block.begin + static_cast<std::uint32_t>(begin), block.end};
}

void ReadClosing(const Document& doc, Facts& facts) {
  for (const auto i : doc.signature_blocks) {
    const auto block = doc.blocks[i].folded;
    const auto date_span = DatePart(doc.Text(block), block);
    const auto date = ParseDateLine(doc, date_span);
    if (date) facts.issue_date = date;
    const Span name{block.begin, date ? date_span.begin : block.end};
    if (!name.empty()) facts.signature = facts.signature ? Hull(*facts.signature, name) : name;
  }
  if (facts.issue_date || doc.title_blocks.empty()) return;
  // Some reports carry the date in brackets under the title instead.
  auto below = doc.title_blocks.back() + 1;
  while (below < doc.blocks.size() && doc.blocks[below].kind == Block::Kind::aside) ++below;
  if (below < doc.blocks.size() && doc.blocks[below].kind != Block::Kind::chrome) {
    facts.issue_date = ParseDateLine(doc, doc.blocks[below].folded);
  }
}

void ReadIssuer(const Document& doc, const Lexicon& lexicon, Facts& facts) {
  if (facts.signature) {
    facts.issuer = doc.Visible(doc.Source(*facts.signature));
    facts.issuer_source = FactSource::signature;
    facts.issuer_span = *facts.signature;
    return;
  }
  if (!facts.title_span.empty()) {
    auto head = Span{facts.title_span.begin, facts.title_year && !facts.title_year_span.empty()
                                                 ? facts.title_year_span.begin
                                                 : facts.title_span.begin};
    constexpr std::string_view kAbout = "关于";
    const auto about = doc.Text(facts.title_span).find(kAbout);
    if (about != std::string_view::npos && about > 0) {
      const auto end = facts.title_span.begin + static_cast<std::uint32_t>(about);
      if (head.empty() || end < head.end) head.end = end;
    }
    while (!head.empty() && doc.folded.text()[head.end - 1] == '\n') --head.end;
    if (CountHan(doc.Text(head)) >= 2) {
      facts.issuer = doc.Visible(doc.Source(head));
      facts.issuer_source = FactSource::title;
      facts.issuer_span = head;
      return;
    }
  }
  if (lexicon.organisation.Matches(facts.publication_source)) {
    facts.issuer = facts.publication_source;
    facts.issuer_source = FactSource::chrome;
  }
}

}  // namespace

std::string_view Name(FactSource s) {
  switch (s) {
    case FactSource::none:
      return "none";
    case FactSource::title:
      return "title";
    case FactSource::heading:
      return "heading";
    case FactSource::body:
      return "body";
    case FactSource::signature:
      return "signature";
    case FactSource::date:
      return "date";
    case FactSource::chrome:
      return "chrome";
    case FactSource::file_name:
      return "file-name";
    case FactSource::option:
      return "option";
  }
  return "none";
}

std::optional<DateLine> ParseDateLine(const Document& doc, Span folded) {
  auto text = doc.Text(folded);
  auto begin = folded.begin;
  if (!text.empty() && text.front() == '(') {
    text.remove_prefix(1);
    ++begin;
  }
  if (!text.empty() && text.back() == ')') text.remove_suffix(1);
  static constexpr std::string_view kMarks[] = {"年", "月", "日"};
  DateLine line;
  line.folded = {begin, begin + static_cast<std::uint32_t>(text.size())};
  int* const parts[] = {&line.date.year, &line.date.month, &line.date.day};
  line.complete = true;
  if (const auto date = ReadNumericDate(text)) {
    line.date = *date;
    line.valid = IsValid(line.date);
    return line;
  }
  std::size_t at = 0;
  for (int i = 0; i < 3; ++i) {
    const auto mark = text.find(kMarks[i], at);
    // Between two marks stands a number or what was left instead of it: at most a few characters.
    if (mark == text.npos || mark - at > 12 || CountHan(text.substr(at, mark - at)) > 3) {
      return std::nullopt;
    }
    auto number_at = at;
    if (!ReadNumber(text, number_at, *parts[i]) || number_at != mark) {
      *parts[i] = 0;
      line.complete = false;
      if (CountHan(text.substr(at, mark - at)) != 0) return std::nullopt;
    }
    at = mark + kMarks[i].size();
  }
  if (at != text.size()) return std::nullopt;
  line.valid = line.complete && IsValid(line.date);
  return line;
}

Facts InferFacts(const Document& doc, const Lexicon& lexicon, std::optional<int> year_option) {
  Facts facts;
  facts.years = FindYears(doc, lexicon);
  ReadTitle(doc, lexicon, facts);
  ReadChrome(doc, lexicon, facts);
  ReadClosing(doc, facts);
  ReadIssuer(doc, lexicon, facts);
  InferReportYear(doc, lexicon, year_option, facts);
  return facts;
}

}  // namespace hegao
