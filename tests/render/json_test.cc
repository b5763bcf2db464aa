#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

#include "render/renderer.h"
#include "render/schema.h"
#include "sample_report.h"

namespace hegao {
namespace {

using Json = nlohmann::ordered_json;

std::string RenderRich() {
  std::ostringstream out;
  RunReport report = testing::RichReport();
  const RunReport paper = testing::PaperReport();
  report.documents.insert(report.documents.end(), paper.documents.begin(), paper.documents.end());
  FindRenderer("json")->render(report, {}, out);
  return out.str();
}

std::string RenderOutline() {
  std::ostringstream out;
  FindOutlineRenderer("json")->render(testing::DefectiveDocument(), {}, out);
  return out.str();
}

std::vector<std::string> Keys(const Json& object) {
  std::vector<std::string> keys;
  for (const auto& item : object.items()) keys.push_back(item.key());
  return keys;
}

// The contract's keys come first and in its order; more may follow.
void ExpectKeys(const Json& object, const std::vector<std::string>& contract) {
  std::vector<std::string> keys = Keys(object);
  ASSERT_GE(keys.size(), contract.size());
  keys.resize(contract.size());
  EXPECT_EQ(keys, contract);
}

TEST(Json, KeysStandInTheOrderOfTheContract) {
  const Json json = Json::parse(RenderRich());
  EXPECT_EQ(Keys(json),
            (std::vector<std::string>{"schema", "tool", "packs", "documents", "summary"}));
  EXPECT_EQ(Keys(json["tool"]), (std::vector<std::string>{"name", "version"}));
  ExpectKeys(json["packs"][0], {"id", "version"});
  const Json& document = json["documents"][0];
  ExpectKeys(document, {"path", "format", "encoding", "status", "reason", "title", "report_year",
                        "issuer", "issue_date", "slots", "findings"});
  ExpectKeys(document["slots"][0], {"slot", "status", "heading", "line", "level", "confidence"});
  ExpectKeys(document["findings"][0],
             {"rule",      "severity",   "message", "hint",        "basis", "line", "column",
              "end_line",  "end_column", "offset",  "length",      "quote", "slot", "page",
              "paragraph", "count",      "related", "fingerprint", "state", "fix"});
  ExpectKeys(document["findings"][0]["related"][0], {"line", "column", "quote"});
  ExpectKeys(document["findings"][0]["fix"], {"title", "safety", "edits"});
  ExpectKeys(document["findings"][0]["fix"]["edits"][0], {"offset", "length", "text"});
  EXPECT_EQ(Keys(json["summary"]),
            (std::vector<std::string>{"documents", "judged", "errors", "warnings", "infos",
                                      "suppressed", "baseline"}));
}

TEST(Json, OutlineIsADocumentWithHeadingsAndNoFindings) {
  const Json outline = Json::parse(RenderOutline());
  EXPECT_FALSE(outline.contains("findings"));
  ExpectKeys(outline["headings"][0],
             {"line", "level", "number", "text", "source", "confidence", "slot"});
  EXPECT_EQ(outline["headings"][2]["slot"], "duties,problems");
  EXPECT_TRUE(outline["headings"][3]["slot"].is_null());
}

TEST(Json, ValuesAndNulls) {
  const Json json = Json::parse(RenderRich());
  const Json& defective = json["documents"][0];
  EXPECT_TRUE(defective["reason"].is_null());
  EXPECT_EQ(defective["report_year"], 2024);
  EXPECT_EQ(defective["slots"][2]["confidence"], 0.667);
  EXPECT_TRUE(defective["slots"][3]["line"].is_null());
  EXPECT_EQ(defective["findings"][0]["offset"], 506);
  EXPECT_EQ(defective["findings"][0]["length"], 7);
  EXPECT_EQ(defective["findings"][0]["end_column"], 8);
  EXPECT_EQ(defective["findings"][2]["count"], 273);
  EXPECT_TRUE(defective["findings"][2]["slot"].is_null());
  EXPECT_TRUE(defective["findings"][5]["fix"].is_null());
  EXPECT_EQ(defective["findings"].size(), 6u);  // known ones too, whatever the text options
  EXPECT_EQ(json["documents"][2]["findings"][0]["paragraph"], 8);
  const Json& paged = json["documents"][5];
  EXPECT_TRUE(paged["encoding"].is_null());
  EXPECT_EQ(paged["has_lines"], false);
  EXPECT_EQ(paged["notes"].size(), 2u);
  EXPECT_EQ(paged["findings"][0]["page"], 1);
  EXPECT_TRUE(paged["findings"][0]["related"][0]["page"].is_null());
  EXPECT_EQ(paged["slots"][0]["paragraph"], 5);
  EXPECT_EQ(defective["has_lines"], true);
  const Json& unreadable = json["documents"][4];
  EXPECT_EQ(unreadable["status"], "unreadable");
  EXPECT_EQ(unreadable["reason"], "文件不存在");
  for (const char* key : {"title", "report_year", "issuer", "issue_date"}) {
    EXPECT_TRUE(unreadable[key].is_null()) << key;
  }
}

TEST(Json, AnUnjudgedDocumentAlwaysSaysWhy) {
  RunReport report;
  report.documents = {testing::Unjudged("x", DocumentStatus::undetermined, "")};
  std::ostringstream out;
  FindRenderer("json")->render(report, {}, out);
  EXPECT_EQ(Json::parse(out.str())["documents"][0]["reason"], "原因未说明");
}

// The document is written piece by piece; it must look as if it had been written at once.
TEST(Json, StreamedLayoutIsThatOfOneDump) {
  const std::string text = RenderRich();
  EXPECT_EQ(text, Json::parse(text).dump(2) + "\n");
  std::ostringstream empty;
  FindRenderer("json")->render(RunReport(), {}, empty);
  EXPECT_EQ(empty.str(), Json::parse(empty.str()).dump(2) + "\n");
}

const Json& Resolve(const Json& root, const Json& schema) {
  if (schema.contains("anyOf")) return Resolve(root, schema["anyOf"][0]);
  if (!schema.contains("$ref")) return schema;
  return root.at(Json::json_pointer(schema["$ref"].get<std::string>().substr(1)));
}

// Every key that is written is described, and every key described is written.
void ExpectDescribed(const Json& root, const Json& schema, const Json& value,
                     const std::string& at) {
  const Json& s = Resolve(root, schema);
  if (value.is_array()) {
    for (const Json& item : value) ExpectDescribed(root, s.at("items"), item, at + "[]");
  } else if (value.is_object()) {
    ASSERT_TRUE(s.contains("properties")) << at;
    EXPECT_EQ(Keys(value), Keys(s["properties"])) << at;
    EXPECT_NE(s.value("additionalProperties", true), false) << at;
    for (const auto& item : value.items()) {
      if (!s["properties"].contains(item.key())) continue;
      ExpectDescribed(root, s["properties"][item.key()], item.value(), at + "." + item.key());
    }
  }
}

TEST(Schema, DescribesExactlyWhatIsWritten) {
  const Json schema = Json::parse(CheckSchema());
  ExpectDescribed(schema, schema, Json::parse(RenderRich()), "$");
  ExpectDescribed(schema, schema["$defs"]["outline"], Json::parse(RenderOutline()), "outline");
}

// For validate_schema.py, which holds them to a validator that others wrote.
TEST(Schema, WritesFilesForTheValidator) {
  const std::filesystem::path folder = std::filesystem::path(HEGAO_BINARY_DIR) / "schema-test";
  std::filesystem::create_directories(folder);
  auto write = [&](const char* name, const std::string& text) {
    std::ofstream(folder / name, std::ios::binary) << text;
    EXPECT_EQ(std::filesystem::file_size(folder / name), text.size()) << name;
  };
  write("check.schema.json", CheckSchema());
  write("check.json", RenderRich());
  write("outline.json", RenderOutline());
}

}  // namespace
}  // namespace hegao
