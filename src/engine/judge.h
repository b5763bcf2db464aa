// One document against the packs: from bytes to a report of it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "checks/check.h"
#include "diag/report.h"
#include "engine/pack.h"
#include "formats/registry.h"

namespace hegao {

struct EngineOptions {
  RunOptions run;
  ReadOptions read;
  std::size_t max_file_bytes = std::size_t{512} << 20;
  unsigned jobs = 0;         // 0: as many as the machine has cores
  bool outline = false;      // fill DocumentReport::headings
  bool packs_given = false;  // the user named the packs: they apply whatever the document says
};

using Packs = std::vector<std::shared_ptr<const Pack>>;

/// Reads and judges. Never fails: what could not be read or judged is a report that says so.
/// Thread-safe.
DocumentReport JudgeBytes(const std::string& path, std::string bytes, const Packs& packs,
                          const EngineOptions& options);

/// The same for a document that was read already.
DocumentReport JudgeDocument(const std::string& path, RawDocument raw, const Packs& packs,
                             const EngineOptions& options);

/// Reads the report that rules compare with (RunOptions::previous); without text it is an error.
Result<std::shared_ptr<const PreviousReport>> ReadPrevious(const std::string& path,
                                                           std::string bytes,
                                                           const EngineOptions& options);

/// A report of a document that could not be read.
DocumentReport Unreadable(const std::string& path, const Error& error, Lang lang);

}  // namespace hegao
