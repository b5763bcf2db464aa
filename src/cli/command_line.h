// What all commands share: language, exit codes, packs, complaints.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "engine/judge.h"

namespace hegao {

enum ExitCode {
  exit_clean = 0,
  exit_findings = 1,
  exit_usage = 2,
  exit_unjudged = 3,
  exit_bug = 70
};

/// Prints one sentence on standard error.
void Complain(const std::string& sentence);
int Complain(const Error& error, Lang lang);  // returns the exit code for it

/// Flushes standard output. A reader that closed the pipe has seen enough; any other failure is
/// told, and the run must not count as clean.
int FlushOutput(Lang lang);

/// Loads the packs. On any problem prints all of them and returns nullopt: the exit code is then
/// exit_usage.
std::optional<Packs> LoadPacks(const std::vector<std::string>& names, Lang lang);

bool IsTerminal(int descriptor);
int TerminalWidth();

/// auto|always|never -> colours on standard output?
bool UseColor(const std::string& when);

}  // namespace hegao
