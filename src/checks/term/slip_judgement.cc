#include "checks/term/slip_judgement.h"

#include <algorithm>

#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kLongPhrase = 12;   // in which another word is still worth a look
constexpr std::uint32_t kLongEnough = 9;  // to be known without one of its ends
constexpr std::uint32_t kExceptReach = 12;
constexpr std::uint32_t kLongestRight = 40;
constexpr std::uint8_t kMarks = SqueezedText::after_part | SqueezedText::after_comma;

using Kind = Slip::Kind;

/// How many characters of the phrase a slip is about.
std::uint32_t Width(const Slip& slip) {
  return slip.kind == Kind::swapped ? 2 : slip.kind == Kind::extra ? 0 : 1;
}

}  // namespace

std::optional<Severity> SlipJudgement::Judge(const SetPhrase& phrase, NearMatch* match) const {
  TakeMarksForEnds(phrase, match);
  const bool in_title = (text_.flags[match->begin] & SqueezedText::in_title) != 0;
  if (in_title && !phrase.strict) return std::nullopt;
  if (RunsOn(phrase, *match) || CutOff(phrase, *match)) return std::nullopt;
  if (!phrase.strict && OnlyParticles(phrase, *match)) return std::nullopt;
  if (IsExcepted(phrase, match->begin, match->end)) return std::nullopt;
  for (const auto& slip : match->slips) {
    const bool readable = slip.kind == Kind::missing || IsHan(text_.chars[slip.text]);
    if (!readable) return std::nullopt;
    const bool twice = slip.kind == Kind::extra && Doubled(slip);
    if (twice && phrase.strict && BetweenWords(phrase, slip)) return std::nullopt;
    // 推行|行政…: the first of two that meet belongs to the word before.
    const bool own = twice && !BetweenWords(phrase, slip);
    if (!own && PartOfRightWords(slip, *match)) return std::nullopt;
  }
  if (phrase.strict) return phrase.level;
  auto level = phrase.level;
  for (const auto& slip : match->slips) {
    const auto weight = Weigh(phrase, slip);
    if (!weight) return std::nullopt;
    level = std::min(level, *weight);
  }
  if (!AnotherWord(phrase, *match)) return level;
  // A word that is left out of a long phrase is worth a look, one that was exchanged is meant.
  const bool left_out = std::all_of(match->slips.begin(), match->slips.end(),
                                    [](const Slip& slip) { return slip.kind == Kind::missing; });
  if (!left_out || phrase.text.size() < kLongPhrase) return std::nullopt;
  return Severity::info;
}

/// The alignment takes what stands at the place of a missing end for another character. Where a
/// mark divides them that is not so.
void SlipJudgement::TakeMarksForEnds(const SetPhrase& phrase, NearMatch* match) const {
  auto& last = match->slips.back();
  if (last.kind == Kind::other && last.phrase + 1 == phrase.text.size() &&
      MarkBefore(last.text, kMarks) && phrase.text.flags[last.phrase] == 0) {
    last.kind = Kind::missing;
    match->end = last.text;
  }
  auto& first = match->slips.front();
  if (first.kind == Kind::other && first.phrase == 0 && match->begin + 1 < match->end &&
      MarkBefore(match->begin + 1, kMarks) && phrase.text.flags[1] == 0) {
    first.kind = Kind::missing;
    first.text = ++match->begin;
  }
}

/// A comma that the phrase has not: two clauses that happen to meet.
bool SlipJudgement::RunsOn(const SetPhrase& phrase, const NearMatch& match) const {
  if (phrase.marked) return false;
  for (auto at = match.begin + 1; at < match.end; ++at) {
    if (MarkBefore(at, SqueezedText::after_comma)) return true;
  }
  return false;
}

bool SlipJudgement::OnlyParticles(const SetPhrase& phrase, const NearMatch& match) const {
  const auto is = [&](char32_t c) { return particles_.find(c) != particles_.npos; };
  return std::all_of(match.slips.begin(), match.slips.end(), [&](const Slip& slip) {
    switch (slip.kind) {
      case Kind::other:
        return is(text_.chars[slip.text]) && is(phrase.text.chars[slip.phrase]);
      case Kind::missing:
        return is(phrase.text.chars[slip.phrase]);
      case Kind::extra:
        return is(text_.chars[slip.text]) && !Doubled(slip);
      case Kind::swapped:
        return false;
    }
    return false;
  });
}

/// An end that is missing where the line ends or something cannot be read; two slips at one end,
/// which are other words or a phrase in short.
bool SlipJudgement::CutOff(const SetPhrase& phrase, const NearMatch& match) const {
  const auto size = static_cast<std::uint32_t>(phrase.text.size());
  std::uint32_t at_begin = 0, at_end = 0;
  for (const auto& slip : match.slips) {
    at_begin += slip.phrase < 2 ? 1 : 0;
    at_end += slip.phrase + std::max(1u, Width(slip)) + 1 >= size ? 1 : 0;
  }
  if (at_begin > 1 || at_end > 1) return true;
  if (match.slips.size() > 1 && AtAnEnd(phrase, match) && !phrase.strict) return true;
  const auto& first = match.slips.front();
  if (first.kind == Kind::missing && first.phrase == 0 && match.begin > 0 &&
      text_.chars[match.begin - 1] == kUnreadable) {
    return true;
  }
  const auto& last = match.slips.back();
  return last.kind == Kind::missing && last.phrase + 1 == size && match.end < text_.size() &&
         text_.chars[match.end] == kUnreadable;
}

/// How much a single slip says. At the ends it may belong to the words beside it (责任|落实 is no
/// slip for 责任制), so only what sounds or looks as it should is surely meant; in a short phrase
/// another character that sounds otherwise, or one too many, is likely to make another word.
std::optional<Severity> SlipJudgement::Weigh(const SetPhrase& phrase, const Slip& slip) const {
  const auto size = static_cast<std::uint32_t>(phrase.text.size());
  const bool near_end = slip.phrase < 2 || slip.phrase + 2 >= size;
  const bool is_short = size < kLongPhrase;
  switch (slip.kind) {
    case Kind::swapped:
      return Severity::error;
    case Kind::other:
      if (mixed_(text_.chars[slip.text], phrase.text.chars[slip.phrase])) return Severity::error;
      if (near_end && size < kLongEnough) return std::nullopt;
      // 县委|中心组 for 党委|中心组: the first and the last character belong to other words as
      // well.
      if ((slip.phrase == 0 || slip.phrase + 1 == size) && is_short) return std::nullopt;
      return near_end || size < kLongEnough ? Severity::info : Severity::error;
    case Kind::missing:
      // 执|行规范性文件: what is left of the phrase at that end may be another word's.
      if ((slip.phrase == 0 || slip.phrase + 1 == size) && size < kLongEnough) return std::nullopt;
      return near_end ? Severity::info : Severity::error;
    case Kind::extra:
      if (Doubled(slip)) return BetweenWords(phrase, slip) ? Severity::info : Severity::error;
      if (is_short || near_end) return std::nullopt;
      return Severity::error;
  }
  return std::nullopt;
}

/// The end of a phrase that stands there twice, with no mark beside it: the second may begin the
/// next word (责任制|制定).
bool SlipJudgement::BetweenWords(const SetPhrase& phrase, const Slip& slip) const {
  constexpr std::uint8_t kDividers = kMarks | SqueezedText::after_quote;
  if (slip.phrase == phrase.text.size()) {
    return text_.chars[slip.text + 1] > kUnreadable && !MarkBefore(slip.text + 1, kDividers);
  }
  return slip.phrase == 0 && text_.chars[slip.text - 1] > kUnreadable &&
         !MarkBefore(slip.text, kDividers);
}

bool SlipJudgement::AtAnEnd(const SetPhrase& phrase, const NearMatch& match) {
  const auto& first = match.slips.front();
  const auto& last = match.slips.back();
  const bool begins = first.phrase == 0 && first.kind != Kind::extra;
  const bool ends = last.kind != Kind::extra;
  return begins || (ends && last.phrase + Width(last) >= phrase.text.size());
}

/// Other right words that reach over the slip: what is no mistake in them is none here.
bool SlipJudgement::PartOfRightWords(const Slip& slip, const NearMatch& match) const {
  auto it = std::upper_bound(right_.begin(), right_.end(), slip.text,
                             [](std::uint32_t at, Stretch s) { return at < s.begin; });
  while (it != right_.begin() && (--it)->begin + kLongestRight > match.begin) {
    const bool over = slip.kind == Kind::missing ? it->begin < slip.text && slip.text < it->end
                                                 : it->begin <= slip.text && slip.text < it->end;
    if (over) return true;
  }
  return false;
}

/// Two neighbouring characters that are others, missing or added are a word, and that was meant.
bool SlipJudgement::AnotherWord(const SetPhrase& phrase, const NearMatch& match) const {
  for (std::size_t i = 0; i + 1 < match.slips.size(); ++i) {
    const auto& a = match.slips[i];
    const auto& b = match.slips[i + 1];
    if (a.kind == Kind::swapped || b.kind == Kind::swapped) continue;
    if (b.phrase > a.phrase + 1) continue;
    if (a.kind == Kind::extra && b.kind == Kind::extra && b.phrase == a.phrase) {
      // 主义主义: what was just said is said again.
      const auto at = a.text;
      if (at >= 2 && text_.chars.compare(at, 2, text_.chars, at - 2, 2) == 0) continue;
      if (text_.chars.compare(at, 2, text_.chars, at + 2, 2) == 0) continue;
    }
    return true;
  }
  return match.slips.size() > 2 && phrase.text.size() < 2 * kLongPhrase;
}

bool SlipJudgement::Doubled(const Slip& slip) const {
  const auto c = text_.chars[slip.text];
  return (slip.text > 0 && text_.chars[slip.text - 1] == c) ||
         (slip.text + 1 < text_.size() && text_.chars[slip.text + 1] == c);
}

bool SlipJudgement::IsExcepted(const SetPhrase& phrase, std::uint32_t begin,
                               std::uint32_t end) const {
  const auto from = begin - std::min(begin, kExceptReach);
  const auto to = std::min<std::size_t>(text_.size(), end + kExceptReach);
  const auto area = std::u32string_view(text_.chars).substr(from, to - from);
  for (const auto& words : phrase.except) {
    for (auto at = area.find(words); at != area.npos; at = area.find(words, at + 1)) {
      if (from + at < end && from + at + words.size() > begin) return true;
    }
  }
  return false;
}

}  // namespace hegao
