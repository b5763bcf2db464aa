#include "cli/parse_error.h"

#include <CLI/CLI.hpp>

#include "rulepack/reader.h"

namespace hegao {
namespace {

/// The command the line got to: hegao rules check … -> the parser of `check`.
const CLI::App* Reached(const CLI::App& app) {
  const CLI::App* at = &app;
  for (auto subs = at->get_subcommands(); !subs.empty(); subs = at->get_subcommands())
    at = subs.front();
  return at;
}

std::vector<std::string> Names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const auto* sub : app.get_subcommands([](const CLI::App*) { return true; })) {
    names.push_back(sub->get_name());
  }
  for (const auto* option : app.get_options()) {
    for (const auto& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

/// The first word nobody knows: not taken by the command reached.
std::string FirstStranger(const CLI::App& at, int argc, char** argv) {
  const auto extras = at.remaining(true);
  if (!extras.empty()) return extras.front();
  const auto known = Names(at);
  for (int i = 1; i < argc; ++i) {
    std::string word = argv[i];
    if (word.size() > 1 && std::find(known.begin(), known.end(), word) == known.end()) return word;
  }
  return {};
}

}  // namespace

std::string DescribeParseError(const CLI::App& app, const CLI::ParseError& error, int argc,
                               char** argv, Lang lang) {
  const bool en = lang == Lang::en;
  const auto* at = Reached(app);
  const std::string help = en ? " (see --help)" : "（用 --help 看用法）";
  const std::string kind = error.get_name();
  const bool extras = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError);
  if (extras ||
      (kind == "RequiredError" && at->get_subcommands().empty() && argc > 1 && at == &app)) {
    const auto word = FirstStranger(*at, argc, argv);
    const auto near = Nearest(word.substr(0, word.find('=')), Names(*at));
    return (en ? "unknown argument “" + word + "”" : "不认识的命令或参数“" + word + "”") +
           (near.empty() ? std::string()
            : en         ? "; did you mean “" + near + "”?"
                         : "，是不是“" + near + "”？") +
           help;
  }
  const std::string detail = error.what();
  if (en) return "wrong command line: " + detail + help;
  if (kind == "RequiredError") {
    if (argc <= 1) return "要写明做什么，例如 hegao check 报告.txt" + help;
    return "命令行缺少必需的参数（" + detail + "）" + help;
  }
  if (kind == "ValidationError" || kind == "ConversionError")
    return "参数的值不对（" + detail + "）" + help;
  if (kind == "ArgumentMismatch") return "参数的个数不对（" + detail + "）" + help;
  return "命令行有误（" + detail + "）" + help;
}

}  // namespace hegao
