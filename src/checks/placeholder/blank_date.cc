// A date with parts left blank: 2025年 月 日.
#include <algorithm>

#include "checks/marked_span.h"
#include "checks/placeholder/kinds.h"
#include "checks/placeholder/mask_runs.h"
#include "text/utf8.h"

namespace hegao {
namespace {

class BlankDate : public Check {
 public:
  BlankDate() {
    PatternError error;
    Pattern::Compile(R"((\d{2,4})?年(\d{1,2})?月(\d{1,2})?日)", &date_, &error);
    Pattern::Compile(R"((?P<mark>\d{0,2}月日)(?:$|[^均常程报志历用产]))", &day_, &error);
    Pattern::Compile(R"((?:\d{4}年月|\b20年)(?:$|[,，。、;)至到-]|\d))", &month_, &error);
  }

  void Run(const CheckInput& in, Reporter& reporter) const override {
    std::vector<Span> found;
    for (std::uint32_t b = 0; b < in.doc.blocks.size(); ++b) {
      const auto& block = in.doc.blocks[b];
      if (block.kind == Block::Kind::chrome) continue;
      if (in.doc.MayMatch(date_, b)) AddBlank(in.doc, block, found);
      if (in.doc.MayMatch(day_, b)) AddDay(in.doc, block, found);
      if (in.doc.MayMatch(month_, b)) AddShort(in.doc, block, found);
    }
    std::sort(found.begin(), found.end());
    for (const auto& f : found) reporter.Report(f, {{"text", reporter.Quote(f)}});
  }

 private:
  void AddBlank(const Document& doc, const Block& block, std::vector<Span>& found) const {
    for (const auto& m : date_.FindAll(doc.folded.text(), block.folded, true)) {
      const bool blank =
          std::any_of(m.groups.begin(), m.groups.end(), [](Span g) { return g.empty(); });
      if (!blank || Overlaps(found, m.whole) || AfterMask(doc, block, m.whole)) continue;
      if (WasLeftBlank(doc, block, m.whole)) found.push_back(m.whole);
    }
  }

  /// 12月 日 or 月 日 without a year. 12月日均 and 每月日常 are words.
  void AddDay(const Document& doc, const Block& block, std::vector<Span>& found) const {
    for (const auto& m : day_.FindAll(doc.folded.text(), block.folded, true)) {
      const auto shown = MarkedSpan(day_, m);
      if (Overlaps(found, shown)) continue;
      constexpr std::uint32_t kMonth = 3;  // bytes of 月
      const bool blank = HasGap(doc, shown.begin, shown.begin, 1) &&
                         HasGap(doc, shown.begin + kMonth, shown.begin + kMonth, 1);
      if (shown.size() > 2 * kMonth || blank) found.push_back(shown);
    }
  }

  /// 2024年 月，… and 20  年，…: no day is named, so only a blank tells that something is missing.
  void AddShort(const Document& doc, const Block& block, std::vector<Span>& found) const {
    constexpr std::uint32_t kMark = 3;  // bytes of 年, 月
    for (const auto& m : month_.FindAll(doc.folded.text(), block.folded, true)) {
      const auto text = doc.Text(m.whole);
      const auto year = text.find("年");
      const bool month = year == 4;
      const auto at = m.whole.begin + static_cast<std::uint32_t>(month ? year + kMark : year);
      const Span shown{m.whole.begin, at + kMark};
      if (!Overlaps(found, shown) && HasGap(doc, at, at, month ? 1 : 2)) found.push_back(shown);
    }
  }

  static bool Overlaps(const std::vector<Span>& found, Span s) {
    // Hits of one block come in order, so only the last few can touch this one.
    const auto near = found.size() > 8 ? found.end() - 8 : found.begin();
    return std::any_of(near, found.end(), [&](Span f) { return f.Overlaps(s); });
  }

  /// 20xx年 月 日, 2025年x月 日: the mask before is reported, with its date.
  static bool AfterMask(const Document& doc, const Block& block, Span date) {
    if (date.begin == block.folded.begin) return false;
    MaskClass kind;
    return IsMask(DecodeBefore(doc.folded.text(), date.begin).value, &kind) &&
           kind != MaskClass::shape;
  }

  /// Is there a blank of at least `columns` before a folded offset in [from, to]?
  static bool HasGap(const Document& doc, std::uint32_t from, std::uint32_t to, int columns) {
    const auto& gaps = doc.folded.notes().gaps;
    const auto first = std::partition_point(gaps.begin(), gaps.end(),
                                            [&](const auto& g) { return g.folded < from; });
    const auto last =
        std::partition_point(first, gaps.end(), [&](const auto& g) { return g.folded <= to; });
    return std::any_of(first, last, [&](const auto& g) {
      return DisplayWidth(std::string_view(doc.text).substr(g.source.begin, g.source.size())) >=
             columns;
    });
  }

  /// 出生年月日 is a word; a date has blanks in it, or stands alone, or has some of its numbers.
  static bool WasLeftBlank(const Document& doc, const Block& block, Span date) {
    if (date == block.folded || HasGap(doc, date.begin + 1, date.end - 1, 1)) return true;
    const char first = doc.folded.text()[date.begin];
    return first >= '0' && first <= '9';
  }

  Pattern date_, day_, month_;
};

}  // namespace

const CheckKind kBlankDate = {
    "blank_date",
    {"日期没有填全", "A date with parts left blank"},
    "{}",
    {},
    {"text"},
    [](const Params&) -> std::unique_ptr<Check> { return std::make_unique<BlankDate>(); }};

}  // namespace hegao
