// 《 and 》: which belong together, and which are doubled or lost.
#pragma once

#include <vector>

#include "document/document.h"

namespace hegao {

struct MarkFault {
  enum Kind : std::uint8_t {
    doubled_open,   // 《《甲》
    doubled_close,  // 《甲》》
    doubled_both,   // 《《甲》》
    nested,         // 《关于《甲》的通知》, where 〈〉 belong
    lost_close,     // 《甲、
    lost_open,      // 、甲》
  };
  Kind kind;
  Span folded;  // of the mark itself; doubled ones and nested: of all that stands between them too
};

struct TitleMarks {
  std::vector<Span> titles;  // folded, with their marks; those that hold no other title
  std::vector<MarkFault> faults;
};

/// Ascending within each block. A title that runs on into the next block is no fault. O(text).
TitleMarks FindTitleMarks(const Document& doc);

}  // namespace hegao
