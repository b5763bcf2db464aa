#include "cli/check_command.h"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>

#include "cli/command_line.h"
#include "cli/config.h"
#include "engine/run.h"
#include "render/renderer.h"
#include "text/decode.h"

namespace hegao {
namespace {

constexpr std::size_t kProgressFrom = 20;  // fewer files are done before a person looks

std::string Say(Lang lang, const std::string& zh, const std::string& en) {
  return lang == Lang::en ? en : zh;
}

struct Job {
  Packs packs;
  EngineOptions options;
  std::vector<std::string> paths;
  std::string fail_on;
};

/// Arguments over configuration over defaults. The exit code where that is not possible.
int Prepare(const CheckArguments& args, Job& job) {
  Problems problems;
  const auto config = LoadConfig(args.config, problems);
  if (!config) return Complain(config.error(), args.lang);
  for (const auto& p : problems.items()) std::cerr << FormatProblem(p, args.lang) << '\n';
  if (!problems.empty()) {
    Complain(Say(args.lang, "配置文件有错误，什么都没有检查",
                 "the configuration is wrong; nothing was judged"));
    return exit_usage;
  }
  auto names = !args.packs.empty() ? args.packs : config->packs;
  if (names.empty()) names = DefaultPackIds();
  auto packs = LoadPacks(names, args.lang);
  if (!packs) return exit_usage;
  job.packs = std::move(*packs);
  job.options.packs_given = !args.packs.empty();
  job.options.run.lang = args.lang;
  job.options.run.as_of = Today();
  if (!args.as_of.empty()) {
    const auto date = ParseIsoDate(args.as_of);
    if (!date) {
      Complain(Say(args.lang, "--as-of 应是 年-月-日，例如 2026-01-31，这里是“" + args.as_of + "”",
                   "--as-of should be YYYY-MM-DD, not “" + args.as_of + "”"));
      return exit_usage;
    }
    job.options.run.as_of = *date;
  }
  const auto phase = !args.phase.empty() ? args.phase : config->phase;
  job.options.run.phase = phase == "draft"     ? Phase::draft
                          : phase == "publish" ? Phase::publish
                                               : Phase::submit;
  if (args.year != 0) job.options.run.year = args.year;
  job.options.read.encoding = args.encoding;
  if (const auto probe = DecodeText("a", args.encoding);
      !probe && probe.error().kind == ErrorKind::usage) {
    return Complain(probe.error(), args.lang);
  }
  ApplyLimits(args.limits, config->limits, job.options);
  job.options.jobs = args.jobs;
  job.fail_on = !args.fail_on.empty()      ? args.fail_on
                : !config->fail_on.empty() ? config->fail_on
                                           : "error";
  job.paths = !args.paths.empty()      ? args.paths
              : !config->paths.empty() ? config->paths
                                       : std::vector<std::string>{"reports/"};
  return exit_clean;
}

/// Reads the report to compare with. The exit code where that is not possible: a comparison that
/// was asked for and not made would be a false green.
int TakePrevious(const CheckArguments& args, Job& job) {
  if (args.previous.empty()) return exit_clean;
  auto files = job.paths;
  const auto from_stdin = std::erase(files, "-");
  if (FindInputs(RealFileSystem(), files).files.size() + from_stdin > 1) {
    Complain(Say(args.lang, "--previous 是一份报告的上年稿，一次只能检查一份",
                 "--previous is last year’s version of one report: check one document at a time"));
    return exit_usage;
  }
  const bool compares = std::any_of(job.packs.begin(), job.packs.end(), [](const auto& pack) {
    return std::any_of(pack->rules.begin(), pack->rules.end(),
                       [](const Rule& r) { return r.kind->compares; });
  });
  if (!compares) {
    Complain(Say(args.lang, "所选规则包里没有与上年报告比对的规则，--previous 不起作用",
                 "no rule of the packs compares with last year’s report: --previous does nothing"));
    return exit_usage;
  }
  auto bytes = RealFileSystem().Read(args.previous, job.options.max_file_bytes);
  auto previous = bytes ? ReadPrevious(args.previous, std::move(*bytes), job.options)
                        : tl::unexpected(bytes.error());
  if (!previous) {
    const auto why = previous.error().message.In(args.lang);
    Complain(Say(args.lang, "上年报告“" + args.previous + "”没有读成：" + why,
                 "last year’s report “" + args.previous + "” could not be read: " + why));
    return exit_unjudged;
  }
  job.options.run.previous = std::move(*previous);
  return exit_clean;
}

RunReport CheckAll(const Job& job, const CheckArguments& args) {
  std::vector<std::string> paths;
  bool from_stdin = false;
  for (const auto& p : job.paths) {
    if (p == "-")
      from_stdin = true;
    else
      paths.push_back(p);
  }
  const auto inputs = FindInputs(RealFileSystem(), paths);
  const auto total = inputs.files.size();
  std::function<void(std::size_t)> progress;
  if (total >= kProgressFrom && IsTerminal(STDERR_FILENO)) {
    progress = [total, &args](std::size_t done) {
      std::cerr << '\r' << Say(args.lang, "正在检查 ", "checking ") << done << '/' << total
                << std::flush;
    };
  }
  auto report = CheckFiles(RealFileSystem(), inputs.files, job.packs, job.options, progress);
  if (progress) std::cerr << "\r\x1b[K";
  if (from_stdin) {
    auto bytes = ReadStdin(job.options.max_file_bytes);
    report.documents.push_back(
        bytes ? JudgeBytes(args.stdin_name, std::move(*bytes), job.packs, job.options)
              : Unreadable(args.stdin_name, bytes.error(), args.lang));
  }
  for (const auto& r : inputs.refused)
    report.documents.push_back(Unreadable(r.path, r.error, args.lang));
  Complete(report, job.packs, args.lang);
  return report;
}

struct Output {
  const RendererInfo* renderer = nullptr;
  std::string file;  // "": standard output
};

int ParseOutputs(const CheckArguments& args, std::vector<Output>& outputs) {
  int to_stdout = 0;
  for (const auto& spec : args.formats.empty() ? std::vector<std::string>{"text"} : args.formats) {
    const auto equals = spec.find('=');
    Output o;
    o.renderer = FindRenderer(spec.substr(0, equals));
    if (o.renderer == nullptr) {
      std::string known;
      for (const auto& r : AllRenderers())
        known += (known.empty() ? "" : ", ") + std::string(r.name);
      Complain(Say(args.lang, "没有“" + spec.substr(0, equals) + "”这种输出格式；可用：" + known,
                   "unknown output format “" + spec.substr(0, equals) + "”; known: " + known));
      return exit_usage;
    }
    if (equals != spec.npos) o.file = spec.substr(equals + 1);
    to_stdout += o.file.empty();
    outputs.push_back(std::move(o));
  }
  if (to_stdout > 1) {
    Complain(
        Say(args.lang, "只能有一种格式输出到屏幕，其余请写成 --format 格式=文件",
            "only one format can go to standard output; write the others as --format NAME=FILE"));
    return exit_usage;
  }
  return exit_clean;
}

int Write(const RunReport& report, const std::vector<Output>& outputs, const CheckArguments& args) {
  for (const auto& o : outputs) {
    RenderOptions options;
    options.lang = args.lang;
    options.quiet = args.quiet;
    options.color = o.file.empty() && UseColor(args.color);
    options.width = TerminalWidth();
    if (o.file.empty()) {
      o.renderer->render(report, options, std::cout);
      if (const int code = FlushOutput(args.lang); code != exit_clean) return code;
      continue;
    }
    std::ostringstream text;
    o.renderer->render(report, options, text);
    if (const auto written = WriteFileAtomic(o.file, text.str()); !written) {
      Complain(written.error(), args.lang);
      return exit_usage;
    }
  }
  return exit_clean;
}

int Verdict(const RunReport& report, const std::string& fail_on, Lang lang) {
  if (report.summary.judged != report.summary.documents) {
    const auto n = std::to_string(report.summary.documents - report.summary.judged);
    for (const auto& d : report.documents) {
      if (d.status != DocumentStatus::judged)
        Complain(d.path + (lang == Lang::en ? ": " : "：") + d.reason);
    }
    Complain(
        Say(lang, "有 " + n + " 份没有检查成，不能算合规", n + " document(s) could not be judged"));
    return exit_unjudged;
  }
  if (report.documents.empty()) {
    Complain(Say(lang, "没有可检查的报告", "there is nothing to check"));
    return exit_unjudged;
  }
  const auto& s = report.summary;
  const bool failed = (fail_on == "error" && s.errors > 0) ||
                      (fail_on == "warning" && s.errors + s.warnings > 0) ||
                      (fail_on == "info" && s.errors + s.warnings + s.infos > 0);
  return failed ? exit_findings : exit_clean;
}

}  // namespace

int RunCheck(const CheckArguments& args) {
  Job job;
  std::vector<Output> outputs;
  if (const int code = ParseOutputs(args, outputs); code != exit_clean) return code;
  if (const int code = Prepare(args, job); code != exit_clean) return code;
  if (const int code = TakePrevious(args, job); code != exit_clean) return code;
  const auto report = CheckAll(job, args);
  if (const int code = Write(report, outputs, args); code != exit_clean) return code;
  return Verdict(report, job.fail_on, args.lang);
}

int RunFixlist(const CheckArguments& args) {
  const auto dot = args.output.rfind('.');
  const auto* renderer =
      dot == args.output.npos ? nullptr : FindRendererByExtension(args.output.substr(dot));
  if (renderer == nullptr || renderer->name != "markdown") {
    Complain(Say(args.lang, "整改清单目前只能写成 .md 文件，这里是“" + args.output + "”",
                 "a fix-it list can only be written as .md for now, not “" + args.output + "”"));
    return exit_usage;
  }
  Job job;
  if (const int code = Prepare(args, job); code != exit_clean) return code;
  const auto report = CheckAll(job, args);
  if (const int code = Write(report, {{renderer, args.output}}, args); code != exit_clean)
    return code;
  return Verdict(report, job.fail_on, args.lang);
}

int RunOutline(const CheckArguments& args) {
  const auto name = args.formats.empty() ? "text" : args.formats.front();
  const auto* renderer = FindOutlineRenderer(name);
  if (renderer == nullptr) {
    Complain(Say(args.lang, "大纲没有“" + name + "”这种格式；可用：text, json",
                 "unknown outline format “" + name + "”; known: text, json"));
    return exit_usage;
  }
  Job job;
  if (const int code = Prepare(args, job); code != exit_clean) return code;
  job.options.outline = true;
  const auto& path = job.paths.front();
  auto bytes = path == "-" ? ReadStdin(job.options.max_file_bytes)
                           : RealFileSystem().Read(path, job.options.max_file_bytes);
  if (!bytes) {
    Complain(path + (args.lang == Lang::en ? ": " : "：") + bytes.error().message.In(args.lang));
    return exit_unjudged;
  }
  const auto document =
      JudgeBytes(path == "-" ? args.stdin_name : path, std::move(*bytes), job.packs, job.options);
  RenderOptions options;
  options.lang = args.lang;
  options.color = UseColor(args.color);
  options.width = TerminalWidth();
  renderer->render(document, options, std::cout);
  if (const int code = FlushOutput(args.lang); code != exit_clean) return code;
  if (document.status == DocumentStatus::judged) return exit_clean;
  Complain(path + (args.lang == Lang::en ? ": " : "：") + document.reason);
  return exit_unjudged;
}

}  // namespace hegao
