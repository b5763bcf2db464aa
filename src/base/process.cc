#include "base/process.h"

#include <utility>

namespace hegao {

std::optional<std::string> FindProgram(std::string_view /*name*/,
                                       const char* /*override_variable*/) {
  return std::nullopt;
}

Result<ProcessOutput> RunProcess(const std::vector<std::string>& /*argv*/,
                                 std::string_view /*input*/, const ProcessLimits& /*limits*/,
                                 const std::string& /*folder*/) {
  return Fail(ErrorKind::unreadable, {"不能运行别的程序", "other programs cannot be run"});
}

}  // namespace hegao
