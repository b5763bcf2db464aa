// Paragraphs taken over from the previous report without a change but the year.
#include <unordered_map>

#include "checks/substance/kinds.h"
#include "checks/substance/paragraph_key.h"

namespace hegao {
namespace {

class CopiedFromPrevious : public Check {
 public:
  explicit CopiedFromPrevious(const Params& p)
      : min_chars_(static_cast<std::size_t>(p.Integer("min_chars", 40))) {}

  void Run(const CheckInput& in, Reporter& reporter) const override {
    if (in.options.previous == nullptr) return;
    const auto& previous = *in.options.previous;
    const auto old = ParagraphKeys(previous.doc, previous.facts.report_year, min_chars_);
    std::unordered_map<std::string_view, const ParagraphKey*> known;
    for (const auto& key : old) known.emplace(key.exact, &key);
    const ParagraphKey* last = nullptr;  // of the run that is being gathered
    CopiedRun run;
    for (const auto& key : ParagraphKeys(in.doc, in.facts.report_year, min_chars_)) {
      const auto it = known.find(key.exact);
      const ParagraphKey* same = it == known.end() ? nullptr : it->second;
      const bool goes_on =
          same != nullptr && last != nullptr && same == last + 1 && same->digits == run.digits;
      if (!goes_on) {
        Report(in, run, reporter);
        run = {};
      }
      if (same != nullptr) {
        if (run.blocks.empty()) run.original = same->block;
        run.digits = same->digits;
        run.blocks.push_back(key.block);
      }
      last = same;
    }
    Report(in, run, reporter);
  }

 private:
  struct CopiedRun {
    std::vector<std::uint32_t> blocks;
    std::uint32_t original = 0;
    bool digits = false;
  };

  static void Report(const CheckInput& in, const CopiedRun& run, Reporter& reporter) {
    if (run.blocks.empty()) return;
    const auto& previous = in.options.previous->doc;
    const auto place = [&](std::uint32_t block) { return in.doc.blocks[block].folded; };
    ReportExtras extras;
    // Standing phrases come back each year; the same numbers hardly do.
    extras.weaker = !run.digits;
    extras.count = static_cast<std::uint32_t>(run.blocks.size());
    for (std::size_t i = 1; i < run.blocks.size(); ++i)
      extras.related.push_back(place(run.blocks[i]));
    const auto line = previous.LineOfFolded(previous.blocks[run.original].folded.begin);
    reporter.Report(place(run.blocks.front()),
                    {{"line", std::to_string(line)},
                     {"text", reporter.Quote(place(run.blocks.front()), 16)},
                     {"count", std::to_string(extras.count)}},
                    extras);
  }

  std::size_t min_chars_;
};

}  // namespace

const CheckKind kCopiedFromPrevious = {
    "copied_from_previous",
    {"与上年报告（--previous）一字不差的段落，年份顺延也算；没有数字的，级别降低",
     "Paragraphs the previous report (--previous) has word for word, years moved on; weaker "
     "without numbers"},
    "{}",
    {{"min_chars",
      ParamType::integer,
      false,
      {"少于这么多汉字的段落不比", "paragraphs with fewer Han characters are not compared"},
      1,
      10000}},
    {"line", "text", "count"},
    [](const Params& p) -> std::unique_ptr<Check> {
      return std::make_unique<CopiedFromPrevious>(p);
    },
    false,
    true};

}  // namespace hegao
