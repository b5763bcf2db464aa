// Many documents: which files, in parallel, in order.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/file_system.h"
#include "engine/judge.h"

namespace hegao {

struct Inputs {
  std::vector<std::string> files;  // in the order of the arguments, folders sorted, none twice
  struct Refused {
    std::string path;
    Error error;
  };
  std::vector<Refused> refused;  // paths that do not exist, folders without reports or closed to us
};

/// Expands folders to the reports in them. A path that is missing, and a folder that holds none, is
/// an error: nothing that was asked for is passed over in silence.
Inputs FindInputs(const FileSystem& fs, const std::vector<std::string>& paths);

/// Judges all files with `options.jobs` threads. The result is in the order of `files` whatever the
/// number. `progress` (may be empty) is called from the calling thread's wait loop with the number
/// done.
RunReport CheckFiles(const FileSystem& fs, const std::vector<std::string>& files,
                     const Packs& packs, const EngineOptions& options,
                     const std::function<void(std::size_t)>& progress);

/// The frame of a report: version, packs, summary of what is in `documents`.
void Complete(RunReport& report, const Packs& packs, Lang lang);

}  // namespace hegao
