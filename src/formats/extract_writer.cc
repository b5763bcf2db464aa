#include "formats/extract_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "formats/blanks.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kMarkText = 200;  // code points
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

bool IsInvalid(CodePoint c) { return c.value == 0xFFFD && c.length == 1; }

/// Length of the longest prefix that can be taken over byte by byte.
std::size_t PlainPrefix(std::string_view s) {
  std::size_t at = 0;
  while (at < s.size()) {
    const auto c = static_cast<unsigned char>(s[at]);
    if (c >= 0x20 && c < 0x7F) {
      ++at;
      continue;
    }
    // Most of Chinese: any two bytes may follow these, so there is nothing more to ask.
    const auto follows = [&](std::size_t i) {
      return (static_cast<unsigned char>(s[i]) & 0xC0) == 0x80;
    };
    if (c >= 0xE1 && c <= 0xEC && at + 2 < s.size() && follows(at + 1) && follows(at + 2)) {
      at += 3;
      continue;
    }
    const CodePoint p = DecodeAt(s, at);
    if (IsInvalid(p) || p.value < 0x20 || p.value == 0x7F) break;
    at += p.length;
  }
  return at;
}

/// Each byte that is no UTF-8 becomes U+FFFD.
std::string Repaired(std::string text) {
  if (IsValidUtf8(text)) return text;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    out += IsInvalid(c) ? kReplacement : std::string_view(text).substr(at, c.length);
    at += c.length;
  }
  return out;
}

}  // namespace

ExtractWriter::ExtractWriter(std::string_view format, std::size_t limit)
    : limit_(std::min<std::size_t>(limit, UINT32_MAX)) {
  document_.format = format;
}

std::uint32_t ExtractWriter::Part(std::string_view name) {
  auto& parts = document_.map.parts;
  const auto known = std::find(parts.begin(), parts.end(), name);
  const auto index = static_cast<std::uint32_t>(known - parts.begin());
  if (known == parts.end()) parts.emplace_back(name);
  return index;
}

void ExtractWriter::Append(std::string_view utf8, const Node* node) {
  auto& text = document_.text;
  if (text.size() + utf8.size() > limit_) {
    too_long_ = true;
    return;
  }
  const std::uint32_t begin = at();
  text += utf8;
  if (node == nullptr) return;
  auto& origins = document_.map.origins;
  if (!origins.empty()) {
    auto& last = origins.back();
    const bool follows = last.text.end == begin && last.part == node->part &&
                         last.node == node->node && last.offset + last.text.size() == node->offset;
    if (follows) {
      last.text.end = at();
      return;
    }
  }
  origins.push_back({{begin, at()}, node->part, node->node, node->offset});
}

void ExtractWriter::Text(std::string_view utf8, Node node, bool bold) {
  if (!IsAllBlank(utf8)) {
    has_ink_ = true;
    all_bold_ = all_bold_ && bold;
  }
  while (!utf8.empty()) {
    const std::size_t plain = PlainPrefix(utf8);
    if (plain > 0) Append(utf8.substr(0, plain), &node);
    utf8.remove_prefix(plain);
    node.offset += static_cast<std::uint32_t>(plain);
    if (utf8.empty()) return;
    const CodePoint c = DecodeAt(utf8, 0);
    if (c.value == U'\n' || c.value == U'\r' || c.value == U'\t') {
      Append(" ", &node);
    } else {
      Append(kReplacement, nullptr);
      ++document_.replaced;
    }
    utf8.remove_prefix(c.length);
    node.offset += c.length;
  }
}

void ExtractWriter::Generated(std::string_view utf8, bool bold) {
  for (std::size_t plain = 0; !utf8.empty(); utf8.remove_prefix(plain)) {
    plain = PlainPrefix(utf8);
    const std::string_view shown = utf8.substr(0, plain);
    if (!IsAllBlank(shown)) {
      has_ink_ = true;
      all_bold_ = all_bold_ && bold;
    }
    Append(shown, nullptr);
    if (plain == utf8.size()) return;
    Append(" ", nullptr);
    plain += DecodeAt(utf8, plain).length;
  }
}

void ExtractWriter::SetPage(std::uint32_t page) {
  if (page != page_ && at() > row_begin_) {
    document_.map.rows.push_back({row_begin_, page_, paragraph_});
    row_begin_ = at();
  }
  page_ = page;
}

void ExtractWriter::End(const Line& line) {
  auto& text = document_.text;
  document_.map.rows.push_back({row_begin_, page_, paragraph_});
  if (has_ink_) {
    const auto shown = std::string_view(text).substr(line_begin_);
    RawBlock& block = document_.blocks.emplace_back();
    const bool broken = (line.soft || after_soft_) && line.kind == RawBlock::Kind::paragraph;
    block.kind = broken ? RawBlock::Kind::soft_line : line.kind;
    block.level = line.level;
    block.bold = all_bold_;
    block.format = line.format;
    const auto begin = line_begin_ + static_cast<std::uint32_t>(SkipBlanks(shown));
    const auto end = line_begin_ + static_cast<std::uint32_t>(LengthWithoutBlanks(shown));
    block.pieces.push_back({{begin, end}, false, {}});
  }
  text += '\n';
  line_begin_ = row_begin_ = at();
  after_soft_ = line.soft;
  has_ink_ = false;
  all_bold_ = true;
}

void ExtractWriter::AddMark(Mark mark) {
  const auto cut = FirstCodePoints(mark.text, kMarkText);
  if (cut.size() < mark.text.size()) mark.text = std::string(cut) + "…";
  mark.text = Repaired(std::move(mark.text));
  mark.author = Repaired(std::move(mark.author));
  document_.marks.push_back(std::move(mark));
}

Result<RawDocument> ExtractWriter::Finish() {
  if (at() > line_begin_) End({});
  if (too_long_) {
    return Fail(ErrorKind::unreadable,
                {fmt::format("文字超过 {} MB，无法核对", limit_ >> 20),
                 fmt::format("there is more than {} MB of text in it", limit_ >> 20)});
  }
  std::stable_sort(document_.marks.begin(), document_.marks.end(),
                   [](const Mark& a, const Mark& b) { return a.span < b.span; });
  return std::move(document_);
}

}  // namespace hegao
