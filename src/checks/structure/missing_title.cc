// No title, or a title of another kind of document.
#include "checks/structure/kinds.h"

namespace hegao {
namespace {

class MissingTitle : public Check {
 public:
  explicit MissingTitle(std::vector<Pattern> expected) : expected_(std::move(expected)) {}

  void Run(const CheckInput& in, Reporter& reporter) const override {
    const auto& doc = in.doc;
    if (doc.title_blocks.empty()) {
      std::uint32_t at = 0;
      for (const auto& b : doc.blocks) {
        if (!b.InText()) continue;
        at = b.folded.begin;
        break;
      }
      reporter.Report({at, at}, {{"title", ""}});
      return;
    }
    std::string title;
    for (const auto i : doc.title_blocks) title += doc.Text(doc.blocks[i].folded);
    for (const auto& p : expected_) {
      if (p.Matches(title)) return;
    }
    if (expected_.empty()) return;
    ReportExtras extras;
    extras.weaker = true;
    reporter.Report(in.facts.title_span, {{"title", reporter.Quote(in.facts.title_span, 40)}},
                    extras);
  }

 private:
  std::vector<Pattern> expected_;
};

}  // namespace

const CheckKind kMissingTitle = {
    "missing_title",
    {"没有标题，或者标题不像这类文件的标题", "No title, or one of another kind of document"},
    "expected: ['报告$']",
    {{"expected",
      ParamType::patterns,
      false,
      {"标题应有的样子，有一条符合即可", "what a title looks like; one match is enough"}}},
    {"title"},
    [](const Params& p) -> std::unique_ptr<Check> {
      return std::make_unique<MissingTitle>(p.Patterns("expected"));
    }};

}  // namespace hegao
