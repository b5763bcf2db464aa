#include "text/fold.h"

#include <gtest/gtest.h>

#include "text/utf8.h"

namespace hegao {
namespace {

struct FoldCase {
  const char* what;
  std::string_view source, folded;
};

constexpr FoldCase kCases[] = {
    {"width", "Ａ１（），：；？！％～", "A1(),:;?!%~"},
    {"dashes", "2021—2025–2026―–‐‑−", "2021-2025-2026-----"},
    {"dots and brackets", "甲•乙・丙‧丁﹝2024﹞", "甲·乙·丙·丁〔2024〕"},
    {"quotes", "「甲」『乙』‘丙’“丁”\"戊\"'", "“甲”“乙”'丙'“丁”\"戊\"'"},
    {"kept forms", "。、“”《》〔〕①㉑Ａa", "。、“”《》〔〕①㉑Aa"},
    {"number signs", "㈠㈩⑴⑽⒈⒛", "(一)(十)(1)(10)1.20."},
    {"traditional", "臺鎮關於實施強機會後", "台镇关于实施强机会后"},
    {"compatibility ideographs and radicals", "\uF9B4\u2F00\u2F94", "领一言"},
    {"blanks at Han", "　　工 作\t会\u00A0议 ", "工作会议"},
    {"blanks at digits", "2025 年 12 次", "2025年12次"},
    {"blanks in Latin", "LED  screen, 12 % (a)", "LED screen, 12 % (a)"},
    {"full-width neighbours", "Ａ　Ｂ 共 １２", "A B共12"},
    {"blanks at punctuation", "甲， 乙。 丙， A", "甲,乙。丙, A"},
    {"line break", "甲\n乙\r\nAB\nCD", "甲乙AB CD"},
    {"line break in a number", "1390\n00 95.\n6\n% 9\n.7 A.\n", "139000 95.6% 9.7 A."},
    {"line break beside a number", "12\nkm 第1条.\n甲 a\n3 (4)\n5", "12 km第1条.甲a 3 (4) 5"},
    {"zero width", "\uFEFF甲\u200B乙a\u200Db\u00AD", "甲乙ab"},
    {"zero width between blanks", "a \u200B b", "a b"},
    {"pinyin", "鎮(zhèn)人實（shí）施會(huì )議機 (jī)", "镇人实施会议机"},
    {"pinyin with combining marks", "鎮(zhe\u0300n)會(ɡē)", "镇会"},
    {"no pinyin", "法(fa)治理(li)a(zhèn)局(AI)项(dān tā)甲(zhèn",
     "法(fa)治理(li)a(zhèn)局(AI)项(dān tā)甲(zhèn"},
    {"toneless only among toned", "我的(de)", "我的(de)"},
    {"toneless", "甲(jiǎ)乙(yǐ)丙(bǐng)的(de)组(app)", "甲乙丙的组(app)"},
    {"years", "二〇二四年、二○二三年、二零二五年、二O二四年、一九九八年",
     "2024年、2023年、2025年、2024年、1998年"},
    {"year with other zeros", "二Ｏ二〇年二◯二一年二0二二年", "2020年2021年2022年"},
    {"year with blanks", "二〇 二四 年度", "2024年度"},
    {"no year", "三〇二四年一二〇二四年1二〇二四年二〇二四届二十四年二四年",
     "三〇二四年一二〇二四年1二〇二四年二〇二四届二十四年二四年"},
    {"invalid bytes", "甲\xFF乙\xE4\xB8", "甲\uFFFD乙\uFFFD\uFFFD"},
    {"beyond the BMP", "𠮷 𠮷\U000E0100", "𠮷𠮷"},
    {"empty", "", ""},
    {"blank", " 　\n", ""},
};

TEST(Fold, FoldsEveryKind) {
  for (const FoldCase& c : kCases) EXPECT_EQ(Fold(c.source), c.folded) << c.what;
}

TEST(Fold, LeavesFoldedTextAlone) {
  for (const FoldCase& c : kCases) {
    EXPECT_EQ(Fold(Fold(c.source)), Fold(c.source)) << c.what;
  }
}

/// Each character alone, so that no rule about neighbours hides a table that leads in circles.
TEST(Fold, IsIdempotentForEveryCharacterOfThePlane) {
  for (char32_t c = 0x80; c < 0x10000; ++c) {
    std::string s;
    AppendUtf8(s, c);
    const std::string folded = Fold(s);
    ASSERT_EQ(Fold(folded), folded) << std::hex << static_cast<std::uint32_t>(c);
  }
}

struct Noted {
  FoldedText folded;
  std::string source;

  explicit Noted(std::string_view text) : source(text) {
    folded.AppendBlock(source, {Piece{{0, static_cast<std::uint32_t>(text.size())}, false, {}}});
  }
  std::vector<std::string> Texts(const std::vector<Span>& spans) const {
    std::vector<std::string> texts;
    for (const Span s : spans) texts.push_back(source.substr(s.begin, s.size()));
    return texts;
  }
};

TEST(FoldNotes, TellsTraditionalFromGoodSimplified) {
  const Noted noted("鎮著乾於后干余會");
  EXPECT_EQ(noted.Texts(noted.folded.notes().traditional), (std::vector<std::string>{"鎮", "會"}));
}

TEST(FoldNotes, NotesPinyinWithItsBrackets) {
  const Noted noted("　鎮（zhèn ）人 會 (huì)");
  EXPECT_EQ(noted.Texts(noted.folded.notes().pinyin),
            (std::vector<std::string>{"（zhèn ）", "(huì)"}));
}

TEST(FoldNotes, NotesGapsBetweenCharactersOfOneLine) {
  const Noted noted("　甲 乙二〇　二四 年\n丙 \nA B2 ");
  std::vector<std::pair<std::string, std::string>> gaps;
  for (const FoldNotes::Gap& gap : noted.folded.notes().gaps) {
    gaps.emplace_back(noted.source.substr(gap.source.begin, gap.source.size()),
                      noted.folded.text().substr(gap.folded));
  }
  EXPECT_EQ(gaps, (std::vector<std::pair<std::string, std::string>>{
                      {" ", "乙2024年丙A B2"}, {"　", "24年丙A B2"}, {" ", "年丙A B2"}}));
}

}  // namespace
}  // namespace hegao
