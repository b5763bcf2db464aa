#include "formats/html/block_format.h"

#include <algorithm>
#include <cmath>

namespace hegao {
namespace {

constexpr std::size_t kMostLooks = 32;     // of one block; further ones count for nothing
constexpr std::size_t kMostFormats = 256;  // of a page
constexpr std::size_t kHanWeight = 64;

/// Sums of converted lengths are told apart to the hundredth of a point.
double Rounded(double value) { return std::round(value * 100) / 100; }

}  // namespace

void BlockFormats::Add(const TextStyle& style, std::size_t han, std::size_t bytes) {
  const std::size_t weight = han * kHanWeight + bytes;
  for (Look& look : looks_) {
    if (look.font != style.font || look.size != style.size || look.bold != style.bold) continue;
    look.weight += weight;
    return;
  }
  if (looks_.size() < kMostLooks) looks_.push_back({style.font, style.size, style.bold, weight});
}

std::int32_t BlockFormats::End(const TextStyle& style, bool heading) {
  const auto most =
      std::max_element(looks_.begin(), looks_.end(),
                       [](const Look& a, const Look& b) { return a.weight < b.weight; });
  TextFormat format;
  if (most != looks_.end()) {
    format.font = fonts_->Name(most->font);
    format.size = Rounded(most->size);
    format.bold = most->bold || heading;
  }
  looks_.clear();
  format.alignment = style.alignment;
  format.spacing = style.spacing;
  format.spacing_value = Rounded(style.spacing_value);
  if (style.indent_in_ems) format.first_line_indent = Rounded(style.indent);
  if (!style.indent_in_ems && format.size > 0) {
    format.first_line_indent = Rounded(style.indent / format.size);
  }
  TextFormat silent;
  silent.bold = format.bold;
  if (format == silent || layout_->formats.size() >= kMostFormats) return -1;
  return layout_->Add(format);
}

}  // namespace hegao
