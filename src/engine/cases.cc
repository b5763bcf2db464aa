#include "engine/cases.h"

#include <algorithm>

#include "document/builder.h"
#include "engine/judge.h"
#include "text/line_index.h"

namespace hegao {
namespace {

struct Case {
  std::uint32_t line = 1;
  std::string title, rule, format = "text", severity, message;
  RunOptions options;
  std::string text, previous;
  std::vector<Span> expected;
  Message error;
};

/// Takes the marks out of the text and notes where they stood.
void ReadMarks(std::string_view marked, Case& c) {
  constexpr std::string_view kOpen = "[[", kClose = "]]";
  for (std::size_t at = 0; at < marked.size();) {
    const auto open = marked.find(kOpen, at);
    if (open == marked.npos) {
      c.text += marked.substr(at);
      return;
    }
    const auto close = marked.find(kClose, open);
    if (close == marked.npos) {
      c.error = {"[[ 没有配对的 ]]", "[[ without ]]"};
      return;
    }
    c.text += marked.substr(at, open - at);
    const auto begin = static_cast<std::uint32_t>(c.text.size());
    c.text += marked.substr(open + 2, close - open - 2);
    c.expected.push_back({begin, static_cast<std::uint32_t>(c.text.size())});
    at = close + kClose.size();
  }
}

std::string_view Trim(std::string_view s) {
  while (!s.empty() && (s.front() == ' ' || s.front() == '\t')) s.remove_prefix(1);
  while (!s.empty() && (s.back() == ' ' || s.back() == '\t' || s.back() == '\r'))
    s.remove_suffix(1);
  return s;
}

void Expect(bool holds, std::string_view key, std::string_view value, Case& c) {
  if (holds) return;
  c.error = {std::string(key) + " 不能是“" + std::string(value) + "”",
             std::string(key) + " cannot be “" + std::string(value) + "”"};
}

void SetKey(std::string_view key, std::string_view value, Case& c) {
  const std::string text(value);
  if (key == "rule") {
    c.rule = text;
  } else if (key == "format") {
    c.format = text;
    const auto formats = Formats();
    Expect(std::any_of(formats.begin(), formats.end(),
                       [&](const Format& f) { return f.name == text; }),
           key, value, c);
  } else if (key == "severity") {
    c.severity = text;
    Severity severity;
    Expect(ParseSeverity(text, &severity), key, value, c);
  } else if (key == "message") {
    c.message = text;
  } else if (key == "year") {
    c.options.year = static_cast<int>(std::strtol(text.c_str(), nullptr, 10));
    Expect(*c.options.year >= 1990 && *c.options.year <= 2099, key, value, c);
  } else if (key == "as-of") {
    if (const auto d = ParseIsoDate(text))
      c.options.as_of = *d;
    else
      c.error = {"as-of 应是 年-月-日", "as-of should be YYYY-MM-DD"};
  } else if (key == "phase") {
    Expect(text == "draft" || text == "submit" || text == "publish", key, value, c);
    c.options.phase = text == "draft"     ? Phase::draft
                      : text == "publish" ? Phase::publish
                                          : Phase::submit;
  } else {
    c.error = {"未知的键“" + std::string(key) + "”", "unknown key “" + std::string(key) + "”"};
  }
}

Case ReadCase(std::string_view block, std::uint32_t line) {
  Case c;
  c.line = line;
  std::size_t at = 0;
  while (at < block.size()) {
    const auto end = std::min(block.find('\n', at), block.size());
    const auto row = Trim(block.substr(at, end - at));
    at = std::min(end + 1, block.size());
    if (row == "---") {
      auto body = block.substr(at);
      if (!body.empty() && body.back() == '\n') body.remove_suffix(1);
      constexpr std::string_view kPrevious = "\n+++\n";
      if (const auto previous = body.find(kPrevious); previous != body.npos) {
        c.previous = body.substr(previous + kPrevious.size());
        body = body.substr(0, previous);
      }
      ReadMarks(body, c);
      if (c.rule.empty()) c.error = {"没有写 rule", "no rule is named"};
      return c;
    }
    if (row.empty()) continue;
    if (row.front() == '#') {
      if (c.title.empty()) c.title = Trim(row.substr(1));
      continue;
    }
    const auto colon = row.find(':');
    if (colon == row.npos) {
      c.error = {"应写成“键: 值”：" + std::string(row),
                 "expected “key: value”: " + std::string(row)};
    } else {
      SetKey(Trim(row.substr(0, colon)), Trim(row.substr(colon + 1)), c);
    }
  }
  c.error = {"没有 --- 和正文", "no --- and no text"};
  return c;
}

std::vector<Case> ReadCases(const YamlFile& file) {
  std::vector<Case> cases;
  const LineIndex lines(file.text);
  const std::string_view text = file.text;
  std::size_t begin = 0;
  while (begin < text.size()) {
    auto end = text.find("\n===", begin);
    const auto stop = end == text.npos ? text.size() : end + 1;
    const auto block = text.substr(begin, stop - begin);
    if (block.find_first_not_of(" \t\r\n") != block.npos) {
      cases.push_back(ReadCase(block, lines.LineOf(static_cast<std::uint32_t>(begin))));
    }
    if (end == text.npos) break;
    const auto newline = text.find('\n', stop);
    begin = newline == text.npos ? text.size() : newline + 1;
  }
  return cases;
}

std::vector<Finding> Judge(const Case& c, const Pack& pack, const Rule& rule) {
  ReadOptions read;
  read.forced_format = c.format;
  auto raw = ReadDocument("case." + c.format, c.text, read);
  if (!raw) return {};
  const auto& lexicon = EmbeddedLexicon();
  const auto doc = BuildDocument(std::move(*raw), "case", lexicon);
  auto run = c.options;
  if (!c.previous.empty()) {
    EngineOptions options;
    options.read = read;
    if (auto previous = ReadPrevious("previous." + c.format, c.previous, options))
      run.previous = std::move(*previous);
  }
  const auto facts = InferFacts(doc, lexicon, run.year);
  const auto slots = AssignSlots(doc, facts, pack.slots);
  const CheckInput input{doc, facts, slots, pack.slots, lexicon, run};
  std::vector<Finding> findings;
  Reporter reporter(input, rule.info, findings);
  rule.check->Run(input, reporter);
  SortFindings(findings);
  return findings;
}

std::string Excerpt(const Case& c, Span s) {
  return s.empty() ? "@" + std::to_string(s.begin) : "“" + c.text.substr(s.begin, s.size()) + "”";
}

/// Compares by ranges; says the first difference.
Message Difference(const Case& c, const std::vector<Finding>& findings) {
  std::vector<Span> got;
  for (const auto& f : findings) got.push_back(f.span);
  for (const auto& e : c.expected) {
    if (std::find(got.begin(), got.end(), e) == got.end()) {
      std::string others;
      for (const auto& g : got) others += " " + Excerpt(c, g);
      return {"没有报 " + Excerpt(c, e) + "；报了：" + others,
              "not reported: " + Excerpt(c, e) + "; reported:" + others};
    }
  }
  for (std::size_t i = 0; i < got.size(); ++i) {
    if (std::find(c.expected.begin(), c.expected.end(), got[i]) == c.expected.end()) {
      return {"误报 " + Excerpt(c, got[i]) + "：" + findings[i].message,
              "false alarm " + Excerpt(c, got[i]) + ": " + findings[i].message};
    }
  }
  if (got.size() != c.expected.size())
    return {"同一处报了不止一次", "reported more than once at one place"};
  for (const auto& f : findings) {
    if (!c.severity.empty() && Name(f.severity) != c.severity) {
      return {"级别应是 " + c.severity + "，这里是 " + std::string(Name(f.severity)),
              "severity should be " + c.severity + ", is " + std::string(Name(f.severity))};
    }
    if (!c.message.empty() && f.message.find(c.message) == f.message.npos) {
      return {"说明里没有“" + c.message + "”：" + f.message,
              "message lacks “" + c.message + "”: " + f.message};
    }
  }
  return {};
}

}  // namespace

std::vector<CaseResult> RunCases(const Pack& pack) {
  std::vector<CaseResult> results;
  for (const auto& file : pack.cases) {
    for (const auto& c : ReadCases(file)) {
      CaseResult r{file.path, c.line, c.title, c.rule, false, !c.expected.empty(), c.error};
      const auto* rule = pack.FindRule(c.rule);
      if (r.detail.empty() && rule == nullptr) {
        r.detail = {"没有规则“" + c.rule + "”", "there is no rule “" + c.rule + "”"};
      }
      if (r.detail.empty() && rule != nullptr) r.detail = Difference(c, Judge(c, pack, *rule));
      r.passed = r.detail.empty();
      results.push_back(std::move(r));
    }
  }
  return results;
}

}  // namespace hegao
