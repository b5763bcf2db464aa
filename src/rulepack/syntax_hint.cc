#include "rulepack/syntax_hint.h"

#include <array>

#include "rulepack/scalar_span.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::string_view kWideColon = "：";
constexpr int kLinesBack = 3;  // YAML may notice a wrong line only when the next ones are read

struct Translation {
  std::string_view what;  // beginning of yaml-cpp's message
  const char* zh;
  const char* en;
  const char* hint_zh;
  const char* hint_en;
};

constexpr const char* kQuoteZh = "文字含 YAML 的特殊字符时，整个值加单引号";
constexpr const char* kQuoteEn = "put single quotes around a value with YAML's special characters";

constexpr std::array<Translation, 15> kTranslations{{
    {"illegal map value", "这里不应再出现“: ”", "“: ” cannot stand here",
     "值里有“: ”时整个值加单引号；否则检查缩进",
     "a value with “: ” in it needs single quotes; else check the indentation"},
    {"illegal map key", "这里不能写键", "a key cannot stand here", kQuoteZh, kQuoteEn},
    {"illegal block entry", "这里不能开始列表项", "a list item cannot start here",
     "列表项要另起一行；若是文字，加单引号",
     "start the list on a new line, or put single quotes around the text"},
    {"unknown escape character", "双引号里不认识的转义", "unknown escape in double quotes",
     "正则表达式请用单引号", "use single quotes for regular expressions"},
    {"unknown token", "值不能以这个字符开头", "a value cannot start with this character", kQuoteZh,
     kQuoteEn},
    {"illegal flow end", "多余的右括号", "closing bracket without an opening one", kQuoteZh,
     kQuoteEn},
    {"end of sequence flow", "“[”没有配对的“]”", "“[” is never closed",
     "检查括号和半角逗号；若是文字，加单引号",
     "check brackets and ASCII commas, or put single quotes around the text"},
    {"end of map flow", "“{”没有配对的“}”", "“{” is never closed",
     "检查括号和半角逗号；若是文字，加单引号",
     "check brackets and ASCII commas, or put single quotes around the text"},
    {"end of map", "值在这里已经结束，后面不能再写内容", "the value has ended, nothing may follow",
     "值以引号或括号开头时，整个值加单引号",
     "a value that starts with a quote or bracket needs single quotes around it"},
    {"end of sequence", "列表到这里断了", "the list breaks off here", "列表项以“- ”开头并左对齐",
     "items start with “- ” and stand in one column"},
    {"illegal EOF in scalar", "引号没有配对", "a quote is never closed", "", ""},
    {"illegal document indicator", "引号没有配对", "a quote is never closed", "", ""},
    {"the referenced anchor", "引用（*）的名称没有定义过", "the alias names no anchor",
     "若是文字，加单引号", "put single quotes around it if it is text"},
    {"unexpected character in block", "“|”或“>”之后不能再写文字", "no text may follow “|” or “>”",
     "文字从下一行开始", "start the text on the next line"},
    {"illegal tab", "缩进里有制表符（Tab）", "there is a tab in the indentation", "请用空格缩进",
     "indent with blanks"},
}};

bool IsKeyChar(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-';
}

/// Past the indentation and any "- " of a line.
std::uint32_t SkipLead(std::string_view text, Span line) {
  std::uint32_t i = line.begin;
  while (i < line.end) {
    if (text[i] == ' ' || text[i] == '\t') {
      ++i;
    } else if (text[i] == '-' && i + 1 < line.end && text[i + 1] == ' ') {
      i += 2;
    } else {
      break;
    }
  }
  return i;
}

std::optional<SyntaxHint> FindTab(std::string_view text, Span line) {
  std::uint32_t i = line.begin;
  while (i < line.end && text[i] == ' ') ++i;
  if (i >= line.end || text[i] != '\t') return std::nullopt;
  std::uint32_t end = i;
  while (end < line.end && text[end] == '\t') ++end;
  return SyntaxHint{{i, end},
                    {"缩进里有制表符（Tab）", "there is a tab in the indentation"},
                    {"请用空格缩进", "indent with blanks"}};
}

std::optional<SyntaxHint> FindBadDash(std::string_view text, Span line) {
  std::uint32_t i = line.begin;
  while (i < line.end && text[i] == ' ') ++i;
  const std::string_view rest = text.substr(i, line.end - i);
  for (const std::string_view dash : {"-", "－", "—", "–"}) {
    if (!rest.starts_with(dash) || rest.starts_with("--")) continue;
    const std::string_view after = rest.substr(dash.size());
    if (dash == "-" && (after.empty() || after[0] == ' ')) return std::nullopt;
    return SyntaxHint{{i, i + static_cast<std::uint32_t>(dash.size())},
                      {"列表项的开头不对", "this is not how a list item starts"},
                      {"写作半角“-”加一个空格", "write an ASCII “-” and a blank"}};
  }
  return std::nullopt;
}

std::optional<SyntaxHint> FindOpenQuote(std::string_view text, const SyntaxFailure& failure) {
  const Span scalar = failure.last_scalar;
  if (!failure.last_quoted || scalar.end > failure.offset) return std::nullopt;
  const auto between = text.substr(scalar.end, failure.offset - scalar.end);
  const auto inside = text.substr(scalar.begin, scalar.size());
  if (between.find_first_not_of(" \t") != std::string_view::npos) return std::nullopt;
  if (inside.find('\n') == std::string_view::npos || (inside[0] != '\'' && inside[0] != '"')) {
    return std::nullopt;
  }
  return SyntaxHint{{scalar.begin, scalar.begin + 1},
                    {"引号没有配对", "a quote is never closed"},
                    {"这个引号一直延续到后面的行", "the text goes on into the lines below"}};
}

/// Keys of one level that do not stand in one column.
std::optional<SyntaxHint> FindBadIndent(std::string_view text, const SyntaxFailure& failure) {
  const Span line = LineAround(text, ClampToText(text, {failure.offset, failure.offset}).begin);
  std::uint32_t i = line.begin;
  while (i < line.end && text[i] == ' ') ++i;
  const Message hint{"同一级的键要左对齐", "keys of one level stand in one column"};
  const Span first = ClampToText(text, {i, i + 1});
  if (failure.what == "illegal map value") {
    while (i < line.end && IsKeyChar(text[i])) ++i;
    if (line.begin == 0 || i == first.begin || i != failure.offset) return std::nullopt;
    return SyntaxHint{first,
                      {"这一行缩进太深，成了上一行的值的延续",
                       "indented too far, it continues the value of the line above"},
                      hint};
  }
  const bool structure = failure.what.empty() || failure.what == "end of map not found" ||
                         failure.what == "end of sequence not found";
  if (!structure || SkipLead(text, line) < failure.offset) return std::nullopt;
  return SyntaxHint{ClampToText(text, {failure.offset, failure.offset + 1}),
                    {"这一行的缩进与上面对不上", "the indentation does not fit the lines above"},
                    hint};
}

/// Full-width punctuation inside [ ] or { } is text to YAML.
std::optional<SyntaxHint> FindWideComma(std::string_view text, const SyntaxFailure& failure) {
  if (failure.what.find("flow") == std::string::npos) return std::nullopt;
  const std::uint32_t from = failure.open_bracket.value_or(failure.offset);
  const Span line = LineAround(text, ClampToText(text, {from, from}).begin);
  for (const std::string_view wide : {"，", "］", "｝"}) {
    const std::size_t at = text.substr(0, line.end).find(wide, line.begin);
    if (at == std::string_view::npos) continue;
    const auto begin = static_cast<std::uint32_t>(at);
    const std::string shown(wide);
    return SyntaxHint{{begin, begin + static_cast<std::uint32_t>(wide.size())},
                      {"括号没有配对，这里用了全角“" + shown + "”",
                       "a bracket is never closed, and there is a full-width “" + shown + "” here"},
                      {"逗号和括号要用半角，文字里的要加单引号",
                       "use ASCII commas and brackets, and single quotes around text with others"}};
  }
  return std::nullopt;
}

SyntaxHint Fallback(std::string_view text, const SyntaxFailure& failure) {
  SyntaxHint out;
  std::uint32_t at = failure.offset;
  const bool unclosed =
      failure.what.starts_with("end of") && failure.what.ends_with("flow not found");
  if (unclosed) at = failure.open_bracket.value_or(at);
  if (failure.what.starts_with("unknown escape")) {  // reported behind the character
    const std::size_t slash = at < 2 ? std::string_view::npos : text.rfind('\\', at - 2);
    if (slash != std::string_view::npos) at = static_cast<std::uint32_t>(slash);
  }
  out.span = ClampToText(text, {at, at + 1});
  for (const Translation& t : kTranslations) {
    if (!std::string_view(failure.what).starts_with(t.what)) continue;
    out.message = {t.zh, t.en};
    out.hint = {t.hint_zh, t.hint_en};
    return out;
  }
  out.message = {"YAML 写法有误（" + failure.what + "）", "not valid YAML (" + failure.what + ")"};
  return out;
}

}  // namespace

std::optional<SyntaxHint> FindBadColon(std::string_view text, Span line) {
  const std::uint32_t key = SkipLead(text, line);
  std::uint32_t i = key;
  while (i < line.end && IsKeyChar(text[i])) ++i;
  if (i == key || (text[key] >= '0' && text[key] <= '9')) return std::nullopt;  // 12:30
  const std::string name(text.substr(key, i - key));
  const std::string_view rest = text.substr(i, line.end - i);
  if (rest.starts_with(kWideColon)) {
    return SyntaxHint{{i, i + static_cast<std::uint32_t>(kWideColon.size())},
                      {"键后面用了全角冒号“：”", "a full-width colon “：” follows the key"},
                      {"改为半角冒号加一个空格：“" + name + ": ”",
                       "use an ASCII colon and a blank: “" + name + ": ”"}};
  }
  if (rest.size() > 1 && rest[0] == ':' && rest[1] != ' ' && rest[1] != '\t' &&
      !rest.starts_with("://")) {
    return SyntaxHint{{i, i + 1},
                      {"冒号后面缺一个空格", "a blank is missing after the colon"},
                      {"写作“" + name + ": ”", "write “" + name + ": ”"}};
  }
  return std::nullopt;
}

std::optional<SyntaxHint> FindSwallowedKey(std::string_view text, Span scalar) {
  const std::string_view within = text.substr(0, scalar.end);  // keeps the search short
  std::size_t line = within.find('\n', scalar.begin);
  while (line != std::string_view::npos) {
    const Span whole = LineAround(text, static_cast<std::uint32_t>(line + 1));
    if (auto found = FindBadColon(text, whole)) return found;
    line = within.find('\n', line + 1);
  }
  return std::nullopt;
}

SyntaxHint ExplainSyntax(std::string_view text, const SyntaxFailure& failure) {
  if (auto quote = FindOpenQuote(text, failure)) return *quote;
  const Span place = ClampToText(text, {failure.offset, failure.offset});
  Span line = LineAround(text, place.begin);
  // Complaints about one character are exact; those about structure may come lines late.
  const bool exact = failure.what.starts_with("unknown") ||
                     failure.what.starts_with("unexpected") ||
                     failure.what.starts_with("the referenced");
  for (int back = 0; !exact && back <= kLinesBack; ++back) {
    if (auto tab = FindTab(text, line)) return *tab;
    if (auto colon = FindBadColon(text, line)) return *colon;
    if (auto dash = FindBadDash(text, line)) return *dash;
    if (line.begin == 0) break;
    line = LineAround(text, line.begin - 1);
  }
  if (auto indent = FindBadIndent(text, failure)) return *indent;
  if (auto comma = FindWideComma(text, failure)) return *comma;
  return Fallback(text, failure);
}

}  // namespace hegao
