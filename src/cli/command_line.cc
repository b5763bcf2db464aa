#include "cli/command_line.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <iostream>

#include "rulepack/source.h"

namespace hegao {

void Complain(const std::string& sentence) { std::cerr << "hegao: " << sentence << '\n'; }

int Complain(const Error& error, Lang lang) {
  Complain(error.message.In(lang));
  switch (error.kind) {
    case ErrorKind::usage:
      return exit_usage;
    case ErrorKind::internal:
      return exit_bug;
    default:
      return exit_unjudged;
  }
}

int FlushOutput(Lang lang) {
  errno = 0;
  std::cout.flush();
  if (std::cout || errno == EPIPE) return exit_clean;
  Complain(lang == Lang::en ? "the result could not be written to standard output"
                            : "结果没能写到标准输出");
  return exit_unjudged;
}

std::optional<Packs> LoadPacks(const std::vector<std::string>& names, Lang lang) {
  Packs packs;
  bool broken = false;
  for (const auto& name : names) {
    auto loaded = LoadPack(name);
    if (!loaded) {
      Complain(loaded.error(), lang);
      broken = true;
      continue;
    }
    for (const auto& problem : loaded->problems)
      std::cerr << FormatProblem(problem, lang, loaded->origin) << '\n';
    if (!loaded->pack) {
      Complain(lang == Lang::en
                   ? "rule pack “" + name + "” has " + std::to_string(loaded->problems.size()) +
                         " problem(s); nothing was judged"
                   : "规则包“" + name + "”有 " + std::to_string(loaded->problems.size()) +
                         " 处错误，什么都没有检查");
      broken = true;
      continue;
    }
    packs.push_back(loaded->pack);
  }
  if (broken) return std::nullopt;
  return packs;
}

bool IsTerminal(int descriptor) { return isatty(descriptor) == 1; }

int TerminalWidth() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col >= 40) return size.ws_col;
  return 100;
}

bool UseColor(const std::string& when) {
  if (when == "always") return true;
  if (when == "never" || std::getenv("NO_COLOR") != nullptr) return false;
  const char* term = std::getenv("TERM");
  return IsTerminal(STDOUT_FILENO) && (term == nullptr || std::string_view(term) != "dumb");
}

}  // namespace hegao
