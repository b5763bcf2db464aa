#include "document/facts.h"

#include <gtest/gtest.h>

#include <string>

#include "build.h"

namespace hegao {
namespace {

Facts FactsOf(const std::string& text, std::optional<int> year = std::nullopt,
              std::string_view path = "a.txt") {
  const auto doc = Build(path, text);
  return InferFacts(doc, SmallLexicon(), year);
}

TEST(ReportYear, TheTitleDecides) {
  const auto f = FactsOf(
      "某镇2024年工作报告\n一、2023年工作\n2023年，办成三件事。\n某镇人民政府\n2025年1月10日\n");
  EXPECT_EQ(f.report_year, 2024);
  EXPECT_EQ(f.year_source, FactSource::title);
}

TEST(ReportYear, UnlessAllTheRestAgreesOnAnother) {
  const auto f = FactsOf(
      "某镇2023年工作报告\n2024年，某镇办成五件事。\n一、2024年工作\n2024年，办成三件事。\n某镇人民"
      "政府\n2025年1月10日\n");
  EXPECT_EQ(f.report_year, 2024);
  EXPECT_EQ(f.title_year, 2023);
}

TEST(ReportYear, AnOptionOverrulesTheTitle) {
  EXPECT_EQ(FactsOf("某镇2023年工作报告\n正文。\n", 2024).report_year, 2024);
}

TEST(ReportYear, WithoutTitleYearTheRestVotes) {
  const struct {
    std::string text;
    std::optional<int> year;
    FactSource source;
  } kCases[] = {
      {"某镇工作报告\n一、2024年工作\n正文在此。\n", 2024, FactSource::heading},
      {"某镇工作报告\n2024年，办成三件事。\n", 2024, FactSource::body},
      {"某镇工作报告\n正文在此。\n某镇人民政府\n2025年1月10日\n", 2024, FactSource::date},
      {"某镇工作报告\n正文在此。\n某镇人民政府\n2024年12月20日\n", 2024, FactSource::date},
      // The plan's heading names the next year and speaks for this one.
      {"某镇工作报告\n2024年，办成三件事。\n二、2025年工作计划\n正文在此。\n", 2024,
       FactSource::body},
      // As much for one as for the other: open.
      {"某镇工作报告\n一、2023年工作\n正文。\n二、2024年工作\n正文。\n", std::nullopt,
       FactSource::none},
      {"某镇工作报告\n正文在此。\n", std::nullopt, FactSource::none},
  };
  for (const auto& c : kCases) {
    const auto f = FactsOf(c.text);
    EXPECT_EQ(f.report_year, c.year) << c.text;
    EXPECT_EQ(f.year_source, c.source) << c.text;
  }
  EXPECT_EQ(FactsOf("某镇工作报告\n正文在此。\n", std::nullopt, "某镇2022.txt").report_year, 2022);
}

TEST(ReportYear, ThePlanInATitleIsForTheYearAfter) {
  EXPECT_EQ(FactsOf("某镇工作总结和2024年工作计划报告\n正文。\n").report_year, 2023);
}

TEST(ClosingLines, SignatureAndDate) {
  const struct {
    std::string closing;
    std::string issuer;
    Date date;
    bool complete, valid;
  } kCases[] = {
      {"某镇人民政府\n2025年1月10日\n", "某镇人民政府", {2025, 1, 10}, true, true},
      {"某镇人民政府\n二〇二五年一月十日\n", "某镇人民政府", {2025, 1, 10}, true, true},
      {"某镇人民政府\n２０２５年１月１０日\n", "某镇人民政府", {2025, 1, 10}, true, true},
      {"某镇人民政府\n2025年 月 日\n", "某镇人民政府", {2025, 0, 0}, false, false},
      {"某镇人民政府\n2025年2月30日\n", "某镇人民政府", {2025, 2, 30}, true, false},
  };
  for (const auto& c : kCases) {
    const auto f = FactsOf("某镇2024年工作报告\n一、工作\n办成三件事。\n" + c.closing);
    EXPECT_EQ(f.issuer, c.issuer);
    ASSERT_TRUE(f.issue_date.has_value()) << c.closing;
    EXPECT_EQ(f.issue_date->date, c.date) << c.closing;
    EXPECT_EQ(f.issue_date->complete, c.complete) << c.closing;
    EXPECT_EQ(f.issue_date->valid, c.valid) << c.closing;
  }
}

TEST(Title, RepeatedByThePageIsNoHeading) {
  const auto doc = Build(
      "a.txt", "某镇2024年工作报告\n首页 > 公开\n某镇2024年工作报告\n一、工作\n办成三件事。\n");
  ASSERT_EQ(doc.title_blocks.size(), 1u);
  ASSERT_EQ(doc.headings.size(), 1u);
  EXPECT_EQ(doc.Text(doc.headings[0].text), "工作");
}

TEST(Title, ThePagesOwnWhereTheTextHasNone) {
  const std::string head = "<html><head><meta charset=\"utf-8\"><title>";
  const auto body =
      std::string("</title></head><body><p>一、工作</p><p>办成三件事。</p></body></html>");
  const auto with =
      FactsOf(head + "某镇2024年工作报告-某县门户网站" + body, std::nullopt, "a.html");
  EXPECT_EQ(with.title, "某镇2024年工作报告");
  EXPECT_EQ(with.report_year, 2024);
  EXPECT_EQ(FactsOf(head + "某县门户网站" + body, std::nullopt, "a.html").title, "");
  // Text before it: the page is broken, and text and source would be in two orders.
  const auto amid =
      Build("a.html", "<p>前面的话</p><title>某镇2024年工作报告</title><p>后面的话</p>");
  const auto all = amid.Source({0, static_cast<std::uint32_t>(amid.folded.text().size())});
  EXPECT_LT(all.begin, all.end);
  // A title in the text comes before the page's.
  const auto both = head + "别的报告" +
                    "</title></head><body><h1>某镇2024年工作报告</h1><p>一、工作</p></body></html>";
  EXPECT_EQ(FactsOf(both, std::nullopt, "a.html").title, "某镇2024年工作报告");
}

TEST(Publication, DateAndSourceOfPageFurniture) {
  const auto f = FactsOf("【打印】 发布2025-01-27\n某镇2024年工作报告\n正文在此。\n");
  ASSERT_TRUE(f.publication_date.has_value());
  EXPECT_EQ(*f.publication_date, (Date{2025, 1, 27}));
}

}  // namespace
}  // namespace hegao
