// check, outline and fixlist: the commands that read documents.
#pragma once

#include <string>
#include <vector>

#include "base/message.h"
#include "cli/limits.h"

namespace hegao {

struct CheckArguments {
  Lang lang = Lang::zh;
  std::vector<std::string> paths, packs, formats;
  int year = 0;  // 0: not given
  std::string as_of, phase, fail_on, config, color = "auto", encoding, stdin_name = "stdin.txt",
                                             output, previous;
  unsigned jobs = 0;
  bool quiet = false;
  LimitChoices limits;
};

int RunCheck(const CheckArguments& args);
int RunOutline(const CheckArguments& args);
int RunFixlist(const CheckArguments& args);

}  // namespace hegao
