#include "document/slots.h"

#include <algorithm>
#include <cmath>

#include "document/sentence.h"
#include "document/slot_scores.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr double kFound = 0.5;            // least score of a heading that fills a slot
constexpr double kMerged = 0.6;           // least score of each of two slots one heading fills
constexpr double kLeastConfidence = 0.3;  // below, a heading is not asked at all
constexpr double kNearest = 0.2;          // least score worth naming as "closest heading"
constexpr std::size_t kMostSlots = 12;    // bits of the assignment table
constexpr std::size_t kMostCandidates = 64;
constexpr std::size_t kThematicAlone =
    150;  // Han characters that make a single thematic section enough

/// What one first-level heading can be: one slot, two slots, or none (mask 0).
struct Option {
  std::uint32_t mask = 0;
  double gain = 0;
};

struct Candidate {
  std::uint32_t heading = 0;
  std::vector<HeadingScore> scores;  // per slot
  std::vector<MergedScore> merged;
  std::vector<Option> options;

  /// What the heading says for a slot when it is chosen for the set `mask`.
  double ScoreFor(std::size_t slot, std::uint32_t mask) const {
    for (const auto& m : merged) {
      if (mask != (1u << m.first | 1u << m.second)) continue;
      return slot == m.first ? m.first_score : m.second_score;
    }
    return scores[slot].score;
  }
};

void FillOptions(Candidate& c) {
  for (std::size_t s = 0; s < c.scores.size(); ++s) {
    if (c.scores[s].score >= kFound) {
      c.options.push_back({1u << s, c.scores[s].score - kFound + 0.05});
    }
  }
  // A merged heading is worth less than two headings of their own, more than either alone.
  for (const auto& m : c.merged) {
    c.options.push_back(
        {1u << m.first | 1u << m.second, m.first_score + m.second_score - 2 * kFound});
  }
}

/// Best set of options over all candidates, one each, no slot twice: a table over the sets of
/// filled slots.
std::vector<std::uint32_t> Choose(const std::vector<Candidate>& candidates, std::size_t slots) {
  const std::size_t sets = std::size_t{1} << slots;
  constexpr double kNever = -1e9;
  std::vector<double> best(sets, kNever);
  best[0] = 0;
  std::vector<std::vector<std::uint32_t>> taken(candidates.size(),
                                                std::vector<std::uint32_t>(sets, 0));
  for (std::size_t c = 0; c < candidates.size(); ++c) {
    auto next = best;
    for (std::size_t set = 0; set < sets; ++set) {
      if (best[set] <= kNever) continue;
      for (const auto& option : candidates[c].options) {
        if ((set & option.mask) != 0) continue;
        const auto filled = set | option.mask;
        if (best[set] + option.gain > next[filled] + 1e-12) {
          next[filled] = best[set] + option.gain;
          taken[c][filled] = option.mask;
        }
      }
    }
    best = std::move(next);
  }
  auto set = static_cast<std::size_t>(std::max_element(best.begin(), best.end()) - best.begin());
  std::vector<std::uint32_t> chosen(candidates.size(), 0);
  for (std::size_t c = candidates.size(); c-- > 0;) {
    chosen[c] = taken[c][set];
    set &= ~static_cast<std::size_t>(chosen[c]);
  }
  return chosen;
}

class Assigner {
 public:
  Assigner(const Document& doc, const Facts& facts, const std::vector<SlotSpec>& specs)
      : doc_(doc), facts_(facts), specs_(specs) {
    out_.slots.resize(specs.size());
    out_.of_heading.resize(doc.headings.size());
    out_.part_of.resize(doc.headings.size(), -1);
  }

  SlotAssignment Run() {
    ScoreFirstLevel();
    AssignFirstLevel();
    FindThematic();
    // Whole sections say more than a sentence or a sub-heading: implicit goes before embedded.
    for (std::size_t s = 0; s < specs_.size(); ++s) {
      if (out_.slots[s].status == SlotStatus::missing && specs_[s].implicit) TryImplicit(s);
      if (out_.slots[s].status == SlotStatus::missing) TryEmbedded(static_cast<int>(s));
    }
    DivideMerged();
    return std::move(out_);
  }

 private:
  /// First-level headings for all slots; the deeper ones only where a slot is still open (Score).
  void ScoreFirstLevel() {
    scores_.resize(doc_.headings.size());
    std::size_t first_level = 0, position = 0;
    for (const auto& h : doc_.headings) first_level += h.level == 1;
    for (std::size_t i = 0; i < doc_.headings.size(); ++i) {
      const auto& h = doc_.headings[i];
      if (h.level != 1) continue;
      const double at = first_level > 2
                            ? static_cast<double>(position) / static_cast<double>(first_level - 1)
                            : -1;
      ++position;
      if (h.confidence < kLeastConfidence) continue;
      const auto key = HeadingKey(doc_, h, facts_.report_year);
      for (const auto& spec : specs_) scores_[i].push_back(ScoreHeading(key, spec, at));
    }
  }

  double Score(std::uint32_t heading, int slot) const {
    const auto& h = doc_.headings[heading];
    if (h.confidence < kLeastConfidence) return 0;
    if (!scores_[heading].empty()) return scores_[heading][slot].score;
    return ScoreHeading(HeadingKey(doc_, h, facts_.report_year), specs_[slot], -1).score;
  }

  void AssignFirstLevel() {
    std::vector<Candidate> candidates;
    const auto slots = std::min(specs_.size(), kMostSlots);
    for (std::uint32_t i = 0; i < doc_.headings.size() && candidates.size() < kMostCandidates;
         ++i) {
      if (doc_.headings[i].level != 1 || scores_[i].empty()) continue;
      Candidate c;
      c.heading = i;
      c.scores.assign(scores_[i].begin(), scores_[i].begin() + static_cast<std::ptrdiff_t>(slots));
      c.merged = ScoreMerged(HeadingKey(doc_, doc_.headings[i], facts_.report_year), specs_,
                             c.scores, kMerged);
      FillOptions(c);
      if (!c.options.empty()) candidates.push_back(std::move(c));
    }
    const auto chosen = Choose(candidates, slots);
    for (std::size_t c = 0; c < candidates.size(); ++c) {
      for (std::size_t s = 0; s < slots; ++s) {
        if ((chosen[c] >> s & 1u) == 0) continue;
        Fill(s, SlotStatus::found, candidates[c].heading, candidates[c].ScoreFor(s, chosen[c]));
      }
    }
    for (const auto& c : candidates) {
      if (out_.of_heading[c.heading].empty()) AddToOccupied(c);
    }
  }

  void Fill(std::size_t slot, SlotStatus status, std::uint32_t heading, double score) {
    auto& r = out_.slots[slot];
    r.status = status;
    r.heading = static_cast<std::int32_t>(heading);
    r.place = doc_.headings[heading].folded;
    r.confidence = Confidence(score) * doc_.headings[heading].confidence;
    if (status == SlotStatus::found) out_.of_heading[heading].push_back(static_cast<int>(slot));
  }

  /// A heading whose slot another heading fills better still belongs to that slot.
  void AddToOccupied(const Candidate& c) {
    std::size_t best = c.scores.size();
    for (std::size_t s = 0; s < c.scores.size(); ++s) {
      if (c.scores[s].score >= kFound &&
          (best == c.scores.size() || c.scores[s].score > c.scores[best].score)) {
        best = s;
      }
    }
    if (best == c.scores.size() || out_.slots[best].status != SlotStatus::found) return;
    out_.of_heading[c.heading].push_back(static_cast<int>(best));
    out_.slots[best].more.push_back(c.heading);
  }

  void DivideMerged() {
    for (const auto& section : doc_.sections) {
      if (section.heading < 0 || section.level != 2 || section.parent <= 0) continue;
      const auto round = doc_.sections[static_cast<std::size_t>(section.parent)].heading;
      if (round < 0 || out_.of_heading[static_cast<std::size_t>(round)].size() < 2) continue;
      const auto heading = static_cast<std::uint32_t>(section.heading);
      double best = kFound;
      for (const int slot : out_.of_heading[static_cast<std::size_t>(round)]) {
        const double score = Score(heading, slot);
        if (score < best) continue;
        out_.part_of[heading] = score == best && best > kFound ? -1 : slot;
        best = score;
      }
    }
  }

  void FindThematic() {
    for (std::uint32_t i = 0; i < doc_.headings.size(); ++i) {
      const auto& h = doc_.headings[i];
      if (h.level != 1 || h.confidence < 0.4) continue;
      const auto& of = out_.of_heading[i];
      if (std::all_of(of.begin(), of.end(), [&](int s) { return specs_[s].thematic; })) {
        out_.thematic.push_back(i);
      }
    }
  }

  bool Excluded(int slot, std::uint32_t folded_at) const {
    const int holder = out_.SlotAt(doc_, folded_at);
    const auto& list = specs_[slot].not_inside;
    return holder >= 0 && std::find(list.begin(), list.end(), holder) != list.end();
  }

  void TryEmbedded(int slot) {
    auto& r = out_.slots[slot];
    std::int32_t best = -1;
    double best_score = 0, nearest_score = 0;
    for (std::uint32_t i = 0; i < doc_.headings.size(); ++i) {
      const double score = Score(i, slot);
      if (score >= kNearest && score > nearest_score) {
        r.nearest = static_cast<std::int32_t>(i);
        nearest_score = score;
      }
      const bool inside = doc_.headings[i].level > 1 || !out_.of_heading[i].empty();
      if (!specs_[slot].embedded || !inside || score < kFound || score <= best_score) continue;
      if (Excluded(slot, doc_.headings[i].folded.begin)) continue;
      best = static_cast<std::int32_t>(i);
      best_score = score;
    }
    if (best >= 0) {
      Fill(slot, SlotStatus::embedded, static_cast<std::uint32_t>(best), best_score);
      return;
    }
    if (specs_[slot].embedded) TryRunningText(slot);
  }

  void TryRunningText(int slot) {
    const auto evidence = FindEvidence(
        doc_, specs_[slot], [&](std::uint32_t folded_at) { return Excluded(slot, folded_at); });
    if (!evidence.enough) return;
    auto& r = out_.slots[slot];
    r.status = SlotStatus::embedded;
    r.place = SentenceAround(doc_, evidence.place.begin);
    const auto section = doc_.SectionAt(evidence.place.begin);
    r.heading = doc_.sections[section].heading;
    r.confidence = std::min(0.9, 0.45 + 0.25 * evidence.weight);
  }

  void TryImplicit(std::size_t slot) {
    if (out_.thematic.empty()) return;
    const auto first = out_.thematic.front();
    bool enough = out_.thematic.size() >= 2;
    for (const auto& s : doc_.sections) {
      if (s.heading == static_cast<std::int32_t>(first)) {
        enough |= CountHan(doc_.Text(s.body)) >= kThematicAlone;
      }
    }
    if (!enough) return;
    auto& r = out_.slots[slot];
    r.status = SlotStatus::implicit;
    r.heading = static_cast<std::int32_t>(first);
    r.place = doc_.headings[first].folded;
    r.confidence = std::min(0.9, 0.5 + 0.1 * static_cast<double>(out_.thematic.size()));
  }

  const Document& doc_;
  const Facts& facts_;
  const std::vector<SlotSpec>& specs_;
  std::vector<std::vector<HeadingScore>>
      scores_;  // per heading, per slot; empty for unsure headings
  SlotAssignment out_;
};

}  // namespace

std::string_view Name(SlotStatus s) {
  switch (s) {
    case SlotStatus::found:
      return "found";
    case SlotStatus::embedded:
      return "embedded";
    case SlotStatus::implicit:
      return "implicit";
    case SlotStatus::missing:
      return "missing";
  }
  return "missing";
}

Demand DemandOf(const SlotSpec& slot, std::optional<int> report_year) {
  if (!slot.required) return Demand::none;
  if (!report_year || *report_year >= slot.since_year) return Demand::required;
  return slot.advised_year != 0 && *report_year >= slot.advised_year ? Demand::advised
                                                                     : Demand::none;
}

int SlotAssignment::SlotAt(const Document& doc, std::uint32_t folded_at) const {
  int part = -1;
  for (auto i = static_cast<std::int32_t>(doc.SectionAt(folded_at)); i > 0;
       i = doc.sections[i].parent) {
    const auto heading = doc.sections[i].heading;
    if (heading >= 0 && part < 0 && !part_of.empty()) part = part_of[heading];
    if (doc.sections[i].level != 1) continue;
    if (heading < 0 || of_heading[heading].empty()) return -1;
    return part >= 0 ? part : of_heading[heading].front();
  }
  return -1;
}

SlotAssignment AssignSlots(const Document& doc, const Facts& facts,
                           const std::vector<SlotSpec>& specs) {
  return Assigner(doc, facts, specs).Run();
}

}  // namespace hegao
