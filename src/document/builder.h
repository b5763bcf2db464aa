// RawDocument -> Document: joins wrapped lines, folds, tells page furniture, finds title, headings,
// sections and the closing lines. Cannot fail: any text makes a document. O(bytes).
#pragma once

#include <string>

#include "document/document.h"
#include "document/lexicon.h"

namespace hegao {

Document BuildDocument(RawDocument raw, std::string path, const Lexicon& lexicon);

}  // namespace hegao
