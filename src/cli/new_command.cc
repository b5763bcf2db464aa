#include "cli/new_command.h"

#include <iostream>

#include "base/file_system.h"
#include "checks/check.h"
#include "cli/command_line.h"
#include "rulepack/reader.h"
#include "rulepack/source.h"

namespace hegao {
namespace {

std::string Say(Lang lang, const std::string& zh, const std::string& en) {
  return lang == Lang::en ? en : zh;
}

/// {{name}} -> value; other text, braces included, stays.
std::string FillTemplate(std::string_view text, const Variables& variables) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto open = text.find("{{", at);
    const auto close = open == text.npos ? text.npos : text.find("}}", open);
    if (close == text.npos) return out += text.substr(at);
    out += text.substr(at, open - at);
    const auto name = text.substr(open + 2, close - open - 2);
    const auto* value = &name;
    std::string_view found;
    for (const auto& [n, v] : variables) {
      if (n == name) {
        found = v;
        value = &found;
      }
    }
    out += value == &name ? std::string(text.substr(open, close + 2 - open)) : std::string(*value);
    at = close + 2;
  }
  return out;
}

}  // namespace

int RunNew(const NewArguments& args) {
  const auto lang = args.lang;
  const auto prefix = "templates/" + args.pack + "/";
  std::string_view text;
  std::vector<std::string> known;
  for (const auto& f : EmbeddedFiles()) {
    if (f.path.substr(0, 10) != "templates/") continue;
    known.emplace_back(f.path.substr(10, f.path.find('/', 10) - 10));
    if (f.path == prefix + "report.md") text = f.text;
  }
  if (text.empty()) {
    const auto near = Nearest(args.pack, known);
    std::string all;
    for (const auto& k : known) all += (all.empty() ? "" : ", ") + k;
    Complain(Say(lang, "没有“" + args.pack + "”的模板；可用：" + all,
                 "there is no template for “" + args.pack + "”; known: " + all));
    return exit_usage;
  }
  const bool markdown =
      args.output.size() > 3 && args.output.substr(args.output.size() - 3) == ".md";
  if (!markdown) {
    Complain(Say(lang, "目前只能生成 .md 文件，这里是“" + args.output + "”",
                 "only .md can be written for now, not “" + args.output + "”"));
    return exit_usage;
  }
  if (RealFileSystem().Kind(args.output) != PathKind::missing) {
    Complain(Say(lang, "文件已存在，不覆盖：" + args.output,
                 "the file exists and is not overwritten: " + args.output));
    return exit_usage;
  }
  const auto filled = FillTemplate(text, {{"year", std::to_string(args.year)},
                                          {"next_year", std::to_string(args.year + 1)},
                                          {"issuer", args.issuer}});
  if (const auto written = WriteFileAtomic(args.output, filled); !written) {
    Complain(written.error(), lang);
    return exit_usage;
  }
  std::cout << Say(lang,
                   "已生成 " + args.output + "；写完后用 hegao check " + args.output +
                       " 检查还有哪些空没填",
                   "wrote " + args.output + "; `hegao check " + args.output +
                       "` tells which blanks are left")
            << '\n';
  return exit_clean;
}

}  // namespace hegao
