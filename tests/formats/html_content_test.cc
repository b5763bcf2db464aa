// The main content of pages without any helpful name: told by links, sentences and place.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "visible_text.h"

namespace hegao {
namespace {

const std::string kText =
    "全年召开会议三次，听取工作汇报，研究解决执法装备、办公用房等具体问题，办成实事十二件，群众的满"
    "意度有"
    "了明显的提高。";

std::string Report() {
  std::string report = "<p>某镇2024年度工作报告</p><p>一、主要工作</p>";
  for (int i = 0; i < 3; ++i) report += "<p>" + kText + "</p>";
  report += "<p>二、存在不足</p>";
  for (int i = 0; i < 3; ++i) report += "<p>" + kText + "</p>";
  return report + "<p>某镇人民政府</p><p>2025年1月3日</p>";
}

std::vector<std::string> ReportBlocks() {
  std::vector<std::string> blocks = {"p 某镇2024年度工作报告", "p 一、主要工作"};
  for (int i = 0; i < 3; ++i) blocks.push_back("p " + kText);
  blocks.emplace_back("p 二、存在不足");
  for (int i = 0; i < 3; ++i) blocks.push_back("p " + kText);
  blocks.emplace_back("p 某镇人民政府");
  blocks.emplace_back("p 2025年1月3日");
  return blocks;
}

std::string Link(std::string_view text) {
  return "<a href='/x.html'>" + std::string(text) + "</a>";
}

struct ContentCase {
  std::string what, before, after;
  std::vector<std::string> blocks_before, blocks_after;
  bool own_container = true;
};

TEST(HtmlContent, WhatStandsRoundTheText) {
  const ContentCase kCases[] = {
      {"a list of links above",
       "<ul><li>" + Link("网站首页") + "<li>" + Link("政务公开") + "<li>" + Link("互动交流") +
           "</ul>",
       "",
       {"x 网站首页", "x 政务公开", "x 互动交流"},
       {}},
      {"labels among the links",
       "<div><span>欢迎</span><div>" + Link("网站首页") + "</div><div>" + Link("政务公开") +
           "</div></div>",
       "",
       {"x 欢迎", "x 网站首页", "x 政务公开"},
       {}},
      {"a path of links",
       "<div>所在栏目：" + Link("网站首页") + " > " + Link("政务公开") + "</div>",
       "",
       {"x 所在栏目：网站首页 > 政务公开"},
       {}},
      {"a title beside links is a title",
       "<div><div>" + Link("网站首页") + "</div><div>" + Link("政务公开") + "</div><div>" +
           Link("互动交流") + "</div><h1>某镇依法办事情况年度报告</h1></div>",
       "",
       {"x 网站首页", "x 政务公开", "x 互动交流", "h1 某镇依法办事情况年度报告"},
       {}},
      {"the foot of the page follows the links to other pages",
       "",
       "<div><p>前一篇：" + Link("关于防火工作的通知") + "</p><p>" + Link("某镇召开会议") +
           "</p><p>" + Link("某镇开展检查") +
           "</p></div><div><p>地址：某镇中路一号</p><p>电话：000-00000000</p>"
           "</div>",
       {},
       {"x 前一篇：关于防火工作的通知", "x 某镇召开会议", "x 某镇开展检查", "x 地址：某镇中路一号",
        "x 电话：000-00000000"}},
      {"files to be had are no links to other pages",
       "",
       "<div><p>附件：<a href='a.docx'>某镇清单.docx</a></p><p><a "
       "href='b.PDF?x=1'>某镇事项表</a></p>"
       "<p><a href='c.xls'>某镇明细</a></p></div><div><p>说明</p></div>",
       {},
       {"p 附件：某镇清单.docx", "p 某镇事项表", "p 某镇明细", "p 说明"}},
      {"places in the page are no links",
       "<ul><li><a href='#a'>一、工作</a><li><a href='#b'>二、不足"
       "</a><li><a href='#c'>三、打算</a></ul>",
       "",
       {"p 一、工作", "p 二、不足", "p 三、打算"},
       {}},
      {"in one container with the text",
       "<p>" + Link("网站首页") + "</p>",
       "<p>" + Link("某镇召开会议") + "</p><p>" + Link("某镇开展检查") + "</p><p>某镇明细表</p>",
       {"x 网站首页"},
       {"x 某镇召开会议", "x 某镇开展检查", "p 某镇明细表"},
       false},
  };
  for (const ContentCase& c : kCases) {
    const std::string text = c.own_container ? "<div>" + Report() + "</div>" : Report();
    std::vector<std::string> expected = c.blocks_before;
    const std::vector<std::string> report = ReportBlocks();
    expected.insert(expected.end(), report.begin(), report.end());
    expected.insert(expected.end(), c.blocks_after.begin(), c.blocks_after.end());
    EXPECT_EQ(DescribeAll(ReadOrFail("a.html", "<body>" + c.before + text + c.after)), expected)
        << c.what;
  }
}

TEST(HtmlContent, LinksInTheTextAreText) {
  const std::string page = "<div><p>" + kText + "</p><p>" + Link("相关规定") + "</p><p>" + kText +
                           kText + "</p><p>" + kText + kText + "</p></div>";
  EXPECT_EQ(DescribeAll(ReadOrFail("a.html", page))[1], "p 相关规定");
}

TEST(HtmlContent, LittleTextTellsNothing) {
  ExpectBlocks("a.html",
               {{"<ul><li><a href=/a>甲乙</a><li><a href=/b>丙丁</a><li><a href=/c>戊己</a>"
                 "</ul><p>短文。</p>",
                 {"p 甲乙", "p 丙丁", "p 戊己", "p 短文。"}}});
}

/// As sites of ten years ago are built: tables for layout, no classes.
TEST(HtmlContent, TablesForLayout) {
  const std::string page =
      "<table><tr><td>" + Link("网站首页") + "</td><td>" + Link("机构概况") + "</td><td>" +
      Link("政策法规") + "</td></tr></table><table><tr><td><table><tr><td>" + Link("通知") +
      "</td></tr><tr><td>" + Link("公告") + "</td></tr><tr><td>" + Link("下载") +
      "</td></tr></table></td><td>" + Report() + "</td></tr></table><table><tr><td>" +
      Link("设为主页") + "</td><td>" + Link("网站声明") + "</td><td>" + Link("联系方式") +
      "</td></tr><tr><td>某县某局</td></tr></table>";
  std::vector<std::string> expected = {"x 网站首页", "x 机构概况", "x 政策法规",
                                       "x 通知",     "x 公告",     "x 下载"};
  const std::vector<std::string> report = ReportBlocks();
  expected.insert(expected.end(), report.begin(), report.end());
  expected.insert(expected.end(), {"x 设为主页", "x 网站声明", "x 联系方式", "x 某县某局"});
  EXPECT_EQ(DescribeAll(ReadOrFail("a.html", page)), expected);
}

}  // namespace
}  // namespace hegao
