#include "document/numbering.h"

#include <algorithm>

#include "text/affix.h"
#include "text/fold.h"
#include "text/numerals.h"
#include "text/utf8.h"

namespace hegao {
namespace {

Numbering Make(NumberStyle style, std::uint32_t value, std::uint32_t base, std::uint32_t length) {
  Numbering n;
  n.style = style;
  n.value = value;
  n.folded = {base, base + length};
  return n;
}

/// 第一部分 第一章 / 第一， — the number may be Arabic.
std::optional<Numbering> ParseOrdinal(std::string_view s, std::uint32_t base) {
  constexpr std::string_view kDi = "第";
  if (!s.starts_with(kDi)) return std::nullopt;
  auto number = ParseCjkNumber(s.substr(kDi.size()));
  if (!number) number = ParseAsciiNumber(s.substr(kDi.size()));
  if (!number) return std::nullopt;
  auto at = static_cast<std::uint32_t>(kDi.size()) + number->length;
  const auto unit = StartsWithAny(s.substr(at), {"部分", "章", "篇"});
  if (unit != 0) {
    at += unit;
    // 第五章第一节 in a sentence cites a law.
    if (s.substr(at).starts_with(kDi)) return std::nullopt;
    at += StartsWithAny(s.substr(at), {":", "、", ",", ".", " ", "是"});
    return Make(NumberStyle::part, number->value, base, at);
  }
  if (const auto section = StartsWithAny(s.substr(at), {"节"}); section != 0) {
    at += section;
    if (s.substr(at).starts_with("课")) return std::nullopt;  // the first lesson of a day
    at += StartsWithAny(s.substr(at), {":", "、", ",", ".", " "});
    return Make(NumberStyle::subpart, number->value, base, at);
  }
  const auto separator = StartsWithAny(s.substr(at), {",", "、", ":", "是"});
  if (separator == 0) return std::nullopt;
  return Make(NumberStyle::ordinal, number->value, base, at + separator);
}

/// （一） (1) and the broken forms 一) 1) whose left bracket was lost.
std::optional<Numbering> ParseBracketed(std::string_view s, std::uint32_t base) {
  const std::uint32_t open = s.starts_with("(") ? 1 : 0;
  const auto rest = s.substr(open);
  if (const auto n = ParseCjkNumber(rest)) {
    if (n->length < rest.size() && rest[n->length] == ')') {
      auto end = open + n->length + 1;
      end += StartsWithAny(s.substr(end), {"、", "."});
      return Make(NumberStyle::cjk_paren, n->value, base, end);
    }
  }
  if (const auto n = ParseAsciiNumber(rest); n && n->length <= 2) {
    if (n->length < rest.size() && rest[n->length] == ')') {
      auto end = open + n->length + 1;
      end += StartsWithAny(s.substr(end), {"、", "."});
      return Make(NumberStyle::arabic_paren, n->value, base, end);
    }
  }
  return std::nullopt;
}

std::optional<Numbering> ParseCjk(std::string_view s, std::uint32_t base) {
  const auto n = ParseCjkNumber(s);
  if (!n) return std::nullopt;
  const auto rest = s.substr(n->length);
  if (rest.starts_with("是")) {
    return Make(NumberStyle::shi, n->value, base, n->length + 3);
  }
  const auto separator = StartsWithAny(rest, {"、", ".", ",", ":"});
  if (separator == 0) return std::nullopt;
  // 一、二级 … is a list of grades, not the first section.
  if (ParseCjkNumber(rest.substr(separator)) && !rest.substr(separator).starts_with("一")) {
    const auto after = rest.substr(separator + ParseCjkNumber(rest.substr(separator))->length);
    if (StartsWithAny(after, {"级", "类", "季", "等", "楼", "号", "、", "年级", "产业", "线", "代",
                              "期", "审"}) != 0)
      return std::nullopt;
  }
  return Make(NumberStyle::cjk, n->value, base, n->length + separator);
}

/// 壹、贰、: the numerals of cheques, in use for headings only with this mark.
std::optional<Numbering> ParseFormal(std::string_view s, std::uint32_t base) {
  constexpr std::string_view kNumerals = "壹贰叁肆伍陆柒捌玖拾";
  constexpr std::uint32_t kBytes = 3;
  if (s.size() < 2 * kBytes || !s.substr(kBytes).starts_with("、")) return std::nullopt;
  for (std::uint32_t i = 0; i * kBytes < kNumerals.size(); ++i) {
    if (s.substr(0, kBytes) != kNumerals.substr(i * kBytes, kBytes)) continue;
    return Make(NumberStyle::cjk, i + 1, base, 2 * kBytes);
  }
  return std::nullopt;
}

/// 1.1 and 1.1.2, before Chinese text that does not make a value of it (1.5倍).
std::optional<Numbering> ParseDotted(std::string_view s, std::uint32_t base) {
  constexpr std::uint32_t kMost = 9;  // 12.4 and 6.26 are days
  std::uint32_t at = 0, value = 0, largest = 0;
  int parts = 0;
  while (parts < 5) {
    const auto n = ParseAsciiNumber(s.substr(at));
    if (!n || n->length > 2 || n->value == 0) break;
    value = n->value;
    largest = std::max(largest, value);
    ++parts;
    at += n->length;
    if (at >= s.size() || s[at] != '.') break;
    ++at;
  }
  if (parts < 2 || at >= s.size()) return std::nullopt;
  if (s[at] == ' ') ++at;
  const auto rest = s.substr(at);
  const bool unit = StartsWithAny(rest, {"亿", "万", "千", "百", "倍", "个", "公", "平", "元", "米",
                                         "吨", "分", "成", "亩", "小时", "年"}) != 0 &&
                    StartsWithAny(rest, {"年度", "分类", "分级", "公开", "公示", "平台"}) == 0;
  const bool words = !rest.empty() && (rest[0] & 0x80) != 0;
  if (!words || unit || (parts == 2 && largest > kMost)) return std::nullopt;
  return Make(NumberStyle::arabic_dotted, value, base, at);
}

std::optional<Numbering> ParseArabic(std::string_view s, std::uint32_t base) {
  const auto n = ParseAsciiNumber(s);
  if (!n || n->length > 2 || n->value == 0) return std::nullopt;
  auto at = n->length;
  if (at < s.size() && s[at] == ' ') ++at;
  const auto separator = StartsWithAny(s.substr(at), {"、", "."});
  if (separator == 0) return std::nullopt;
  at += separator;
  // 1.5倍 and 12.4 are values; 4.2025年 is the fourth heading, and it starts with a year.
  if (const auto digits = ParseAsciiNumber(s.substr(at))) {
    const bool year = digits->length == 4 && s.substr(at + digits->length).starts_with("年");
    if (!year) return std::nullopt;
  }
  if (at < s.size() && s[at] == ' ') ++at;
  return Make(NumberStyle::arabic, n->value, base, at);
}

}  // namespace

std::optional<Numbering> ParseNumbering(std::string_view text, std::uint32_t base) {
  if (text.empty()) return std::nullopt;
  if (auto n = ParseOrdinal(text, base)) return n;
  if (auto n = ParseBracketed(text, base)) return n;
  if (auto n = ParseCjk(text, base)) return n;
  if (auto n = ParseArabic(text, base)) return n;
  if (auto n = ParseDotted(text, base)) return n;
  if (auto n = ParseFormal(text, base)) return n;
  if (const auto n = ParseCircledNumber(text)) {
    return Make(NumberStyle::circled, n->value, base, n->length);
  }
  return std::nullopt;
}

int LevelOf(NumberStyle style) {
  switch (style) {
    case NumberStyle::part:
    case NumberStyle::subpart:
    case NumberStyle::cjk:
      return 1;
    case NumberStyle::cjk_paren:
      return 2;
    case NumberStyle::arabic:
      return 3;
    default:
      return 4;
  }
}

int LevelOf(const Numbering& number, std::string_view typed) {
  if (number.style != NumberStyle::arabic_dotted) return LevelOf(number.style);
  const std::string_view digits = typed.substr(0, typed.find_last_of("0123456789") + 1);
  return LevelOf(NumberStyle::arabic) +
         static_cast<int>(std::count(digits.begin(), digits.end(), '.'));
}

bool StartsWithNumbering(std::string_view source_line) {
  // Numbering is short; folding a prefix is enough and keeps this cheap on long lines.
  std::size_t at = 0;
  while (at < source_line.size()) {
    const auto c = DecodeAt(source_line, at);
    if (c.value != U' ' && c.value != U'\t' && c.value != 0x3000 && c.value != 0xA0) break;
    at += c.length;
  }
  const auto number = ParseNumbering(Fold(FirstCodePoints(source_line.substr(at), 12)), 0);
  return number && number->style != NumberStyle::arabic_dotted;  // a value may stand on a new line
}

}  // namespace hegao
