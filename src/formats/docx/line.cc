#include "formats/docx/line.h"

#include <algorithm>
#include <cmath>

namespace hegao {
namespace {

constexpr std::size_t kLooks = 64;     // of one line; more cannot change what most of it looks like
constexpr std::size_t kFormats = 512;  // of a document; every line is compared with all of them

double IndentInCharacters(const ParagraphProperties& properties, double size) {
  if (properties.first_line_chars) return *properties.first_line_chars;
  if (!properties.first_line_points || size <= 0) return 0;
  // Files round to twentieths of points.
  return std::round(*properties.first_line_points / size * 100) / 100;
}

}  // namespace

void DocxLine::Begin(const Paragraph& paragraph) {
  paragraph_ = paragraph;
  writer_.SetPage(pages_.page());
  writer_.SetParagraph(paragraph.number);
  used_ = 0;
}

void DocxLine::Ink(const RunLook& look, std::size_t bytes) {
  pages_.Inked();
  for (std::size_t i = 0; i < used_; ++i) {
    Look& known = looks_[i];
    if (known.bold == look.bold && known.size == look.size && known.font == look.font) {
      known.bytes += bytes;
      return;
    }
  }
  if (used_ == kLooks) return;
  if (used_ == looks_.size()) looks_.emplace_back();
  Look& added = looks_[used_++];
  added.font = look.font;
  added.size = look.size;
  added.bold = look.bold;
  added.bytes = bytes;
}

/// Counted in bytes, so that a Chinese character weighs three digits.
std::int32_t DocxLine::Format() {
  if (used_ == 0 || writer_.layout().formats.size() >= kFormats) return -1;
  const auto most =
      std::max_element(looks_.begin(), looks_.begin() + static_cast<std::ptrdiff_t>(used_),
                       [](const Look& a, const Look& b) { return a.bytes < b.bytes; });
  const ParagraphProperties& properties = paragraph_.properties;
  TextFormat format;
  format.font = most->font;
  format.size = most->size;
  format.bold = most->bold;
  format.alignment = properties.alignment.value_or(Alignment::unknown);
  format.spacing = properties.spacing.value_or(LineSpacing::unknown);
  format.spacing_value = properties.spacing ? properties.spacing_value : 0;
  format.first_line_indent = IndentInCharacters(properties, most->size);
  return writer_.layout().Add(format);
}

void DocxLine::End(bool soft) {
  writer_.SetParagraph(paragraph_.number);
  writer_.End({paragraph_.kind, paragraph_.level, soft, Format()});
  writer_.SetPage(pages_.page());
  used_ = 0;
}

}  // namespace hegao
