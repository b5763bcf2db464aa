// A small pack for tests, complete and valid, of which single lines are replaced.
#pragma once

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <string_view>

#include "engine/pack.h"

namespace hegao {

inline constexpr std::string_view kHead = R"(hegao: 1
id: sample
version: "1"
title: {zh: 样例, en: Sample}
applies: {title: [工作报告]}
tables:
  units: [件, 人]
slots:
  - id: first
    name: {zh: 举措, en: Measures}
    order: 1
    headings: [举措]
  - id: second
    name: {zh: 安排, en: Plan}
    order: 2
    plan: true
    headings: [{match: '安排|{Y+1}年', weight: 1.1}]
)";

inline constexpr std::string_view kRules = R"(rules:
  - id: text/pending
    kind: forbidden_text
    severity: error
    title: {zh: 未定, en: Pending}
    message: {zh: "“{text}”未定", en: "“{text}” is pending"}
    hint: {zh: 定下来, en: Settle it}
    basis: {document: 文}
    patterns: [待(补充|定)]
)";

/// `text` with its one occurrence of `old` replaced.
inline std::string With(std::string_view text, std::string_view old, std::string_view replacement) {
  std::string out(text);
  const auto at = out.find(old);
  EXPECT_NE(at, std::string::npos) << old;
  EXPECT_EQ(out.find(old, at + 1), std::string::npos) << old << " occurs twice";
  if (at != std::string::npos) out.replace(at, old.size(), replacement);
  return out;
}

inline LoadedPack Compile(std::string_view head, std::string_view rules) {
  PackFiles files;
  files.origin = "test";
  files.files.push_back({"pack.yaml", std::string(head), false});
  files.files.push_back({"rules.yaml", std::string(rules), false});
  return CompilePack(std::move(files));
}

inline std::string Show(const std::vector<Problem>& problems) {
  std::string out;
  for (const auto& p : problems) out += "  [" + p.code + "] " + FormatProblem(p, Lang::zh) + "\n";
  return out;
}

/// A pack that must compile.
inline std::shared_ptr<const Pack> Compiled(std::string_view rules) {
  auto loaded = Compile(kHead, rules);
  if (!loaded.pack) throw std::runtime_error("the sample is wrong:\n" + Show(loaded.problems));
  return loaded.pack;
}

}  // namespace hegao
