// rules list / explain / check / test.
#pragma once

#include <string>
#include <vector>

#include "base/message.h"

namespace hegao {

int RunRulesList(const std::vector<std::string>& packs, Lang lang);
int RunRulesExplain(const std::string& id, const std::vector<std::string>& packs, Lang lang);
int RunRulesCheck(const std::vector<std::string>& packs, Lang lang);
int RunRulesTest(const std::vector<std::string>& packs, bool coverage, Lang lang);

}  // namespace hegao
