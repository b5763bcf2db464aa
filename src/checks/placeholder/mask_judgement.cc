#include "checks/placeholder/mask_judgement.h"

#include <algorithm>
#include <array>

#include "text/affix.h"
#include "text/utf8.h"

namespace hegao {
namespace {

bool IsUpper(char c) { return c >= 'A' && c <= 'Z'; }
bool IsMaskLetter(char c) { return c == 'x' || c == 'X'; }

std::size_t LongestStart(std::string_view s, const std::vector<std::string>& list) {
  std::size_t longest = 0;
  for (const auto& w : list) {
    if (w.size() > longest && s.substr(0, w.size()) == w) longest = w.size();
  }
  return longest;
}

constexpr std::uint32_t kReach =
    400;  // bytes to either side; enough for any word, date or emphasis

/// The run and what stands round it: its block, or as much of it as can matter.
struct Context {
  std::string_view block;
  std::uint32_t base = 0;  // folded offset of `block`
  std::size_t begin = 0, end = 0;

  Context(const Document& doc, const MaskRun& run) {
    const auto span = doc.Around(run.folded, kReach);
    base = span.begin;
    block = doc.Text(span);
    begin = run.folded.begin - span.begin;
    end = run.folded.end - span.begin;
  }
  char before() const { return begin > 0 ? block[begin - 1] : '\0'; }
  char after() const { return end < block.size() ? block[end] : '\0'; }
  std::string_view mask() const { return block.substr(begin, end - begin); }
  std::string_view rest() const { return block.substr(end); }
  bool HanBefore() const { return begin > 0 && IsHan(DecodeBefore(block, begin).value); }
  bool HanAfter() const { return end < block.size() && IsHan(DecodeAt(block, end).value); }
};

/// Digits that stand right before the run.
std::string_view DigitsBefore(const Context& c) {
  auto begin = c.begin;
  while (begin > 0 && IsAsciiDigit(c.block[begin - 1])) --begin;
  return c.block.substr(begin, c.begin - begin);
}

/// Characters of the run up to the first that joins two masks: 2 of XX.XX.XX.
std::size_t FirstPart(std::string_view mask) {
  std::size_t n = 0;
  MaskClass kind;
  for (std::size_t at = 0; at < mask.size(); ++n) {
    const auto ch = DecodeAt(mask, at);
    if (!IsMask(ch.value, &kind)) break;
    at += ch.length;
  }
  return n;
}

/// 20xx年 19×× 202X年 20*年 : digits of a year that the mask completes; 0 if it does not.
std::size_t YearHead(const Context& c, const MaskRun& run) {
  const auto head = DigitsBefore(c);
  if (head.substr(0, 2) != "20" && head.substr(0, 2) != "19") return 0;
  if (IsAsciiDigit(c.after()) || IsAsciiLetter(c.after())) return 0;
  if (head.size() == 2 && FirstPart(c.mask()) <= 2) return 2;
  // 202X alone may be a model; 202X年 is a year.
  constexpr std::string_view kYear = "年";
  return head.size() == 3 && run.length == 1 && c.rest().substr(0, kYear.size()) == kYear ? 3 : 0;
}

bool IsTokenChar(char c) {
  return IsAsciiLetter(c) || IsAsciiDigit(c) ||
         std::string_view("_-.@:/?=&%~").find(c) != std::string_view::npos;
}

/// E-mail and web addresses, file names, foreign words: an ASCII token with letters of its own.
bool InForeignToken(const Context& c) {
  auto begin = c.begin, end = c.end;
  while (begin > 0 && IsTokenChar(c.block[begin - 1])) --begin;
  while (end < c.block.size() && IsTokenChar(c.block[end])) ++end;
  const auto token = c.block.substr(begin, end - begin);
  return std::any_of(token.begin(), token.end(),
                     [](char t) { return IsAsciiLetter(t) && !IsMaskLetter(t); });
}

/// xD普法 for 3D普法: one capital between the mask and a Chinese word.
bool IsMaskedDigit(const Context& c, const MaskRun& run) {
  return !run.upper && run.length == 1 && IsUpper(c.after()) && c.end + 1 < c.block.size() &&
         IsHan(DecodeAt(c.block, c.end + 1).value) &&
         (c.begin == 0 || static_cast<unsigned char>(c.before()) >= 0x80);
}

/// 李×× 陈XX 王** — a person left unnamed on purpose. Lower case is a blank, not a courtesy.
bool IsUnnamedPerson(const Context& c, const MaskRun& run, const MaskWords& words) {
  if (run.length > 2 || (run.kind == MaskClass::letter && !run.cross && !run.upper)) return false;
  if (words.UnitAt(c.rest()) != 0) return false;
  return std::any_of(words.surnames.begin(), words.surnames.end(), [&](const std::string& s) {
    return c.begin >= s.size() && c.block.substr(c.begin - s.size(), s.size()) == s;
  });
}

MaskVerdict JudgeLetter(const Context& c, const MaskRun& run, const MaskWords& words) {
  if (c.before() == '+' || c.after() == '+') return MaskVerdict::silent;
  if (IsMaskedDigit(c, run)) return MaskVerdict::weak;
  if (IsAsciiDigit(c.before()) || IsAsciiDigit(c.after()) || InForeignToken(c))
    return MaskVerdict::silent;
  // XX-100 is a model, 2025-xx-xx a date.
  if (run.upper && c.after() == '-' && c.end + 1 < c.block.size() &&
      IsAsciiDigit(c.block[c.end + 1]))
    return MaskVerdict::silent;
  if (IsUnnamedPerson(c, run, words)) return MaskVerdict::silent;
  if (run.length >= 2) {
    const bool alone = c.begin == 0 && c.end == c.block.size();
    return alone && run.cross ? MaskVerdict::weak : MaskVerdict::sure;
  }
  if (words.UnitAt(c.rest()) != 0) return MaskVerdict::sure;
  if (!c.HanBefore() && !c.HanAfter()) return MaskVerdict::silent;
  return run.upper || run.cross ? MaskVerdict::silent : MaskVerdict::weak;
}

std::size_t Count(std::string_view s, std::string_view what) {
  std::size_t n = 0;
  for (std::size_t at = 0; (at = s.find(what, at)) != s.npos; at += what.size()) ++n;
  return n;
}

MaskVerdict JudgeStar(const Context& c, const MaskRun& run, const MaskWords& words) {
  if (IsAsciiDigit(c.before()) || IsAsciiDigit(c.after())) return MaskVerdict::silent;
  const bool unit = words.UnitAt(c.rest()) != 0;
  if (!unit) {
    // A star inside a word stands for a character of it; at its edge it may be a footnote.
    return run.length == 1 && c.HanBefore() && c.HanAfter() ? MaskVerdict::weak
                                                            : MaskVerdict::silent;
  }
  if (IsUnnamedPerson(c, run, words)) return MaskVerdict::silent;
  const auto same = Count(c.block, c.mask());
  // Stars in pairs round a few words are emphasis somebody typed.
  if ((run.length == 2 || run.length == 3) && same > 1 && same % 2 == 0) return MaskVerdict::silent;
  if (c.begin == 0 && run.length == 1 && same == 1) return MaskVerdict::weak;
  return MaskVerdict::sure;
}

bool NumeralBefore(const Context& c) {
  static constexpr std::array<std::string_view, 10> kDigits = {"一", "二", "三", "四", "五",
                                                               "六", "七", "八", "九", "十"};
  return std::any_of(kDigits.begin(), kDigits.end(), [&](std::string_view d) {
    return c.begin >= d.size() && c.block.substr(c.begin - d.size(), d.size()) == d;
  });
}

MaskVerdict JudgeShape(const Context& c, const MaskRun& run, const MaskWords& words) {
  if (words.UnitAt(c.rest()) == 0 || NumeralBefore(c)) return MaskVerdict::silent;
  if (run.length >= 2) return MaskVerdict::sure;
  // One alone at the start of a line is a bullet or a box to tick.
  return c.HanBefore() ? MaskVerdict::weak : MaskVerdict::silent;
}

MaskVerdict JudgeUnderscore(const Context& c, const MaskRun& run) {
  const auto word = [](char ch) { return IsAsciiLetter(ch) || IsAsciiDigit(ch); };
  if (IsAsciiLetter(c.before()) || IsAsciiLetter(c.after())) return MaskVerdict::silent;
  if (run.length >= 2) return MaskVerdict::sure;
  if (word(c.before()) || word(c.after())) return MaskVerdict::silent;
  return c.HanBefore() || c.HanAfter() ? MaskVerdict::weak : MaskVerdict::silent;
}

constexpr std::string_view kDateMarks[] = {"年", "月", "日"};

bool IsDateMark(std::string_view text, std::size_t at, std::size_t mark) {
  return text.substr(at, kDateMarks[mark].size()) == kDateMarks[mark];
}

/// Past the parts of a date that follow, masked or not: xx年xx月xx日. Returns the mark reached.
std::size_t ForwardOverDate(std::string_view text, std::size_t& end) {
  std::size_t mark = 0;
  while (mark < 3 && !IsDateMark(text, end, mark)) ++mark;
  for (; mark < 2; ++mark) {
    const auto next = end + kDateMarks[mark].size();
    auto at = next;
    while (at < text.size()) {
      const auto ch = DecodeAt(text, at);
      MaskClass k;
      if (!IsMask(ch.value, &k) && !(ch.value >= U'0' && ch.value <= U'9')) break;
      at += ch.length;
    }
    if (at == next || !IsDateMark(text, at, mark + 1)) break;
    end = at;
  }
  return mark;
}

/// Back over the filled parts of the date before a masked month or day: 2025年xx月.
std::size_t BackOverDate(std::string_view text, std::size_t begin) {
  const auto mark_size = kDateMarks[0].size();
  while (begin >= mark_size + 1 &&
         (IsDateMark(text, begin - mark_size, 0) || IsDateMark(text, begin - mark_size, 1))) {
    auto digits = begin - mark_size;
    while (digits > 0 && IsAsciiDigit(text[digits - 1])) --digits;
    if (digits == begin - mark_size) break;
    begin = digits;
  }
  return begin;
}

}  // namespace

std::size_t MaskWords::UnitAt(std::string_view s) const { return LongestStart(s, units); }

MaskVerdict JudgeMask(const Document& doc, const MaskRun& run, const MaskWords& words) {
  const Context c(doc, run);
  if (LongestStart(c.block.substr(c.begin), words.allow) != 0) return MaskVerdict::silent;
  if (run.kind != MaskClass::shape && YearHead(c, run) != 0) return MaskVerdict::sure;
  switch (run.kind) {
    case MaskClass::letter:
      return JudgeLetter(c, run, words);
    case MaskClass::star:
      return JudgeStar(c, run, words);
    case MaskClass::shape:
      return JudgeShape(c, run, words);
    case MaskClass::underscore:
      return JudgeUnderscore(c, run);
  }
  return MaskVerdict::silent;
}

Span WholeBlank(const Document& doc, const MaskRun& run) {
  const Context c(doc, run);
  auto begin = c.begin - YearHead(c, run), end = c.end;
  const auto mark = ForwardOverDate(c.block, end);
  if (mark == 1 || mark == 2) begin = BackOverDate(c.block, begin);
  if (end > c.end) end += kDateMarks[mark].size();  // the closing 月 or 日
  return {c.base + static_cast<std::uint32_t>(begin), c.base + static_cast<std::uint32_t>(end)};
}

}  // namespace hegao
