#include "document/years.h"

#include <algorithm>

#include "document/numbering.h"
#include "text/affix.h"
#include "text/numerals.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::string_view kYear = "年";
constexpr std::uint32_t kExemptReach =
    100;  // bytes round a year where the words that exempt it stand
constexpr std::uint32_t kLongestQuotation = 600;  // bytes from a quotation mark to a year inside

/// Four digits at `at` that make a year of this or the last century; 0 otherwise.
int YearAt(std::string_view text, std::size_t at) {
  if (at + 4 > text.size()) return 0;
  for (std::size_t i = at; i < at + 4; ++i) {
    if (!IsAsciiDigit(text[i])) return 0;
  }
  if ((at > 0 && IsAsciiDigit(text[at - 1])) ||
      (at + 4 < text.size() && IsAsciiDigit(text[at + 4])))
    return 0;
  const int year = (text[at] - '0') * 1000 + (text[at + 1] - '0') * 100 +
                   (text[at + 2] - '0') * 10 + (text[at + 3] - '0');
  return year >= 1900 && year <= 2099 ? year : 0;
}

bool StartsSentence(const Document& doc, const Block& block, std::uint32_t at) {
  constexpr std::string_view kIn = "在";  // 在2024年，… begins with its year as well
  if (at >= block.folded.begin + kIn.size() &&
      doc.folded.text().substr(at - kIn.size(), kIn.size()) == kIn) {
    at -= static_cast<std::uint32_t>(kIn.size());
  }
  if (at == block.folded.begin) return true;
  const auto number = ParseNumbering(doc.Text(block.folded), block.folded.begin);
  if (number && number->folded.end == at) return true;
  switch (DecodeBefore(doc.folded.text(), at).value) {
    case U'。':
    case U';':
    case U'!':
    case U'?':
    case U':':
      return true;
    default:
      return false;
  }
}

bool IsQuoted(std::string_view block, std::size_t at) {
  struct Pair {
    std::string_view open, close;
  };
  static constexpr Pair kPairs[] = {{"《", "》"}, {"“", "”"}, {"〔", "〕"}};
  for (const auto& p : kPairs) {
    const auto open = block.substr(0, at).rfind(p.open);
    if (open == block.npos) continue;
    const auto closed = block.find(p.close, open);
    if (closed != block.npos && closed > at) return true;
  }
  return false;
}

bool IsExempt(const Document& doc, const Lexicon& lexicon, const YearMention& y) {
  const auto near = doc.Around(y.folded, kLongestQuotation);
  if (IsQuoted(doc.Text(near), y.folded.begin - near.begin)) return true;
  if (y.in_title) return false;
  const auto spans =
      lexicon.year_exempt.FindSpans(doc.folded.text(), doc.Around(y.folded, kExemptReach));
  return std::any_of(spans.begin(), spans.end(), [&](Span s) { return s.Overlaps(y.folded); });
}

class Collector {
 public:
  Collector(const Document& doc, const Lexicon& lexicon) : doc_(doc), lexicon_(lexicon) {}

  std::vector<YearMention> Run() {
    for (std::uint32_t i = 0; i < doc_.blocks.size(); ++i) {
      const auto& block = doc_.blocks[i];
      if (block.kind == Block::Kind::chrome || Holds(doc_.signature_blocks, i)) continue;
      Collect(i, block);
    }
    return std::move(years_);
  }

 private:
  static bool Holds(const std::vector<std::uint32_t>& list, std::uint32_t i) {
    return std::find(list.begin(), list.end(), i) != list.end();
  }

  void Collect(std::uint32_t index, const Block& block) {
    const auto text = doc_.folded.text().substr(0, block.folded.end);
    const bool title = Holds(doc_.title_blocks, index);
    const auto first = years_.size();
    auto at = static_cast<std::size_t>(block.folded.begin);
    while ((at = text.find(title ? std::string_view("20") : kYear, at)) != text.npos) {
      const auto start = title ? at : (at >= block.folded.begin + 4 ? at - 4 : at);
      at += title ? 2 : kYear.size();
      const int year = YearAt(text, start);
      if (year != 0) Add(index, block, title, static_cast<std::uint32_t>(start), year);
    }
    for (auto i = first; i < years_.size(); ++i) {
      years_[i].exempt = IsExempt(doc_, lexicon_, years_[i]);
    }
  }

  void Add(std::uint32_t index, const Block& block, bool title, std::uint32_t start, int year) {
    YearMention m;
    m.year = year;
    const bool marked = doc_.folded.text().substr(start + 4, kYear.size()) == kYear;
    m.folded = {start, start + 4 + (marked ? static_cast<std::uint32_t>(kYear.size()) : 0)};
    m.block = index;
    m.in_title = title;
    m.aside = block.kind == Block::Kind::aside;
    m.sentence_start = StartsSentence(doc_, block, start);
    while (heading_ < doc_.headings.size() && doc_.headings[heading_].folded.end <= start)
      ++heading_;
    if (heading_ < doc_.headings.size() && doc_.headings[heading_].folded.begin <= start) {
      m.heading = static_cast<std::int32_t>(heading_);
    }
    years_.push_back(m);
  }

  const Document& doc_;
  const Lexicon& lexicon_;
  std::size_t heading_ = 0;
  std::vector<YearMention> years_;
};

}  // namespace

std::vector<YearMention> FindYears(const Document& doc, const Lexicon& lexicon) {
  return Collector(doc, lexicon).Run();
}

}  // namespace hegao
