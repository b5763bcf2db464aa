// How names of places and of the bodies named after them are built. The words come from the pack.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checks/params.h"
#include "text/span.h"

namespace hegao {

/// A place as it is written: stem and the word that says what it is.
struct NamedPlace {
  std::string stem, suffix;
  bool town = false;  // of the lowest level that has a body of its own
  Span folded;        // empty where it stands in no text

  std::string Name() const { return stem + suffix; }
};

bool EndsInHan(std::string_view text);

class PlaceWords {
 public:
  PlaceWords() = default;
  explicit PlaceWords(const Params& params);

  /// The parameters every kind about names has.
  static std::vector<ParamSpec> Specs();

  /// The place-word that begins at `at`, as long as possible; "" if none does, or if it begins
  /// another word there. `town`: it is one of a town.
  std::string_view SuffixAt(std::string_view text, std::size_t at, bool* town = nullptr) const;

  /// Reads a title or a closing line from left to right: every place it names. `base`: the folded
  /// offset of `text`. O(text).
  std::vector<NamedPlace> Read(std::string_view text, std::uint32_t base) const;

  /// The stem in front of a place-word: what is left of `before` without prefixes and bodies;
  /// empty if that is no name. `suffix`: the
  /// place-word. `least`: characters it must have.
  std::string_view StemOf(std::string_view before, std::string_view suffix, bool town,
                          std::size_t least = 2) const;

  /// May a name begin behind `before`: behind no Chinese character, a place-word, one of `leads`?
  bool MayBegin(std::string_view before, const std::vector<std::string>& leads) const;

  const std::vector<std::string>& town_suffixes() const { return towns_; }
  const std::vector<std::string>& upper_suffixes() const { return uppers_; }
  const std::vector<std::string>& single_suffixes() const { return singles_; }

 private:
  bool EndsAt(std::string_view text, std::size_t at, std::string_view suffix) const;
  bool BeginsOtherWord(std::string_view text, std::size_t at, std::size_t suffix_bytes) const;

  std::vector<std::string> towns_, uppers_, singles_, words_, prefixes_, bodies_;
  // Lists, not patterns: they are asked of every report, and cost no automaton.
  std::vector<std::string> never_, never_first_, never_last_, never_within_;
};

}  // namespace hegao
