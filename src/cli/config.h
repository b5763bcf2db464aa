// hegao.yaml: what a repository of reports wants checked, and with which packs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "cli/limits.h"
#include "rulepack/value.h"

namespace hegao {

struct Config {
  std::string file;                // where it was read from; "" if there is none
  std::vector<std::string> paths;  // relative to the current folder
  std::vector<std::string> packs;  // ids, or folders relative to the current folder
  std::string phase, fail_on;      // "" if not set
  LimitChoices limits;
};

/// Reads `file`, or the hegao.yaml nearest to the current folder (upwards) where it is "". No such
/// file: an empty Config. Mistakes go to `problems`; a file that was named and cannot be read is an
/// Error.
Result<Config> LoadConfig(const std::string& file, Problems& problems);

}  // namespace hegao
