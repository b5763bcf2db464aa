// A number that was never typed: 受理信访 件, 共 人. Known by the blanks left for it.
#include <algorithm>

#include "checks/marked_span.h"
#include "checks/placeholder/kinds.h"
#include "text/affix.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace hegao {
namespace {

// So many blanks between Chinese characters make a block look spaced out.
constexpr std::size_t kSpacedGaps = 4;
constexpr std::uint32_t kSpacedReach =
    600;                         // bytes round a blank that tell whether the text is spaced out
constexpr int kShownBefore = 6;  // characters before the blank that the finding shows

/// Numbers in Chinese, and words that take the place of one: 十二 件, 每 件, 多 次.
bool IsNumeral(char32_t c) {
  static constexpr std::u32string_view kNumerals =
      U"〇零一二两三四五六七八九十百千万亿几数多余半每各首第整逐单";
  return kNumerals.find(c) != kNumerals.npos;
}

class BlankValue : public Check {
 public:
  explicit BlankValue(const Params& p) : patterns_(p.Patterns("patterns")) {
    units_ = p.Folded("units");
    leads_ = p.Folded("leads");
    words_ = p.Folded("words");
    std::sort(units_.begin(), units_.end(),
              [](const auto& a, const auto& b) { return a.size() > b.size(); });
  }

  void Run(const CheckInput& in, Reporter& reporter) const override {
    const auto& doc = in.doc;
    std::vector<Span> hits;
    for (const auto& g : doc.folded.notes().gaps) {
      const auto unit = UnitAfterBlank(doc, g);
      if (unit == 0) continue;
      const auto block = doc.blocks[doc.BlockAt(g.folded)].folded;
      if (IsSpacedOut(doc, doc.Around({g.folded, g.folded}, kSpacedReach))) continue;
      hits.push_back({BackOver(doc, g.folded, block.begin, kShownBefore),
                      g.folded + static_cast<std::uint32_t>(unit)});
      reporter.Report(hits.back(), {{"text", reporter.Quote(hits.back())}});
    }
    ReportPatterns(doc, hits, reporter);
  }

 private:
  void ReportPatterns(const Document& doc, const std::vector<Span>& hits,
                      Reporter& reporter) const {
    ReportExtras extras;
    extras.weaker = true;
    for (const auto& p : patterns_) {
      doc.ForEachMatch(p, [&](std::uint32_t, const PatternMatch& m) {
        const auto hit = MarkedSpan(p, m);
        const auto near = std::lower_bound(hits.begin(), hits.end(), Span{hit.begin, hit.begin});
        const bool after = near != hits.end() && near->Overlaps(hit);
        const bool before = near != hits.begin() && std::prev(near)->Overlaps(hit);
        if (!after && !before) reporter.Report(hit, {{"text", reporter.Quote(m.whole)}}, extras);
      });
    }
  }

  /// Titles and tables are typed with blanks between the characters: 关 于 印 发.
  static bool IsSpacedOut(const Document& doc, Span block) {
    const auto& gaps = doc.folded.notes().gaps;
    const auto first = std::partition_point(gaps.begin(), gaps.end(),
                                            [&](const auto& g) { return g.folded <= block.begin; });
    const auto last = std::partition_point(first, gaps.end(),
                                           [&](const auto& g) { return g.folded < block.end; });
    const auto between = static_cast<std::size_t>(std::count_if(
        first, last, [&](const FoldNotes::Gap& g) { return BetweenWords(doc, g.folded); }));
    return between >= kSpacedGaps && 3 * between >= CountHan(doc.Text(block));
  }

  static bool BetweenWords(const Document& doc, std::uint32_t at) {
    const auto text = doc.folded.text();
    return at > 0 && at < text.size() && IsHan(DecodeBefore(text, at).value) &&
           IsHan(DecodeAt(text, at).value);
  }

  static std::uint32_t BackOver(const Document& doc, std::uint32_t at, std::uint32_t limit,
                                int characters) {
    const auto text = doc.folded.text();
    while (characters-- > 0 && at > limit) {
      const auto c = DecodeBefore(text, at);
      if (!IsHan(c.value)) break;
      at -= c.length;
    }
    return at;
  }

  /// Length of the unit after a blank where a number should stand, 0 if it is just a blank.
  std::size_t UnitAfterBlank(const Document& doc, const FoldNotes::Gap& g) const {
    const auto text = doc.folded.text();
    if (g.folded == 0 || g.folded >= text.size()) return 0;
    const auto before = DecodeBefore(text, g.folded).value;
    if (!IsHan(before) || IsNumeral(before)) return 0;
    const auto blank = std::string_view(doc.text).substr(g.source.begin, g.source.size());
    if (blank.find('\n') != blank.npos) return 0;
    const auto block = doc.blocks[doc.BlockAt(g.folded)].folded;
    const auto rest = doc.Text({g.folded, block.end});
    if (StartsWithAny(rest, words_) != 0) return 0;
    for (const auto& unit : units_) {
      if (rest.substr(0, unit.size()) != unit) continue;
      const bool closes = unit.size() == rest.size() || !IsHan(DecodeAt(rest, unit.size()).value);
      return closes || AfterLead(doc, block.begin, g.folded) ? unit.size() : 0;
    }
    return 0;
  }

  bool AfterLead(const Document& doc, std::uint32_t begin, std::uint32_t at) const {
    const auto before = doc.Text({begin, at});
    return std::any_of(leads_.begin(), leads_.end(), [&](const std::string& l) {
      return before.size() >= l.size() && before.substr(before.size() - l.size()) == l;
    });
  }

  std::vector<std::string> units_, leads_, words_;
  std::vector<Pattern> patterns_;
};

}  // namespace

const CheckKind kBlankValue = {
    "blank_value",
    {"数字漏填，只留了空格", "A number was never typed: only blanks stand before its unit"},
    "units: [件, 人]",
    {{"units", ParamType::texts, true, {"数字后面的量词", "units that follow a number"}},
     {"leads",
      ParamType::texts,
      false,
      {"数字前面的字，如“共”", "words that stand before a number"}},
     {"words",
      ParamType::texts,
      false,
      {"以量词开头的词，如“场所”", "words that start like a unit"}},
     {"patterns",
      ParamType::patterns,
      false,
      {"没有空格也多半是漏填的写法", "what tells a missing number without a blank"}}},
    {"text"},
    [](const Params& p) -> std::unique_ptr<Check> { return std::make_unique<BlankValue>(p); }};

}  // namespace hegao
