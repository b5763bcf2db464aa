// A plan or outline whose years are over, cited as what the work follows.
#include <algorithm>

#include "checks/law/citation.h"
#include "checks/law/kinds.h"
#include "checks/law/surroundings.h"
#include "text/fold.h"

namespace hegao {
namespace {

constexpr std::string_view kOpen = "《", kClose = "》";

struct CitedPlan {
  Span folded;
  std::string title, replaced_by;
  int ended = 0;
  bool certain = true;
  bool other = false;  // known by its years alone
};

class ExpiredPlan : public Check {
 public:
  explicit ExpiredPlan(const Params& p)
      : finder_(p),
        current_(p.Patterns("current")),
        history_(p.Patterns("history")),
        planned_(p.Patterns("planned")) {
    plan_words_ = p.Folded("plan_words");
  }

  void Run(const CheckInput& in, Reporter& reporter) const override {
    if (!in.facts.report_year) return;
    std::vector<CitedPlan> plans;
    for (const auto& c : finder_.Find(in.doc)) {
      const auto* i = finder_.table().Choose(c.group, c.period);
      if (i != nullptr && i->ended)
        plans.push_back({c.folded,
                         c.bracketed ? "《" + i->title + "》" : reporter.Quote(c.folded, 60),
                         i->replaced_by, i->ended->year, i->certain, false});
    }
    AddOthers(in.doc, plans);
    for (const auto& p : plans) Judge(in, p, reporter);
  }

 private:
  /// Any 《…规划（2016—2020年）》 that is not of the table.
  void AddOthers(const Document& doc, std::vector<CitedPlan>& plans) const {
    const auto text = doc.folded.text();
    const auto known = plans.size();
    for (auto at = text.find("(20"); at != text.npos; at = text.find("(20", at + 1)) {
      std::size_t length = 0;
      const auto period = PeriodAt(text, at, &length);
      if (!period) continue;
      const auto near = doc.Around({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at)},
                                   kLongestTitle);
      const auto open = doc.Text(near).substr(0, at - near.begin).rfind(kOpen);
      if (open == text.npos) continue;
      const auto begin = near.begin + static_cast<std::uint32_t>(open);
      auto title = text.substr(begin + kOpen.size(), at - begin - kOpen.size());
      Span whole{begin, static_cast<std::uint32_t>(at + length)};
      if (title.ends_with(kClose)) {  // 《甲方案》(2018-2020年)
        title.remove_suffix(kClose.size());
      } else {
        const auto close = doc.Text(near).find(kClose, at + length - near.begin);
        if (close == text.npos) continue;
        whole.end = near.begin + static_cast<std::uint32_t>(close + kClose.size());
      }
      if (title.find(kClose) != title.npos || !IsPlan(title)) continue;
      // The table's own are ascending, and none overlaps another.
      const auto first = plans.begin(), last = first + static_cast<std::ptrdiff_t>(known);
      const auto behind = std::partition_point(
          first, last, [&](const CitedPlan& p) { return p.folded.begin < whole.end; });
      const bool seen = behind != first && std::prev(behind)->folded.Overlaps(whole);
      if (seen || doc.blocks[doc.BlockAt(whole.begin)].kind == Block::Kind::chrome) continue;
      plans.push_back({whole, doc.Visible(doc.Source(whole)), "", period->to, true, true});
    }
  }

  bool IsPlan(std::string_view title) const {
    return std::any_of(plan_words_.begin(), plan_words_.end(),
                       [&](const auto& w) { return title.find(w) != title.npos; });
  }

  void Judge(const CheckInput& in, const CitedPlan& p, Reporter& reporter) const {
    const int year = *in.facts.report_year;
    if (p.ended >= year) return;
    const auto round = Surroundings(in.doc, p.folded);
    // 将全面落实◆，确保圆满收官, in the plan: no looking back.
    const bool planned = InPlan(in, p.folded.begin) && AnyMatches(planned_, round);
    if (!planned && AnyMatches(history_, round)) return;
    const auto told = YearBefore(in, p.folded);
    if (told && *told <= p.ended) return;
    const bool current = AnyMatches(current_, round);
    // In the year after its end it is often still summed up; then only plain words of use tell.
    if (!current && (p.ended + 1 >= year || p.other)) return;
    ReportExtras extras;
    extras.weaker = !current || p.ended + 1 >= year || !p.certain || NamesSuccessor(p, round);
    const bool zh = in.options.lang == Lang::zh;
    const auto instead = p.replaced_by.empty() ? ""
                         : zh                  ? "，现行的是" + p.replaced_by
                                               : "; now it is “" + p.replaced_by + "”";
    reporter.Report(p.folded,
                    {{"name", p.title}, {"ended", std::to_string(p.ended)}, {"instead", instead}},
                    extras);
  }

  /// Old and new side by side: 落实◆和《…（2021—2025年）》.
  static bool NamesSuccessor(const CitedPlan& p, std::string_view round) {
    return !p.replaced_by.empty() && round.find(Fold(p.replaced_by)) != round.npos;
  }

  static constexpr std::uint32_t kLongestTitle = 300;  // bytes
  CitationFinder finder_;
  std::vector<Pattern> current_, history_, planned_;
  std::vector<std::string> plan_words_;
};

}  // namespace

const CheckKind kExpiredPlan = {
    "expired_plan",
    {"规划、纲要已经到期，还当作依据", "A plan whose years are over cited as in force"},
    "instruments: [{name: 甲规划（2016—2020年）, ended: 2020-12-31}]",
    CitationParams(
        {{"plan_words",
          ParamType::texts,
          false,
          {"表外的规划，名称里要有的词", "what the title of any other plan has"}},
         {"current",
          ParamType::patterns,
          false,
          {"当作现行依据的说法，◆是引用处", "what says it is followed; ◆ is the citation"}},
         {"history", ParamType::patterns, false, {"回顾、总结的说法", "what looks back on it"}},
         {"planned",
          ParamType::patterns,
          false,
          {"下一年安排里有这些，就不是回顾", "in a plan these are no looking back"}}}),
    {"name", "ended", "instead"},
    [](const Params& p) -> std::unique_ptr<Check> { return std::make_unique<ExpiredPlan>(p); }};

}  // namespace hegao
