#include "checks/number/points.h"

#include <algorithm>
#include <array>

#include "text/affix.h"
#include "text/numerals.h"
#include "text/utf8.h"

namespace hegao {
namespace {

constexpr std::uint32_t kMostPoints = 20;

struct Word {
  std::string_view text;
  std::uint32_t value;
};
constexpr std::array<Word, 6> kWords = {{{"首先", 1},
                                         {"其次", 2},
                                         {"再次", 3},
                                         {"再者", 3},
                                         {"最后", kLastPoint},
                                         {"末了", kLastPoint}}};

bool IsMark(char32_t c) {
  switch (c) {
    case U'。':
    case U';':
    case U':':
    case U',':
    case U'、':
    case U'!':
    case U'?':
    case U'(':
    case U')':
    case U'“':
    case U'”':
    case U'…':
    case U'-':
    case U' ':
      return true;
    default:
      return false;
  }
}

std::optional<Point> Make(PointStyle style, std::uint32_t value, std::size_t length) {
  if (value == 0 || (value > kMostPoints && value != kLastPoint)) return std::nullopt;
  Point p;
  p.style = style;
  p.value = value;
  p.folded = {0, static_cast<std::uint32_t>(length)};
  return p;
}

/// 一是 一要, but not 二是否, 一是一、
std::optional<Point> ParseWritten(std::string_view s) {
  const auto n = ParseCjkNumber(s);
  if (!n) return std::nullopt;
  const auto rest = s.substr(n->length);
  const bool shi = rest.starts_with("是");
  if (!shi && !rest.starts_with("要")) return std::nullopt;
  const auto behind = rest.substr(3);
  if (StartsWithAny(behind, {"否", "件", "素", "点", "害", "职", "闻", "道"})) return std::nullopt;
  if (const auto again = ParseCjkNumber(behind); again && again->value == n->value) {
    const auto end = behind.substr(again->length);
    if (end.empty() || IsMark(DecodeAt(end, 0).value)) return std::nullopt;
  }
  return Make(shi ? PointStyle::shi : PointStyle::yao, n->value, n->length + 3);
}

/// 第一，第一是 其一，
std::optional<Point> ParseOrdinal(std::string_view s) {
  const bool which = s.starts_with("其");
  if (!which && !s.starts_with("第")) return std::nullopt;
  const auto n = ParseCjkNumber(s.substr(3));
  if (!n) return std::nullopt;
  const auto rest = s.substr(3 + n->length);
  if (!StartsWithAny(rest, {",", ":", "、", "是", "步"})) return std::nullopt;
  const auto mark = DecodeAt(rest, 0).length;
  const auto behind = rest.substr(mark);
  // 第一、第二季度; 第一、二、三产业
  if (rest.starts_with("、") && (StartsWithAny(behind, {"第"}) || ParseCjkNumber(behind)))
    return std::nullopt;
  if (rest.starts_with("是") && StartsWithAny(behind, {"否"})) return std::nullopt;
  auto p = Make(which ? PointStyle::which : PointStyle::ordinal, n->value,
                3 + n->length + (StartsWithAny(rest, {"是", "步"}) != 0 ? 3 : 0));
  if (p && rest.starts_with("步")) p->deed = U'步';
  return p;
}

std::optional<Point> ParseWord(std::string_view s) {
  for (const auto& w : kWords) {
    if (s.starts_with(w.text)) return Make(PointStyle::words, w.value, w.text.size());
  }
  return std::nullopt;
}

/// 一抓学习, 二看台账: the same deed with the next number; not 三抓三促.
std::optional<Point> ParseDeed(std::string_view s) {
  static constexpr std::u32string_view kDeeds =
      U"抓强看查问建促推定严创树聚重防治保学讲帮送压优提深健完靠做管控改破立练评访听来则有无为在曰";
  const auto n = ParseCjkNumber(s);
  if (!n || s.size() <= n->length) return std::nullopt;
  const auto c = DecodeAt(s, n->length);
  const auto length = n->length + c.length;
  const auto behind = s.substr(length);
  if (kDeeds.find(c.value) == kDeeds.npos || behind.empty() || ParseCjkNumber(behind))
    return std::nullopt;
  auto p = Make(PointStyle::deed, n->value, length);
  if (p) p->deed = c.value;
  return p;
}

/// （1） and 1. before Chinese text.
std::optional<Point> ParseDigits(std::string_view s) {
  const std::size_t open = s.starts_with("(") ? 1 : 0;
  if (const auto han = open != 0 ? ParseCjkNumber(s.substr(1)) : std::nullopt) {
    return s.substr(1 + han->length).starts_with(")")
               ? Make(PointStyle::han_paren, han->value, han->length + 2)
               : std::nullopt;
  }
  const auto n = ParseAsciiNumber(s.substr(open));
  if (!n || n->length > 2) return std::nullopt;
  const auto rest = s.substr(open + n->length);
  if (open != 0) {
    return rest.starts_with(")") ? Make(PointStyle::paren, n->value, n->length + 2) : std::nullopt;
  }
  // 1）抓培训；2）抓队伍
  if (rest.size() > 1 && rest[0] == ')' && IsHan(DecodeAt(rest, 1).value))
    return Make(PointStyle::paren, n->value, n->length + 1);
  const std::size_t mark = rest.starts_with(".") ? 1 : rest.starts_with("、") ? 3 : 0;
  const bool words = mark != 0 && rest.size() > mark && IsHan(DecodeAt(rest, mark).value) &&
                     !ParseCjkNumber(rest.substr(mark));
  return words ? Make(PointStyle::arabic, n->value, n->length + mark) : std::nullopt;
}

std::optional<Point> ParsePoint(std::string_view s) {
  if (s[0] == '(' || (s[0] >= '0' && s[0] <= '9')) return ParseDigits(s);
  if ((s[0] & 0x80) == 0) return std::nullopt;
  if (auto p = ParseWritten(s)) return p;
  if (auto p = ParseOrdinal(s)) return p;
  if (auto p = ParseDeed(s)) return p;
  return ParseWord(s);
}

/// 之一是, 统一是, 唯一是, 十一是: 一 belongs to the word before it.
bool Fixed(char32_t before) {
  static constexpr std::u32string_view kBefore =
      U"之统唯第专单万逐十百千零同不某周期划归合惟如其另";
  return kBefore.find(before) != kBefore.npos;
}

/// Typed like a point, and something else where it stands.
bool IsOther(const Point& p, std::string_view text, bool begins, char32_t before, bool numbered) {
  switch (p.style) {
    case PointStyle::han_paren:
      // At the start of a line it is a heading, behind 第 or a word a reference: 第（二）（四）项.
      return begins || before == U')' || before == U'、' || before == U'-';
    case PointStyle::deed:
      return before == U'“' || before == U'(';
    case PointStyle::paren:
      return before == U'(';  // （图3）
    case PointStyle::arabic:
      // ，3、 is a list of values; ，3.抓考核 is a point
      return before == U'、' || numbered ||
             (before == U',' && DecodeBefore(text, p.folded.end).value != U'.');
    default:
      return false;
  }
}

void ReadBlock(const Document& doc, std::uint32_t block, std::vector<Point>& out) {
  const auto span = doc.blocks[block].folded;
  const auto text = doc.Text(span);
  char32_t before = 0;
  char32_t before_that = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = DecodeAt(text, at);
    std::optional<Point> p;
    const bool numbered = before == U'.' && before_that >= U'0' && before_that <= U'9';
    if (const auto n = ParseCircledNumber(text.substr(at))) {
      p = Make(PointStyle::circled, n->value, n->length);
    } else if (at == 0 || IsMark(before) || numbered) {
      p = ParsePoint(text.substr(at));
      if (p && IsOther(*p, text.substr(at), at == 0, before, numbered)) p.reset();
    }
    if (!p && c.value == U'一' && !Fixed(before)) {
      p = ParseWritten(text.substr(at));
      if (!p) p = ParseDeed(text.substr(at));
      if (p && p->value != 1) p.reset();
      if (p) p->soft = true;
    }
    before_that = before;
    if (p) {
      p->begins_block = at == 0;
      p->mark = before;
      p->block = block;
      const auto begin = span.begin + static_cast<std::uint32_t>(at);
      at += p->folded.end;
      p->folded = {begin, begin + p->folded.end};
      out.push_back(*p);
      before = DecodeBefore(text, at).value;
      continue;
    }
    before = c.value;
    at += c.length;
  }
}

/// 首先…其次…第三: an ordinal is one of the words if it stands between them and no 第一 does.
void JoinWords(std::vector<Point>& points) {
  const Point* word = nullptr;
  bool first = false;  // 第一 stands in the block
  std::uint32_t block = 0;
  for (auto& p : points) {
    if (p.block != block) {
      word = nullptr;
      first = false;
      block = p.block;
    }
    first = first || (p.style == PointStyle::ordinal && p.value == 1);
    if (p.style == PointStyle::words) word = p.value == kLastPoint ? nullptr : &p;
    if (p.style == PointStyle::ordinal && p.deed == 0 && word != nullptr && !first) {
      p.style = PointStyle::words;
      p.ordinal = true;
    }
  }
}

}  // namespace

std::vector<Point> FindPoints(const Document& doc) {
  std::vector<Point> out;
  for (std::uint32_t b = 0; b < doc.blocks.size(); ++b) {
    const auto kind = doc.blocks[b].kind;
    if (kind == Block::Kind::paragraph || kind == Block::Kind::heading) ReadBlock(doc, b, out);
  }
  JoinWords(out);
  return out;
}

std::string PointLike(const Point& p, std::uint32_t value) {
  const auto han = ToCjkNumber(value), digits = std::to_string(value);
  switch (p.style) {
    case PointStyle::shi:
      return han + "是";
    case PointStyle::yao:
      return han + "要";
    case PointStyle::ordinal:
      return "第" + han + (p.deed != 0 ? "步" : "");
    case PointStyle::which:
      return "其" + han;
    case PointStyle::words:
      if (p.ordinal) return "第" + han;
      for (const auto& w : kWords) {
        if (w.value == value) return std::string(w.text);
      }
      return "最后";
    case PointStyle::paren:
      return "（" + digits + "）";
    case PointStyle::circled: {
      std::string out;
      AppendUtf8(out, static_cast<char32_t>(U'①' + value - 1));
      return out;
    }
    case PointStyle::han_paren:
      return "（" + han + "）";
    case PointStyle::deed: {
      std::string out = han;
      AppendUtf8(out, p.deed);
      return out;
    }
    case PointStyle::arabic:
      break;
  }
  return digits + ".";
}

bool IsPointIn(std::string_view text, std::uint32_t value) {
  const auto han = ToCjkNumber(value), digits = std::to_string(value);
  for (auto at = text.find(han); at != text.npos; at = text.find(han, at + han.size())) {
    const auto before = at == 0 ? U'。' : DecodeBefore(text, at).value;
    const bool opens = IsMark(before) || before == U'第' || before == U'其' || before == U'\n';
    const auto rest = text.substr(at + han.size());
    if (opens && StartsWithAny(rest, {"是", "要", "来", "则", "、", ",", ".", ":", ")", "为"}) &&
        !ParseCjkNumber(rest.substr(DecodeAt(rest, 0).length))) {
      return true;
    }
  }
  for (const auto& w : kWords) {
    if (w.value == value && text.find(w.text) != text.npos) return true;
  }
  return text.find("(" + digits + ")") != text.npos;
}

}  // namespace hegao
