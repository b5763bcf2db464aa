// The twin of json.cc: a key added there is added here.
#include "render/schema.h"

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

namespace hegao {
namespace {

using Json = nlohmann::ordered_json;

struct Key {
  const char* name;
  Json schema;
  bool required = true;
};

Json With(Json schema, const char* description) {
  schema["description"] = description;
  return schema;
}

Json Text() { return {{"type", "string"}}; }
Json NonEmpty() { return {{"type", "string"}, {"minLength", 1}}; }
Json AtLeast(int minimum) { return {{"type", "integer"}, {"minimum", minimum}}; }
Json Confidence() { return {{"type", "number"}, {"minimum", 0}, {"maximum", 1}}; }
Json Ref(const char* name) { return {{"$ref", std::string("#/$defs/") + name}}; }
Json List(Json items) { return {{"type", "array"}, {"items", std::move(items)}}; }

Json OneOf(std::initializer_list<const char*> names) {
  Json values = Json::array();
  for (const char* name : names) values.push_back(name);
  return {{"type", "string"}, {"enum", std::move(values)}};
}

// `schema` or null. Its `type` must be a single name.
Json Nullable(Json schema) {
  schema["type"] = Json::array({schema["type"], "null"});
  if (schema.contains("enum")) schema["enum"].push_back(nullptr);
  return schema;
}

Json Object(std::vector<Key> keys) {
  Json properties = Json::object();
  Json required = Json::array();
  for (Key& key : keys) {
    if (key.required) required.push_back(key.name);
    properties[key.name] = std::move(key.schema);
  }
  return {{"type", "object"},
          {"required", std::move(required)},
          {"properties", std::move(properties)},
          {"additionalProperties", true}};
}

Key PageKey(bool required = false) {
  return {"page", With(Nullable(AtLeast(1)), "null where the format does not tell"), required};
}

Key ParagraphKey(bool required = false) {
  return {"paragraph",
          With(Nullable(AtLeast(1)), "counts empty paragraphs; null where the format has lines"),
          required};
}

Json SlotSchema() {
  return Object({
      {"slot", With(NonEmpty(), "id of the slot in the pack")},
      {"status", OneOf({"found", "embedded", "implicit", "missing"})},
      {"heading", With(Nullable(Text()), "null where no heading fills the slot")},
      {"line", Nullable(AtLeast(1))},
      {"level", Nullable(AtLeast(0))},
      {"confidence", Confidence()},
      {"name", With(Text(), "name of the slot in the language of the run"), false},
      PageKey(),
      ParagraphKey(),
  });
}

Json FixSchema() {
  Json edit = Object({
      {"offset", With(AtLeast(0), "byte offset in the UTF-8 text that was checked")},
      {"length", With(AtLeast(0), "bytes replaced")},
      {"text", With(Text(), "replacement")},
  });
  return Object({
      {"title", Text()},
      {"safety", With(OneOf({"safe", "unsafe", "manual"}),
                      "safe: applied by fix; unsafe: by fix --unsafe; manual: never")},
      {"edits", With(List(std::move(edit)), "disjoint, ascending")},
  });
}

Json FindingSchema() {
  Json related = Object(
      {{"line", AtLeast(1)}, {"column", AtLeast(1)}, {"quote", Text()}, PageKey(), ParagraphKey()});
  return Object({
      {"rule", With({{"type", "string"}, {"pattern", "^[^/]+/[^/]+$"}}, "family/name")},
      {"severity", OneOf({"error", "warning", "info"})},
      {"message", With(Text(), "one sentence: what was found, what was expected")},
      {"hint", With(Text(), "how to mend it")},
      {"basis", With(Text(), "the document and clause it rests on")},
      {"line", With(AtLeast(1), "1-based; the paragraph of the text for formats without lines")},
      {"column", With(AtLeast(1), "1-based, in code points")},
      {"end_line", AtLeast(1)},
      {"end_column", With(AtLeast(1), "one past the last character")},
      {"offset", With(AtLeast(0), "byte offset in the UTF-8 text that was checked")},
      {"length", With(AtLeast(0), "bytes; 0 where something is missing")},
      {"quote", With(Text(), "the characters concerned")},
      {"slot", With(Nullable(Text()), "slot whose section it stands in")},
      PageKey(true),
      ParagraphKey(true),
      {"count", With(AtLeast(1), "places this finding stands for")},
      {"related", List(std::move(related))},
      {"fingerprint", With(Text(), "stable when lines move")},
      {"state", OneOf({"new", "baseline", "suppressed"})},
      {"fix", {{"anyOf", Json::array({Ref("fix"), Json{{"type", "null"}}})}}},
      {"section", With(Text(), "path of headings it stands under"), false},
  });
}

Json HeadingSchema() {
  return Object({
      {"line", AtLeast(1)},
      {"level", AtLeast(0)},
      {"number", With(Text(), "the typed number, \"\" where there is none")},
      {"text", With(Text(), "the heading without its number")},
      {"source", With(NonEmpty(), "how it was recognised")},
      {"confidence", Confidence()},
      {"slot", With(Nullable(Text()), "ids of the slots it fills, joined by commas")},
      PageKey(),
      ParagraphKey(),
  });
}

Json FactSchema() {
  return Object({
      {"name", NonEmpty()},
      {"value", Text()},
      {"source", With(Text(), "where it was read from")},
      {"line", Nullable(AtLeast(1))},
      PageKey(),
      ParagraphKey(),
  });
}

// The last contract key, then keys of our own, in the order of json.cc.
Json DocumentSchema(Key content) {
  std::vector<Key> keys = {
      {"path", NonEmpty()},
      {"format", With(Nullable(OneOf(
                          {"text", "markdown", "html", "docx", "odt", "pdf", "ofd", "doc", "wps"})),
                      "null where the input could not be read at all")},
      {"encoding", With(Nullable(Text()), "null where the format leaves no choice")},
      {"status", OneOf({"judged", "undetermined", "unreadable"})},
      {"reason", With(Nullable(NonEmpty()), "a sentence where status is not judged, else null")},
      {"title", With(Nullable(Text()), "null where it cannot be told")},
      {"report_year", With(Nullable({{"type", "integer"}}), "null where it cannot be told")},
      {"issuer", With(Nullable(Text()), "null where it cannot be told")},
      {"issue_date",
       With(Nullable({{"type", "string"}, {"pattern", "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}}),
            "null where there is none")},
      {"slots", List(Ref("slot"))},
  };
  keys.push_back(std::move(content));
  keys.push_back({"packs", With(List(NonEmpty()), "ids of the packs that judged it"), false});
  keys.push_back({"facts", List(Ref("fact")), false});
  keys.push_back({"encoding_confidence", Confidence(), false});
  keys.push_back({"has_lines",
                  With({{"type", "boolean"}},
                       "false: places are page and paragraph, lines count extracted paragraphs"),
                  false});
  keys.push_back(
      {"notes", With(List(NonEmpty()), "what the reader of the findings has to know"), false});
  keys.push_back({"issuer_level",
                  With(Nullable(Text()), "id of the pack's level; null where it cannot be told"),
                  false});
  Json schema = Object(std::move(keys));
  // A document that was not judged always says why.
  schema["if"] = {{"properties", {{"status", {{"const", "judged"}}}}}};
  schema["then"] = {{"properties", {{"reason", {{"type", "null"}}}}}};
  schema["else"] = {{"properties", {{"reason", {{"type", "string"}}}}}};
  return schema;
}

Json SummarySchema() {
  return Object({
      {"documents", AtLeast(0)},
      {"judged", AtLeast(0)},
      {"errors", With(AtLeast(0), "findings of state new, as are warnings and infos")},
      {"warnings", AtLeast(0)},
      {"infos", AtLeast(0)},
      {"suppressed", AtLeast(0)},
      {"baseline", AtLeast(0)},
  });
}

Json RootSchema() {
  return Object({
      {"schema", {{"const", "hegao/check/1"}}},
      {"tool", Object({{"name", {{"const", "hegao"}}}, {"version", NonEmpty()}})},
      {"packs", List(Object({{"id", NonEmpty()}, {"version", Text()}, {"title", Text(), false}}))},
      {"documents", List(Ref("document"))},
      {"summary", Ref("summary")},
  });
}

}  // namespace

std::string CheckSchema() {
  Json schema = {{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                 {"$id", "urn:hegao:check:1"},
                 {"title", "hegao check --format json"}};
  schema.update(RootSchema());
  schema["$defs"] = {
      {"document", DocumentSchema({"findings", List(Ref("finding"))})},
      {"outline", DocumentSchema({"headings", List(Ref("heading"))})},
      {"slot", SlotSchema()},
      {"finding", FindingSchema()},
      {"fix", FixSchema()},
      {"heading", HeadingSchema()},
      {"fact", FactSchema()},
      {"summary", SummarySchema()},
  };
  return schema.dump(2) + '\n';
}

}  // namespace hegao
