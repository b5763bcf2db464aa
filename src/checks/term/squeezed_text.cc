#include "checks/term/squeezed_text.h"

#include <algorithm>

#include "document/sentence.h"
#include "text/char_tables.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::uint32_t kStretchBytes = 100 << 10;

enum class Role : std::uint8_t {
  character,
  nothing,
  quote,
  part,
  comma,
  open,
  close,
  stop,
  unreadable
};

Role RoleOf(char32_t c) {
  if (IsHan(c) || (c >= U'0' && c <= U'9') || (c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z'))
    return Role::character;
  switch (c) {
    case U'“':
    case U'”':
    case U'"':
    case U'\'':
      return Role::quote;
    case U' ':
      return Role::nothing;
    case U'、':
      return Role::part;
    case U',':
    case U'，':
      return Role::comma;
    case U'《':
    case U'〈':
      return Role::open;
    case U'》':
    case U'〉':
      return Role::close;
    case U'?':
    case U'*':
    case U'_':
    case U'×':
    case U'○':
    case U'□':
    case U'■':
    case U'�':
      return Role::unreadable;
    default:
      return Role::stop;
  }
}

}  // namespace

std::uint32_t SqueezedText::FoldedEnd(std::size_t index) const {
  const char32_t c = chars[index];
  const std::uint32_t length = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
  return at[index] + length;
}

Span SqueezedText::Folded(std::size_t begin, std::size_t end) const {
  if (begin < end) return {at[begin], FoldedEnd(end - 1)};
  const auto place = end > 0 && chars[end - 1] > kUnreadable ? FoldedEnd(end - 1) : at[end];
  return {place, place};
}

SqueezedPhrase SqueezePhrase(std::string_view phrase) {
  SqueezedPhrase out;
  std::uint8_t flags = 0;
  // Character by character: what folding does to runs of them (blanks, years) no phrase has, and a
  // thousand phrases are read at every start.
  for (std::size_t i = 0; i < phrase.size();) {
    const auto c = DecodeAt(phrase, i);
    i += c.length;
    const char32_t folded = FoldChar(c.value);
    const auto role = RoleOf(folded);
    if (role == Role::part) flags |= SqueezedText::after_part;
    if (role == Role::comma) flags |= SqueezedText::after_comma;
    if (role != Role::character) continue;
    out.chars += folded;
    out.flags.push_back(out.chars.size() == 1 ? std::uint8_t{0} : flags);
    flags = 0;
  }
  return out;
}

std::vector<std::string> WordsOf(const std::vector<std::string>& texts) {
  std::vector<std::string> words;
  for (const auto& text : texts) {
    for (std::size_t at = 0; at < text.size();) {
      const auto end = std::min(text.find(' ', at), text.size());
      if (end > at) words.push_back(text.substr(at, end - at));
      at = end + 1;
    }
  }
  return words;
}

std::string ToUtf8(std::u32string_view chars) {
  std::string out;
  for (const char32_t c : chars) AppendUtf8(out, c);
  return out;
}

bool SqueezedWalk::Next(SqueezedText* text) {
  text->chars.clear();
  text->at.clear();
  text->flags.clear();
  std::uint32_t bytes = 0;
  for (; block_ < doc_.blocks.size() && bytes < kStretchBytes; ++block_) {
    const auto& block = doc_.blocks[block_];
    if (block.kind == Block::Kind::chrome) continue;
    Append(block, text);
    bytes += block.folded.size();
  }
  return !text->chars.empty();
}

void SqueezedWalk::Append(const Block& block, SqueezedText* text) {
  const auto shown = doc_.Text(block.folded);
  std::uint8_t before = 0;
  std::uint32_t titles = 0;
  const auto push = [&](char32_t c, std::size_t i) {
    text->chars += c;
    text->at.push_back(block.folded.begin + static_cast<std::uint32_t>(i));
    text->flags.push_back(before | (titles > 0 ? SqueezedText::in_title : 0));
    before = 0;
  };
  // A block may be a line that was cut in two: nobody knows what stood before or behind.
  push(kUnreadable, 0);
  for (std::size_t i = 0; i < shown.size();) {
    const auto c = DecodeAt(shown, i);
    switch (RoleOf(c.value)) {
      case Role::character:
        push(c.value, i);
        break;
      case Role::nothing:
        break;
      case Role::quote:
        before |= SqueezedText::after_quote;
        break;
      case Role::part:
        before |= SqueezedText::after_part;
        break;
      case Role::comma:
        before |= SqueezedText::after_comma;
        break;
      case Role::open:
        push(kBreak, i);
        ++titles;
        break;
      case Role::close:
        titles -= std::min(titles, 1u);
        push(kBreak, i);
        break;
      case Role::stop:
        push(kBreak, i);
        break;
      case Role::unreadable:
        push(kUnreadable, i);
        break;
    }
    i += c.length;
  }
  push(EndsWithMark(shown) ? kBreak : kUnreadable, shown.size());
}

}  // namespace hegao
