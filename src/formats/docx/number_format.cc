#include "formats/docx/number_format.h"

#include <array>

#include "text/utf8.h"

namespace hegao {
namespace {

using Digits = std::array<std::string_view, 10>;

constexpr Digits kIdeographs = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits kWithCircle = {"○", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits kFullWidth = {"０", "１", "２", "３", "４", "５", "６", "７", "８", "９"};

/// How a language counts with tens, hundreds and thousands.
struct Counting {
  Digits digits;                          // digits[0] fills gaps, unless it is empty
  std::array<std::string_view, 4> units;  // "", ten, hundred, thousand
  std::string_view myriad;
  enum class One : std::uint8_t { always, not_in_leading_ten, never_before_units } one;
};

constexpr Counting kChinese = {{"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"},
                               {"", "十", "百", "千"},
                               "万",
                               Counting::One::not_in_leading_ten};
constexpr Counting kLegal = {{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"},
                             {"", "拾", "佰", "仟"},
                             "万",
                             Counting::One::always};
constexpr Counting kLegalTraditional = {{"", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"},
                                        {"", "拾", "佰", "仟"},
                                        "萬",
                                        Counting::One::always};
constexpr Counting kJapanese = {{"", "一", "二", "三", "四", "五", "六", "七", "八", "九"},
                                {"", "十", "百", "千"},
                                "万",
                                Counting::One::never_before_units};
constexpr Counting kJapaneseLegal = {{"", "壱", "弐", "参", "四", "伍", "六", "七", "八", "九"},
                                     {"", "拾", "百", "阡"},
                                     "萬",
                                     Counting::One::always};

std::string Positional(std::uint32_t value, const Digits& digits) {
  std::string out;
  for (const char c : std::to_string(value)) out += digits[static_cast<std::size_t>(c - '0')];
  return out;
}

/// chineseCounting counts in tens up to 99 and then digit by digit: 九十九, 一〇〇.
std::string CountingInTens(std::uint32_t value, const Digits& digits) {
  if (value < 10 || value > 99) return Positional(value, digits);
  std::string out(value < 20 ? "" : digits[value / 10]);
  out += "十";
  if (value % 10 != 0) out += digits[value % 10];
  return out;
}

/// A group of four digits; `gap`: more stands before it.
void AppendGroup(std::string& out, std::uint32_t group, const Counting& how, bool gap) {
  constexpr std::array<std::uint32_t, 4> kScale = {1, 10, 100, 1000};
  bool skipped = false;
  for (std::size_t place = kScale.size(); place-- > 0;) {
    const auto digit = group / kScale[place] % 10;
    if (digit == 0) {
      skipped = gap;
      continue;
    }
    if (skipped) out += how.digits[0];
    const bool bare = digit == 1 && place > 0 &&
                      (how.one == Counting::One::never_before_units ||
                       (how.one == Counting::One::not_in_leading_ten && place == 1 && !gap));
    if (!bare) out += how.digits[digit];
    out += how.units[place];
    skipped = false;
    gap = true;
  }
}

/// 一百零一, 壹拾贰. Values of a hundred millions and more are no numbers of lists.
std::string Counted(std::uint32_t value, const Counting& how) {
  constexpr std::uint32_t kMyriad = 10000;
  if (value == 0) return "零";
  if (value / kMyriad >= kMyriad) return std::to_string(value);
  std::string out;
  if (value >= kMyriad) {
    AppendGroup(out, value / kMyriad, how, false);
    out += how.myriad;
  }
  AppendGroup(out, value % kMyriad, how, value >= kMyriad);
  return out;
}

/// `count` characters that stand one after another in Unicode, from `first` for 1.
std::string InRow(std::uint32_t value, char32_t first, std::uint32_t count) {
  if (value == 0 || value > count) return std::to_string(value);
  std::string out;
  AppendUtf8(out, first + value - 1);
  return out;
}

constexpr std::array<std::string_view, 10> kStems = {"甲", "乙", "丙", "丁", "戊",
                                                     "己", "庚", "辛", "壬", "癸"};
constexpr std::array<std::string_view, 12> kBranches = {"子", "丑", "寅", "卯", "辰", "巳",
                                                        "午", "未", "申", "酉", "戌", "亥"};

template <std::size_t N>
std::string OneOf(std::uint32_t value, const std::array<std::string_view, N>& names) {
  return value == 0 || value > N ? std::to_string(value) : std::string(names[value - 1]);
}

std::string StemAndBranch(std::uint32_t value) {
  constexpr std::uint32_t kCycle = 60;
  if (value == 0 || value > kCycle) return std::to_string(value);
  std::string out(kStems[(value - 1) % kStems.size()]);
  out += kBranches[(value - 1) % kBranches.size()];
  return out;
}

/// a … z, aa, bb …: the letter repeated (17.18.59 lowerLetter).
std::string Letters(std::uint32_t value, char first) {
  constexpr std::uint32_t kLetters = 26;
  constexpr std::uint32_t kMost = 30 * kLetters;  // Word's own limit
  if (value == 0 || value > kMost) return std::to_string(value);
  return std::string((value - 1) / kLetters + 1,
                     static_cast<char>(first + static_cast<char>((value - 1) % kLetters)));
}

std::string Roman(std::uint32_t value, bool upper) {
  constexpr std::uint32_t kMost = 32767;  // the largest number of a list in Word
  constexpr std::array<std::pair<std::uint32_t, std::string_view>, 13> kNumerals = {{{1000, "m"},
                                                                                     {900, "cm"},
                                                                                     {500, "d"},
                                                                                     {400, "cd"},
                                                                                     {100, "c"},
                                                                                     {90, "xc"},
                                                                                     {50, "l"},
                                                                                     {40, "xl"},
                                                                                     {10, "x"},
                                                                                     {9, "ix"},
                                                                                     {5, "v"},
                                                                                     {4, "iv"},
                                                                                     {1, "i"}}};
  if (value == 0 || value > kMost) return std::to_string(value);
  std::string out;
  for (const auto& [scale, numeral] : kNumerals) {
    for (; value >= scale; value -= scale) out += numeral;
  }
  if (upper) {
    for (char& c : out) c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

struct Format {
  std::string_view name;
  std::string (*write)(std::uint32_t value);
};

constexpr Format kFormats[] = {
    {"none", [](std::uint32_t) { return std::string(); }},
    {"bullet", [](std::uint32_t) { return std::string(); }},
    {"decimalZero", [](std::uint32_t v) { return (v < 10 ? "0" : "") + std::to_string(v); }},
    {"decimalFullWidth", [](std::uint32_t v) { return Positional(v, kFullWidth); }},
    {"decimalFullWidth2", [](std::uint32_t v) { return Positional(v, kFullWidth); }},
    {"decimalEnclosedCircle", [](std::uint32_t v) { return InRow(v, U'①', 20); }},
    {"decimalEnclosedCircleChinese", [](std::uint32_t v) { return InRow(v, U'①', 20); }},
    {"decimalEnclosedParen", [](std::uint32_t v) { return InRow(v, U'⑴', 20); }},
    {"decimalEnclosedFullstop", [](std::uint32_t v) { return InRow(v, U'⒈', 20); }},
    // Word writes them in brackets, whatever the standard says ([MS-OI29500] 2.1.540 a).
    {"ideographEnclosedCircle", [](std::uint32_t v) { return InRow(v, U'㈠', 10); }},
    {"chineseCounting", [](std::uint32_t v) { return CountingInTens(v, kIdeographs); }},
    {"taiwaneseCounting", [](std::uint32_t v) { return CountingInTens(v, kWithCircle); }},
    {"chineseCountingThousand", [](std::uint32_t v) { return Counted(v, kChinese); }},
    {"taiwaneseCountingThousand", [](std::uint32_t v) { return Counted(v, kChinese); }},
    {"japaneseCounting", [](std::uint32_t v) { return Counted(v, kJapanese); }},
    {"chineseLegalSimplified", [](std::uint32_t v) { return Counted(v, kLegal); }},
    {"ideographLegalTraditional", [](std::uint32_t v) { return Counted(v, kLegalTraditional); }},
    {"japaneseLegal", [](std::uint32_t v) { return Counted(v, kJapaneseLegal); }},
    {"ideographDigital", [](std::uint32_t v) { return Positional(v, kIdeographs); }},
    {"japaneseDigitalTenThousand", [](std::uint32_t v) { return Positional(v, kIdeographs); }},
    {"taiwaneseDigital", [](std::uint32_t v) { return Positional(v, kWithCircle); }},
    {"ideographTraditional", [](std::uint32_t v) { return OneOf(v, kStems); }},
    {"ideographZodiac", [](std::uint32_t v) { return OneOf(v, kBranches); }},
    {"ideographZodiacTraditional", StemAndBranch},
    {"upperRoman", [](std::uint32_t v) { return Roman(v, true); }},
    {"lowerRoman", [](std::uint32_t v) { return Roman(v, false); }},
    {"upperLetter", [](std::uint32_t v) { return Letters(v, 'A'); }},
    {"lowerLetter", [](std::uint32_t v) { return Letters(v, 'a'); }},
    {"numberInDash", [](std::uint32_t v) { return "- " + std::to_string(v) + " -"; }},
};

}  // namespace

std::string FormatNumber(std::uint32_t value, std::string_view number_format) {
  if (number_format != "decimal") {
    for (const auto& format : kFormats) {
      if (format.name == number_format) return format.write(value);
    }
  }
  return std::to_string(value);
}

}  // namespace hegao
