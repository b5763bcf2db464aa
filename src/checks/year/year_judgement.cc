#include "checks/year/year_judgement.h"

#include <algorithm>
#include <map>

#include "document/sentence.h"
#include "text/numerals.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr int kThroughout = 3;  // statements about another year that make it "throughout"

class Judge {
 public:
  explicit Judge(const CheckInput& in) : in_(in), year_(*in.facts.report_year) {}

  std::vector<YearVerdict> Run() {
    JudgeThroughout();
    for (const auto& y : in_.facts.years) {
      if (y.in_title) continue;
      if (y.aside) {
        JudgeAside(y);
        continue;
      }
      if (y.exempt) {
        JudgeSince(y);
        continue;
      }
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

  /// A page header repeats the title, last year's where the file is a copy of last year's. Other
  /// notes and footers speak of what they like (印发 dates, sources).
  void JudgeAside(const YearMention& y) {
    constexpr std::size_t kFewestCommon = 12;  // bytes: four characters
    if (y.exempt || y.year >= year_) return;
    const auto key = WithoutYears(in_.doc.Text(in_.doc.blocks[y.block].folded));
    std::string title;
    for (const auto b : in_.doc.title_blocks) {
      title += WithoutYears(in_.doc.Text(in_.doc.blocks[b].folded));
    }
    if (key.size() < kFewestCommon || title.find(key) == title.npos) return;
    Add(YearFault::stale_header, y);
  }

  /// Chinese characters but for 年 and 度.
  static std::string WithoutYears(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
      const auto c = DecodeAt(text, at);
      if (IsHan(c.value) && c.value != U'年' && c.value != U'度') out += text.substr(at, c.length);
      at += c.length;
    }
    return out;
  }

  bool InPlan(const YearMention& y) const {
    const int slot = in_.slots.SlotAt(in_.doc, y.folded.begin);
    return slot >= 0 && in_.specs[slot].plan;
  }

  void JudgeHeading(const YearMention& y) {
    const auto& h = in_.doc.headings[y.heading];
    // A run-in heading may be a whole sentence; past its first clause it is text.
    const auto before = in_.doc.Text({h.text.begin, std::max(h.text.begin, y.folded.begin)});
    if (h.confidence < 0.5 || before.find_first_of(",(:") != before.npos) return JudgeBody(y);
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

  /// The block starts with the year, but for a word such as 在.
  bool OpensBlock(const YearMention& y) const {
    constexpr std::uint32_t kOneCharacter = 3;
    return y.sentence_start &&
           y.folded.begin - in_.doc.blocks[y.block].folded.begin <= kOneCharacter;
  }

  /// First words of the text before the first heading, or of a first-level section.
  bool OpensSection(const YearMention& y, bool* whole_report) const {
    const auto& doc = in_.doc;
    if (!OpensBlock(y)) return false;
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
      if (!title && !before_body && block.InText() && block.folded.size() > 90) return false;
    }
    return true;
  }

  /// 2023年，我镇获评……；2024年，…… — the sentence before tells history up to the report year.
  bool LeadsUpToReportYear(const YearMention& y) const {
    const auto& years = in_.facts.years;
    auto next = std::partition_point(years.begin(), years.end(), [&](const YearMention& other) {
      return other.folded.begin <= y.folded.begin;
    });
    // History is told in a few steps; looking further would cost the square of a long paragraph.
    for (int steps = 0; steps < 20 && next != years.end() && next->block == y.block;
         ++steps, ++next) {
      if (next->year > y.year && next->year <= year_) return true;
    }
    return false;
  }

  /// Last year 以来 is history anywhere but in the first words of a report.
  void JudgeSince(const YearMention& y) {
    constexpr std::string_view kSince = "以来";
    bool whole_report = false;
    if (y.year != year_ - 1 || !y.sentence_start || y.heading >= 0) return;
    if (in_.doc.folded.text().substr(y.folded.end, kSince.size()) != kSince) return;
    if (OpensSection(y, &whole_report) && whole_report && !LeadsUpToReportYear(y))
      Add(YearFault::stale_opening, y, true);
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
      return Add(YearFault::stale_opening, y, true);
    }
    // Further back it is history; last year at the start of a sentence is what a copied report
    // leaves.
    if (year_ - y.year > 2 || LeadsUpToReportYear(y)) return;
    if (Done(Rest(y)) && !Future(Rest(y))) Add(YearFault::stale_body, y, true);
  }

  bool StartsClause(const YearMention& y) const {
    return y.folded.begin > 0 && in_.doc.folded.text()[y.folded.begin - 1] == ',';
  }

  void JudgeFutureInside(const YearMention& y) {
    if (y.year <= year_ || y.year == throughout_) return;
    const auto rest = Rest(y);
    const auto sentence = in_.doc.Text(SentenceAround(in_.doc, y.folded.begin));
    if (!y.sentence_start && (!StartsClause(y) || InPlan(y))) return;
    if (!Done(rest) || Future(sentence) || WasOverWhenSigned(y)) return;
    Add(YearFault::future_done, y, !y.sentence_start);
  }

  /// 2025年1月 in a report on 2024 that was signed in February: over, though not in its year.
  bool WasOverWhenSigned(const YearMention& y) const {
    constexpr std::string_view kMonth = "月";
    constexpr unsigned kUsualMonth = 3;  // reports are signed by March
    const auto text = in_.doc.folded.text().substr(y.folded.end);
    const auto month = ParseAsciiNumber(text);
    if (y.year != year_ + 1 || !month || text.substr(month->length, kMonth.size()) != kMonth)
      return false;
    const auto& issued = in_.facts.issue_date;
    const auto date =
        issued && issued->valid ? std::optional<Date>(issued->date) : in_.facts.publication_date;
    if (!date) return month->value <= kUsualMonth;
    return date->year > y.year ||
           (date->year == y.year && static_cast<int>(month->value) <= date->month);
  }

  void JudgePlanBody(const YearMention& y) {
    // 2025年组织培训6期 is how plans are written; it does not say that it is done.
    if (y.year == year_ + 1) return;
    const bool opens = OpensBlock(y);
    if (Future(Rest(y)) && (opens || y.year != year_))
      Add(YearFault::plan_body, y, !opens);
    else if (y.year < year_ && opens)
      Add(YearFault::plan_body, y, true);
  }

  void JudgeThroughout() {
    std::map<int, std::vector<const YearMention*>> by_year;
    for (const auto& y : in_.facts.years) {
      if (!y.exempt && !y.in_title && !y.aside && y.sentence_start && !InPlan(y))
        by_year[y.year].push_back(&y);
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
