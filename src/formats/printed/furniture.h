// Page numbers, running heads and running feet.
#pragma once

#include <string_view>
#include <vector>

#include "formats/printed/printed_page.h"

namespace hegao {

/// Is this all there is to a page number: — 1 —, - 1 -, 第1页, 第 1 页 共 3 页, 1/12, ·3·, 1? With
/// `bare` also a number that nothing sets apart from other numbers.
bool LooksLikePageNumber(std::string_view line, bool bare);

/// Marks lines near the top and the bottom edge that number the page, or that stand at the same
/// height of most pages (of most even or odd ones) with the same words, digits aside. O(lines).
void MarkFurniture(std::vector<PrintedPage>* pages);

}  // namespace hegao
