#include "checks/substance/paragraph_key.h"

#include <algorithm>

#include "text/numerals.h"
#include "text/utf8.h"

namespace hegao {
namespace {

/// The typed number of a heading or an item at the start of a paragraph is not what it says.
std::size_t NumberLength(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size() && (text[at] == '(' || text[at] == ' ')) ++at;
  auto n = ParseAsciiNumber(text.substr(at));
  if (!n) n = ParseCjkNumber(text.substr(at));
  if (!n) n = ParseCircledNumber(text.substr(at));
  if (!n) return 0;
  at += n->length;
  const auto next = at < text.size() ? DecodeAt(text, at).value : 0;
  const bool separator = next == U')' || next == U'、' || next == U'.' || next == U',' ||
                         next == U'是';  // domain: the copula of 一是
  return separator ? at : 0;
}

/// The year relative to the report year, so that a copy with its years moved is still a copy.
char YearLetter(std::uint32_t value, std::optional<int> report_year) {
  if (!report_year) return 0;
  const int distance = static_cast<int>(value) - *report_year;
  return distance >= -1 && distance <= 1 ? static_cast<char>('Y' + distance) : 0;
}

ParagraphKey KeyOf(std::string_view text, std::optional<int> report_year) {
  ParagraphKey key;
  for (std::size_t at = NumberLength(text); at < text.size();) {
    const auto c = DecodeAt(text, at);
    if (IsHan(c.value)) {
      key.exact += text.substr(at, c.length);
      key.loose += text.substr(at, c.length);
      ++key.chars;
    } else if (const auto n = ParseAsciiNumber(text.substr(at))) {
      const char year = n->length == 4 ? YearLetter(n->value, report_year) : '\0';
      if (year != 0) {
        key.exact += year;
      } else {
        key.exact += text.substr(at, n->length);
        key.exact += ' ';
        key.digits = true;
      }
      at += n->length;
      continue;
    }
    at += c.length;
  }
  return key;
}

}  // namespace

std::vector<ParagraphKey> ParagraphKeys(const Document& doc, std::optional<int> report_year,
                                        std::size_t min_chars) {
  std::vector<ParagraphKey> keys;
  const auto listed = [](const std::vector<std::uint32_t>& blocks, std::uint32_t b) {
    return std::find(blocks.begin(), blocks.end(), b) != blocks.end();
  };
  for (std::uint32_t b = 0; b < doc.blocks.size(); ++b) {
    const auto& block = doc.blocks[b];
    if (block.kind != Block::Kind::paragraph && block.kind != Block::Kind::heading) continue;
    // A Han character has three bytes or more.
    if (block.folded.size() < 3 * min_chars) continue;
    if (listed(doc.title_blocks, b) || listed(doc.signature_blocks, b)) continue;
    auto key = KeyOf(doc.Text(block.folded), report_year);
    if (key.chars < min_chars) continue;
    key.block = b;
    keys.push_back(std::move(key));
  }
  return keys;
}

}  // namespace hegao
