#include "document/sentence.h"

#include <algorithm>

#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::uint32_t kLongestSentence = 3000;  // bytes to either side

}  // namespace

bool EndsWithMark(std::string_view folded) {
  if (folded.empty()) return true;
  switch (DecodeBefore(folded, folded.size()).value) {
    case U'。':
    case U'!':
    case U'?':
    case U';':
    case U':':
    case U',':
    case U'、':
    case U'…':
      return true;
    default:
      return false;
  }
}

Span SentenceAround(const Document& doc, std::uint32_t folded_at) {
  constexpr std::string_view kStop = "。";
  const auto near = doc.Around({folded_at, folded_at}, kLongestSentence);
  const auto text = doc.Text(near);
  const auto at = folded_at - near.begin;
  const auto begin = text.substr(0, at).rfind(kStop);
  const auto end = text.find(kStop, at);
  const auto from = begin == text.npos ? 0 : static_cast<std::uint32_t>(begin + kStop.size());
  const auto to = end == text.npos ? near.size() : static_cast<std::uint32_t>(end);
  return {near.begin + from, near.begin + std::max<std::uint32_t>(from, to)};
}

}  // namespace hegao
