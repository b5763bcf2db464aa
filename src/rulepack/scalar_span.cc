#include "rulepack/scalar_span.h"

#include "text/utf8.h"

namespace hegao {
namespace {

bool IsBlank(char c) { return c == ' ' || c == '\t'; }
bool IsBreak(char c) { return c == '\n' || c == '\r'; }

std::uint32_t To32(std::size_t n) { return static_cast<std::uint32_t>(n); }

ScalarPlace LocateQuoted(std::string_view text, std::uint32_t at) {
  const char quote = text[at];
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (quote == '"' && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      const bool doubled = quote == '\'' && i + 1 < text.size() && text[i + 1] == quote;
      if (!doubled) return {{at, To32(i + 1)}, true, false};
      ++i;
    }
  }
  return {{at, To32(text.size())}, false, false};
}

/// Header line, then the lines indented at least as its first line of content.
ScalarPlace LocateBlock(std::string_view text, std::uint32_t at, std::string_view value) {
  ScalarPlace place{{at, LineAround(text, at).end}, true, false};
  if (value.find_first_not_of(" \t\r\n") == std::string_view::npos) return place;
  std::size_t indent = 0;
  std::size_t line = text.find('\n', at);
  while (line != std::string_view::npos && ++line < text.size()) {
    const Span whole = LineAround(text, To32(line));
    const std::size_t first = text.find_first_not_of(' ', line);
    if (first < whole.end) {
      if (indent == 0) indent = first - line;
      if (first - line < indent) break;
      place.span.end = whole.end;
    }
    line = text.find('\n', line);
  }
  return place;
}

/// Follows the value through the text; a blank or line break in it stands for any run of them.
ScalarPlace LocatePlain(std::string_view text, std::uint32_t at, std::string_view value) {
  std::size_t t = at;
  for (std::size_t v = 0; v < value.size();) {
    if (t < text.size() && text[t] == value[v] && !IsBlank(value[v]) && !IsBreak(value[v])) {
      ++t;
      ++v;
      continue;
    }
    if (!IsBlank(value[v]) && !IsBreak(value[v])) break;
    std::size_t next = t;
    while (next < text.size() && (IsBlank(text[next]) || IsBreak(text[next]))) ++next;
    if (next == t) break;
    t = next;
    while (v < value.size() && (IsBlank(value[v]) || IsBreak(value[v]))) ++v;
  }
  return {{at, To32(t)}, true, true};
}

}  // namespace

Span LineAround(std::string_view text, std::uint32_t at) {
  const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  std::size_t end = text.find('\n', at);
  if (end == std::string_view::npos) end = text.size();
  const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
  if (end > begin && text[end - 1] == '\r') --end;
  return {To32(begin), To32(end)};
}

std::uint32_t SkipProperties(std::string_view text, std::uint32_t at) {
  std::size_t i = at;
  while (i < text.size()) {
    if (IsBlank(text[i]) || IsBreak(text[i])) {
      ++i;
    } else if (text[i] == '#' && i > at) {
      i = LineAround(text, To32(i)).end;
    } else if (text[i] == '!' || text[i] == '&') {
      const bool verbatim = text.substr(i, 2) == "!<";
      i = text.find_first_of(verbatim ? "> \t\r\n" : " \t\r\n,[]{}", i);
      if (i == std::string_view::npos) return To32(text.size());
      if (text[i] == '>') ++i;
    } else {
      break;
    }
  }
  return To32(i);
}

ScalarPlace LocateScalar(std::string_view text, std::uint32_t at, std::string_view value,
                         bool plain) {
  if (at >= text.size()) return {{To32(text.size()), To32(text.size())}, true, plain};
  const char c = text[at];
  if (!plain && (c == '"' || c == '\'')) return LocateQuoted(text, at);
  if (!plain && (c == '|' || c == '>')) return LocateBlock(text, at, value);
  return LocatePlain(text, at, value);
}

Span ClampToText(std::string_view text, Span span) {
  const std::uint32_t size = To32(text.size());
  span.begin = std::min(span.begin, size);
  span.end = std::clamp(span.end, span.begin, size);
  while (!IsBoundary(text, span.begin)) --span.begin;
  while (!IsBoundary(text, span.end)) ++span.end;
  return span;
}

}  // namespace hegao
