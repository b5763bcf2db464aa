// A number that was never typed: 受理信访 件, 共 人. Known by the blanks left for it.
#include <algorithm>

#include "checks/kinds.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kSpacedText =
    12;  // more blanks between Chinese characters: the text is spaced out

class BlankValue : public Check {
 public:
  explicit BlankValue(const Params& p) {
    for (const auto& u : p.Texts("units")) units_.push_back(Fold(u));
    for (const auto& l : p.Texts("leads")) leads_.push_back(Fold(l));
    std::sort(units_.begin(), units_.end(),
              [](const auto& a, const auto& b) { return a.size() > b.size(); });
  }

  void Run(const CheckInput& in, Reporter& reporter) const override {
    const auto& doc = in.doc;
    const auto& gaps = doc.folded.notes().gaps;
    std::size_t between_words = 0;
    for (const auto& g : gaps) between_words += BetweenWords(doc, g.folded);
    if (between_words > kSpacedText) return;
    for (const auto& g : gaps) {
      const auto unit = UnitAfterBlank(doc, g);
      if (unit == 0) continue;
      const auto block = doc.blocks[doc.BlockAt(g.folded)].folded;
      const Span shown{std::max(block.begin, BackOver(doc, g.folded, block.begin, 4)),
                       g.folded + static_cast<std::uint32_t>(unit)};
      reporter.Report(shown, {{"text", reporter.Quote(shown)}});
    }
  }

 private:
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
    if (!IsHan(DecodeBefore(text, g.folded).value)) return 0;
    const auto blank = std::string_view(doc.text).substr(g.source.begin, g.source.size());
    if (blank.find('\n') != blank.npos) return 0;
    const auto block = doc.blocks[doc.BlockAt(g.folded)].folded;
    const auto rest = doc.Text({g.folded, block.end});
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

  std::vector<std::string> units_, leads_;
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
      {"数字前面的字，如“共”", "words that stand before a number"}}},
    {"text"},
    [](const Params& p) -> std::unique_ptr<Check> { return std::make_unique<BlankValue>(p); }};

}  // namespace hegao
