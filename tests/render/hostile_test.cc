// Every renderer takes every finding: what a document or a pack holds never steers a terminal,
// breaks out of Markdown or JSON, or throws.
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <nlohmann/json.hpp>
#include <sstream>

#include "render/renderer.h"
#include "sample_report.h"
#include "text/utf8.h"

namespace hegao {
namespace {

const std::string_view kPayloads[] = {
    "\x1b[2J\x1b]0;title\x07",
    "\u009b31m c1",
    "line\nbreak\r\nand\rmore",
    "\n# heading\n\n- [ ] item\n\n| a | b |",
    std::string_view("nul\0nul", 7),
    "\xff\xfe\x80 bad \xe4\xb8",
    "\u202Eevil\u2066x\u2069\u2028y\u2029",
    "</li><script>alert(1)</script><!-- &lt; -->",
    "`code` *a* **b** _c_ ~~d~~ [x](y) ![i](j) $m$ \\| | ||",
    "\"quote\" \\ / {} [] \\u0000",
    "\tT\t\t",
    "e\u0301\u0301\u0301 😀 𠮷 ﷽",
};

// A report of every shape with `payload` in every string of it.
RunReport ReportOf(std::string_view payload) {
  const std::string p(payload);
  RunReport report = testing::RichReport();
  const RunReport paper = testing::PaperReport();
  report.documents.insert(report.documents.end(), paper.documents.begin(), paper.documents.end());
  report.version = p;
  for (PackStamp& pack : report.packs) pack = {p, p, p};
  for (DocumentReport& d : report.documents) {
    d.path = d.format = d.encoding = d.reason = d.title = d.issuer = d.issue_date = p;
    d.packs = {p};
    for (std::string& note : d.notes) note = p;
    for (ReportedFact& fact : d.facts) fact.value = fact.source = p;
    for (ReportedSlot& slot : d.slots) slot.slot = slot.name = slot.status = slot.heading = p;
    for (ReportedHeading& h : d.headings) h.number = h.text = h.source = h.slot = p;
    for (ReportedFinding& f : d.findings) {
      f.finding.rule = f.finding.message = f.finding.hint = f.finding.basis = f.finding.slot = p;
      if (f.finding.fix) f.finding.fix->title = p;
      f.quote = f.section = f.frame = p;
      f.frame_end = static_cast<std::uint32_t>(p.size());
      for (ReportedRelated& r : f.related) r.quote = p;
    }
  }
  return report;
}

bool IsDangerous(char32_t c) {
  return (c < 0x20 && c != '\n') || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029 ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool IsSafe(std::string_view s) {
  for (std::size_t at = 0; at < s.size();) {
    const CodePoint c = DecodeAt(s, at);
    if (IsDangerous(c.value)) return false;
    at += c.length;
  }
  return IsValidUtf8(s);
}

// Removes the colours this program writes, and nothing else.
std::string WithoutColour(const std::string& s) {
  std::string out;
  for (std::size_t at = 0; at < s.size();) {
    const std::size_t end = s.compare(at, 2, "\x1b[") == 0
                                ? s.find_first_not_of("0123456789;", at + 2)
                                : std::string::npos;
    if (end != std::string::npos && s[end] == 'm') {
      at = end + 1;
    } else {
      out += s[at++];
    }
  }
  return out;
}

template <typename Info, typename Report>
std::string Render(const Info& entry, const Report& report, const RenderOptions& options) {
  std::ostringstream out;
  entry.render(report, options, out);
  return out.str();
}

std::vector<RenderOptions> EveryOption() {
  std::vector<RenderOptions> all;
  for (Lang lang : {Lang::zh, Lang::en}) {
    for (bool quiet : {false, true}) {
      for (bool known : {false, true}) {
        RenderOptions options;
        options.lang = lang;
        options.quiet = quiet;
        options.show_known = known;
        all.push_back(options);
      }
    }
  }
  return all;
}

template <typename Info, typename Report>
void CheckPeopleFormat(const Info& entry, const Report& hostile, const Report& benign) {
  for (RenderOptions options : EveryOption()) {
    SCOPED_TRACE(std::string(entry.name));
    const std::string out = Render(entry, hostile, options);
    EXPECT_TRUE(IsSafe(out)) << out;
    const std::string calm = Render(entry, benign, options);
    EXPECT_EQ(std::count(out.begin(), out.end(), '\n'), std::count(calm.begin(), calm.end(), '\n'))
        << out;
    options.color = true;
    EXPECT_EQ(WithoutColour(Render(entry, hostile, options)), out);
  }
}

TEST(Hostile, NothingReachesATerminalOrBreaksALine) {
  for (std::string_view payload : kPayloads) {
    const RunReport hostile = ReportOf(payload);
    const RunReport benign = ReportOf("甲");
    for (const RendererInfo& entry : AllRenderers()) {
      if (entry.name == "json") continue;
      CheckPeopleFormat(entry, hostile, benign);
    }
    CheckPeopleFormat(*FindOutlineRenderer("text"), hostile.documents[0], benign.documents[0]);
  }
}

TEST(Hostile, MarkdownIsInert) {
  for (std::string_view payload : kPayloads) {
    const std::string out = Render(*FindRenderer("markdown"), ReportOf(payload), {});
    EXPECT_EQ(out.find('<'), std::string::npos) << out;
    for (char special : std::string_view("`_~")) {  // characters the format itself never writes
      for (std::size_t at = out.find(special); at != std::string::npos;
           at = out.find(special, at + 1)) {
        ASSERT_GT(at, 0u);
        EXPECT_EQ(out[at - 1], '\\') << out.substr(at > 40 ? at - 40 : 0, 80);
      }
    }
  }
  const std::string link = Render(*FindRenderer("markdown"), ReportOf("http://a.b www.c_d"), {});
  EXPECT_NE(link.find("http\\://a.b www\\.c\\_d"), std::string::npos) << link;
  // Text of others never starts a line, where a number or a dash would make a list.
  std::istringstream lines(Render(*FindRenderer("markdown"), ReportOf("1. x"), {}));
  for (std::string line; std::getline(lines, line);) EXPECT_NE(line.substr(0, 2), "1.") << line;
  const std::string row = Render(*FindRenderer("markdown"), ReportOf("a|b"), {});
  EXPECT_NE(row.find("| a\\|b | "), std::string::npos) << row;
}

TEST(Hostile, JsonParsesAndKeepsValidText) {
  for (std::string_view payload : kPayloads) {
    const RunReport report = ReportOf(payload);
    const std::string out = Render(*FindRenderer("json"), report, {});
    EXPECT_TRUE(IsValidUtf8(out));
    const auto json = nlohmann::json::parse(out, nullptr, false);
    ASSERT_FALSE(json.is_discarded()) << out;
    if (IsValidUtf8(payload)) {
      EXPECT_EQ(json["documents"][0]["findings"][0]["quote"], std::string(payload));
      EXPECT_EQ(json["documents"][3]["reason"], std::string(payload));
    }
    const std::string outline = Render(*FindOutlineRenderer("json"), report.documents[0], {});
    EXPECT_TRUE(nlohmann::json::accept(outline));
  }
}

TEST(Hostile, WildNumbersAreTaken) {
  RunReport report = testing::RichReport();
  constexpr std::uint32_t kMax = std::numeric_limits<std::uint32_t>::max();
  for (DocumentReport& d : report.documents) {
    d.encoding_confidence = std::numeric_limits<double>::quiet_NaN();
    for (ReportedSlot& s : d.slots) s.confidence = std::numeric_limits<double>::infinity();
    for (ReportedHeading& h : d.headings) h.level = std::numeric_limits<int>::max();
    for (ReportedFinding& f : d.findings) {
      f.finding.span = {9, 3};
      f.finding.count = kMax;
      f.place = {kMax, kMax, 0, 0};
      f.frame_begin = kMax;
      f.frame_end = 1;
    }
  }
  for (int width : {-1, 0, 1, 7, 100000}) {
    RenderOptions options;
    options.width = width;
    for (const RendererInfo& entry : AllRenderers()) {
      EXPECT_TRUE(IsValidUtf8(Render(entry, report, options)));
    }
    for (const OutlineRendererInfo& entry : AllOutlineRenderers()) {
      EXPECT_LT(Render(entry, report.documents[0], options).size(), 100000u);
    }
  }
  const auto json = nlohmann::json::parse(Render(*FindRenderer("json"), report, {}));
  EXPECT_EQ(json["documents"][0]["findings"][0]["length"], 0);
  EXPECT_EQ(json["documents"][0]["encoding_confidence"], 0.0);
  EXPECT_EQ(json["documents"][0]["slots"][0]["confidence"], 1.0);
}

}  // namespace
}  // namespace hegao
