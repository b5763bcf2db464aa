// HTML pages and fragments of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "formats/registry.h"

namespace hegao {

struct HtmlContent {
  std::vector<RawBlock> blocks;
  std::vector<Piece> title;
  Layout layout;
  std::vector<Mark> marks;
};

/// The visible blocks of a page or of a fragment (valid UTF-8); spans count its bytes.
Result<HtmlContent> ReadHtmlContent(std::string_view html);

double SniffHtml(std::string_view head, std::string_view extension);
Result<RawDocument> ReadHtml(std::string bytes, const ReadOptions& options);

}  // namespace hegao
