// A date with parts left blank: 2025年 月 日.
#include <algorithm>

#include "checks/kinds.h"

namespace hegao {
namespace {

class BlankDate : public Check {
 public:
  BlankDate() {
    PatternError error;
    Pattern::Compile(R"((\d{4})?年(\d{1,2})?月(\d{1,2})?日)", &date_, &error);
  }

  void Run(const CheckInput& in, Reporter& reporter) const override {
    const auto text = in.doc.folded.text();
    for (const auto& block : in.doc.blocks) {
      if (block.kind == Block::Kind::chrome) continue;
      for (const auto& m : date_.FindAll(text, block.folded)) {
        const bool blank =
            std::any_of(m.groups.begin(), m.groups.end(), [](Span g) { return g.empty(); });
        if (!blank || !WasLeftBlank(in.doc, block, m.whole)) continue;
        reporter.Report(m.whole, {{"text", reporter.Quote(m.whole)}});
      }
    }
  }

 private:
  /// 出生年月日 is a word; a date has blanks in it, or stands alone, or has some of its numbers.
  static bool WasLeftBlank(const Document& doc, const Block& block, Span date) {
    if (date == block.folded) return true;
    const auto& gaps = doc.folded.notes().gaps;
    const bool gap = std::any_of(gaps.begin(), gaps.end(), [&](const auto& g) {
      return g.folded > date.begin && g.folded < date.end;
    });
    const char first = doc.folded.text()[date.begin];
    return gap || (first >= '0' && first <= '9');
  }

  Pattern date_;
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
