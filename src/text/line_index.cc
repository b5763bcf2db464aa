#include "text/line_index.h"

#include <algorithm>

#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";

}  // namespace

LineIndex::LineIndex(std::string_view text) {
  // Two searches that run ahead of each other would rescan; a lone \r is rare, so look for it only
  // between two \n.
  std::size_t line_begin = 0;
  while (true) {
    const std::size_t newline = text.find('\n', line_begin);
    const std::size_t line_end = newline == std::string_view::npos ? text.size() : newline;
    for (std::size_t at = line_begin; at < line_end; ++at) {
      at = text.substr(0, line_end).find('\r', at);
      if (at == std::string_view::npos) break;
      if (at + 1 < text.size() && text[at + 1] == '\n') break;
      starts_.push_back(static_cast<std::uint32_t>(at + 1));
    }
    if (newline == std::string_view::npos) return;
    line_begin = newline + 1;
    starts_.push_back(static_cast<std::uint32_t>(line_begin));
  }
}

std::uint32_t LineIndex::LineOf(std::uint32_t offset) const {
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), offset);
  return static_cast<std::uint32_t>(after - starts_.begin());
}

LineColumn LineIndex::At(std::string_view text, std::uint32_t offset) const {
  offset = std::min(offset, static_cast<std::uint32_t>(text.size()));
  const std::uint32_t line = LineOf(offset);
  std::string_view before = text.substr(starts_[line - 1], offset - starts_[line - 1]);
  if (line == 1 && before.starts_with(kBom)) before.remove_prefix(kBom.size());
  return {line, static_cast<std::uint32_t>(CountCodePoints(before)) + 1};
}

Span LineIndex::LineSpan(std::string_view text, std::uint32_t line) const {
  if (line == 0 || line > LineCount()) return {};
  const std::uint32_t begin = starts_[line - 1];
  std::uint32_t end = line < LineCount() ? starts_[line] : static_cast<std::uint32_t>(text.size());
  if (end > begin && text[end - 1] == '\n') --end;
  if (end > begin && text[end - 1] == '\r') --end;
  return {begin, end};
}

}  // namespace hegao
