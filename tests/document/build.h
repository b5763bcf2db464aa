// Builds documents for the tests of the document model, with a small lexicon of their own.
#pragma once

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "document/builder.h"
#include "document/facts.h"
#include "extracted.h"
#include "formats/registry.h"

namespace hegao {

inline Pattern Compiled(std::string_view regex) {
  Pattern pattern;
  PatternError error;
  EXPECT_TRUE(Pattern::Compile(regex, &pattern, &error)) << regex << ": " << error.fragment;
  return pattern;
}

inline Lexicon SmallLexicon() {
  Lexicon lexicon;
  lexicon.chrome_line.Add(Compiled("^(首页|当前位置|【打印】|版权所有).*$"));
  lexicon.publication_date = Compiled("发布(\\d{4})-(\\d{2})-(\\d{2})");
  lexicon.publication_source = Compiled("来源:(.+)$");
  lexicon.title_end.Add(Compiled("(报告|总结)(\\(.{1,12}\\))?$"));
  lexicon.title_lead.Add(Compiled("(镇|政府|委员会)$"));
  lexicon.title_lead.Add(Compiled("^关于|20\\d\\d年"));
  lexicon.not_title.Add(Compiled(":$"));
  lexicon.organisation.Add(Compiled("^.{2,20}(人民政府|委员会)$"));
  lexicon.title_plan_year = Compiled("(20\\d\\d)年工作计划");
  lexicon.year_exempt.Add(Compiled("自20\\d\\d年"));
  lexicon.future_marker.Add(Compiled("将"));
  lexicon.done_marker.Add(Compiled("已"));
  return lexicon;
}

inline Document Build(std::string_view path, std::string text) {
  auto raw = ReadDocument(path, std::move(text));
  if (!raw) {
    ADD_FAILURE() << "cannot be read as " << path;
    return {};
  }
  return BuildDocument(std::move(*raw), std::string(path), SmallLexicon());
}

/// A document of paragraphs with looks, as a reader with layout delivers it. Each line is
/// "LOOK|text"; a look is made of words: h1…h6 (a heading style), b (bold), c (centred), a number
/// (points), aside (a note or a page header), anything else is a font. Without a bar: a paragraph
/// of unknown look.
inline Document BuildStyled(const std::vector<std::string>& lines) {
  RawDocument raw;
  raw.format = "docx";
  for (const std::string& line : lines) {
    const std::size_t bar = line.find('|');
    RawBlock block;
    block.kind = RawBlock::Kind::paragraph;
    TextFormat format;
    std::istringstream words(bar == std::string::npos ? "" : line.substr(0, bar));
    for (std::string word; words >> word;) {
      if (word.size() == 2 && word[0] == 'h') {
        block.kind = RawBlock::Kind::heading;
        block.level = static_cast<std::uint8_t>(word[1] - '0');
      } else if (word == "aside") {
        block.kind = RawBlock::Kind::aside;
      } else if (word == "b") {
        format.bold = block.bold = true;
      } else if (word == "c") {
        format.alignment = Alignment::center;
      } else if (word[0] >= '0' && word[0] <= '9') {
        format.size = std::stod(word);
      } else {
        format.font = word;
      }
    }
    if (format != TextFormat{}) block.format = raw.layout.Add(format);
    const auto begin = static_cast<std::uint32_t>(raw.text.size());
    raw.text += bar == std::string::npos ? line : line.substr(bar + 1);
    block.pieces.push_back({{begin, static_cast<std::uint32_t>(raw.text.size())}, false, {}});
    raw.text += '\n';
    raw.blocks.push_back(std::move(block));
  }
  return BuildDocument(std::move(raw), "a.docx", SmallLexicon());
}

/// One heading a line: level, number, text; "+" where text follows on the same line, "?" where the
/// heading is a guess.
inline std::string Outline(const Document& doc) {
  std::string out;
  for (const auto& h : doc.headings) {
    out += std::to_string(h.level) + ' ' + std::string(doc.Text(h.folded));
    if (h.run_in) out += '+';
    if (h.confidence < 0.7) out += '?';
    out += '\n';
  }
  return out;
}

}  // namespace hegao
