// new: a skeleton report from a pack's template.
#pragma once

#include <string>

#include "base/message.h"

namespace hegao {

struct NewArguments {
  Lang lang = Lang::zh;
  std::string pack, issuer, output;
  int year = 0;
};

/// Never overwrites a file.
int RunNew(const NewArguments& args);

}  // namespace hegao
