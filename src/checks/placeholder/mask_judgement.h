// Is a run of mask characters a blank nobody filled, or does it only look like one?
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "checks/placeholder/mask_runs.h"

namespace hegao {

enum class MaskVerdict : std::uint8_t { silent, weak, sure };

/// The words that decide, all folded.
struct MaskWords {
  std::vector<std::string> units;     // may follow a blank
  std::vector<std::string> allow;     // start like a blank and are none
  std::vector<std::string> surnames;  // before ××: a person left unnamed on purpose

  /// Length of the longest unit `s` starts with, 0 if none.
  std::size_t UnitAt(std::string_view s) const;
};

MaskVerdict JudgeMask(const Document& doc, const MaskRun& run, const MaskWords& words);

/// The whole blank: a date with several masked parts is one (xxxx年xx月xx日, 2025年x月), and the
/// digits of 20xx belong to it.
Span WholeBlank(const Document& doc, const MaskRun& run);

}  // namespace hegao
