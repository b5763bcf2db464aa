// What is wrong with a command line, in the user's language.
#pragma once

#include <string>

#include "base/message.h"

namespace CLI {  // NOLINT(readability-identifier-naming): the library's name
class App;
class ParseError;
}  // namespace CLI

namespace hegao {

/// One sentence; for a misspelt command or option it names the nearest one.
std::string DescribeParseError(const CLI::App& app, const CLI::ParseError& error, int argc,
                               char** argv, Lang lang);

}  // namespace hegao
