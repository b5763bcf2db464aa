#include "document/slot_scores.h"

#include <algorithm>
#include <cmath>

#include "text/numerals.h"

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

}  // namespace

HeadingScore ScoreHeading(std::string_view key, const SlotSpec& spec, double position) {
  HeadingScore out;
  double second = 0, best = 0;
  const Span all{0, static_cast<std::uint32_t>(key.size())};
  for (const auto& p : spec.headings) {
    PatternMatch m;
    if (!p.pattern.Matches(key) || !p.pattern.Find(key, all, &m)) continue;
    if (p.weight > best) {
      if (best > 0) second += kSecondMatch;
      best = p.weight;
      out.match = m.whole;
    } else {
      second += kSecondMatch;
    }
  }
  if (best == 0) return out;
  double against = 0;
  for (const auto& p : spec.not_headings) {
    if (p.pattern.Matches(key)) against = std::max(against, p.weight);
  }
  out.score = best + std::min(second, kMostSecond) - against - Misplacement(spec.order, position);
  out.score = std::max(out.score, 0.0);
  return out;
}

double Confidence(double score) { return 1.0 / (1.0 + std::exp(-6.0 * (score - 0.35))); }

BodyEvidence FindEvidence(const Document& doc, const SlotSpec& spec,
                          const std::function<bool(std::uint32_t)>& excluded) {
  BodyEvidence out;
  double strongest = 0;
  for (const auto& p : spec.body) {
    if (out.weight >= kEnough) break;
    if (!p.pattern.MayMatch(doc.folded.text())) continue;
    for (const auto& block : doc.blocks) {
      if (block.kind == Block::Kind::chrome) continue;
      PatternMatch m;
      if (!p.pattern.Find(doc.folded.text(), block.folded, &m) || excluded(m.whole.begin)) continue;
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
  const auto text = doc.Text(heading.text);
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
