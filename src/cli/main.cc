// The command line: parsing only; each command lives in its own file.
#include <CLI/CLI.hpp>
#include <csignal>
#include <exception>
#include <iostream>

#include "cli/check_command.h"
#include "cli/command_line.h"
#include "cli/new_command.h"
#include "cli/parse_error.h"
#include "cli/rules_command.h"
#include "render/schema.h"

namespace hegao {
namespace {

/// The language has to be known before the options are described.
Lang FindLang(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view a = argv[i];
    if (a == "--lang=en" ||
        (a == "--lang" && i + 1 < argc && std::string_view(argv[i + 1]) == "en"))
      return Lang::en;
  }
  return Lang::zh;
}

struct Arguments {
  CheckArguments check;
  NewArguments create;
  std::vector<std::string> rule_packs;
  std::string rule_id, schema, lang = "zh";
  bool coverage = false;
};

class CommandLine {
 public:
  CommandLine(Lang lang, Arguments& args) : lang_(lang), args_(args) {
    app_.description(Say("核稿：报告报送前的最后一遍检查",
                         "hegao: the last check of a report before it is submitted"));
    app_.set_version_flag("--version", HEGAO_VERSION, Say("版本", "version"));
    app_.set_help_flag("-h,--help", Say("帮助", "help"));
    app_.set_help_all_flag("--help-all", Say("全部帮助", "help for all commands"));
    app_.require_subcommand(1);
    AddCheck();
    AddOutline();
    AddFixlist();
    AddNew();
    AddRules();
    AddSchema();
  }

  CLI::App& app() { return app_; }
  int code = exit_clean;

 private:
  std::string Say(const char* zh, const char* en) const { return lang_ == Lang::en ? en : zh; }

  CLI::App* Add(CLI::App& parent, const std::string& name, const std::string& about) {
    auto* sub = parent.add_subcommand(name, about);
    sub->set_help_flag("-h,--help", Say("帮助", "help"));
    sub->add_option("--lang", args_.lang, Say("语言：zh 或 en", "language: zh or en"))
        ->check(CLI::IsMember({"zh", "en"}));
    return sub;
  }

  void AddReading(CLI::App* sub) {
    auto& c = args_.check;
    sub->add_option("--pack", c.packs,
                    Say("规则包的名字或文件夹，可多次", "rule pack, by id or folder; repeatable"))
        ->allow_extra_args(false);
    sub->add_option("--year", c.year, Say("报告年度", "report year"))
        ->check(CLI::Range(1990, 2099));
    sub->add_option("--as-of", c.as_of,
                    Say("以哪天为今天（年-月-日）", "what day is today (YYYY-MM-DD)"));
    sub->add_option(
           "--phase", c.phase,
           Say("阶段：draft 起草、submit 送审、publish 公开", "phase: draft, submit, publish"))
        ->check(CLI::IsMember({"draft", "submit", "publish"}));
    sub->add_option(
        "--config", c.config,
        Say("配置文件，缺省找最近的 hegao.yaml", "configuration; default: the nearest hegao.yaml"));
    sub->add_option("--encoding", c.encoding,
                    Say("文字编码，缺省自动识别", "encoding; default: detected"));
    sub->add_option("--stdin-name", c.stdin_name,
                    Say("从标准输入读时用的文件名", "file name for standard input"));
    sub->add_option("--color", c.color, Say("颜色：auto always never", "colour: auto always never"))
        ->check(CLI::IsMember({"auto", "always", "never"}));
    for (const auto& limit : AllLimits()) {
      sub->add_option("--" + std::string(limit.name), c.limits.*limit.choice,
                      limit.summary.In(lang_))
          ->check(CLI::Range(limit.least, limit.most));
    }
  }

  void AddGate(CLI::App* sub) {
    auto& c = args_.check;
    sub->add_option("--fail-on", c.fail_on,
                    Say("到哪一级算不通过：error warning info never",
                        "lowest severity that fails: error warning info never"))
        ->check(CLI::IsMember({"error", "warning", "info", "never"}));
    sub->add_option("--jobs,-j", c.jobs,
                    Say("同时检查几份，缺省按处理器数", "threads; default: one per core"))
        ->check(CLI::Range(1, 256));
    sub->add_flag("--quiet,-q", c.quiet, Say("只列问题", "findings only"));
  }

  void AddCheck() {
    auto* sub = Add(app_, "check", Say("检查报告", "check reports"));
    sub->add_option(
        "PATH", args_.check.paths,
        Say("文件或文件夹，- 为标准输入；缺省按配置，否则 reports/",
            "files or folders, - for standard input; default: the configuration’s, else reports/"));
    AddReading(sub);
    AddGate(sub);
    sub->add_option("--previous", args_.check.previous,
                    Say("上一年的报告，找出照抄的段落；只检查一份时用",
                        "last year’s report, to find what was copied; for one document"));
    sub->add_option("--format", args_.check.formats,
                    Say("输出格式[=文件]：text json markdown，可多次",
                        "output NAME[=FILE]: text json markdown; repeatable"))
        ->allow_extra_args(false);
    sub->callback([this] { code = RunCheck(Check()); });
  }

  void AddOutline() {
    auto* sub = Add(app_, "outline",
                    Say("看标题、年份、单位、大纲，各部分对应什么内容",
                        "title, year, issuer, headings, slots of one document"));
    sub->add_option("FILE", args_.check.paths,
                    Say("文件，- 为标准输入", "file, - for standard input"))
        ->required()
        ->expected(1);
    AddReading(sub);
    sub->add_option("--format", args_.check.formats,
                    Say("输出格式：text json", "output format: text json"))
        ->expected(1)
        ->allow_extra_args(false);
    sub->callback([this] { code = RunOutline(Check()); });
  }

  void AddFixlist() {
    auto* sub = Add(app_, "fixlist", Say("生成整改清单", "write a fix-it list"));
    sub->add_option("PATH", args_.check.paths, Say("文件或文件夹", "files or folders"))->required();
    sub->add_option("-o,--output", args_.check.output, Say("输出文件（.md）", "output file (.md)"))
        ->required();
    AddReading(sub);
    AddGate(sub);
    sub->callback([this] { code = RunFixlist(Check()); });
  }

  void AddNew() {
    auto* sub = Add(app_, "new", Say("按模板生成一份待填的报告", "write a skeleton report"));
    auto& n = args_.create;
    sub->add_option("--pack", n.pack, Say("规则包的名字", "rule pack"))->required();
    sub->add_option("--year", n.year, Say("报告年度", "report year"))
        ->required()
        ->check(CLI::Range(1990, 2099));
    sub->add_option("--issuer", n.issuer, Say("单位名称", "issuer’s name"))->required();
    sub->add_option("-o,--output", n.output, Say("输出文件（.md）", "output file (.md)"))
        ->required();
    sub->callback([this] {
      args_.create.lang = lang_;
      code = RunNew(args_.create);
    });
  }

  void AddRules() {
    auto* rules = app_.add_subcommand("rules", Say("规则包", "rule packs"));
    rules->set_help_flag("-h,--help", Say("帮助", "help"));
    rules->require_subcommand(1);
    auto* list = Add(*rules, "list", Say("列出规则", "list the rules"));
    AddPacks(list, "--pack");
    list->callback([this] { code = RunRulesList(args_.rule_packs, lang_); });
    auto* explain = Add(*rules, "explain", Say("解释一条规则", "explain one rule"));
    explain->add_option("ID", args_.rule_id, Say("规则号", "rule id"))->required();
    AddPacks(explain, "--pack");
    explain->callback([this] { code = RunRulesExplain(args_.rule_id, args_.rule_packs, lang_); });
    auto* check = Add(*rules, "check", Say("检查规则包写得对不对", "validate packs"));
    AddPacks(check, "PACK");
    check->callback([this] { code = RunRulesCheck(args_.rule_packs, lang_); });
    auto* test = Add(*rules, "test", Say("运行规则包自带的用例", "run the packs’ own cases"));
    AddPacks(test, "PACK");
    test->add_flag("--coverage", args_.coverage,
                   Say("有规则没有用例也算不通过", "a rule without a case that fires fails"));
    test->callback([this] { code = RunRulesTest(args_.rule_packs, args_.coverage, lang_); });
  }

  void AddPacks(CLI::App* sub, const char* name) {
    auto* option = sub->add_option(name, args_.rule_packs,
                                   Say("规则包的名字或文件夹，缺省为内置的全部",
                                       "packs, by id or folder; default: all embedded"));
    if (name[0] == '-') option->allow_extra_args(false);
  }

  void AddSchema() {
    auto* sub = Add(app_, "schema", Say("打印 JSON Schema", "print a JSON Schema"));
    sub->add_option("NAME", args_.schema, Say("check：检查结果", "check: the JSON output"))
        ->required()
        ->check(CLI::IsMember({"check"}));
    sub->callback([this] {
      std::cout << CheckSchema();
      code = exit_clean;
    });
  }

  const CheckArguments& Check() {
    args_.check.lang = lang_;
    return args_.check;
  }

  Lang lang_;
  Arguments& args_;
  CLI::App app_;
};

int Main(int argc, char** argv) {
  const auto lang = FindLang(argc, argv);
  Arguments args;
  CommandLine line(lang, args);
  try {
    line.app().parse(argc, argv);
  } catch (const CLI::CallForHelp& e) {
    return line.app().exit(e);
  } catch (const CLI::CallForAllHelp& e) {
    return line.app().exit(e);
  } catch (const CLI::CallForVersion& e) {
    return line.app().exit(e);
  } catch (const CLI::ParseError& e) {
    Complain(DescribeParseError(line.app(), e, argc, argv, lang));
    return exit_usage;
  }
  return line.code;
}

}  // namespace
}  // namespace hegao

int main(int argc, char** argv) {
  // A reader that closes the pipe early is no reason to die without a word.
  std::signal(SIGPIPE, SIG_IGN);
  std::ios::sync_with_stdio(false);
  try {
    return hegao::Main(argc, argv);
  } catch (const std::exception& e) {
    std::cerr << "hegao: internal error: " << e.what() << '\n';
    return hegao::exit_bug;
  }
}
