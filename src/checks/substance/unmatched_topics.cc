// What one section raises and another should take up: shortfalls and next year's plan.
#include <algorithm>

#include "checks/substance/kinds.h"
#include "checks/substance/slot_items.h"
#include "checks/substance/topics.h"

namespace hegao {
namespace {

class UnmatchedTopics : public Check {
 public:
  explicit UnmatchedTopics(const Params& p)
      : topics_(ReadTopics(p, "topics")),
        from_(p.Slots("from")),
        to_(p.Slots("to")),
        marks_(p.Patterns("item_marks")),
        explains_(p.Patterns("explains")),
        share_(p.Integer("share", 0)),
        skip_routine_(p.Boolean("skip_routine", false)) {}

  void Run(const CheckInput& in, Reporter& reporter) const override {
    std::vector<bool> taken_up(topics_.size(), false);
    if (!TopicsOf(in, to_, taken_up)) return;
    std::vector<Raised> raised;
    std::size_t all = 0;
    for (const int slot : from_) {
      for (const auto& item : SlotItems(in, slot, marks_)) {
        const auto topics = TopicsIn(in.doc, item);
        if (topics.empty()) continue;  // of nothing we know: nothing can be said
        ++all;
        if (std::none_of(topics.begin(), topics.end(), [&](const Hit& h) {
              return taken_up[h.topic] || (skip_routine_ && topics_[h.topic].routine);
            })) {
          raised.push_back({item.statement, topics.front()});
        }
      }
    }
    if (share_ == 0) {
      for (const auto& r : raised) ReportOne(r, reporter);
    } else if (!raised.empty() && raised.size() * 100 >= all * static_cast<std::size_t>(share_)) {
      ReportAll(raised, reporter);
    }
  }

 private:
  struct Hit {
    std::size_t topic = 0;
    Span span;
  };
  struct Raised {
    Span statement;
    Hit hit;
  };

  /// Marks every topic these slots speak of; false if none of them has a section of its own.
  bool TopicsOf(const CheckInput& in, const std::vector<int>& slots,
                std::vector<bool>& told) const {
    bool any = false;
    for (const int slot : slots) {
      for (const auto& body : SlotBodies(in, slot)) {
        any = true;
        for (std::size_t t = 0; t < topics_.size(); ++t)
          told[t] = told[t] || AnyIn(in.doc, topics_[t].patterns, body) ||
                    AnyIn(in.doc, topics_[t].taken_up, body);
      }
    }
    return any;
  }

  /// Topics of the item's statement, or, where that names none, of what follows, as far as it does
  /// not yet say why: causes speak of anything.
  std::vector<Hit> TopicsIn(const Document& doc, const SlotItem& item) const {
    auto hits = TopicsIn(doc, item.statement);
    return hits.empty() ? TopicsIn(doc, BeforeReasons(doc, item.all)) : hits;
  }

  Span BeforeReasons(const Document& doc, Span item) const {
    PatternMatch match;
    for (const auto& p : explains_) {
      if (doc.MayMatch(p) && p.Find(doc.folded.text(), item, &match))
        item.end = std::min(item.end, match.whole.begin);
    }
    return item;
  }

  std::vector<Hit> TopicsIn(const Document& doc, Span span) const {
    std::vector<Hit> hits;
    PatternMatch match;
    for (std::size_t t = 0; t < topics_.size(); ++t) {
      for (const auto& p : topics_[t].patterns) {
        if (!doc.MayMatch(p) || !p.Find(doc.folded.text(), span, &match)) continue;
        hits.push_back({t, match.whole});
        break;
      }
    }
    const auto general = [&](const Hit& h) { return topics_[h.topic].general; };
    if (!std::all_of(hits.begin(), hits.end(), general))
      hits.erase(std::remove_if(hits.begin(), hits.end(), general), hits.end());
    return hits;
  }

  void ReportOne(const Raised& r, Reporter& reporter) const {
    ReportExtras extras;
    extras.weaker = true;
    reporter.Report(r.hit.span, Named({r}, reporter), extras);
  }

  void ReportAll(const std::vector<Raised>& raised, Reporter& reporter) const {
    ReportExtras extras;
    extras.weaker = true;
    extras.count = static_cast<std::uint32_t>(raised.size());
    for (std::size_t i = 1; i < raised.size(); ++i) extras.related.push_back(raised[i].hit.span);
    reporter.Report(raised.front().hit.span, Named(raised, reporter), extras);
  }

  Variables Named(const std::vector<Raised>& raised, Reporter& reporter) const {
    std::vector<std::size_t> seen;
    std::string names;
    for (const auto& r : raised) {
      if (std::find(seen.begin(), seen.end(), r.hit.topic) != seen.end()) continue;
      seen.push_back(r.hit.topic);
      names += (names.empty() ? "" : "、") + reporter.In(topics_[r.hit.topic].name);
    }
    return {{"topic", names},
            {"text", reporter.Quote(raised.front().statement)},
            {"count", std::to_string(raised.size())}};
  }

  std::vector<Topic> topics_;
  std::vector<int> from_, to_;
  std::vector<Pattern> marks_, explains_;
  long share_;
  bool skip_routine_;
};

}  // namespace

const CheckKind kUnmatchedTopics = {
    "unmatched_topics",
    {"一个部分提出的方面，另一个部分没有接上（按词表对照，只作提示）",
     "What one section raises another does not take up, by the words of the topics; always weaker"},
    "topics: [{name: 培训, match: ['培训|学习']}]\nfrom: [first]\nto: [second]",
    {{"topics",
      ParamType::records,
      true,
      {"对照的方面", "topics to compare by"},
      0,
      1,
      {},
      TopicFields()},
     {"from", ParamType::slots, true, {"提出的栏目", "slots that raise them"}},
     {"to", ParamType::slots, true, {"应当接上的栏目", "slots that should take them up"}},
     {"item_marks",
      ParamType::patterns,
      false,
      {"一段里分条的文字，如“一是”", "what begins an item within a paragraph"}},
     {"explains",
      ParamType::patterns,
      false,
      {"从这里起讲原因，不再算提出", "what begins the reasons, which raise nothing"}},
     {"skip_routine",
      ParamType::boolean,
      false,
      {"标为 routine 的方面不必接上", "topics marked as routine raise nothing"}},
     {"share",
      ParamType::integer,
      false,
      {"没接上的条目达到百分之几才报，合为一条；0为逐条报",
       "report, as one finding, from this percentage of items on; 0: each item"},
      0,
      100}},
    {"topic", "text", "count"},
    [](const Params& p) -> std::unique_ptr<Check> { return std::make_unique<UnmatchedTopics>(p); }};

}  // namespace hegao
