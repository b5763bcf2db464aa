#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "formats/odt/length.h"
#include "formats/odt/number_format.h"
#include "odt_sample.h"
#include "visible_text.h"

namespace hegao {
namespace {

using Lines = std::vector<std::string>;

TEST(OdtNumbers, Formats) {
  const struct {
    std::uint32_t value;
    std::string_view format, shown;
  } kCases[] = {
      {7, "1", "7"},
      {28, "a", "ab"},
      {3, "A", "C"},
      {1994, "i", "mcmxciv"},
      {4, "I", "IV"},
      {12, "一, 二, 三, ...", "十二"},
      {110, "一, 二, 三, ...", "一百一十"},
      {3, "壹, 贰, 叁, ...", "叁"},
      {12, "壹, 贰, 叁, ...", "壹拾贰"},
      {10, "①, ②, ③, ...", "⑩"},
      {21, "①, ②, ③, ...", "㉑"},
      {51, "①, ②, ③, ...", "51"},
      {12, "１, ２, ３, ...", "１２"},
      {2, "甲, 乙, 丙, ...", "乙"},
      {11, "甲, 乙, 丙, ...", "11"},
      {5, "", ""},
      {5, "アイウ", "5"},
      {0, "一", "0"},
      {4000000000, "一", "4000000000"},
      {4000000000, "i", "4000000000"},
  };
  for (const auto& c : kCases) {
    EXPECT_EQ(FormatOdtNumber(c.value, c.format), c.shown) << c.value << ' ' << c.format;
  }
  EXPECT_EQ(FormatOdtNumber(28, "a", true), "bb");
}

TEST(OdtLength, Units) {
  EXPECT_NEAR(OdtMillimetres("2.54cm"), 25.4, 1e-9);
  EXPECT_NEAR(OdtMillimetres("1in"), 25.4, 1e-9);
  EXPECT_NEAR(OdtMillimetres("72pt"), 25.4, 1e-9);
  EXPECT_EQ(OdtMillimetres("50%"), 0);
  for (const std::string_view bad : {"", "cm", "1parsec", "nan", "inf", "1e999"}) {
    EXPECT_FALSE(ParseOdtLength(bad).has_value()) << bad;
  }
}

/// Three levels: 一、 （一） 1.1; the fourth has a bullet.
constexpr std::string_view kList =
    "<text:list-style style:name='L'>"
    "<text:list-level-style-number text:level='1' style:num-format='一, 二, 三, ...' "
    "style:num-suffix='、'><style:list-level-properties><style:list-level-label-alignment "
    "text:label-followed-by='nothing'/></style:list-level-properties>"
    "</text:list-level-style-number>"
    "<text:list-level-style-number text:level='2' style:num-format='一, 二, 三, ...' "
    "style:num-prefix='（' style:num-suffix='）' loext:num-list-format='（%2%）'/>"
    "<text:list-level-style-number text:level='3' style:num-format='1' text:display-levels='2' "
    "text:start-value='5'/>"
    "<text:list-level-style-bullet text:level='4' text:bullet-char='•'/></text:list-style>"
    "<text:list-style style:name='M'><text:list-level-style-number text:level='1' "
    "style:num-format='1' style:num-suffix='.'/></text:list-style>";

std::string Item(std::string_view content, std::string_view attributes = "") {
  return "<text:list-item " + std::string(attributes) + ">" + std::string(content) +
         "</text:list-item>";
}
std::string P(std::string_view text) { return "<text:p>" + std::string(text) + "</text:p>"; }
std::string List(std::string_view items, std::string_view attributes = "") {
  return "<text:list " + std::string(attributes) + ">" + std::string(items) + "</text:list>";
}

TEST(OdtLists, Labels) {
  const std::string of = "text:style-name='L'";
  const struct {
    const char* what;
    std::string text;
    Lines lines;
  } kCases[] = {
      {"levels",
       List(Item(P("a") + List(Item(P("b") + List(Item(P("c")))) + Item(P("d")))) +
                Item(P("e") + List(Item(P("f")))),
            of),
       {"p 一、a", "p （一） b", "p 一.5 c", "p （二） d", "p 二、e", "p （一） f"}},
      {"bullets give nothing", List(Item(List(Item(List(Item(List(Item(P("a")))))))), of), {"p a"}},
      {"one number an item",
       List(Item(P("a") + P("b")) + Item(P("c")), of),
       {"p 一、a", "p b", "p 二、c"}},
      {"headers and stored numbers",
       List("<text:list-header>" + P("h") + "</text:list-header>" +
                Item("<text:number>9</text:number>" + P("a")),
            of),
       {"p h", "p 一、a"}},
      {"start values",
       List(Item(P("a"), "text:start-value='4'") + Item(P("b")), of),
       {"p 四、a", "p 五、b"}},
      {"each list anew", List(Item(P("a")), of) + List(Item(P("b")), of), {"p 一、a", "p 一、b"}},
      {"continued",
       List(Item(P("a")), of) + P("x") + List(Item(P("b")), of + " text:continue-numbering='true'"),
       {"p 一、a", "p x", "p 二、b"}},
      {"continued by id",
       List(Item(P("a")), of + " xml:id='k'") + List(Item(P("b")), of) +
           List(Item(P("c")), of + " text:continue-list='k'"),
       {"p 一、a", "p 一、b", "p 二、c"}},
      {"a wrapper of levels counts nothing",
       List(Item(P("a")), of + " xml:id='k'") +
           List(Item(List(Item(P("b")))), of + " text:continue-list='k'") +
           List(Item(List(Item(P("c")))), of + " text:continue-list='k'") +
           List(Item(P("d")), of + " text:continue-list='k'"),
       {"p 一、a", "p （一） b", "p （二） c", "p 二、d"}},
      {"the second list of an item anew",
       List(Item(P("a") + List(Item(P("b"))) + P("x") + List(Item(P("c")))), of),
       {"p 一、a", "p （一） b", "p x", "p （一） c"}},
      {"another style inside",
       List(Item(P("a") + List(Item(P("b")), "text:style-name='M'")), of),
       {"p 一、a", "p b"}},
      {"a style of one item",
       List(Item(P("a"), "text:style-override='M'") + Item(P("b")), of),
       {"p 1. a", "p 二、b"}},
      {"no style", List(Item(P("a"))), {"p a"}},
      {"the paragraph's style", List(Item("<text:p text:style-name='P1'>a</text:p>")), {"p 一、a"}},
      {"headings", List(Item("<text:h text:outline-level='1'>a</text:h>"), of), {"h1 一、a"}},
      {"deeper than there are levels",
       "<text:list text:style-name='L'><text:list-item>" +
           [] {
             std::string open, close;
             for (int i = 0; i < 30; ++i) {
               open += "<text:list><text:list-item>";
               close += "</text:list-item></text:list>";
             }
             return open + P("a") + close;
           }() +
           "</text:list-item></text:list>",
       {"p a"}},
  };
  for (const auto& c : kCases) {
    const std::string styles = std::string(kList) +
                               "<style:style style:name='P1' style:family='paragraph' "
                               "style:list-style-name='L'/>";
    EXPECT_EQ(DescribeAll(ReadOrFail("a.odt", Odt({.text = c.text, .automatic = styles}))), c.lines)
        << c.what;
  }
}

TEST(OdtLists, OutlineStyle) {
  const auto heading = [](int level, std::string_view text, std::string_view more = "") {
    return "<text:h text:outline-level='" + std::to_string(level) + "' " + std::string(more) + ">" +
           std::string(text) + "</text:h>";
  };
  const std::string styles =
      "<office:styles><text:outline-style style:name='Outline'>"
      "<text:outline-level-style text:level='1' style:num-format='一, 二, 三, ...' "
      "style:num-suffix='、'/><text:outline-level-style text:level='2' style:num-format='1' "
      "text:display-levels='2' style:num-suffix='.'/><text:outline-level-style text:level='3' "
      "style:num-format=''/></text:outline-style><style:style style:name='Off' "
      "style:family='paragraph' style:list-style-name=''/></office:styles>";
  EXPECT_EQ(DescribeAll(ReadOrFail(
                "a.odt",
                Odt({.text = heading(1, "a") + heading(2, "b") + heading(2, "c") + heading(3, "d") +
                             heading(1, "e") + heading(1, "f", "text:is-list-header='true'") +
                             heading(1, "g", "text:style-name='Off'") +
                             heading(1, "h",
                                     "text:restart-numbering='true' "
                                     "text:start-value='9'") +
                             heading(2, "i"),
                     .styles = styles}))),
            (Lines{"h1 一、 a", "h2 一.1. b", "h2 一.2. c", "h3 d", "h1 二、 e", "h1 f", "h1 g",
                   "h1 九、 h", "h2 九.1. i"}));
}

}  // namespace
}  // namespace hegao
