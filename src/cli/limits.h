// What a hostile or broken file may cost: options, keys of hegao.yaml, defaults.
#pragma once

#include <optional>

#include "engine/judge.h"
#include "rulepack/reader.h"

namespace hegao {

/// Those that were given. Sizes in MB of 2^20 bytes.
struct LimitChoices {
  std::optional<unsigned> max_file_mb, max_unpacked_mb, program_seconds, program_memory_mb;
};

/// One limit, for options, keys and messages alike. Both names are written with hyphens.
struct LimitInfo {
  const char* name;  // --NAME, and the key under `limits:`
  Message summary;
  std::optional<unsigned> LimitChoices::*choice;
  unsigned least, most;
};

const std::vector<LimitInfo>& AllLimits();

/// The map under `limits:`.
LimitChoices ReadLimitChoices(const Value& map, Problems& problems);

/// Arguments over configuration over defaults.
void ApplyLimits(const LimitChoices& arguments, const LimitChoices& configured,
                 EngineOptions& options);

}  // namespace hegao
