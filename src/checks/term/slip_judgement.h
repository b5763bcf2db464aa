// Is what stands almost like a set phrase a slip of the pen, or other words?
#pragma once

#include <optional>
#include <string>

#include "checks/term/easily_mixed.h"
#include "checks/term/phrase_search.h"

namespace hegao {

/// Immutable; borrows all it is given.
class SlipJudgement {
 public:
  /// `particles`: characters that may stand, fall and be exchanged without making a phrase wrong.
  SlipJudgement(const SqueezedText& text, const std::vector<Stretch>& right,
                const std::u32string& particles, const EasilyMixed& mixed)
      : text_(text), right_(right), particles_(particles), mixed_(mixed) {}

  /// How sure it is that this is a mistake; nullopt: not sure enough. May change how the slips of
  /// the match are understood.
  std::optional<Severity> Judge(const SetPhrase& phrase, NearMatch* match) const;

  /// Do the words that make a variant of `phrase` right stand here?
  bool IsExcepted(const SetPhrase& phrase, std::uint32_t begin, std::uint32_t end) const;

  /// A slip at either end: which of the neighbours belongs to the phrase is then open.
  static bool AtAnEnd(const SetPhrase& phrase, const NearMatch& match);

 private:
  bool MarkBefore(std::uint32_t at, std::uint8_t marks) const {
    return (text_.flags[at] & marks) != 0;
  }
  void TakeMarksForEnds(const SetPhrase& phrase, NearMatch* match) const;
  bool RunsOn(const SetPhrase& phrase, const NearMatch& match) const;
  bool OnlyParticles(const SetPhrase& phrase, const NearMatch& match) const;
  bool CutOff(const SetPhrase& phrase, const NearMatch& match) const;
  std::optional<Severity> Weigh(const SetPhrase& phrase, const Slip& slip) const;
  bool BetweenWords(const SetPhrase& phrase, const Slip& slip) const;
  bool PartOfRightWords(const Slip& slip, const NearMatch& match) const;
  bool AnotherWord(const SetPhrase& phrase, const NearMatch& match) const;
  bool Doubled(const Slip& slip) const;

  const SqueezedText& text_;
  const std::vector<Stretch>& right_;
  const std::u32string& particles_;
  const EasilyMixed& mixed_;
};

}  // namespace hegao
