// Output formats: a table of functions from a finished run to bytes. A format is one file in this
// folder and one line in renderer.cc; help, completion and tests read the table.
#pragma once

#include <iosfwd>
#include <string_view>
#include <vector>

#include "base/message.h"
#include "diag/report.h"

namespace hegao {

struct RenderOptions {
  Lang lang = Lang::zh;
  bool color = false;  // ANSI colours; formats that are not for a terminal ignore it
  int width = 100;     // terminal columns; 0 or less: no limit
  bool quiet = false;  // text: one line per finding and one for the summary
  Severity min_severity = Severity::info;  // what is less is counted, not listed; JSON lists all
  bool show_known = false;  // list suppressed and baseline findings too; JSON lists them always
};

/// Every renderer takes every report: invalid UTF-8 becomes U+FFFD, and nothing a document holds
/// reaches a terminal as a control character. Output depends on the arguments only.
struct RendererInfo {
  std::string_view name;  // as in --format
  Message summary;
  std::string_view
      extension;  // with the dot, for files named by format or formats told by file name
  void (*render)(const RunReport&, const RenderOptions&, std::ostream&);
};

/// The same for one document as `outline` shows it (its `headings` are filled, findings are
/// ignored).
struct OutlineRendererInfo {
  std::string_view name;
  Message summary;
  std::string_view extension;
  void (*render)(const DocumentReport&, const RenderOptions&, std::ostream&);
};

/// In the order in which help lists them; the first is the default.
const std::vector<RendererInfo>& AllRenderers();
const RendererInfo* FindRenderer(std::string_view name);  // nullptr if there is none
const RendererInfo* FindRendererByExtension(std::string_view extension);  // ".md"; likewise

const std::vector<OutlineRendererInfo>& AllOutlineRenderers();
const OutlineRendererInfo* FindOutlineRenderer(std::string_view name);

}  // namespace hegao
