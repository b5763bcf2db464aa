#include "checks/substance/topics.h"

namespace hegao {

const std::vector<ParamSpec>& TopicFields() {
  static const std::vector<ParamSpec> fields = {
      {"name", ParamType::text, true, {"叫什么", "its name"}},
      {"en", ParamType::text, false, {"英文名", "its name in English"}},
      {"match", ParamType::patterns, true, {"说到它的文字", "words that speak of it"}},
      {"taken_up",
       ParamType::patterns,
       false,
       {"另一部分里没有点名、但接上了它的文字",
        "words that take it up in the other section without naming it"}},
      {"general",
       ParamType::boolean,
       false,
       {"同时说到更具体的方面时不算", "does not count where a narrower topic is named as well"}},
      {"routine",
       ParamType::boolean,
       false,
       {"每年都会写到的方面", "stands in such a section every year anyway"}},
      {"since",
       ParamType::integer,
       false,
       {"从哪个报告年度起", "the first report year it is expected in"},
       1990,
       2099},
  };
  return fields;
}

std::vector<Topic> ReadTopics(const Params& params, std::string_view name) {
  std::vector<Topic> topics;
  for (const auto& record : params.Records(name)) {
    topics.push_back({{record.Text("name"), record.Text("en")},
                      record.Patterns("match"),
                      record.Patterns("taken_up"),
                      record.Boolean("general", false),
                      record.Boolean("routine", false),
                      static_cast<int>(record.Integer("since", 0))});
  }
  return topics;
}

}  // namespace hegao
