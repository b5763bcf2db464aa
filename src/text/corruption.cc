#include "text/corruption.h"

#include <array>
#include <vector>

#include "text/char_tables.h"
#include "text/charset.h"
#include "text/numerals.h"
#include "text/pinyin.h"
#include "text/utf8.h"
#include "text/width_rules.h"

namespace hegao {
namespace {

constexpr std::uint8_t kOrphanLead = 0xA1;
// Runs end at the next full stop, comma or ASCII letter; longer ones are ordinary text.
constexpr int kMaxBodyCharacters = 120;

struct HeadingForm {
  std::string_view shown;  // of 　（N） after "?。"
  int number;
};

// Longer forms before their own beginnings. 十二, 十三 and 十六 show as 十 does; 二十 as 二.
constexpr std::array<HeadingForm, 16> kHeadings = {{
    {"ㄒ唬", 1},
    {"ǘ", 2},
    {"ㄈ", 3},
    {"ㄋ模", 4},
    {"ㄎ澹", 5},
    {"ㄆ撸", 7},
    {"ò耍", 8},
    {"ň牛", 9},
    {"ㄊ唬", 11},
    {"ㄊ模", 14},
    {"ㄊ澹", 15},
    {"ㄊ撸", 17},
    {"ㄊ耍", 18},
    {"ㄊ牛", 19},
    {"ㄊ", 10},
    {"", 6},  // nothing of it is left: known by the box-drawing character that follows
}};

bool IsBoxDrawing(char32_t c) { return c >= 0x2500 && c <= 0x257F; }
bool IsCutMark(char32_t c) { return c == U'。' || c == U'，' || c == U'；' || c == U'！'; }

/// Marks on published copies are often half-width by later normalisation.
char32_t FullCutMark(char32_t c) {
  switch (c) {
    case ',':
      return U'，';
    case ';':
      return U'；';
    case '!':
      return U'！';
    default:
      return c;
  }
}

bool IsChinesePunctuation(char32_t c) {
  constexpr std::u32string_view kMarks = U"。、“”‘’《》〈〉〔〕【】「」『』…—·〇";
  return c == 0x3000 || (c >= 0xFF01 && c <= 0xFF5E) || kMarks.find(c) != std::u32string_view::npos;
}

bool IsPlausible(char32_t c) { return IsCommonHan(FoldChar(c)) || IsChinesePunctuation(c); }

/// What hardly occurs in Chinese prose, but often in bytes that are read one off.
bool IsOdd(char32_t c) { return c >= 0x80 && !IsPlausible(c) && !IsBlank(c); }

struct Character {
  char32_t value = 0;
  std::size_t next = 0;  // where the next one begins; 0 if there is none
};

Character At(std::string_view line, std::size_t at) {
  if (at >= line.size()) return {};
  const CodePoint c = DecodeAt(line, at);
  return {c.value, at + c.length};
}

bool IsQuestionMark(char32_t c) { return c == '?' || c == U'？'; }

/// Length of a pinyin syllable and its closing bracket, whose opening bracket was swallowed.
std::size_t SwallowedPinyin(std::string_view line, std::size_t at) {
  bool toned = false;
  const std::size_t length = PinyinTailAt(line, at, &toned);
  return toned ? length : 0;
}

bool HasAnnotation(std::string_view line, std::size_t at) {
  const Character bracket = At(line, at);
  return bracket.next != 0 && FoldWidth(bracket.value) == '(' &&
         SwallowedPinyin(line, bracket.next) != 0;
}

/// The shown characters of a run, as the bytes they came from.
struct Body {
  std::vector<char32_t> shown;
  std::vector<std::uint8_t> bytes;
  std::size_t end = 0;
  bool realigned = false;   // the last byte is ASCII: the stream is whole again
  bool unreadable = false;  // a character that GBK does not have, or far too many
};

Body ReadBody(std::string_view line, std::size_t at) {
  Body body;
  body.end = at;
  for (Character c = At(line, at); c.next != 0 && c.value >= 0x80; c = At(line, body.end)) {
    if (IsCutMark(c.value) || c.value == U'？' || IsBlank(c.value)) break;
    const std::uint16_t gbk = GbkBytesOf(c.value);
    body.unreadable = gbk == 0 || body.shown.size() >= kMaxBodyCharacters;
    if (body.unreadable) break;
    body.shown.push_back(c.value);
    body.bytes.push_back(static_cast<std::uint8_t>(gbk >> 8));
    body.bytes.push_back(static_cast<std::uint8_t>(gbk & 0xFF));
    body.end = c.next;
    body.realigned = (gbk & 0xFF) < 0x80;
    if (body.realigned) break;
  }
  return body;
}

/// How the run ends after its body.
struct Tail {
  std::size_t end = 0;
  bool annotated = false;  // pinyin follows or was cut into: no ordinary text looks so
  bool lossy = false;      // a '?' that stands for a lost character
};

/// Adds to the body the trail byte, if there is one, that brings the stream back into step.
Tail ReadTail(std::string_view line, Body& body) {
  Tail tail{body.end};
  if (body.realigned) return tail;
  const Character c = At(line, body.end);
  if (c.next == 0) return tail;
  if (IsQuestionMark(c.value)) {
    const std::size_t pinyin = SwallowedPinyin(line, c.next);
    tail = {c.next + pinyin, pinyin != 0, true};
  } else if (c.value >= 0x40 && c.value < 0x7F) {
    body.bytes.push_back(static_cast<std::uint8_t>(c.value));
    body.realigned = true;
    tail.end = c.next;
    tail.annotated = HasAnnotation(line, c.next);
  }
  return tail;
}

/// Reads bytes two by two; pairs that are no character, and a last odd byte, are left out.
std::u32string DecodePairs(const std::vector<std::uint8_t>& bytes) {
  std::u32string text;
  for (std::size_t i = 0; i < bytes.size();) {
    if (bytes[i] < 0x80) {
      text += static_cast<char32_t>(bytes[i++]);
      continue;
    }
    if (i + 1 == bytes.size()) break;
    text += CharOfGbkBytes(bytes[i], bytes[i + 1]).value_or(0xFFFD);
    i += 2;
  }
  return text;
}

std::string FoldedUtf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) {
    if (c != 0xFFFD && c != 0x3000) AppendUtf8(out, FoldChar(c));
  }
  return out;
}

/// What is left of the words after （N）. Only a single character is certain: between two of them a
/// dropped pair leaves no trace, and the halves around it would join to a wrong character.
std::string WordsAfterNumber(const Body& body) {
  if (!body.realigned || body.bytes.size() != 3) return {};
  const std::u32string text = DecodePairs({body.bytes[1], body.bytes[2]});
  return text.size() == 1 && IsPlausible(text[0]) ? FoldedUtf8(text) : std::string();
}

/// `at` is just after "?。".
std::optional<CorruptedRun> FindHeading(std::string_view line, std::size_t begin, std::size_t at) {
  for (const HeadingForm& form : kHeadings) {
    if (!line.substr(at).starts_with(form.shown)) continue;
    const std::size_t words = at + form.shown.size();
    const Character next = At(line, words);
    const bool box = IsBoxDrawing(next.value);
    // The table's own characters are proof enough, but for 六 (nothing) and 二 (a pinyin letter).
    const bool needs_box = form.number == 6 || form.number == 2;
    if (needs_box && !box && !(form.number == 2 && IsQuestionMark(next.value))) continue;
    Body body = ReadBody(line, words);
    const Tail tail = ReadTail(line, body);
    CorruptedRun run;
    run.length = static_cast<std::uint32_t>(tail.end - begin);
    run.number = form.number;
    run.recovered = "(" + ToCjkNumber(static_cast<std::uint32_t>(form.number)) + ")";
    if (box) run.recovered += WordsAfterNumber(body);
    return run;
  }
  return std::nullopt;
}

/// Is the recovered reading Chinese, and the shown one not?
bool Convincing(const Body& body, const Tail& tail, std::u32string_view recovered) {
  std::size_t odd = tail.annotated ? 1 : 0;
  for (const char32_t c : body.shown) odd += IsOdd(c);
  std::size_t bad = 0;
  for (const char32_t c : recovered) bad += c >= 0x80 && !IsPlausible(c);
  if (bad >= odd || bad * 4 > recovered.size()) return false;
  // A letter alone (?,F) is a weak sign; so it must be followed by its reading.
  return !body.shown.empty() || tail.annotated;
}

/// `at` is just after the '?' and the mark `cut`, which are the bytes A1 | A3 xx of 。 and its
/// sequel.
std::optional<CorruptedRun> FindSentence(std::string_view line, std::size_t begin, std::size_t at,
                                         char32_t cut) {
  Body body = ReadBody(line, at);
  if (body.unreadable) return std::nullopt;
  const Tail tail = ReadTail(line, body);
  // In step again, or at a '?' that stands for the lost end: a shifted stream ends in no other way.
  if (!body.realigned && !tail.lossy && tail.end != line.size()) return std::nullopt;
  const std::uint16_t mark = GbkBytesOf(cut);
  std::vector<std::uint8_t> bytes = {kOrphanLead, static_cast<std::uint8_t>(mark >> 8),
                                     static_cast<std::uint8_t>(mark & 0xFF)};
  bytes.insert(bytes.end(), body.bytes.begin(), body.bytes.end());
  const std::u32string recovered = DecodePairs(bytes);
  // The first character is the 。 or the blank that was cut in two.
  if (recovered.size() < 2) return std::nullopt;
  if (!Convincing(body, tail, std::u32string_view(recovered).substr(1))) return std::nullopt;
  CorruptedRun run;
  run.length = static_cast<std::uint32_t>(tail.end - begin);
  run.recovered = FoldedUtf8(recovered);
  return run;
}

}  // namespace

std::optional<CorruptedRun> FindCorruptedRun(std::string_view line, std::size_t at) {
  const Character question = At(line, at);
  if (!IsQuestionMark(question.value)) return std::nullopt;
  if (const std::size_t pinyin = SwallowedPinyin(line, question.next); pinyin != 0) {
    const std::size_t length = question.next + pinyin - at;
    return CorruptedRun{static_cast<std::uint32_t>(length), 0, {}};
  }
  const Character mark = At(line, question.next);
  if (mark.next == 0) return std::nullopt;
  if (mark.value == U'。') {
    if (auto run = FindHeading(line, at, mark.next)) return run;
  }
  const char32_t cut = FullCutMark(mark.value);
  if (!IsCutMark(cut)) return std::nullopt;
  return FindSentence(line, at, mark.next, cut);
}

}  // namespace hegao
