// Topics a report may speak of: a name and the words it is told by. Data of the pack.
#pragma once

#include <string>
#include <vector>

#include "checks/params.h"

namespace hegao {

struct Topic {
  Message name;
  std::vector<Pattern> patterns;
  std::vector<Pattern> taken_up;  // words that take it up elsewhere, without naming it
  bool general = false;           // says nothing where a narrower topic is named as well
  bool routine = false;           // is spoken of every year, whatever happened
  int since = 0;                  // the first report year it is expected in
};

/// The fields of a record that is a topic; all kinds that read topics share them.
const std::vector<ParamSpec>& TopicFields();

std::vector<Topic> ReadTopics(const Params& params, std::string_view name);

}  // namespace hegao
