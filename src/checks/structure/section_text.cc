#include "checks/structure/section_text.h"

#include <algorithm>

#include "text/utf8.h"

namespace hegao {

const Section* SectionOf(const Document& doc, std::uint32_t heading) {
  const auto it = std::find_if(doc.sections.begin(), doc.sections.end(), [&](const Section& s) {
    return s.heading == static_cast<std::int32_t>(heading);
  });
  return it == doc.sections.end() ? nullptr : &*it;
}

std::size_t BodyLength(const Document& doc, const Section& section) {
  std::size_t n = 0;
  for (auto b = doc.BlockAt(section.body.begin); b < doc.blocks.size(); ++b) {
    const auto& block = doc.blocks[b];
    if (block.folded.begin >= section.body.end) break;
    if (!block.InText()) continue;
    const Span part{std::max(block.folded.begin, section.body.begin),
                    std::min(block.folded.end, section.body.end)};
    if (!part.empty()) n += CountHan(doc.Text(part));
  }
  return n;
}

OwnText OwnTextOf(const Document& doc, const Section& section, std::size_t most) {
  OwnText own;
  own.span = {section.body.begin, section.body.begin};
  for (auto b = doc.BlockAt(section.body.begin); b < doc.blocks.size(); ++b) {
    const auto& block = doc.blocks[b];
    if (block.folded.begin >= section.body.end || own.words.size() > most) break;
    if (block.kind == Block::Kind::aside) continue;
    const Span part{std::max(block.folded.begin, section.body.begin),
                    std::min(block.folded.end, section.body.end)};
    if (part.empty()) continue;
    own.span = own.words.empty() ? part : Hull(own.span, part);
    own.words += doc.Text(part);
  }
  return own;
}

std::string SameHeadingKey(const Document& doc, const Heading& heading) {
  std::string key;
  const auto text = doc.Text(heading.text);
  for (std::size_t at = 0; at < text.size();) {
    const auto c = DecodeAt(text, at);
    if (IsHan(c.value) && c.value != U'年' && c.value != U'度') key += text.substr(at, c.length);
    at += c.length;
  }
  return key;
}

}  // namespace hegao
