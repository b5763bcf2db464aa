#include "cli/rules_command.h"

#include <algorithm>
#include <iostream>
#include <set>

#include "cli/command_line.h"
#include "engine/cases.h"
#include "rulepack/reader.h"
#include "text/utf8.h"

namespace hegao {
namespace {

std::string SeverityWord(Severity s, Lang lang) {
  if (lang == Lang::en) return std::string(Name(s));
  return s == Severity::error ? "错误" : s == Severity::warning ? "警告" : "提示";
}

std::string Pad(std::string_view s, int width) {
  return std::string(s) +
         std::string(static_cast<std::size_t>(std::max(1, width - DisplayWidth(s))), ' ');
}

void Line(std::string_view label, const std::string& text) {
  if (!text.empty()) std::cout << Pad(label, 10) << text << '\n';
}

void Explain(const Pack& pack, const Rule& rule, Lang lang) {
  const bool en = lang == Lang::en;
  const auto& i = rule.info;
  std::cout << i.id << "  " << i.title.In(lang) << '\n';
  Line(en ? "pack" : "规则包",
       pack.id + " " + pack.version + " (" + rule.file + ":" + std::to_string(rule.line) + ")");
  Line(en ? "severity" : "级别",
       SeverityWord(i.severity, lang) +
           (i.weaker != i.severity
                ? (en ? ", weaker: " : "，把握不足时：") + SeverityWord(i.weaker, lang)
                : ""));
  if (i.since_year > 0 || i.until_year < 9999) {
    Line(en ? "years" : "适用年度", (i.since_year > 0 ? std::to_string(i.since_year) : "…") + "–" +
                                        (i.until_year < 9999 ? std::to_string(i.until_year) : "…"));
  }
  Line(en ? "checks" : "查什么", rule.kind->summary.In(lang) + " (" + i.kind + ")");
  Line(en ? "message" : "说明", i.message.In(lang));
  Line(en ? "why" : "为什么", i.why.In(lang));
  Line(en ? "basis" : "依据", i.basis.In(lang));
  Line(en ? "wrong" : "错例", i.bad.In(lang));
  Line(en ? "right" : "对例", i.good.In(lang));
  Line(en ? "mend" : "怎么改", i.hint.In(lang));
}

/// Optional packs are there to be looked at like the others.
std::vector<std::string> NamedOrAll(const std::vector<std::string>& names) {
  return names.empty() ? EmbeddedPackIds() : names;
}

}  // namespace

int RunRulesList(const std::vector<std::string>& names, Lang lang) {
  const auto packs = LoadPacks(NamedOrAll(names), lang);
  if (!packs) return exit_usage;
  for (const auto& pack : *packs) {
    std::cout << pack->id << " " << pack->version << "  " << pack->title.In(lang) << "  ("
              << pack->origin
              << (!pack->optional    ? ")"
                  : lang == Lang::en ? "; only when named)"
                                     : "；点名才用)")
              << '\n';
    for (const auto& rule : pack->rules) {
      std::cout << "  " << Pad(rule.info.id, 32) << Pad(SeverityWord(rule.info.severity, lang), 8)
                << rule.info.title.In(lang) << '\n';
    }
  }
  return exit_clean;
}

int RunRulesExplain(const std::string& id, const std::vector<std::string>& names, Lang lang) {
  const auto packs = LoadPacks(NamedOrAll(names), lang);
  if (!packs) return exit_usage;
  std::vector<std::string> known;
  bool found = false;
  for (const auto& pack : *packs) {
    if (const auto* rule = pack->FindRule(id)) {
      Explain(*pack, *rule, lang);
      found = true;
    }
    for (const auto& rule : pack->rules) known.push_back(rule.info.id);
  }
  if (found) return exit_clean;
  const auto near = Nearest(id, known);
  Complain(
      lang == Lang::en
          ? "there is no rule “" + id + "”" +
                (near.empty() ? "; see `hegao rules list`" : "; did you mean “" + near + "”?")
          : "没有规则“" + id + "”" +
                (near.empty() ? "，用 hegao rules list 看全部规则" : "，是不是“" + near + "”？"));
  return exit_usage;
}

int RunRulesCheck(const std::vector<std::string>& names, Lang lang) {
  const auto wanted = NamedOrAll(names);
  bool broken = wanted.empty();
  if (names.empty()) {
    for (const auto& p : EmbeddedLexiconProblems()) {
      std::cout << FormatProblem(p, lang) << '\n';
      broken = true;
    }
  }
  for (const auto& name : wanted) {
    auto loaded = LoadPack(name);
    if (!loaded) {
      Complain(loaded.error(), lang);
      broken = true;
      continue;
    }
    for (const auto& p : loaded->problems)
      std::cout << FormatProblem(p, lang, loaded->origin) << '\n';
    for (const auto& p : loaded->notes) {
      std::cout << FormatProblem(p, lang, loaded->origin)
                << (lang == Lang::en ? " (note)" : "（提醒）") << '\n';
    }
    broken |= !loaded->pack;
    if (loaded->pack) {
      std::cout << loaded->pack->id << " " << loaded->pack->version << ": "
                << (lang == Lang::en
                        ? std::to_string(loaded->pack->rules.size()) + " rules, " +
                              std::to_string(loaded->pack->slots.size()) + " slots, no problem"
                        : std::to_string(loaded->pack->rules.size()) + " 条规则，" +
                              std::to_string(loaded->pack->slots.size()) + " 个栏目，没有错误")
                << '\n';
    } else {
      std::cout << name << ": " << loaded->problems.size()
                << (lang == Lang::en ? " problem(s)" : " 处错误") << '\n';
    }
  }
  return broken ? exit_usage : exit_clean;
}

int RunRulesTest(const std::vector<std::string>& names, bool coverage, Lang lang) {
  const auto packs = LoadPacks(NamedOrAll(names), lang);
  if (!packs) return exit_usage;
  std::size_t passed = 0, failed = 0, uncovered = 0;
  for (const auto& pack : *packs) {
    std::set<std::string> fired;
    for (const auto& r : RunCases(*pack)) {
      ++(r.passed ? passed : failed);
      if (r.passed && r.positive) fired.insert(r.rule);
      if (!r.passed) {
        std::cout << r.file << ':' << r.line << ": " << r.rule << " " << r.title << "\n    "
                  << r.detail.In(lang) << '\n';
      }
    }
    for (const auto& rule : pack->rules) {
      if (fired.count(rule.info.id) != 0) continue;
      ++uncovered;
      std::cout << pack->id << ": " << rule.info.id
                << (lang == Lang::en ? ": no case makes it report" : "：没有用例让它报出来")
                << '\n';
    }
  }
  std::cout << (lang == Lang::en ? "cases: " : "用例：") << passed << " passed, " << failed
            << " failed\n";
  if (passed + failed == 0) {
    Complain(lang == Lang::en ? "there are no cases" : "没有用例");
    return exit_usage;
  }
  return failed > 0 || (coverage && uncovered > 0) ? exit_findings : exit_clean;
}

}  // namespace hegao
