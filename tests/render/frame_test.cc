#include "render/frame.h"

#include <gtest/gtest.h>

#include "render/sanitize.h"
#include "text/utf8.h"

namespace hegao {
namespace {

TEST(LayOutFrame, Table) {
  struct Case {
    std::string_view line;
    std::size_t begin, end;
    int width;
    std::string_view text, carets;
  };
  const Case cases[] = {
      {"abc", 1, 2, 0, "abc", " ^"},
      {"一、主要", 6, 12, 0, "一、主要", "    ^^^^"},
      {"Ａ\u3000b", 6, 7, 0, "Ａ\u3000b", "    ^"},
      {"a\tb", 2, 3, 0, "a    b", "     ^"},
      {"a\tb", 1, 2, 0, "a    b", " ^^^^"},
      {"e\u0301x", 3, 4, 0, "e\u0301x", " ^"},
      {"a\u200Bb", 1, 4, 0, "a\u200Bb", " ^"},  // of no width itself: still one caret
      {"主要", 3, 3, 0, "主要", "  ^"},
      {"主要", 6, 6, 0, "主要", "    ^"},
      {"主要", 99, 120, 0, "主要", "    ^"},
      {"主要", 4, 5, 0, "主要", "  ^^"},  // inside a character: the whole of it
      {"", 0, 0, 10, "", "^"},
      {"a\x1b[31mb", 6, 7, 0, "a␛[31mb", "      ^"},
      {"\xff好", 1, 4, 0, "\uFFFD好", " ^^"},
      {"一二三四五六七八九十", 15, 18, 16, "…三四五六七八九…", "       ^^"},
      {"一二三四五六七八九十", 0, 3, 16, "一二三四五六七…", "^^"},
      {"一二三四五六七八九十", 27, 30, 16, "…四五六七八九十", "             ^^"},
      {"一二三四五六七八九十", 0, 30, 16, "一二三四五六七…", "^^^^^^^^^^^^^^"},
      {"一二三四五六七八九十", 9, 30, 16, "…三四五六七八九…", "   ^^^^^^^^^^^^"},
  };
  for (const Case& c : cases) {
    const FrameLayout layout = LayOutFrame(c.line, c.begin, c.end, c.width);
    EXPECT_EQ(layout.text, c.text) << c.line << ' ' << c.begin;
    EXPECT_EQ(layout.Carets(), c.carets) << c.line << ' ' << c.begin;
  }
}

// What a terminal is to show for a stretch, told apart from the code under test.
std::string Shown(std::string_view s) {
  std::string out;
  for (std::size_t at = 0; at < s.size();) {
    const CodePoint c = DecodeAt(s, at);
    out += c.value == '\t' ? "    " : SafeLine(s.substr(at, c.length));
    at += c.length;
  }
  return out;
}

// The characters of `text` in the columns [column, column + width), those of no width left out.
std::string Columns(std::string_view text, int column, int width) {
  std::string out;
  int here = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = DecodeAt(text, at);
    const int w = DisplayWidth(c.value);
    if (w > 0 && here >= column && here + w <= column + width) AppendUtf8(out, c.value);
    here += w;
    at += c.length;
  }
  return out;
}

const std::string_view kTricky[] = {
    "一、2024年推进示例建设的主要举措和成效（摘要）",
    "ab\tc\t一\t二",
    "\u3000\u3000段首空两格，全角ＡＢＣ１２３，半角abc123。",
    "e\u0301e\u0301\u0302 组合 zhe\u0300n o\u0308",
    "零\u200B宽\u200D度\uFEFF字\u2060符",
    "“引号”……破折号——间隔·点①②③",
    "\xff\xfe坏字节\xe4\xb8 \x80尾",
    "控制\x01\x1b[2J\r\n\x7f\u0085符",
    "𠮷野家 😀 ㈠ ﷽ 한글 ｶﾅ",
    "",
};

void CheckFrame(std::string_view line, std::size_t begin, std::size_t end, int width) {
  const FrameLayout layout = LayOutFrame(line, begin, end, width);
  SCOPED_TRACE(::testing::Message() << '"' << line << "\" [" << begin << ',' << end << ") in "
                                    << width << " -> " << layout.text);
  const std::string marked = Shown(line.substr(begin, end - begin));
  const int marked_width = DisplayWidth(marked);
  ASSERT_TRUE(IsValidUtf8(layout.text));
  ASSERT_GE(layout.caret_width, 1);
  if (width == 0) {
    ASSERT_EQ(layout.text, Shown(line));
    ASSERT_EQ(layout.caret_column, DisplayWidth(Shown(line.substr(0, begin))));
    ASSERT_EQ(layout.caret_width, std::max(1, marked_width));
    return;
  }
  ASSERT_LE(DisplayWidth(layout.text), width);
  if (marked_width == 0) {
    ASSERT_EQ(layout.caret_width, 1);
    return;
  }
  const std::string above = Columns(layout.text, layout.caret_column, layout.caret_width);
  ASSERT_EQ(DisplayWidth(above), layout.caret_width);  // no caret under half a character
  ASSERT_EQ(above, Columns(marked, 0, layout.caret_width));
  if (marked_width < width - 2) {
    ASSERT_EQ(layout.caret_width, marked_width);
  }
}

TEST(LayOutFrame, CaretsStandUnderTheMarkedCharacters) {
  for (std::string_view line : kTricky) {
    std::vector<std::size_t> bounds;
    for (std::size_t at = 0; at < line.size(); at += DecodeAt(line, at).length)
      bounds.push_back(at);
    bounds.push_back(line.size());
    for (std::size_t b = 0; b < bounds.size(); ++b) {
      for (std::size_t e = b; e < bounds.size(); ++e) {
        for (int width : {0, 16, 17, 24, 40}) CheckFrame(line, bounds[b], bounds[e], width);
        if (HasFatalFailure()) return;
      }
    }
  }
}

TEST(LayOutFrame, TakesAnyOffsets) {
  for (std::string_view line : kTricky) {
    for (std::size_t b = 0; b < line.size() + 3; ++b) {
      for (std::size_t e : {std::size_t{0}, b, b + 1, b + 100}) {
        const FrameLayout layout = LayOutFrame(line, b, e, 20);
        EXPECT_GE(layout.caret_column, 0);
        EXPECT_LE(layout.caret_column + layout.caret_width, 21);
      }
    }
  }
}

TEST(SafeLine, LeavesNothingThatDrivesATerminal) {
  EXPECT_EQ(SafeLine("a\x1b[31m\tb\r\n"), "a␛[31m b␍␊");
  EXPECT_EQ(SafeLine(std::string_view("\0\x7f", 2)), "␀␡");
  EXPECT_EQ(SafeLine("\u009b2J\u202Etxt\u2066\u2028\u200F"), "\uFFFD2J\uFFFDtxt\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(SafeLine("\xff\xe4\xb8"), "\uFFFD\uFFFD\uFFFD");
  EXPECT_EQ(SafeLine("　“中文”𠮷😀e\u0301\u200D"), "　“中文”𠮷😀e\u0301\u200D");
}

}  // namespace
}  // namespace hegao
