#include "checks/year_judgement.h"

#include <algorithm>
#include <map>

namespace hegao {
namespace {

constexpr int kThroughout = 3;  // statements about another year that make it "throughout"

class Judge {
 public:
  explicit Judge(const CheckInput& in) : in_(in), year_(*in.facts.report_year) {}

  std::vector<YearVerdict> Run() {
    JudgeThroughout();
    for (const auto& y : in_.facts.years) {
      if (y.exempt || y.in_title) continue;
      if (y.heading >= 0)
        JudgeHeading(y);
      else
        JudgeBody(y);
    }
    std::sort(out_.begin(), out_.end(),
              [](const auto& a, const auto& b) { return a.folded.begin < b.folded.begin; });
    return std::move(out_);
  }

 private:
  void Add(YearFault fault, const YearMention& y, bool weaker = false) {
    out_.push_back({fault, y.year, y.folded, weaker, {}});
  }

  bool InPlan(const YearMention& y) const {
    const int slot = in_.slots.SlotAt(in_.doc, y.folded.begin);
    return slot >= 0 && in_.specs[slot].plan;
  }

  void JudgeHeading(const YearMention& y) {
    const auto& h = in_.doc.headings[y.heading];
    if (h.confidence < 0.5) return JudgeBody(y);
    const auto& of = in_.slots.of_heading[y.heading];
    const bool plan = std::any_of(of.begin(), of.end(), [&](int s) { return in_.specs[s].plan; });
    const bool other = std::any_of(of.begin(), of.end(), [&](int s) { return !in_.specs[s].plan; });
    if (plan && (y.year == year_ + 1 || (other && y.year == year_))) return;
    if (plan && h.level == 1) return Add(YearFault::plan_heading, y);
    if (InPlan(y)) return;  // a sub-heading of the plan may look back
    if (y.year < year_) return Add(YearFault::stale_heading, y, h.level > 1);
    if (y.year > year_) Add(YearFault::future_heading, y, h.level > 1);
  }

  std::string_view Rest(const YearMention& y) const {
    const auto sentence = SentenceAround(in_.doc, y.folded.begin);
    return in_.doc.Text({y.folded.begin, sentence.end});
  }

  bool Done(std::string_view s) const { return in_.lexicon.done_marker.Matches(s); }
  bool Future(std::string_view s) const { return in_.lexicon.future_marker.Matches(s); }

  /// First words of the text before the first heading, or of a first-level section.
  bool OpensSection(const YearMention& y, bool* whole_report) const {
    const auto& doc = in_.doc;
    if (y.folded.begin != doc.blocks[y.block].folded.begin) return false;
    const auto section = doc.SectionAt(y.folded.begin);
    *whole_report = section == 0;
    const auto& s = doc.sections[section];
    if (s.level > 1) return false;
    for (auto b = doc.BlockAt(s.body.begin); b < y.block; ++b) {
      const auto& block = doc.blocks[b];
      const bool title =
          std::find(doc.title_blocks.begin(), doc.title_blocks.end(), b) != doc.title_blocks.end();
      const bool before_body = block.folded.end <= s.body.begin + 1;
      // A salutation or a line under the title may stand before the opening.
      if (!title && !before_body && block.kind != Block::Kind::chrome && block.folded.size() > 90)
        return false;
    }
    return true;
  }

  /// 2023年，我镇获评……；2024年，…… — the sentence before tells history up to the report year.
  bool LeadsUpToReportYear(const YearMention& y) const {
    for (const auto& other : in_.facts.years) {
      if (other.block == y.block && other.folded.begin > y.folded.begin && other.year > y.year &&
          other.year <= year_) {
        return true;
      }
    }
    return false;
  }

  void JudgeBody(const YearMention& y) {
    if (y.year == throughout_ || !y.sentence_start) return JudgeFutureInside(y);
    if (InPlan(y)) return JudgePlanBody(y);
    if (y.year < year_) return JudgeStale(y);
    JudgeFutureInside(y);
  }

  void JudgeStale(const YearMention& y) {
    bool whole_report = false;
    if (OpensSection(y, &whole_report)) {
      const bool history = LeadsUpToReportYear(y);
      if (history) return;
      return Add(YearFault::stale_opening, y, !whole_report);
    }
    // Further back it is history; last year at the start of a sentence is what a copied report
    // leaves.
    if (year_ - y.year > 2 || LeadsUpToReportYear(y)) return;
    if (Done(Rest(y)) && !Future(Rest(y))) Add(YearFault::stale_body, y, true);
  }

  void JudgeFutureInside(const YearMention& y) {
    if (y.year <= year_ || y.year == throughout_) return;
    const auto rest = Rest(y);
    const auto sentence = in_.doc.Text(SentenceAround(in_.doc, y.folded.begin));
    if (!y.sentence_start || !Done(rest) || Future(sentence)) return;
    Add(YearFault::future_done, y);
  }

  void JudgePlanBody(const YearMention& y) {
    if (y.year == year_ + 1) {
      const auto rest = Rest(y);
      if (Done(rest) && !Future(rest)) Add(YearFault::future_done, y, true);
      return;
    }
    const bool opens = y.folded.begin == in_.doc.blocks[y.block].folded.begin;
    if (Future(Rest(y)) && (opens || y.year != year_))
      Add(YearFault::plan_body, y, !opens);
    else if (y.year < year_ && opens)
      Add(YearFault::plan_body, y, true);
  }

  void JudgeThroughout() {
    std::map<int, std::vector<const YearMention*>> by_year;
    for (const auto& y : in_.facts.years) {
      if (!y.exempt && !y.in_title && y.sentence_start && !InPlan(y)) by_year[y.year].push_back(&y);
    }
    const auto own = by_year.count(year_) != 0 ? by_year[year_].size() : 0;
    for (const auto& [year, places] : by_year) {
      if (year == year_ || year == year_ + 1 || places.size() < kThroughout ||
          places.size() <= 2 * own)
        continue;
      YearVerdict v{YearFault::throughout, year, places.front()->folded, false, {}};
      for (std::size_t i = 1; i < places.size(); ++i) v.more.push_back(places[i]->folded);
      out_.push_back(std::move(v));
      throughout_ = year;
      return;
    }
  }

  const CheckInput& in_;
  int year_;
  int throughout_ = 0;
  std::vector<YearVerdict> out_;
};

}  // namespace

std::vector<YearVerdict> JudgeYears(const CheckInput& in) {
  if (!in.facts.report_year) return {};
  return Judge(in).Run();
}

}  // namespace hegao
