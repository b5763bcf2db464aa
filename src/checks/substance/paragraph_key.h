// Paragraphs compared: what is left of one when its number, marks and year are taken off.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "document/document.h"

namespace hegao {

struct ParagraphKey {
  std::uint32_t block = 0;
  std::size_t chars = 0;  // Han characters
  bool digits = false;    // it states a number other than the report year
  std::string exact;  // Han characters and digits; the report year and its neighbours as letters
  std::string loose;  // Han characters only
};

/// Paragraphs of running text with at least `min_chars` Han characters, in order; table cells,
/// notes, the title and closing lines are none. O(text).
std::vector<ParagraphKey> ParagraphKeys(const Document& doc, std::optional<int> report_year,
                                        std::size_t min_chars);

}  // namespace hegao
