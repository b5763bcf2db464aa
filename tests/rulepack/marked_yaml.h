// Sample text with the place concerned between [[ and ]], so that nobody counts columns.
#pragma once

#include <gtest/gtest.h>

#include <string>

#include "rulepack/value.h"
#include "text/span.h"

namespace hegao {

struct MarkedYaml {
  YamlFile file;
  Span mark;
  std::uint32_t line = 0;  // of the mark's begin, counted here on purpose
  std::uint32_t column = 0;
};

inline MarkedYaml StripMarks(std::string text) {
  MarkedYaml out;
  const std::size_t begin = text.find("[[");
  if (begin != std::string::npos) {
    text.erase(begin, 2);
    const std::size_t end = text.find("]]", begin);
    EXPECT_NE(end, std::string::npos) << text;
    text.erase(end, 2);
    out.mark = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    out.line = out.column = 1;
    for (std::size_t i = text.starts_with("\xEF\xBB\xBF") ? 3 : 0; i < begin; ++i) {
      const auto byte = static_cast<unsigned char>(text[i]);
      if (byte == '\n') {
        ++out.line;
        out.column = 1;
      } else if ((byte & 0xC0) != 0x80) {
        ++out.column;
      }
    }
  }
  out.file = {"pack.yaml", std::move(text)};
  return out;
}

inline std::string Show(const Problems& problems) {
  std::string out;
  for (const Problem& p : problems.items()) {
    out += "  [" + p.code + "] " + FormatProblem(p, Lang::zh) + "\n";
  }
  return out;
}

/// Compact form of a tree for comparison: {a: "quoted", b: [plain, ~]}.
inline std::string Dump(const Value& v) {
  std::string out;
  switch (v.kind) {
    case Value::Kind::null:
      return "~";
    case Value::Kind::scalar:
      return v.quoted ? '"' + v.scalar + '"' : v.scalar;
    case Value::Kind::sequence:
      for (const Value& item : v.items) out += (out.empty() ? "" : ", ") + Dump(item);
      return "[" + out + "]";
    case Value::Kind::map:
      for (const Value::Entry& entry : v.entries) {
        out += (out.empty() ? "" : ", ") + entry.key + ": " + Dump(entry.value);
      }
  }
  return "{" + out + "}";
}

}  // namespace hegao
