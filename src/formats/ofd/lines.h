// Runs of an OFD page put together to the lines they are seen as.
#pragma once

#include <vector>

#include "formats/ofd/resources.h"
#include "formats/ofd/text_runs.h"
#include "formats/printed/printed_page.h"

namespace hegao {

/// The lines of a page of this size (millimetres): neighbours joined, gaps wider than a character
/// made a blank, wide ones the border between two lines side by side. Text that is drawn twice to
/// look bold counts once. If most of the page is turned, it is read turned; what stands askew to
/// the rest (a watermark) is furniture. O(n log n).
PrintedPage OfdLines(std::vector<OfdRun> runs, const OfdBox& page, const OfdResources& resources);

}  // namespace hegao
