// Quantities of a whole document, block by block.
#include <algorithm>

#include "checks/number/quantity.h"
#include "text/affix.h"

namespace hegao {
namespace {

std::string_view Source(const Document& doc, Span folded) {
  const auto span = doc.Source(folded);
  return std::string_view(doc.text).substr(span.begin, span.end - span.begin);
}

/// Blanks between digits where a line was wrapped: 1 30人 was 130人.
std::vector<std::uint32_t> TornNumbers(const Document& doc, Span block) {
  std::vector<std::uint32_t> out;
  const auto text = doc.Text(block);
  for (auto at = text.find(' '); at != text.npos; at = text.find(' ', at + 1)) {
    if (at == 0 || at + 1 >= text.size()) continue;
    if (!IsAsciiDigit(text[at - 1]) || !IsAsciiDigit(text[at + 1])) continue;
    const auto begin = block.begin + static_cast<std::uint32_t>(at);
    if (Contains(Source(doc, {begin, begin + 1}), "\n")) out.push_back(begin);
  }
  return out;
}

}  // namespace

std::vector<Quantity> QuantityReader::Read(const Document& doc) const {
  std::vector<Quantity> out;
  const auto among = [](const std::vector<std::uint32_t>& list, std::uint32_t b) {
    return std::find(list.begin(), list.end(), b) != list.end();
  };
  for (std::uint32_t b = 0; b < doc.blocks.size(); ++b) {
    if (!doc.blocks[b].InText() || among(doc.title_blocks, b) || among(doc.signature_blocks, b))
      continue;
    const auto span = doc.blocks[b].folded;
    const auto torn = TornNumbers(doc, span);
    if (torn.empty())
      ReadText(doc.Text(span), span.begin, b, out);
    else
      ReadMended(doc, b, torn, out);
  }
  return out;
}

void QuantityReader::ReadMended(const Document& doc, std::uint32_t block,
                                const std::vector<std::uint32_t>& torn,
                                std::vector<Quantity>& out) const {
  const auto span = doc.blocks[block].folded;
  std::string text;
  auto from = span.begin;
  for (const auto at : torn) {
    text.append(doc.Text({from, at}));
    from = at + 1;
  }
  text.append(doc.Text({from, span.end}));
  const auto first = out.size();
  ReadText(text, span.begin, block, out);
  const auto place = [&](std::uint32_t& at, bool end) {
    for (const auto blank : torn) at += blank < at || (blank == at && !end) ? 1 : 0;
  };
  for (auto i = first; i < out.size(); ++i) {
    for (auto* s : {&out[i].folded, &out[i].number, &out[i].unit}) {
      if (s->empty()) continue;
      place(s->begin, false);
      place(s->end, true);
    }
  }
}

}  // namespace hegao
