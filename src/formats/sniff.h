// Telling formats apart by their first bytes.
#pragma once

#include <string>
#include <string_view>

#include "base/message.h"

namespace hegao {

/// A format that is told by its container or its magic bytes.
struct Container {
  std::string_view name;  // docx, pdf …; empty: none of them, so the bytes are text
  Message refusal;  // empty: a reader for it is in the table of formats; else why there is none
  bool empty() const { return name.empty(); }
  bool readable() const { return refusal.zh.empty(); }
};

/// Recognises containers and binary files by their content; `extension` only tells apart what the
/// content leaves open.
Container SniffContainer(std::string_view bytes, std::string_view extension);

/// The first bytes as ASCII can be read off them: no BOM, UTF-16 narrowed, blanks at the start cut.
std::string ReadableHead(std::string_view bytes);

/// Extension in lower case with its dot; empty if there is none.
std::string LowerExtension(std::string_view path);

/// 0…1: how surely this head is that of an HTML page.
double HtmlLikelihood(std::string_view head);

}  // namespace hegao
