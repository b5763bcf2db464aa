// The functions the tables of renderer.cc name, one per output format.
#pragma once

#include <iosfwd>

#include "diag/report.h"
#include "render/renderer.h"

namespace hegao {

void RenderText(const RunReport& report, const RenderOptions& options, std::ostream& out);
void RenderJson(const RunReport& report, const RenderOptions& options, std::ostream& out);
void RenderMarkdown(const RunReport& report, const RenderOptions& options, std::ostream& out);

void RenderOutlineText(const DocumentReport& document, const RenderOptions& options,
                       std::ostream& out);
void RenderOutlineJson(const DocumentReport& document, const RenderOptions& options,
                       std::ostream& out);

}  // namespace hegao
