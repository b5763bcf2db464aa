// Topics a report of this kind is expected to speak of and does not.
#include <algorithm>

#include "checks/substance/kinds.h"
#include "checks/substance/topics.h"

namespace hegao {
namespace {

class TopicCoverage : public Check {
 public:
  explicit TopicCoverage(const Params& p)
      : topics_(ReadTopics(p, "topics")),
        not_in_(p.Slots("not_in")),
        tolerated_(static_cast<std::size_t>(p.Integer("tolerated", 0))) {}

  void Run(const CheckInput& in, Reporter& reporter) const override {
    std::string names;
    std::size_t absent = 0, all = 0;
    for (const auto& topic : topics_) {
      if (in.facts.report_year.value_or(9999) < topic.since) continue;
      ++all;
      if (Told(in, topic)) continue;
      ++absent;
      if (!names.empty()) names += in.options.lang == Lang::en ? ", " : "、";
      names += reporter.In(topic.name);
    }
    if (absent <= tolerated_) return;
    ReportExtras extras;
    extras.subject = "topics";
    reporter.Report(
        Place(in),
        {{"topics", names}, {"absent", std::to_string(absent)}, {"all", std::to_string(all)}},
        extras);
  }

 private:
  bool Told(const CheckInput& in, const Topic& topic) const {
    return std::any_of(topic.patterns.begin(), topic.patterns.end(), [&](const Pattern& p) {
      bool told = false;
      in.doc.ForEachMatch(p, [&](std::uint32_t, const PatternMatch& m) {
        told = told || std::find(not_in_.begin(), not_in_.end(),
                                 in.slots.SlotAt(in.doc, m.whole.begin)) == not_in_.end();
      });
      return told;
    });
  }

  /// The first section that should tell them; the title where none is there.
  Span Place(const CheckInput& in) const {
    Span place = in.facts.title_span;
    bool found = false;
    for (std::size_t s = 0; s < in.slots.slots.size(); ++s) {
      const auto& slot = in.slots.slots[s];
      if (slot.status != SlotStatus::found || slot.heading < 0) continue;
      if (std::find(not_in_.begin(), not_in_.end(), static_cast<int>(s)) != not_in_.end()) continue;
      const auto& heading = in.doc.headings[slot.heading].folded;
      if (!found || heading < place) place = heading;
      found = true;
    }
    return place;
  }

  std::vector<Topic> topics_;
  std::vector<int> not_in_;
  std::size_t tolerated_;
};

}  // namespace

const CheckKind kTopicCoverage = {
    "topic_coverage",
    {"应当写到而全文没有写到的方面，合为一条",
     "Topics that are expected and not spoken of, as one finding"},
    "topics: [{name: 培训, match: ['培训']}]",
    {{"topics",
      ParamType::records,
      true,
      {"应当写到的方面", "topics that are expected"},
      0,
      1,
      {},
      TopicFields()},
     {"not_in",
      ParamType::slots,
      false,
      {"在这些栏目里写到不算", "slots in which speaking of it does not count"}},
     {"tolerated",
      ParamType::integer,
      false,
      {"没有写到的不超过这个数就不报", "how many may be absent before it is told"},
      0,
      100}},
    {"topics", "absent", "all"},
    [](const Params& p) -> std::unique_ptr<Check> { return std::make_unique<TopicCoverage>(p); }};

}  // namespace hegao
