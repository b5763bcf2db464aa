// How the tests of the Word reader look at what was read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "docx_package.h"
#include "visible_text.h"

namespace hegao {

inline RawDocument ReadDocxOrFail(std::string_view body, const std::vector<DocxPart>& parts = {}) {
  return ReadOrFail("a.docx", Docx(body, parts));
}

/// The extracted text, a line for each line.
inline std::vector<std::string> Lines(const RawDocument& document) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < document.text.size();) {
    const std::size_t end = document.text.find('\n', begin);
    lines.push_back(document.text.substr(begin, end - begin));
    begin = end == std::string::npos ? document.text.size() : end + 1;
  }
  return lines;
}

}  // namespace hegao
