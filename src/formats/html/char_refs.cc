#include "formats/html/char_refs.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <optional>

#include "formats/html/parse.h"
#include "text/affix.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::size_t kLongestName = 40;  // the longest name has 31 letters
constexpr std::size_t kMaxKnown = 4096;

bool IsHexDigit(char c) {
  return IsAsciiDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool IsAlnum(char c) { return IsAsciiDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The longest stretch that can be one reference.
std::string_view Lex(std::string_view s) {
  const bool number = s.size() > 1 && s[1] == '#';
  const bool hex = number && s.size() > 2 && (s[2] == 'x' || s[2] == 'X');
  std::size_t at = hex ? 3 : number ? 2 : 1;
  const std::size_t first = at;
  const auto belongs = [&](char c) {
    return hex ? IsHexDigit(c) : number ? IsAsciiDigit(c) : IsAlnum(c);
  };
  while (at < s.size() && at < kLongestName && belongs(s[at])) ++at;
  if (at == first) return {};
  if (at < s.size() && s[at] == ';') ++at;
  return s.substr(0, at);
}

/// Numbers that stand for themselves; the ranges with special treatment are left to the parser.
std::optional<CharRefs::Ref> PlainNumber(std::string_view raw) {
  if (raw.size() < 3 || raw[1] != '#') return std::nullopt;
  const bool hex = raw[2] == 'x' || raw[2] == 'X';
  std::uint32_t value = 0;
  const char* end = raw.data() + raw.size() - (raw.back() == ';' ? 1 : 0);
  const auto parsed = std::from_chars(raw.data() + (hex ? 3 : 2), end, value, hex ? 16 : 10);
  if (parsed.ec != std::errc{} || parsed.ptr != end) return std::nullopt;
  if (value < 0xA0 || (value >= 0xD800 && value < 0xE000) || value > 0xFFFD) return std::nullopt;
  CharRefs::Ref ref;
  ref.length = static_cast<std::uint32_t>(raw.size());
  AppendUtf8(ref.shown, static_cast<char32_t>(value));
  return ref;
}

std::string_view FirstText(const GumboNode* node) {
  while (node->type == GUMBO_NODE_ELEMENT) {
    const GumboVector& children = node->v.element.children;
    if (children.length == 0) return {};
    node = static_cast<const GumboNode*>(children.data[children.length - 1]);
  }
  return node->type == GUMBO_NODE_TEXT ? std::string_view(node->v.text.text) : std::string_view();
}

}  // namespace

// The parser's table of names is not public, so it is given the reference between two marks, and
// what it did not touch at the end is counted off.
CharRefs::Ref CharRefs::AskParser(std::string_view raw) {
  const std::string page = "<p>|" + std::string(raw) + "|";
  const Result<HtmlTree> tree = HtmlTree::Parse(page);
  if (!tree) return {};
  std::string_view text = FirstText(tree->root());
  if (text.size() < 3 || text.front() != '|' || text.back() != '|') return {};
  text = text.substr(1, text.size() - 2);
  if (text == raw) return {};
  const std::size_t first = DecodeAt(text, 0).length;
  std::size_t same = 0;
  while (same < text.size() - first && same < raw.size() &&
         text[text.size() - 1 - same] == raw[raw.size() - 1 - same]) {
    ++same;
  }
  return {static_cast<std::uint32_t>(raw.size() - same),
          std::string(text.substr(0, text.size() - same))};
}

CharRefs::Ref CharRefs::At(std::string_view s) {
  const std::string_view raw = Lex(s);
  if (raw.empty()) return {};
  if (std::optional<Ref> number = PlainNumber(raw)) return *std::move(number);
  const std::string key(raw);
  if (const auto found = known_.find(key); found != known_.end()) return found->second;
  Ref ref = AskParser(raw);
  if (known_.size() < kMaxKnown) known_.emplace(key, ref);
  return ref;
}

}  // namespace hegao
