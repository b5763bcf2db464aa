#include "document/slot_scores.h"

#include <algorithm>
#include <cmath>

#include "text/numerals.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr double kSecondMatch = 0.1;  // what each further pattern adds
constexpr double kMostSecond = 0.2;
constexpr double kEnough = 1.0 - 1e-9;  // of body evidence
constexpr double kOutOfPlace = 0.15;    // taken off where the order hint says otherwise

/// Slots that come late (order 3 and more) do not open a report, the first does not close it.
double Misplacement(int order, double position) {
  if (position < 0 || order == 0) return 0;
  if (order >= 3 && position == 0) return kOutOfPlace;
  if (order == 1 && position == 1) return kOutOfPlace;
  return 0;
}

struct Joint {
  std::size_t at = 0, length = 0;
};

/// Where a heading may fall into two halves; the first few are enough.
std::vector<Joint> FindJoints(std::string_view key) {
  constexpr std::size_t kMostJoints = 6;
  std::vector<Joint> out;
  for (std::size_t at = 0; at < key.size() && out.size() < kMostJoints;) {
    const auto c = DecodeAt(key, at);
    if (c.value == U'及' || c.value == U'和' || c.value == U'与' || c.value == U'、') {
      out.push_back({at, c.length});
    }
    at += c.length;
  }
  return out;
}

}  // namespace

HeadingScore ScoreHeading(std::string_view key, const SlotSpec& spec, double position) {
  HeadingScore out;
  double second = 0, best = 0;
  const Span all{0, static_cast<std::uint32_t>(key.size())};
  const LiteralFilter filter(key);
  for (const auto& p : spec.headings) {
    PatternMatch m;
    if (!p.pattern.MayMatch(key, filter) || !p.pattern.Matches(key, true)) continue;
    if (!p.pattern.Find(key, all, &m, true)) continue;
    if (p.weight > best) {
      if (best > 0) second += kSecondMatch;
      best = p.weight;
      out.match = m.whole;
    } else {
      second += kSecondMatch;
    }
  }
  if (best == 0) return out;
  out.positive = best;
  double against = 0;
  for (const auto& p : spec.not_headings) {
    const bool matches = p.pattern.MayMatch(key, filter) && p.pattern.Matches(key, true);
    if (matches) against = std::max(against, p.weight);
  }
  out.score = best + std::min(second, kMostSecond) - against - Misplacement(spec.order, position);
  out.score = std::max(out.score, 0.0);
  return out;
}

std::vector<MergedScore> ScoreMerged(std::string_view key, const std::vector<SlotSpec>& specs,
                                     const std::vector<HeadingScore>& whole, double least) {
  std::vector<MergedScore> out;
  std::vector<std::size_t> matched;
  for (std::size_t s = 0; s < whole.size(); ++s) {
    if (whole[s].positive >= least && specs[s].order != 0) matched.push_back(s);
  }
  if (matched.size() < 2) return out;
  for (const auto [at, length] : FindJoints(key)) {
    const auto left = key.substr(0, at), right = key.substr(at + length);
    for (const auto s : matched) {
      const auto first = ScoreHeading(left, specs[s], -1).score;
      if (first < least) continue;
      for (const auto t : matched) {
        if (t == s || specs[t].order < specs[s].order) continue;
        const auto second = ScoreHeading(right, specs[t], -1).score;
        if (second >= least) out.push_back({s, t, first, second});
      }
    }
  }
  return out;
}

double Confidence(double score) { return 1.0 / (1.0 + std::exp(-6.0 * (score - 0.35))); }

BodyEvidence FindEvidence(const Document& doc, const SlotSpec& spec,
                          const std::function<bool(std::uint32_t)>& excluded) {
  BodyEvidence out;
  double strongest = 0;
  for (const auto& p : spec.body) {
    if (out.weight >= kEnough) break;
    if (!doc.MayMatch(p.pattern)) continue;
    for (std::uint32_t b = 0; b < doc.blocks.size(); ++b) {
      const auto& block = doc.blocks[b];
      if (!block.InText() || !doc.MayMatch(p.pattern, b)) continue;
      PatternMatch m;
      if (!p.pattern.Find(doc.folded.text(), block.folded, &m, true)) continue;
      if (excluded(m.whole.begin)) continue;
      out.weight += p.weight;
      if (p.weight > strongest) {
        strongest = p.weight;
        out.place = m.whole;
      }
      break;
    }
  }
  out.enough = out.weight >= kEnough;
  return out;
}

std::string HeadingKey(const Document& doc, const Heading& heading,
                       std::optional<int> report_year) {
  auto text = doc.Text(heading.text);
  while (!text.empty()) {  // a heading may end in a mark that is no part of its name
    const auto last = DecodeBefore(text, text.size());
    if (last.value != U':' && last.value != U',' && last.value != U'。' && last.value != U';')
      break;
    text.remove_suffix(last.length);
  }
  std::string key;
  for (std::size_t at = 0; at < text.size();) {
    const bool digit = text[at] >= '0' && text[at] <= '9';
    const auto n = digit ? ParseAsciiNumber(text.substr(at)) : std::nullopt;
    if (!n) {
      key += text[at++];
      continue;
    }
    if (n->length == 4 && n->value >= 1990 && n->value <= 2099) {
      const int delta = report_year ? static_cast<int>(n->value) - *report_year : 0;
      if (!report_year) {
        key += "{Y?}";
      } else if (delta == 0) {
        key += "{Y}";
      } else {
        key += delta > 0 ? "{Y+" + std::to_string(delta) + "}" : "{Y" + std::to_string(delta) + "}";
      }
    } else {
      key.append(text.substr(at, n->length));
    }
    at += n->length;
  }
  return key;
}

}  // namespace hegao
